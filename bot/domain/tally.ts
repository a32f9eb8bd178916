/** The anonymous fact that a case leaves to the tallies. */

import type { Priority75 } from './assessment.ts';
import { hourOf, monthOf, openMinutesBetween, weekdayOf } from './calendar.ts';
import type { Case, Outcome } from './case.ts';
import type { County, Urgency, Weekday } from './county.ts';
import type {
  CareId,
  CategoryId,
  Month,
  PlaceId,
  RedirectId,
  RegionId,
  ServiceId,
  TopicId,
} from './names.ts';
import { answerDue } from './promises.ts';

export type Channel = 'teams' | 'phone' | 'email' | 'walk-in';

/** One contact, counted. It names nobody: its exact time, its case and its people are not in it. */
export type Contact = {
  readonly month: Month;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly channel: Channel;
  readonly region: RegionId;
  readonly place?: PlaceId;
  readonly topic: TopicId;
  readonly category?: CategoryId;
  readonly priority75: Priority75;
  readonly urgency: Urgency;
  readonly care?: CareId;
  readonly role?: string;
  readonly unit?: string;
  readonly outcomes: readonly Outcome['kind'][];
  readonly services: readonly ServiceId[];
  readonly redirects: readonly RedirectId[];
  readonly misdirected: boolean;
  readonly withdrawn: boolean;
  readonly reopened: boolean;
  /** Minutes of opening time. */
  readonly toClaim?: number;
  readonly toAnswer?: number;
  readonly promiseKept?: boolean;
};

/** Reopening makes a new promise; the first answer is measured by the first. */
const firstPromise = (county: County, one: Case) =>
  one.reopened ? answerDue(county, one.receivedAt, one.urgency) : one.answerBy;

const timesOf = (county: County, one: Case) => ({
  ...(one.firstClaimedAt && {
    toClaim: openMinutesBetween(county.opening, one.receivedAt, one.firstClaimedAt),
  }),
  ...(one.firstAnsweredAt && {
    toAnswer: openMinutesBetween(county.opening, one.receivedAt, one.firstAnsweredAt),
    promiseKept: one.firstAnsweredAt <= firstPromise(county, one),
  }),
});

const aboutClient = ({ place, category, care, priority75 }: Case) => ({
  ...(place && { place }),
  ...(category && { category }),
  ...(care && { care }),
  priority75,
});

const aboutAsker = ({ asker }: Case) => ({
  ...(asker.title && { role: asker.title }),
  ...(asker.unit && { unit: asker.unit }),
});

function aboutOutcomes({ outcomes, misdirected }: Case) {
  const redirects = outcomes.flatMap((one) => (one.kind === 'redirect' ? [one] : []));
  return {
    outcomes: [...new Set(outcomes.map(({ kind }) => kind))],
    services: outcomes.flatMap((one) => (one.kind === 'grant' ? [one.service] : [])),
    redirects: redirects.map(({ to }) => to),
    misdirected: misdirected || redirects.some((one) => one.misdirected),
  };
}

/** The contact that a case is counted as: once, in the month it was received, whatever became of it. */
export function contactOf(county: County, one: Case): Contact {
  return {
    month: monthOf(one.receivedAt),
    weekday: weekdayOf(one.receivedAt),
    hour: hourOf(one.receivedAt),
    channel: 'teams',
    region: one.region,
    topic: one.topic,
    urgency: one.urgency,
    ...aboutClient(one),
    ...aboutAsker(one),
    ...aboutOutcomes(one),
    withdrawn: one.status === 'withdrawn',
    reopened: one.reopened,
    ...timesOf(county, one),
  };
}

/** How many contacts a region had in a month; the first figure of the tab. */
export function countByRegion(contacts: readonly Contact[]): ReadonlyMap<RegionId, number> {
  const counts = new Map<RegionId, number>();
  for (const { region } of contacts) counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
}
