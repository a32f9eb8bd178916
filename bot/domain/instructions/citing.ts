/** Cites an instruction by its version, so that a reader sees what was in force when it was cited. */
import type { Language } from '../county.ts';
import { type InstructionId, instructionId } from '../names.ts';
import { type Instruction, isPublished, wordingFor } from './instructions.ts';

export type Citation = { readonly id: InstructionId; readonly version: number; readonly title: string };

/** What can be cited: published pages only. */
export function citationOf(one: Instruction, language: Language): Citation | undefined {
  if (!isPublished(one)) return undefined;
  const { wording } = wordingFor(one.published, language);
  return { id: one.id, version: one.published.n, title: wording.title };
}

/** Where the tab opens, as Teams' `subEntityId`: `instructions/<id>/<version>`; without a version, what is published. */
export const instructionPath = ({
  id,
  version,
}: {
  readonly id: InstructionId;
  readonly version?: number;
}) => (version === undefined ? `instructions/${id}` : `instructions/${id}/${version}`);

/** Reads such a path back; undefined when it is none. */
export function readInstructionPath(
  path: string,
): { readonly id: InstructionId; readonly version?: number } | undefined {
  const [, id, version] = /^instructions\/([a-z0-9-]{1,80})(?:\/([1-9]\d{0,5}))?$/.exec(path) ?? [];
  if (!id) return undefined;
  return { id: instructionId(id), ...(version && { version: Number(version) }) };
}

/** The tab's entity id in the manifest of the Teams app: links that people have kept name it, so it never changes. */
export const tabEntity = 'line';

/** A Teams link that opens the tab there. `appId` is the app's id in Teams, `tab` the tab's entity id. */
export function teamsLink({ appId, tab }: { readonly appId: string; readonly tab: string }, path: string) {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: path }));
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(tab)}?context=${context}`;
}

/** The answer with a line for each citation below it, in Markdown. */
export function withCitations(
  answer: string,
  citations: readonly Citation[],
  linkOf: (citation: Citation) => string,
): string {
  if (citations.length === 0) return answer;
  const lines = citations.map((one) => `- [${linkText(one.title)} (v${one.version})](${linkOf(one)})`);
  return `${answer.trimEnd()}\n\n${lines.join('\n')}`;
}

/** A citation as it stands below an answer. `link` opens the page in the tab. */
export type Cited = { readonly title: string; readonly version: number; readonly link: string };

const citedLine =
  /^- \[([^[\]\\\n]+) \(v(\d{1,6})\)\]\((https:\/\/teams\.microsoft\.com\/l\/entity\/[^\s()]+)\)$/;

/** An answer taken apart again: the words that were written, and the citations below them. */
export function citedIn(answer: string): { readonly words: string; readonly cited: readonly Cited[] } {
  const lines = answer.split('\n');
  const first = lines.findLastIndex((line) => !citedLine.test(line)) + 1;
  const cited = lines.slice(first).flatMap((line) => {
    const [, title, version, link] = citedLine.exec(line) ?? [];
    return title && link ? [{ title, version: Number(version), link }] : [];
  });
  return cited.length === 0
    ? { words: answer, cited }
    : { words: lines.slice(0, first).join('\n').trimEnd(), cited };
}

/** The answer with its words changed; the citations below them were not typed, and stay as they are. */
export function withWords(answer: string, change: (words: string) => string): string {
  const { words } = citedIn(answer);
  return change(words) + answer.slice(words.length);
}

const linkText = (title: string) => title.replace(/[[\]\\]/g, '');
