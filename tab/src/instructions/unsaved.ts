/** What somebody wrote and did not save: kept on their own machine until it is saved, thrown away, or two weeks old. */
import type { PersonId } from '../../../bot/domain/names.ts';
import type { InstructionDraft } from './form.ts';

/** Grows when a draft's shape changes: what an older page kept is left alone. */
const shape = 1;
const keptMs = 14 * 24 * 60 * 60 * 1000;
const beginning = `instruction-draft-${shape}|`;

/** Where the browser keeps nothing for the page, drafts live as long as the page is open. */
const memory = new Map<string, string>();

/** A machine may be shared, a name too: each person has drafts of their own. */
const keyOf = (who: PersonId, place: string) => `${beginning}${who}|${place}`;

export function findUnsaved(who: PersonId, place: string, now = Date.now()): InstructionDraft | undefined {
  return readKept(keyOf(who, place), now);
}

export function keepUnsaved(who: PersonId, place: string, draft: InstructionDraft, now = Date.now()): void {
  const text = JSON.stringify({ at: now, draft });
  memory.set(keyOf(who, place), text);
  tried(() => storage()?.setItem(keyOf(who, place), text));
}

export function dropUnsaved(who: PersonId, place: string): void {
  dropKey(keyOf(who, place));
}

/** Everything that this person has not saved, by the place of its page. */
export function allUnsaved(
  who: PersonId,
  now = Date.now(),
): readonly { readonly place: string; readonly draft: InstructionDraft }[] {
  const mine = keyOf(who, '');
  return allKeys()
    .filter((key) => key.startsWith(mine))
    .flatMap((key) => {
      const draft = readKept(key, now);
      return draft ? [{ place: key.slice(mine.length), draft }] : [];
    });
}

function readKept(key: string, now: number): InstructionDraft | undefined {
  const text = memory.get(key) ?? tried(() => storage()?.getItem(key));
  const kept = text ? parsed(text) : undefined;
  if (kept && now - kept.at < keptMs) return kept.draft;
  if (text) dropKey(key);
  return undefined;
}

function dropKey(key: string): void {
  memory.delete(key);
  tried(() => storage()?.removeItem(key));
}

function allKeys(): readonly string[] {
  const stored = tried(() => Object.keys(storage() ?? {})) ?? [];
  return [...new Set([...memory.keys(), ...stored])];
}

/** Where there is no browser there is none. */
const storage = (): Storage | undefined => globalThis.localStorage;

/** A browser may forbid a framed page its storage, or have no room: then memory has to do. */
function tried<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function parsed(text: string): { readonly at: number; readonly draft: InstructionDraft } | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
