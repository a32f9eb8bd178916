/** The page of service finders, made of the county file: nobody writes it, it is always as the county says. */
import type { County } from '../county.ts';
import {
  type InstructionLanguage,
  instructionLanguages,
  type Wording,
  type Wordings,
} from '../instructions.ts';
import { textsFor } from '../locales/texts.ts';
import { instructionId } from '../names.ts';

export const findersId = instructionId('service-finders');

/** In both languages; undefined in a county that names no finders. */
export function findersPage(county: County): Wordings | undefined {
  if (county.finders.length === 0) return undefined;
  return Object.fromEntries(instructionLanguages.map((language) => [language, wordingIn(county, language)]));
}

function wordingIn({ finders }: County, language: InstructionLanguage): Wording {
  const { findersTitle, findersLead } = textsFor(language).library;
  const lines = finders.map(({ name, url, what }) => `- [${name}](${url}): ${what[language]}`);
  return { title: findersTitle, text: [findersLead, '', ...lines].join('\n') };
}
