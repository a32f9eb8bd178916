/** What a supervisor may do to the line's hours, and every no they may hear. */
import { addDays, hoursOn, isDay } from '../calendar.ts';
import type { OpenHours, OpeningException, OpeningHours, OpenWeek, Weekday } from '../county.ts';
import { guardText } from '../identity-guard.ts';
import type { Day } from '../names.ts';
import {
  type HoursFlaw,
  hourFlawsOf,
  hoursChanges,
  hoursLimits,
  isEverOpen,
  isSame,
  upcoming,
  weekdays,
} from './opening-hours.ts';

export type HoursCommand =
  /** The person who sets the week has confirmed it. */
  | { readonly do: 'setWeek'; readonly week: OpenWeek }
  /** `instead`: the day of the exception that this one replaces; a new one without it. */
  | ({ readonly do: 'setException'; readonly instead?: Day } & OpeningException)
  | { readonly do: 'removeException'; readonly day: Day }
  | { readonly do: 'confirm' }
  /** Brings back the hours of an earlier version, as far as they lie ahead. */
  | { readonly do: 'restore'; readonly from: OpeningHours };

/** `field` and what stands beside it lead the form to the spot. */
export type HoursRefusal =
  | {
      readonly refused: 'wrong-hours';
      readonly field: 'hours';
      readonly weekday?: Weekday;
      readonly n: number;
      readonly flaw: HoursFlaw;
    }
  | {
      readonly refused: 'too-many-hours';
      readonly field: 'hours';
      readonly weekday?: Weekday;
      readonly most: number;
    }
  /** The line must open some time: promises are counted in its hours. */
  | { readonly refused: 'never-open' }
  | { readonly refused: 'closed-too-long'; readonly from: Day }
  | { readonly refused: 'not-a-day'; readonly field: 'day' }
  | { readonly refused: 'day-has-passed'; readonly field: 'day'; readonly day: Day }
  | { readonly refused: 'day-too-far'; readonly field: 'day'; readonly last: Day }
  | { readonly refused: 'day-taken'; readonly field: 'day'; readonly day: Day }
  /** These are the day's hours without any exception. */
  | { readonly refused: 'as-usual'; readonly field: 'hours' }
  | { readonly refused: 'note-too-long'; readonly field: 'note'; readonly most: number }
  | { readonly refused: 'too-many-exceptions'; readonly most: number }
  | { readonly refused: 'no-such-exception'; readonly day: Day }
  | { readonly refused: 'nothing-new' };

/** The hours after the command, what has long passed tidied away; nothing of the past ever changes. */
export function changeHours(
  current: OpeningHours,
  command: HoursCommand,
  today: Day,
): OpeningHours | HoursRefusal {
  const wished = wish(current, command, today);
  if ('refused' in wished) return wished;
  if (hoursChanges(current, wished, today).length === 0) return { refused: 'nothing-new' };
  return refuseClosing(wished, today) ?? tidied(wished, today);
}

function wish(current: OpeningHours, command: HoursCommand, today: Day): OpeningHours | HoursRefusal {
  switch (command.do) {
    case 'setWeek': {
      const { week } = command;
      return refuseWeek(week) ?? { ...withWeek(current, week, today), confirmed: true };
    }
    case 'setException':
      return setException(current, command, today);
    case 'removeException':
      return removeException(current, command.day, today);
    case 'confirm':
      return { ...current, confirmed: true };
    case 'restore': {
      const { week, confirmed, exceptions } = command.from;
      const passed = current.exceptions.filter(({ day }) => day < today);
      return {
        ...withWeek(current, week, today),
        confirmed,
        exceptions: [...passed, ...upcoming(exceptions, today)],
      };
    }
  }
}

// --- the week ---

function refuseWeek(week: OpenWeek): HoursRefusal | undefined {
  for (const weekday of weekdays) {
    const no = refuseHours(week[weekday]);
    if (no) return { ...no, weekday };
  }
  return isEverOpen(week) ? undefined : { refused: 'never-open' };
}

type HoursFault = Extract<HoursRefusal, { refused: 'wrong-hours' | 'too-many-hours' }>;

function refuseHours(hours: readonly OpenHours[]): HoursFault | undefined {
  const most = hoursLimits.stretches;
  if (hours.length > most) return { refused: 'too-many-hours', field: 'hours', most };
  const [flaw] = hourFlawsOf(hours);
  return flaw && { refused: 'wrong-hours', field: 'hours', ...flaw };
}

