/** The words of the tallies, fetched with their page, and what a counted value is called. */
import type { Language } from '../../../bot/domain/county.ts';
import type { Statement } from '../../../bot/domain/feedback.ts';
import { type Dimension, none } from '../../../bot/domain/tally/dimensions.ts';
import type { Names } from '../../../bot/domain/views/tally-views.ts';
import { enFeedback } from '../../../bot/words/bot/en/feedback.ts';
import { fiFeedback } from '../../../bot/words/bot/fi/feedback.ts';
import { svFeedback } from '../../../bot/words/bot/sv/feedback.ts';
import { talliesEn } from '../../../bot/words/tab/en/tallies.ts';
import { tallyEn } from '../../../bot/words/tab/en/tally.ts';
import { type TalliesTexts, talliesFi } from '../../../bot/words/tab/fi/tallies.ts';
import { type TallyTexts, tallyFi } from '../../../bot/words/tab/fi/tally.ts';
import { talliesSv } from '../../../bot/words/tab/sv/tallies.ts';
import { tallySv } from '../../../bot/words/tab/sv/tally.ts';

/** `in` holds the words that what is saved shares with the page, `said` what feedback agrees with. */
export type Say = TalliesTexts & {
  readonly in: TallyTexts;
  readonly said: { readonly [statement in Statement]: string };
};

const all: { readonly [language in Language]: Say } = {
  fi: { ...talliesFi, in: tallyFi, said: fiFeedback.statement },
  sv: { ...talliesSv, in: tallySv, said: svFeedback.statement },
  en: { ...talliesEn, in: tallyEn, said: enFeedback.statement },
};

export const sayIn = (language: Language): Say => all[language];

export const weekdays: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** By the platform's own names: the calendar's file would bring all of its reckoning along. */
export function weekdayText(language: Language, nth: number): string {
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // the 1st of January 2024 was a Monday
  return name.format(new Date(Date.UTC(2024, 0, 1 + nth)));
}

export const hourText = (hour: number): string => `${hour}–${hour + 1}`;

/** By the county's words, by ours, or as it was typed (a role, a unit). */
export function nameOf(say: Say, names: Names, dimension: Dimension, value: string): string {
  if (value === none) return say.in.none;
  if (dimension === 'hour') return hourText(Number(value));
  if (dimension === 'weekday') return weekdayText(say.language, weekdays.indexOf(value));
  const words: { readonly [dimension: string]: { readonly [value: string]: string } } = say.in.value;
  return names[dimension]?.[value]?.[say.language] ?? words[dimension]?.[value] ?? value;
}
