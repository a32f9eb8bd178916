/** Makes the report of each finished month once, and sees to it that it is posted at most once by itself. */
import { addMinutes, monthOf, previousMonth, sameMonthLastYear } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { Month } from '../../domain/names.ts';
import type { Actor, NoRole } from '../../domain/roles.ts';
import { type MonthReport, monthReport } from '../../domain/tally/month-report.ts';
import { guardOf } from '../guard.ts';
import type { Clock } from '../ports.ts';
import type { ReportStore, Reports, TallyStore } from './ports.ts';

export type MonthReportPorts = {
  readonly tallies: Pick<TallyStore, 'find'>;
  readonly reportStore: ReportStore;
  readonly reports: Reports;
  readonly clock: Clock;
  readonly staff: { actor(person: Person): Promise<Actor> };
};

export type ReportRefusal = NoRole<'supervisor'> | { readonly refused: 'no-data' | 'being-posted' };

/** A line that stood still for longer makes the reports of these months good, not of all that is past. */
const mostMissed = 12;
/** Nobody takes longer to post a card: who is said to be posting after that has died doing it. */
const postingMinutes = 5;

export function createMonthReports(ports: MonthReportPorts) {
  const { reportStore, clock, staff } = ports;
  const only = guardOf(staff);
  return {
    /** Makes what is missing and posts what is due. Safe to repeat, safe to run in several processes at once. */
    async turnOfMonth(): Promise<void> {
      for (const month of await missing(ports)) await make(ports, month);
      for (const { month } of await reportStore.due()) await post(ports, month, isDue);
    },

    report: (person: Person, month: Month): Promise<MonthReport | ReportRefusal> =>
      only(
        'supervisor',
        person,
        async () => (await reportStore.find(month)) ?? ({ refused: 'no-data' } as const),
      ),

    /** A supervisor has it posted once more: the card was deleted, or never came. */
    postAgain: (person: Person, month: Month) =>
      only('supervisor', person, async (): Promise<MonthReport | ReportRefusal> => {
        const isFree = ({ posting: { state, at } }: MonthReport) =>
          state !== 'sending' || !at || addMinutes(at, postingMinutes) <= clock.now();
        const posted = await post(ports, month, isFree, person);
        if (posted) return posted;
        return { refused: (await reportStore.find(month)) ? 'being-posted' : 'no-data' };
      }),
  };
}

export type MonthReports = ReturnType<typeof createMonthReports>;

const isDue = ({ posting }: MonthReport) => posting.state === 'due';

/** The month before this one, and those before it that were missed since the newest report. */
async function missing({ reportStore, clock }: MonthReportPorts): Promise<readonly Month[]> {
  const last = previousMonth(monthOf(clock.now()));
  const newest = await reportStore.newest();
  if (newest !== undefined && newest >= last) return [];
  const months = [last];
  while (newest !== undefined && months.length < mostMissed) {
    const before = previousMonth(months[0] ?? last);
    if (before <= newest) break;
    months.unshift(before);
  }
  return months;
}

/** A month of which nothing is known has no report; it is made once its tally is kept. */
async function make({ tallies, reportStore, clock }: MonthReportPorts, month: Month): Promise<void> {
  const [tally, lastYear, monthBefore] = await Promise.all([
    tallies.find(month),
    tallies.find(sameMonthLastYear(month)),
    tallies.find(previousMonth(month)),
  ]);
  if (!tally) return;
  const before = { lastYear: lastYear?.facts, monthBefore: monthBefore?.facts };
  await reportStore.open(monthReport(month, tally.facts, before, clock.now()));
}

/** Records first that it is about to be posted: only who could write that posts. undefined when somebody else may. */
async function post(
  { reportStore, reports, clock }: MonthReportPorts,
  month: Month,
  mayPost: (report: MonthReport) => boolean,
  by?: Person,
): Promise<MonthReport | undefined> {
  let isMine = false;
  const taken = await reportStore.change(month, (current) => {
    isMine = mayPost(current);
    if (!isMine) return current;
    return { ...current, posting: { state: 'sending', at: clock.now(), ...(by && { by: by.id }) } };
  });
  if (!taken || !isMine) return undefined;
  const became = await reports.post(taken);
  // nothing arrived: it stays due until there is a channel, and Teams answers
  const state = became === 'later' ? 'due' : became;
  return reportStore.change(month, (current) => ({
    ...current,
    posting: { ...current.posting, state, at: clock.now() },
  }));
}
