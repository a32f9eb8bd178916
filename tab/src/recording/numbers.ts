/** Counts and moments as the pages of recorded contacts write them. */
import type { Language } from '../../../bot/domain/county.ts';
import type { Day, Moment, Month } from '../../../bot/domain/names.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import { monthText } from '../kit/when.ts';

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** `1 234`. */
export const countText = (language: Language, count: number) =>
  new Intl.NumberFormat(locales[language]).format(count);

/** `1 234 yhteydenottoa`, `1 yhteydenotto`; rows likewise. */
export const contactsText = (words: ImportTexts, language: Language, count: number) =>
  words.contacts(count, countText(language, count));
export const rowsText = (words: ImportTexts, language: Language, count: number) =>
  words.rows(count, countText(language, count));

/** `23.11.2026 klo 12.00`: what is old needs its year. */
export const wholeMoment = (language: Language, at: Moment) =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(new Date(at));

/** `ma 23.11.`. */
export const weekdayText = (language: Language, day: Day) =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** `lokakuu 2025 – marraskuu 2026`; the only one by itself. */
export function monthsText(language: Language, months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  if (first === last) return monthText(language, first);
  return `${monthText(language, first)} – ${monthText(language, last)}`;
}
