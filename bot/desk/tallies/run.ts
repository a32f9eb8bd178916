/** The run of 24 months: a few numbers each, however many contacts they had. */
import { previousMonth } from '../../domain/calendar.ts';
import type { Month } from '../../domain/names.ts';
import { type MonthSummary, summed } from '../../domain/tally/month-tally.ts';
import type { RunPoint, Sees } from '../../domain/views/tally-views.ts';
import type { TallyStore } from './ports.ts';
import { sharedSummary, type TallyScope } from './shared.ts';

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

type RunContext = {
  readonly month: Month;
  readonly running: boolean;
  readonly sees: Sees;
  readonly readership: TallyScope;
};

export function runPoints(summaries: readonly MonthSummary[], looking: RunContext): RunPoint[] {
  const { month, running } = looking;
  return monthsTo(month, runMonths).map((each) => {
    const summary = summaries.find((one) => one.month === each);
    if (!summary) return { month: each, contacts: 'no-data', digital: 'no-data', county: 'no-data' };
    return { month: each, ...pointOf(summary, looking, running && each === month) };
  });
}

/** Of a running month everybody is told the total alone. */
function pointOf(
  summary: MonthSummary,
  { sees, readership }: RunContext,
  running: boolean,
): Omit<RunPoint, 'month'> {
  if (sees === 'all') {
    const contacts = summed(summary);
    return { contacts, digital: summed(summary, undefined, ['teams']), county: contacts };
  }
  const { contacts: county, digital } = sharedSummary(readership, summary);
  if (sees === 'county') return { contacts: county, digital: running ? 'hidden' : digital, county };
  const { known } = readership;
  return { contacts: summed(summary, known), digital: summed(summary, known, ['teams']), county };
}
