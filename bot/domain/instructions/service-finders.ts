/** The page of service finders, made of the county file: nobody writes it, it is always as the county says. */
import type { County } from '../county.ts';
import { instructionId } from '../names.ts';
import {
  type InstructionLanguage,
  instructionLanguages,
  type Wording,
  type Wordings,
} from './instructions.ts';

export const findersId = instructionId('service-finders');

/** What stands above the finders. */
export type FindersWords = { readonly findersTitle: string; readonly findersLead: string };

/** In both languages; undefined in a county that names no finders. */
export function findersPage(
  county: County,
  wordsIn: (language: InstructionLanguage) => FindersWords,
): Wordings | undefined {
  if (county.finders.length === 0) return undefined;
  return Object.fromEntries(
    instructionLanguages.map((language) => [language, wordingIn(county, language, wordsIn(language))]),
  );
}

function wordingIn(
  { finders }: County,
  language: InstructionLanguage,
  { findersTitle, findersLead }: FindersWords,
): Wording {
  const lines = finders.map(({ name, url, what }) => `- [${name}](${url}): ${what[language]}`);
  return { title: findersTitle, text: [findersLead, '', ...lines].join('\n') };
}
