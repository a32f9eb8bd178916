/** Reads the starter pages of the instructions that stand beside a county file, as Markdown. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type InstructionLanguage,
  instructionLimits,
  type StarterPage,
  type Subject,
  subjects,
  type Wording,
} from '../domain/instructions/instructions.ts';
import { instructionId } from '../domain/names.ts';

/** `operating.toimintaohje.fi.md`: the subject, the page's own name, its language. */
const fileName = /^(?<subject>[a-z]+)\.(?<page>[a-z0-9-]+)\.(?<language>fi|sv)\.md$/;

export class StarterPageError extends Error {
  constructor(file: string, fault: string) {
    super(`The starter page ${file} needs mending: ${fault}`);
    this.name = 'StarterPageError';
  }
}

/**
 * The pages in the folder `<county>/instructions` beside `<county>.json`; none when there is no such folder.
 * @throws StarterPageError naming the first wrong file
 */
export async function loadStarterPages(countyFile: string): Promise<readonly StarterPage[]> {
  const folder = join(countyFile.replace(/\.json$/, ''), 'instructions');
  const files = (await readdir(folder).catch(noFolder)).filter((file) => file.endsWith('.md')).toSorted();
  const read = await Promise.all(
    files.map(async (file) => readStarter(file, await readFile(join(folder, file), 'utf8'))),
  );
  return joined(read);
}

function noFolder(error: NodeJS.ErrnoException): string[] {
  // COUNTY_FILE may be named anything: then there is nothing beside it
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}

type Starter = {
  readonly subject: Subject;
  readonly page: string;
  readonly language: InstructionLanguage;
  readonly wording: Wording;
};

/** One file: its first line is the title, as a Markdown heading. */
export function readStarter(file: string, markdown: string): Starter {
  const { subject: named, page, language } = fileName.exec(file)?.groups ?? {};
  const subject = subjects.find((one) => one === named);
  if (!subject || !page || !language)
    throw new StarterPageError(
      file,
      `name it <subject>.<page>.<fi or sv>.md; subjects are ${subjects.join(', ')}`,
    );
  const [, title = '', text = ''] = /^# (.+)\n+([\s\S]*)$/.exec(markdown.replace(/\r\n?/g, '\n')) ?? [];
  if (!title || !text.trim()) throw new StarterPageError(file, 'begin with "# Title", then the text');
  if (title.length > instructionLimits.title || text.length > instructionLimits.text)
    throw new StarterPageError(
      file,
      `at most ${instructionLimits.title} and ${instructionLimits.text} signs`,
    );
  const wording = { title: title.trim(), text: text.trim() };
  return { subject, page, language: language === 'sv' ? 'sv' : 'fi', wording };
}

/** The languages of a page stand in files of their own. */
function joined(read: readonly Starter[]): readonly StarterPage[] {
  const pages = new Map<string, StarterPage>();
  for (const { subject, page, language, wording } of read) {
    const id = instructionId(`${subject}-${page}`);
    const wordings = { ...pages.get(id)?.wordings, [language]: wording };
    pages.set(id, { id, subject, wordings });
  }
  return [...pages.values()];
}