/** Days before today keep the week they had: minutes of opening time that are counted again stay what they were. */
function withWeek(current: OpeningHours, week: OpenWeek, today: Day): OpeningHours {
  if (weekdays.every((weekday) => isSame(week[weekday], current.week[weekday]))) return current;
  const { formerWeeks: former = [] } = current;
  // a week that was set today was nobody's yesterday
  const formerWeeks =
    former.at(-1)?.until === today ? former : [...former, { until: today, week: current.week }];
  return { ...current, week, formerWeeks };
}

// --- exceptions ---

type SettingException = Extract<HoursCommand, { do: 'setException' }>;

function setException(
  current: OpeningHours,
  { do: _, instead, ...wished }: SettingException,
  today: Day,
): OpeningHours | HoursRefusal {
  const no = instead === undefined ? undefined : refuseTouching(current, instead, today);
  if (no) return no;
  const others = current.exceptions.filter(({ day }) => day !== instead);
  const exception = tidyNote(wished);
  const refusal =
    refuseDay(wished.day, others, today) ?? refuseHours(wished.hours) ?? refuseNote(exception.note);
  if (refusal) return refusal;
  if (isSame(hoursOn({ ...current, exceptions: [] }, wished.day), wished.hours))
    return { refused: 'as-usual', field: 'hours' };
  return { ...current, exceptions: byDay([...others, exception]) };
}

function removeException(current: OpeningHours, day: Day, today: Day): OpeningHours | HoursRefusal {
  const exceptions = current.exceptions.filter((one) => one.day !== day);
  return refuseTouching(current, day, today) ?? { ...current, exceptions };
}

function refuseTouching({ exceptions }: OpeningHours, day: Day, today: Day): HoursRefusal | undefined {
  if (!exceptions.some((one) => one.day === day)) return { refused: 'no-such-exception', day };
  return day < today ? { refused: 'day-has-passed', field: 'day', day } : undefined;
}

function refuseDay(day: Day, others: readonly OpeningException[], today: Day): HoursRefusal | undefined {
  const last = addDays(today, hoursLimits.aheadDays);
  const most = hoursLimits.exceptions;
  if (!isDay(day)) return { refused: 'not-a-day', field: 'day' };
  if (day < today) return { refused: 'day-has-passed', field: 'day', day };
  if (day > last) return { refused: 'day-too-far', field: 'day', last };
  if (others.some((one) => one.day === day)) return { refused: 'day-taken', field: 'day', day };
  return upcoming(others, today).length < most ? undefined : { refused: 'too-many-exceptions', most };
}

/** An identity that was typed by mistake is never kept. */
function tidyNote({ day, hours, note = '' }: OpeningException): OpeningException {
  const kept = guardText(note.trim()).text;
  return { day, hours, ...(kept !== '' && { note: kept }) };
}

function refuseNote(note = ''): HoursRefusal | undefined {
  const most = hoursLimits.note;
  return note.length > most ? { refused: 'note-too-long', field: 'note', most } : undefined;
}

const byDay = (exceptions: readonly OpeningException[]) =>
  exceptions.toSorted((one, other) => (one.day < other.day ? -1 : 1));

// --- the whole ---

/** A year without an open day is more than deadlines can be counted over. */
function refuseClosing(opening: OpeningHours, today: Day): HoursRefusal | undefined {
  const last = addDays(upcoming(byDay(opening.exceptions), today).at(-1)?.day ?? today, 366);
  let closedFrom = today;
  for (let day = today; day <= last; day = addDays(day, 1)) {
    if (hoursOn(opening, day).length > 0) closedFrom = addDays(day, 1);
    else if (day >= addDays(closedFrom, 365)) return { refused: 'closed-too-long', from: closedFrom };
  }
  return undefined;
}

/** What has passed is kept as long as times are counted over it, and no longer. */
function tidied(opening: OpeningHours, today: Day): OpeningHours {
  const { formerWeeks = [], ...rest } = opening;
  const since = addDays(today, -hoursLimits.keptDays);
  const former = formerWeeks.filter(({ until }) => until > since);
  return {
    ...rest,
    exceptions: byDay(upcoming(opening.exceptions, since)),
    ...(former.length > 0 && { formerWeeks: former }),
  };
}
