/** One case on its way into Teams: the right to show it, and how far it has come. */
import type { Clock } from '../../desk/ports.ts';
import type { Lease, Shown, ShowStore } from '../../desk/upkeep/ports.ts';
import { addMinutes } from '../../domain/calendar.ts';
import type { Case, Ring } from '../../domain/case/case.ts';
import type { CaseId, Moment } from '../../domain/names.ts';

/** Does `deed` every so many milliseconds until it is stopped. */
export type Every = (ms: number, deed: () => void) => { stop(): void };

/** What is true of the case grows step by step: who breaks off can tell how far it came. */
export type Showing = {
  readonly lease: Lease;
  /** Keeps the right to show it. @throws when somebody else shows it by now: then nothing more may be sent. */
  readonly hold: () => Promise<void>;
  /** Renews the right no longer. */
  readonly end: () => void;
  case: Case;
  retryAt?: Moment | undefined;
  /** The ring that is on its way: nobody knows whether it rang. */
  ringing?: Ring['n'] | undefined;
};

/** Minutes. A process that dies keeps its case from the others for as long. */
const leaseMinutes = 8 / 60;
/** How often a showing asks whether its lease is to be renewed, in milliseconds, and from which age on it is. */
const beatMs = 2000;
const renewMinutes = 1.5 / 60;

type ShowingPorts = { readonly shows: ShowStore; readonly clock: Clock; readonly every?: Every };

/** Undefined when somebody else shows the case, or all of it is shown. */
export async function beginShowing(
  { shows, clock, every = realTime }: ShowingPorts,
  id: CaseId,
): Promise<Showing | undefined> {
  let renewedAt = clock.now();
  const lease = await shows.lease(id, renewedAt, addMinutes(renewedAt, leaseMinutes));
  if (!lease) return undefined;
  const hold = async () => {
    const now = clock.now();
    if (now < addMinutes(renewedAt, renewMinutes)) return;
    await lease.renew(addMinutes(now, leaseMinutes));
    renewedAt = now;
  };
  // one call to Teams may take longer than a lease; that it was lost is heard of before the next
  const beat = every(beatMs, () => void hold().catch(() => undefined));
  return { lease, hold, end: beat.stop, case: lease.shown };
}

const realTime: Every = (ms, deed) => {
  const timer = setInterval(deed, ms);
  return { stop: () => clearInterval(timer) };
};

export const withViews = (showing: Showing, views: Case['views']): void => {
  showing.case = { ...showing.case, views };
};

export const withRing = (showing: Showing, n: Ring['n'], state: Ring['state']): void => {
  const { rings } = showing.case;
  showing.case = { ...showing.case, rings: rings.map((old) => (old.n === n ? { ...old, state } : old)) };
};

/** Something is left to be tried at `at`; the earliest such time counts. */
export function tryLater(showing: Showing, at: Moment): void {
  if (!showing.retryAt || at < showing.retryAt) showing.retryAt = at;
}

/** Of a ring that is on its way nothing is told: the store takes it for one that may have rung. */
export function achieved({ case: { views, rings }, ringing }: Showing): Shown {
  const known = rings.filter(({ n }) => n !== ringing);
  return { views, rings: new Map(known.map(({ n, state }) => [n, state])) };
}
