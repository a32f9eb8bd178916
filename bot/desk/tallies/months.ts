/** Keeps what each finished month was, and tells "no contacts" from "nobody counted": only where the line was is 0 kept. */
import { monthOf, previousMonth } from '../../domain/calendar.ts';
import type { Month } from '../../domain/names.ts';
import { type MonthTally, monthTally, summed } from '../../domain/tally/month-tally.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { TallyStore } from './ports.ts';
import { monthsTo, runMonths } from './run.ts';

export type MonthPorts = {
  readonly tallies: TallyStore;
  readonly cases: Pick<CaseStore, 'contacts'>;
  readonly clock: Clock;
};

export async function count({ cases, tallies }: MonthPorts, month: Month): Promise<MonthTally> {
  const [contacts, days] = await Promise.all([cases.contacts(month), tallies.days(month)]);
  return monthTally(month, contacts, days);
}

/** The month just over may not be kept yet; of others, not kept is no data. */
export async function finished(ports: MonthPorts, month: Month): Promise<MonthTally | undefined> {
  const kept = await ports.tallies.find(month);
  if (kept || month !== previousMonth(monthOf(ports.clock.now()))) return kept;
  const counted = await count(ports, month);
  return counted.facts.size > 0 ? counted : undefined;
}

/**
 * Counts again what changed, takes away months that a mended mistake leaves without ground, and keeps what is missing.
 * Each step asks what is kept, not what was done: stopped anywhere, or done by two at once, the next time ends it.
 */
export async function recount(ports: MonthPorts): Promise<void> {
  const running = monthOf(ports.clock.now());
  const last = previousMonth(running);
  // the running month is marked in its last hour: it waits until it is over
  const stale = (await ports.tallies.stale()).filter(({ month }) => month < running).toSorted(byMonth);
  for (const { month } of stale) await keep(ports, month);
  await takeGroundlessAway(ports, earlier(stale[0]?.month, monthsTo(last, runMonths)[0] ?? last), last);
  for (const { counted } of stale) await counted();
  for (const month of await missing(ports, last)) await keep(ports, month);
}

const byMonth = (one: { readonly month: Month }, other: { readonly month: Month }) =>
  one.month < other.month ? -1 : 1;

const earlier = (one: Month | undefined, other: Month) => (one !== undefined && one < other ? one : other);

/** A month without contacts is kept as such only right after a kept one: else nobody knows that the line was there. */
function keep(ports: MonthPorts, month: Month): Promise<void> {
  const before = previousMonth(month);
  return ports.tallies.keep(month, async () => {
    const counted = await count(ports, month);
    if (counted.facts.size > 0) return counted;
    const [isGrounded] = await ports.tallies.summaries(before, before);
    return isGrounded && counted;
  });
}

/** A contact recorded for a wrong year, or a wrong import, leaves zeros behind from its month on when it is mended. */
async function takeGroundlessAway(ports: MonthPorts, from: Month, last: Month): Promise<void> {
  const kept = await ports.tallies.summaries(previousMonth(from), last);
  const standing = new Set<Month>();
  for (const summary of kept) {
    const { month } = summary;
    // what stands before them was judged in its time
    if (month < from || summed(summary) > 0 || standing.has(previousMonth(month))) standing.add(month);
    else await keep(ports, month);
  }
}

/**
 * Finished months since the first kept one: the line was there, so that a month without contacts is kept as such.
 * While nothing is kept, those right before now that have contacts.
 */
async function missing({ tallies, cases }: MonthPorts, last: Month): Promise<readonly Month[]> {
  const months = monthsTo(last, runMonths);
  const kept = (await tallies.summaries(months[0] ?? last, last)).map(({ month }) => month);
  const [first] = kept;
  if (first) return months.filter((month) => month > first && !kept.includes(month));
  const found: Month[] = [];
  for (const month of months.toReversed()) {
    if ((await cases.contacts(month)).length === 0) break;
    found.unshift(month);
  }
  return found;
}
