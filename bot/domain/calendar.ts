/** The county's wall: its months, days and hours, Finnish holidays and working days, opening hours and deadlines. */
import { Temporal } from 'temporal-polyfill';
import type { OpenHours, OpeningHours, OpenWeek, Weekday } from './county.ts';
import type { Day, Moment, Month } from './names.ts';

const zone = 'Europe/Helsinki';
const minute = 60_000;
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Keeps what `make` has once made: for pure makers of few things. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const kept = known.get(key) ?? make(key);
    known.set(key, kept);
    return kept;
  };
}

const instantOf = (moment: Moment) => Date.parse(moment);
const momentOf = (instant: number) => new Date(instant).toISOString() as Moment;

// --- the wall clock ---

/** From an instant on (epoch ms) the wall is so much ahead of UTC (ms). */
type ClockChange = { readonly from: number; readonly ahead: number };

/** The clock's changes within a UTC year, the last one first; the last of all is the year's own start. */
const clockChangesOf = remembered((year: number): readonly ClockChange[] => {
  const changes: ClockChange[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year),
  ).toZonedDateTimeISO(zone);
  while (at && at.epochMilliseconds < Date.UTC(year + 1)) {
    changes.unshift({ from: at.epochMilliseconds, ahead: at.offsetNanoseconds / 1e6 });
    at = at.getTimeZoneTransition('next');
  }
  return changes;
});

/** What the wall shows, as `2026-11-21T10:30:00.000`. Asking the zone itself each time costs several times more. */
function wallOf(moment: Moment): string {
  const instant = instantOf(moment);
  const changes = clockChangesOf(new Date(instant).getUTCFullYear());
  const ahead = changes.find(({ from }) => from <= instant)?.ahead ?? 0;
  return new Date(instant + ahead).toISOString().slice(0, -1);
}

/** The month on the county's wall, not on the server's: half past midnight on 1 November is November. */
export const monthOf = (moment: Moment): Month => wallOf(moment).slice(0, 7) as Month;

/** The day on the county's wall. */
export const dayOf = (moment: Moment): Day => wallOf(moment).slice(0, 10) as Day;

/** The hour on the county's wall, 0–23. */
export const hourOf = (moment: Moment): number => Number(wallOf(moment).slice(11, 13));

/** The weekday on the county's wall. */
export const weekdayOf = (moment: Moment): Weekday => weekdayOfDay(dayOf(moment));

/**
 * The moment when the county's wall shows `time` (`08:00`; `24:00` is the day's end) on that day. A time that the
 * spring change skips becomes an hour later; of one that autumn repeats, the first is meant.
 */
export function momentAt(day: Day, time: string): Moment {
  const date = Temporal.PlainDate.from(day);
  const wall =
    time === '24:00'
      ? date.add({ days: 1 }).toZonedDateTime(zone)
      : date.toZonedDateTime({ timeZone: zone, plainTime: time });
  return momentOf(wall.epochMilliseconds);
}

// --- months, days, minutes ---

const monthPlus = (month: Month, months: number) =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString() as Month;

export const previousMonth = (month: Month): Month => monthPlus(month, -1);
export const nextMonth = (month: Month): Month => monthPlus(month, 1);
export const sameMonthLastYear = (month: Month): Month => monthPlus(month, -12);

/** The month's first moment and the first moment after it. */
export function monthEdges(month: Month): { readonly from: Moment; readonly to: Moment } {
  const first = (one: Month) => momentAt(`${one}-01` as Day, '00:00');
  return { from: first(month), to: first(nextMonth(month)) };
}

/** Whether it is a day of the calendar: 30 February is none. */
export function isDay(text: string): text is Day {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

// a day by itself lies in no zone: in UTC each is as long as the others, and is counted eight times as fast as by Temporal
const wholeDay = 24 * 60 * minute;

/** `n` days later, or earlier when negative. */
export const addDays = (day: Day, n: number): Day => dayAt(Date.parse(day) + n * wholeDay);

const dayAt = (instant: number) => new Date(instant).toISOString().slice(0, 10) as Day;

/** `n` minutes later, or earlier when negative, clock changes or not. */
export const addMinutes = (moment: Moment, n: number): Moment => momentOf(instantOf(moment) + n * minute);

// adding nothing turns -0 into 0
const wholeMinutes = (ms: number) => Math.trunc(ms / minute) + 0;

/** Whole minutes from `from` to `to`; negative when `to` came first. */
export const minutesBetween = (from: Moment, to: Moment): number =>
  wholeMinutes(instantOf(to) - instantOf(from));

function weekdayOfDay(day: Day): Weekday {
  const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
  if (!weekday) throw new RangeError(`No weekday for ${day}`);
  return weekday;
}

// --- holidays and working days ---

/** Easter Sunday of the western church (the Meeus–Jones–Butcher rule, Gregorian years). */
function easterOf(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const shift =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + shift + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const days = moon + week - 7 * late + 114;
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1);
}

/** The first day of that weekday (1 = Monday) on or after the date. */
const onwardTo = (weekday: number, date: Temporal.PlainDate) =>
  date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });

export type Holiday =
  | 'new-year'
  | 'epiphany'
  | 'good-friday'
  | 'easter-day'
  | 'easter-monday'
  | 'may-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'midsummer-eve'
  | 'midsummer-day'
  | 'all-saints'
  | 'independence-day'
  | 'christmas-eve'
  | 'christmas-day'
  | 'second-christmas-day';

/**
 * The days of a year when the county's offices rest, in their order: holy days, Independence Day, May Day, and
 * Midsummer and Christmas Eve (laki 150/1930 5 §).
 */
