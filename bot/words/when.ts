/** Days and times as people write them: `ma 30.11. klo 8.00`, `mån 30.11 kl. 8.00`, `Mon 30 Nov, 8:00`. */
import { dayOf, hourOf, momentAt, weekdayOf } from '../domain/calendar.ts';
import type { Language, Weekday } from '../domain/county.ts';
import type { Day, Moment } from '../domain/names.ts';

const weekdayNames: { readonly [language in Language]: { readonly [weekday in Weekday]: string } } = {
  fi: { mon: 'ma', tue: 'ti', wed: 'ke', thu: 'to', fri: 'pe', sat: 'la', sun: 'su' },
  sv: { mon: 'mån', tue: 'tis', wed: 'ons', thu: 'tors', fri: 'fre', sat: 'lör', sun: 'sön' },
  en: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
};

const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Monday's short name and so on, without a full stop. */
export const weekdayName = (language: Language, weekday: Weekday): string => weekdayNames[language][weekday];

/** `27.11.`, `27.11`, `27 Nov`: the year is left to the reader. */
export function dayText(language: Language, day: Day): string {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  if (language === 'en') return `${date} ${englishMonths[month - 1]}`;
  return `${date}.${month}${language === 'fi' ? '.' : ''}`;
}

/** `27.11.2026`, `27 Nov 2026`: for what is read long after it was written. */
export function fullDayText(language: Language, day: Day): string {
  const year = day.slice(0, 4);
  const short = dayText(language, day);
  return language === 'fi' ? short + year : language === 'sv' ? `${short}.${year}` : `${short} ${year}`;
}

/** `1.12.–14.12.` */
export const daysText = (language: Language, from: Day, to: Day): string =>
  from === to ? dayText(language, from) : `${dayText(language, from)}–${dayText(language, to)}`;

/** `8.00` or `8:00`, as in opening hours. */
export function hourText(language: Language, time: string): string {
  const [hour = '', minutes = ''] = time.split(':');
  return `${Number(hour)}${language === 'en' ? ':' : '.'}${minutes}`;
}

/** `klo 10.42`, on the county's wall. */
export function timeText(language: Language, at: Moment): string {
  // Helsinki differs from UTC by whole hours: the minutes are the same
  const time = hourText(language, `${hourOf(at)}:${at.slice(14, 16)}`);
  return language === 'en' ? time : `${language === 'fi' ? 'klo' : 'kl.'} ${time}`;
}

/** The time alone for today's moments, the weekday, the date and the time for others. */
export function momentText(language: Language, at: Moment, now: Moment): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return timeText(language, at);
  const date = `${weekdayName(language, weekdayOf(at))} ${dayText(language, day)}`;
  return `${date}${language === 'en' ? ',' : ''} ${timeText(language, at)}`;
}

/** A day with its weekday: `ti 8.12.` */
export const weekdayAndDay = (language: Language, day: Day): string =>
  `${weekdayName(language, weekdayOf(momentAt(day, '12:00')))} ${dayText(language, day)}`;
