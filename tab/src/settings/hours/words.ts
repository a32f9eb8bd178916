/** Opening hours, changes and refusals in words. */
import type { Language, OpenHours, OpeningException, Weekday } from '../../../../bot/domain/county.ts';
import type { Day, Moment } from '../../../../bot/domain/names.ts';
import type { HoursRefusal } from '../../../../bot/domain/opening-hours/changes.ts';
import { type HoursChange, weekdays } from '../../../../bot/domain/opening-hours/opening-hours.ts';
import type { TabHoursTexts } from '../../../../bot/words/tab/hours-texts.ts';

export type HoursWords = { readonly say: TabHoursTexts; readonly language: Language };
/** A no of the server that belongs to this page. */
export type HoursProblem = HoursRefusal | { readonly refused: 'no-such-version' | 'changed-since' };

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;
const aMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export function weekdayName(language: Language, weekday: Weekday, width: 'long' | 'short' = 'long'): string {
  const names = new Intl.DateTimeFormat(locales[language], { weekday: width, timeZone: 'UTC' });
  return names.format(aMonday + weekdays.indexOf(weekday) * dayMs);
}

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);

/** `ti 24.11.2026` */
export function dayWords(language: Language, on: Day): string {
  const style = language === 'en' ? 'short' : 'numeric';
  const words = new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: style,
    year: 'numeric',
    timeZone: 'UTC',
  });
  return words.format(Date.parse(`${on}T00:00:00Z`));
}

/** `ti 24.11.2026 klo 9.05`, on the county's wall. */
export function momentWords(language: Language, at: Moment): string {
  const style = language === 'en' ? 'short' : 'numeric';
  const words = new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: style,
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'Europe/Helsinki',
  });
  return words.format(new Date(at));
}

/** `8.00`; what is no time stays as it was typed. */
export function timeWords(language: Language, time: string): string {
  const [, hour, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hour === undefined ? time : `${Number(hour)}${language === 'en' ? ':' : '.'}${minutes}`;
}

/** The time that somebody types as 8, 8.30, 08:30 or 830; anything else as it stands. */
export function timeIn(typed: string): string {
  const [, hour = '', minutes = '00'] = /^(\d{1,2})(?:[.:]?(\d\d))?$/.exec(typed.trim()) ?? [];
  return hour === '' ? typed : `${hour.padStart(2, '0')}:${minutes}`;
}

/** `8.00–16.00`, or `suljettu`. */
export function hoursWords({ say, language }: HoursWords, hours: readonly OpenHours[]): string {
  const time = (one: string) => timeWords(language, one);
  return hours.length === 0
    ? say.closed
    : hours.map(({ from, to }) => `${time(from)}–${time(to)}`).join(', ');
}

const exceptionWords = (words: HoursWords, { hours, note }: OpeningException): string =>
  hoursWords(words, hours) + (note === undefined ? '' : ` (${note})`);

export function changeWords(words: HoursWords, change: HoursChange): string {
  const { say, language } = words;
  switch (change.what) {
    case 'week': {
      const ends = [...new Set([change.weekdays[0], change.weekdays.at(-1)])];
      const days = ends.flatMap((one) => (one ? [weekdayName(language, one, 'short')] : [])).join('–');
      return say.change.week(days, hoursWords(words, change.from), hoursWords(words, change.to));
    }
    case 'added':
    case 'removed': {
      const { exception } = change;
      return say.change[change.what](dayWords(language, exception.day), exceptionWords(words, exception));
    }
    case 'changed': {
      const [from, to] = [exceptionWords(words, change.from), exceptionWords(words, change.to)];
      return say.change.changed(dayWords(language, change.to.day), from, to);
    }
    case 'confirmed':
      return change.to ? say.change.confirmed : say.change.unconfirmed;
  }
}

export function noWords({ say, language }: HoursWords, no: HoursProblem): string {
  switch (no.refused) {
    case 'wrong-hours':
      return say.flaw[no.flaw];
    case 'too-many-hours':
    case 'note-too-long':
    case 'too-many-exceptions':
      return say.no[no.refused](no.most);
    case 'day-too-far':
      return say.no[no.refused](dayWords(language, no.last));
    default:
      return say.no[no.refused];
  }
}
