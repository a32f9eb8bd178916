/** Recognises what people type instead of pressing: a command in any of the languages, or a case's id. */
import { readCaseId } from '../../domain/case/case-id.ts';
import { languages } from '../../domain/county.ts';
import type { CaseId } from '../../domain/names.ts';
import type { CommandWord } from '../../words/bot/fi/common.ts';
import { textsFor } from '../../words/bot/texts.ts';

export type TypedCommand =
  | { readonly command: CommandWord }
  | { readonly command: 'case'; readonly id: CaseId };

const known: ReadonlyMap<string, CommandWord> = new Map(
  languages.flatMap((language) =>
    Object.entries(textsFor(language).common.commands).flatMap(([word, said]) =>
      said.map((text) => [text, word as CommandWord] as const),
    ),
  ),
);

/** Only the whole text is a command: a question that begins with `hei` is a question. */
export function commandWord(text: string): TypedCommand | undefined {
  const said = text
    .trim()
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  const word = known.get(said);
  if (word) return { command: word };
  // a word of seven letters may look like an id by chance; people who mean one write it with its dash or a digit
  const id = /[\d#-]/.test(text) ? readCaseId(text.trim()) : undefined;
  return id && { command: 'case', id };
}
