/** The anonymous fact that a case leaves to the tallies. */

import type { Priority75 } from '../assessment.ts';
import { dayOf, hourOf, monthOf, openMinutesBetween, weekdayOf } from '../calendar.ts';
import type { Case, Outcome } from '../case/case.ts';
import type { County, Urgency, Weekday } from '../county.ts';
import type {
  CareId,
  CategoryId,
  Month,
  PlaceId,
  RedirectId,
  RegionId,
  ServiceId,
  TopicId,
} from '../names.ts';
import { firstPromise } from '../promises.ts';

export const channels = ['teams', 'phone', 'email', 'walk-in'] as const;
export type ContactChannel = (typeof channels)[number];

/**
 * Whether a needs assessment was asked for within its clock (SHL 36 §: the seventh working day; for others the
 * county's own target). When it truly begins only the client system knows.
 */
export type AssessmentCount = `${'statutory' | 'target'}-${'in-time' | 'late'}`;
export type ConcernCount = Urgency | 'unassessed';

/** One contact, counted. It names nobody: its exact time, its case and its people are not in it. */
export type Contact = {
  readonly month: Month;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly channel: ContactChannel;
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
  /** One for each needs assessment asked for; absent when there is none. */
  readonly assessments?: readonly AssessmentCount[];
  /** How urgent each concern report was assessed to be; absent when there is none. */
  readonly concerns?: readonly ConcernCount[];
  readonly misdirected: boolean;
  readonly withdrawn: boolean;
  readonly reopened: boolean;
  /** Minutes of opening time. */
  readonly toClaim?: number;
  readonly toAnswer?: number;
  readonly promiseKept?: boolean;
};

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
    ...aboutReports(outcomes),
  };
}

function aboutReports(outcomes: readonly Outcome[]): Pick<Contact, 'assessments' | 'concerns'> {
  const assessments = outcomes.flatMap((one): AssessmentCount[] => {
    if (one.kind !== 'assessment') return [];
    return [`${one.clock.kind}-${dayOf(one.at) <= one.clock.beginBy ? 'in-time' : 'late'}`];
  });
  const concerns = outcomes.flatMap((one): ConcernCount[] =>
    one.kind === 'concern' ? [one.assessed ?? 'unassessed'] : [],
  );
  return {
    ...(assessments.length > 0 && { assessments }),
    ...(concerns.length > 0 && { concerns }),
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

/** The contact that a change leaves when it is not the former one; a purged case is cut off from its contact. */
export function changedContact(county: County, former: Case, next: Case): Contact | undefined {
  if (next === former || next.contactId === undefined) return undefined;
  const contact = contactOf(county, next);
  return JSON.stringify(contact) === JSON.stringify(contactOf(county, former)) ? undefined : contact;
}

/** How many contacts a region had in a month; the first figure of the tab. */
export function countByRegion(contacts: readonly Contact[]): ReadonlyMap<RegionId, number> {
  const counts = new Map<RegionId, number>();
  for (const { region } of contacts) counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
}
