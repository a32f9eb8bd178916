/** Moments and months as people write them, on the county's wall wherever the reader is. */
import type { Language } from '../../../bot/domain/county.ts';
import { type Day, type Moment, type Month, month } from '../../../bot/domain/names.ts';

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;
const timeZone = 'Europe/Helsinki';

/** `ma 23.11. klo 9.05`, `mån 23.11 9.05`, `Mon 23 Nov, 9:05`. */
export function momentText(language: Language, at: Moment): string {
  const style = language === 'en' ? 'short' : 'numeric';
  const wall = new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: style,
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  return wall.format(new Date(at));
}

/** `marraskuu 2026`. */
export function monthText(language: Language, shown: Month): string {
  const name = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return name.format(new Date(`${shown}-01T00:00:00Z`));
}

/** `23.11.–6.12.`, `23 Nov – 6 Dec`. */
export function daysText(language: Language, from: Day, to: Day): string {
  const style = language === 'en' ? 'short' : 'numeric';
  const days = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: style, timeZone: 'UTC' });
  return days.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** The month on the county's wall now. */
export function thisMonth(): Month {
  return month(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date()).slice(0, 7));
}

/** A year back and the running month, the newest first. */
export function lastMonths(): readonly Month[] {
  const [year = 0, number = 0] = thisMonth().split('-').map(Number);
  return Array.from({ length: 13 }, (_, ago) =>
    month(new Date(Date.UTC(year, number - 1 - ago)).toISOString().slice(0, 7)),
  );
}
