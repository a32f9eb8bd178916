/** A month as it is kept for ever: its facts, and how many contacts each day had, tied to nothing else of them. */
import { addDays, dayOf, isWorkingDay, monthEdges, sameMonthLastYear } from '../calendar.ts';
import type { Day, Moment, Month, RegionId } from '../names.ts';
import { compact, type Facts } from './facts.ts';
import { countBy, countOf, tableOf } from './figures.ts';
import type { Contact, ContactChannel } from './tally.ts';
import { channels } from './tally.ts';

/**
 * Contacts of each day of a month in each region, the 1st first. A contact tells only its weekday and hour, so that
 * it can't be tied to a case; these counts tell the day and nothing else, so that a running month can be compared
 * with the same days of last year.
 */
export type DayCounts = { readonly [region in RegionId]?: readonly number[] };

export type MonthTally = { readonly month: Month; readonly facts: Facts; readonly days: DayCounts };

/** A month in a few numbers, for a run of many months. */
export type MonthSummary = {
  readonly month: Month;
  readonly regions: { readonly [region in RegionId]?: { readonly [channel in ContactChannel]: number } };
};

export const monthTally = (month: Month, contacts: readonly Contact[], days: DayCounts): MonthTally => ({
  month,
  facts: compact(contacts),
  days,
});

export function summaryOf({ month, facts }: MonthTally): MonthSummary {
  const table = tableOf(facts, 'region', 'channel');
  const regions = [...table].map(([region, counts]) => [
    region,
    Object.fromEntries(channels.map((channel) => [channel, countOf(counts, channel)])),
  ]);
  return { month, regions: Object.fromEntries(regions) };
}

/** All contacts of a summary; of some regions when named, of some channels when named. */
export function summed(
  { regions }: MonthSummary,
  wanted?: readonly RegionId[],
  among: readonly ContactChannel[] = channels,
): number {
  return Object.entries(regions)
    .filter(([region]) => !wanted || wanted.includes(region as RegionId))
    .flatMap(([, counts]) => among.map((channel) => counts?.[channel] ?? 0))
    .reduce((sum, n) => sum + n, 0);
}

/** Days of the month on the county's wall. */
export function daysIn(month: Month): number {
  const lastMoment = new Date(Date.parse(monthEdges(month).to) - 1).toISOString() as Moment;
  return Number(dayOf(lastMoment).slice(8));
}

/** How many days of the month are over at that moment: all of them in a month that is past, none in a future one. */
export function daysOver(month: Month, now: Moment): number {
  const { from, to } = monthEdges(month);
  if (now >= to) return daysIn(month);
  return now < from ? 0 : Number(dayOf(now).slice(8)) - 1;
}

/** Contacts of the first so many days. undefined when the days of some contacts are not known (an imported month). */
export function countedBy(
  { facts, days }: MonthTally,
  through: number,
  wanted?: readonly RegionId[],
): number | undefined {
  const byRegion = countBy(facts, 'region');
  let sum = 0;
  for (const [region, all] of byRegion) {
    if (wanted && !wanted.includes(region as RegionId)) continue;
    const known = days[region as RegionId] ?? [];
    if (total(known) !== all) return undefined;
    sum += total(known.slice(0, through));
  }
  return sum;
}

const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

/** Working days among the first so many of a month: holidays fall differently each year. */
export function workingDaysBy(month: Month, through: number): number {
  const first = `${month}-01` as Day;
  return Array.from({ length: through }, (_, n) => addDays(first, n)).filter(isWorkingDay).length;
}

/** Like with like: so many days of this month beside the same days of last year's. */
export type SameDays = {
  readonly through: number;
  readonly now: number;
  readonly lastYear: number;
  readonly workingDays: { readonly now: number; readonly lastYear: number };
};

/**
 * A running month is compared by its days that are over, today left out on both sides. undefined when there is nothing
 * to compare: the first day, no data of last year, or days not known.
 */
export function sameDays(
  month: MonthTally,
  lastYear: MonthTally | undefined,
  now: Moment,
  wanted?: readonly RegionId[],
): SameDays | undefined {
  const through = Math.min(daysOver(month.month, now), daysIn(sameMonthLastYear(month.month)));
  if (through === 0 || !lastYear) return undefined;
  const [here, there] = [countedBy(month, through, wanted), countedBy(lastYear, through, wanted)];
  if (here === undefined || there === undefined) return undefined;
  const workingDays = {
    now: workingDaysBy(month.month, through),
    lastYear: workingDaysBy(lastYear.month, through),
  };
  return { through, now: here, lastYear: there, workingDays };
}
