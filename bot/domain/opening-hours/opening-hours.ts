/** What opening hours may be, and how two versions of them differ. */
import type { OpenHours, OpeningException, OpeningHours, OpenWeek, Weekday } from '../county.ts';
import type { Day } from '../names.ts';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `stretches`: open times of one day. `keptDays`: how long what has passed is remembered, for times counted later. */
export const hoursLimits = {
  note: 100,
  stretches: 4,
  exceptions: 100,
  aheadDays: 731,
  keptDays: 400,
} as const;

/** What is wrong with the n:th open time of a day; it is compared with the one above it. */
export type HoursFlaw = 'not-a-time' | 'ends-before-it-begins' | 'overlaps';

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Every open time of a day that cannot be, in their order. */
export function hourFlawsOf(hours: readonly OpenHours[]): { readonly n: number; readonly flaw: HoursFlaw }[] {
  return hours.flatMap((each, n) => flawsIn(each, hours[n - 1]).map((flaw) => ({ n, flaw })));
}

function flawsIn({ from, to }: OpenHours, before: OpenHours | undefined): readonly HoursFlaw[] {
  if (!isTime(from) || !isTime(to)) return ['not-a-time'];
  const overlaps = before !== undefined && from < before.to;
  return [
    ...(from < to ? [] : ['ends-before-it-begins' as const]),
    ...(overlaps ? ['overlaps' as const] : []),
  ];
}

/** Promises are counted in opening time: without any they would never fall due. */
export const isEverOpen = (week: OpenWeek): boolean => weekdays.some((weekday) => week[weekday].length > 0);

/** One thing that differs between two versions of the hours. */
export type HoursChange =
  | {
      readonly what: 'week';
      /** Weekdays that changed alike, side by side in the week. */
      readonly weekdays: readonly Weekday[];
      readonly from: readonly OpenHours[];
      readonly to: readonly OpenHours[];
    }
  | { readonly what: 'added' | 'removed'; readonly exception: OpeningException }
  | { readonly what: 'changed'; readonly from: OpeningException; readonly to: OpeningException }
  | { readonly what: 'confirmed'; readonly to: boolean };

export type HoursShown = Pick<OpeningHours, 'confirmed' | 'week' | 'exceptions'>;

/** What differs, for the history and before a change is made. Exceptions before `since` have passed and are left out. */
export function hoursChanges(before: HoursShown, after: HoursShown, since: Day): readonly HoursChange[] {
  return [
    ...weekChanges(before.week, after.week),
    ...exceptionChanges(upcoming(before.exceptions, since), upcoming(after.exceptions, since)),
    ...(before.confirmed === after.confirmed ? [] : [{ what: 'confirmed' as const, to: after.confirmed }]),
  ];
}

/** Exceptions of that day and later. */
export const upcoming = (exceptions: readonly OpeningException[], since: Day) =>
  exceptions.filter(({ day }) => day >= since);

/** Whether a change takes opening time away from a whole day: such a one is asked about first. */
export function closesADay(change: HoursChange): boolean {
  switch (change.what) {
    case 'week':
      return change.to.length === 0;
    case 'added':
      return change.exception.hours.length === 0;
    case 'changed':
      return change.to.hours.length === 0 && change.from.hours.length > 0;
    case 'removed':
    case 'confirmed':
      return false;
  }
}

type WeekChange = Extract<HoursChange, { what: 'week' }>;

function weekChanges(before: OpenWeek, after: OpenWeek): readonly WeekChange[] {
  const runs: WeekChange[] = [];
  for (const [nth, weekday] of weekdays.entries()) {
    const [from, to] = [before[weekday], after[weekday]];
    if (isSame(from, to)) continue;
    const last = runs.at(-1);
    const follows = last?.weekdays.at(-1) === weekdays[nth - 1];
    if (last && follows && isSame(last.from, from) && isSame(last.to, to))
      runs.splice(-1, 1, { ...last, weekdays: [...last.weekdays, weekday] });
    else runs.push({ what: 'week', weekdays: [weekday], from, to });
  }
  return runs;
}

function exceptionChanges(
  before: readonly OpeningException[],
  after: readonly OpeningException[],
): readonly HoursChange[] {
  const on = (all: readonly OpeningException[], day: Day) => all.find((one) => one.day === day);
  const days = [...new Set([...before, ...after].map(({ day }) => day))].toSorted();
  return days.flatMap((day): HoursChange[] => {
    const [from, to] = [on(before, day), on(after, day)];
    if (from && to) return isSameException(from, to) ? [] : [{ what: 'changed', from, to }];
    if (to) return [{ what: 'added', exception: to }];
    return from ? [{ what: 'removed', exception: from }] : [];
  });
}

const isSameException = (one: OpeningException, other: OpeningException) =>
  isSame(one.hours, other.hours) && one.note === other.note;

/** The same open times in the same order. */
export const isSame = (one: readonly OpenHours[], other: readonly OpenHours[]): boolean =>
  one.length === other.length &&
  one.every(({ from, to }, n) => from === other[n]?.from && to === other[n]?.to);
