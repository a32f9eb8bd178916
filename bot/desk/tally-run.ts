/** The run of 24 months: a few numbers each, however many contacts they had. */
import { previousMonth } from '../domain/calendar.ts';
import type { Month, RegionId } from '../domain/names.ts';
import { hideAlone, hideInList } from '../domain/tally/hiding.ts';
import { type MonthSummary, summed } from '../domain/tally/month-tally.ts';
import type { Cell, RunPoint } from '../domain/views/tally-views.ts';
import type { TallyStore } from './tally-ports.ts';

export const runMonths = 24;

/** So many months up to that one, it included, oldest first. */
export function monthsTo(last: Month, most: number): readonly Month[] {
  const months = [last];
  while (months.length < most) months.unshift(previousMonth(months[0] ?? last));
  return months;
}

/** The kept months of the run that ends with that one, it left out. */
export async function runBefore(tallies: TallyStore, month: Month): Promise<readonly MonthSummary[]> {
  const last = previousMonth(month);
  return tallies.summaries(monthsTo(last, runMonths - 1)[0] ?? last, last);
}

type Looking = {
  readonly month: Month;
  readonly running: boolean;
  /** The regions seen in full. */
  readonly known: 'all' | readonly RegionId[];
};

export function runPoints(
  summaries: readonly MonthSummary[],
  { month, running, known }: Looking,
): RunPoint[] {
  return monthsTo(month, runMonths).map((each) => {
    const summary = summaries.find((one) => one.month === each);
    if (!summary) return { month: each, contacts: 'no-data', digital: 'no-data', county: 'no-data' };
    return { month: each, ...pointOf(summary, known, running && each === month) };
  });
}

function pointOf(summary: MonthSummary, known: Looking['known'], running: boolean): Omit<RunPoint, 'month'> {
  const contacts = summed(summary);
  if (known === 'all') return { contacts, digital: summed(summary, undefined, ['teams']), county: contacts };
  const county = countyTotal(summary, known);
  if (known.length === 0)
    return { contacts: county, digital: running ? 'hidden' : digitalOf(summary), county };
  return { contacts: summed(summary, known), digital: summed(summary, known, ['teams']), county };
}

/** Hidden when what is left beyond the known regions is a small number. */
function countyTotal(summary: MonthSummary, known: readonly RegionId[]): Cell {
  const all = summed(summary);
  return hideAlone([all - summed(summary, known)])[0] === 'hidden' ? 'hidden' : all;
}

/** Beside the total it tells the others too: neither may be small. */
function digitalOf(summary: MonthSummary): Cell {
  const digital = summed(summary, undefined, ['teams']);
  return hideInList([digital, summed(summary) - digital]).parts[0] ?? 0;
}
