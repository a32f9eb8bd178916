/** Every word of the tallies, in the reader's language; loaded by the page only where they are shown. */
import type { Language } from '../../domain/county.ts';
import { type Dimension, none } from '../../domain/tally/dimensions.ts';
import type { Names } from '../../domain/views/tally-views.ts';
import { weekdayName } from '../when.ts';
import { tallyEn } from './en/tally.ts';
import { type TallyTexts, tallyFi } from './fi/tally.ts';
import { tallySv } from './sv/tally.ts';

export type { TallyTexts } from './fi/tally.ts';

const all: { readonly [language in Language]: TallyTexts } = { fi: tallyFi, sv: tallySv, en: tallyEn };

export const tallyTextsFor = (language: Language): TallyTexts => all[language];

/** What a value is called: by the county, by us, or as it was typed (a role, a unit). */
export function valueName(language: Language, names: Names, dimension: Dimension, value: string): string {
  const texts = tallyTextsFor(language);
  if (value === none) return texts.none;
  const words: { readonly [dimension: string]: { readonly [value: string]: string } } = texts.value;
  if (dimension === 'weekday') return weekdayName(language, value as Parameters<typeof weekdayName>[1]);
  return names[dimension]?.[value]?.[language] ?? words[dimension]?.[value] ?? value;
}
