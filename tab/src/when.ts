/** Moments and months as people write them, on the county's wall wherever the reader is. */
import type { Language } from '../../bot/domain/county.ts';
import type { Moment, Month } from '../../bot/domain/names.ts';

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;
const timeZone = 'Europe/Helsinki';

/** `ma 23.11. klo 9.05`, `mån 23.11 9.05`, `Mon 23 Nov, 9:05`. */
export function momentText(language: Language, at: Moment): string {
  const month = language === 'en' ? 'short' : 'numeric';
  const wall = new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month,
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  return wall.format(new Date(at));
}

/** `marraskuu 2026`. */
export function monthText(language: Language, month: Month): string {
  const name = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return name.format(new Date(`${month}-01T00:00:00Z`));
}
