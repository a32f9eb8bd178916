/** A day as people write it, with its year. */
import type { Language } from '../../../bot/domain/county.ts';
import type { Day } from '../../../bot/domain/names.ts';

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** `23.11.2026`, `23 Nov 2026`. */
export function dayText(language: Language, day: Day): string {
  const month = language === 'en' ? 'short' : 'numeric';
  const format = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