export const holidaysOf = remembered((year: number): ReadonlyMap<Day, Holiday> => {
  const on = (month: number, day: number) => new Temporal.PlainDate(year, month, day);
  const easter = easterOf(year);
  const days: readonly (readonly [Temporal.PlainDate, Holiday])[] = [
    [on(1, 1), 'new-year'],
    [on(1, 6), 'epiphany'],
    [easter.add({ days: -2 }), 'good-friday'],
    [easter, 'easter-day'],
    [easter.add({ days: 1 }), 'easter-monday'],
    [on(5, 1), 'may-day'],
    [easter.add({ days: 39 }), 'ascension-day'],
    [easter.add({ days: 49 }), 'whit-sunday'],
    [onwardTo(5, on(6, 19)), 'midsummer-eve'],
    [onwardTo(6, on(6, 20)), 'midsummer-day'],
    [onwardTo(6, on(10, 31)), 'all-saints'],
    [on(12, 6), 'independence-day'],
    [on(12, 24), 'christmas-eve'],
    [on(12, 25), 'christmas-day'],
    [on(12, 26), 'second-christmas-day'],
  ];
  const inOrder = days.toSorted(([one], [other]) => Temporal.PlainDate.compare(one, other));
  return new Map(inOrder.map(([date, holiday]) => [date.toString() as Day, holiday]));
});

const isHoliday = (day: Day) => holidaysOf(Number(day.slice(0, 4))).has(day);

/** Monday to Friday and no holiday: how `arkipäivä` is counted in practice, Saturdays left out. */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOfDay(day);
  return weekday !== 'sat' && weekday !== 'sun' && !isHoliday(day);
}

/** The n:th working day after a day, which is itself not counted (laki 150/1930 2 §; SHL 36 §: the seventh). */
export function nthWorkingDayAfter(day: Day, n: number): Day {
  let reached = day;
  for (let left = n; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

// --- opening hours ---

/** A stretch of open time, its end not included. */
export type OpenFrame = { readonly from: Moment; readonly to: Moment };

/** The hours of a day: an exception's, else none on a holiday, else its weekday's. */
export function hoursOn(opening: OpeningHours, day: Day): readonly OpenHours[] {
  const exception = opening.exceptions.find((one) => one.day === day);
  if (exception) return exception.hours;
  return isHoliday(day) ? [] : weekOn(opening, day)[weekdayOfDay(day)];
}

const weekOn = ({ week, formerWeeks = [] }: OpeningHours, day: Day): OpenWeek =>
  formerWeeks.find(({ until }) => day < until)?.week ?? week;

const framesByOpening = new WeakMap<OpeningHours, (day: Day) => readonly OpenFrame[]>();

function framesOf(opening: OpeningHours): (day: Day) => readonly OpenFrame[] {
  const known = framesByOpening.get(opening);
  if (known) return known;
  const framesOn = remembered((day: Day) =>
    hoursOn(opening, day).map(({ from, to }) => ({ from: momentAt(day, from), to: momentAt(day, to) })),
  );
  framesByOpening.set(opening, framesOn);
  return framesOn;
}

/** When the line is open on a day, in the county file's order. Holidays are closed unless an exception names them. */
export const openFrames = (opening: OpeningHours, day: Day): readonly OpenFrame[] => framesOf(opening)(day);

/** Frames from the moment's own day on, that end after the moment; a year's worth after the last one found. */
function* framesFrom(opening: OpeningHours, moment: Moment): Generator<OpenFrame> {
  const framesOn = framesOf(opening);
  let day = dayOf(moment);
  for (let closedDays = 0; closedDays <= 366; closedDays += 1, day = addDays(day, 1)) {
    for (const frame of framesOn(day)) {
      closedDays = 0;
      if (frame.to > moment) yield frame;
    }
  }
}

/** Whether the line is open at that very moment. */
export const isOpen = (opening: OpeningHours, moment: Moment): boolean =>
  openFrames(opening, dayOf(moment)).some(({ from, to }) => from <= moment && moment < to);

/** When the line opens next, this very moment included; undefined when it stays closed for a year. */
export function nextOpening(opening: OpeningHours, moment: Moment): Moment | undefined {
  for (const { from } of framesFrom(opening, moment)) if (from >= moment) return from;
  return undefined;
}

/** Whole minutes of opening time from `from` to `to`; none when `to` came first. */
export function openMinutesBetween(opening: OpeningHours, from: Moment, to: Moment): number {
  if (to <= from) return 0;
  let open = 0;
  for (const frame of framesFrom(opening, from)) {
    if (frame.from >= to) break;
    const begins = frame.from > from ? frame.from : from;
    const ends = frame.to < to ? frame.to : to;
    open += instantOf(ends) - instantOf(begins);
  }
  return wholeMinutes(open);
}

/**
 * The moment by which the line has been open for so many minutes since `moment`: 60 at an hour before closing is
 * closing time, not next morning. No minutes is the moment itself.
 * @throws when the line stays closed for a year: neither the county file nor the settings allow such hours.
 */
export function addOpenMinutes(opening: OpeningHours, moment: Moment, minutes: number): Moment {
  let left = minutes * minute;
  if (left <= 0) return moment;
  for (const frame of framesFrom(opening, moment)) {
    const begins = instantOf(frame.from > moment ? frame.from : moment);
    const ends = instantOf(frame.to);
    if (begins + left <= ends) return momentOf(begins + left);
    left -= ends - begins;
  }
  throw new RangeError(
    `Never open for ${minutes} minutes after ${moment}: give the line opening hours, in the county file or the settings`,
  );
}
