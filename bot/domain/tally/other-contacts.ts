/** Contacts that came by phone, by e-mail or in person, as an advisor records them: what is wrong with one, what it counts as. */
import type { Priority75 } from '../assessment.ts';
import { addDays, dayOf, momentAt, monthOf, weekdayOf } from '../calendar.ts';
import type { Outcome, Person } from '../case/case.ts';
import type { County, Urgency } from '../county.ts';
import { guardText } from '../identity-guard.ts';
import type {
  CareId,
  CategoryId,
  Day,
  Moment,
  Month,
  PlaceId,
  RedirectId,
  RegionId,
  ServiceId,
  TopicId,
} from '../names.ts';
import type { Actor, NotYours } from '../roles.ts';
import { careOf, redirectOf, regionOfPlace, serviceOf, topicOf } from '../routing.ts';
import type { Contact, ContactChannel } from './tally.ts';

export const otherChannels = ['phone', 'email', 'walk-in'] as const satisfies readonly ContactChannel[];
export type OtherChannel = (typeof otherChannels)[number];
export const outcomeKinds = [
  'guidance',
  'grant',
  'assessment',
  'concern',
  'redirect',
  'callback',
] as const satisfies readonly Outcome['kind'][];

/** What the form holds. A place tells its region; without a place the region is chosen. */
export type OtherContact = {
  readonly channel: OtherChannel;
  readonly day: Day;
  /** On the wall, 0–23. */
  readonly hour: number;
  readonly place?: PlaceId;
  readonly region?: RegionId;
  readonly topic: TopicId;
  readonly category?: CategoryId;
  readonly priority75: Priority75;
  readonly urgency: Urgency;
  readonly care?: CareId;
  /** The contacter's task and unit (seed 001: who contacted). */
  readonly role?: string;
  readonly unit?: string;
  readonly outcomes: readonly Outcome['kind'][];
  readonly services: readonly ServiceId[];
  readonly redirects: readonly RedirectId[];
};

export type ContactField = keyof OtherContact;
export type ContactFault = {
  readonly field: ContactField;
  readonly fault: 'missing' | 'unknown' | 'future' | 'too-old' | 'too-long' | 'identity';
};

const mostWords = 60;
/** No statistics are older: a day before it is a slip in a file. */
const firstDay = '2000-01-01' as Day;
/** Half a year: anyone who types last year by mistake is told. */
const daysByHand = 183;

/** The earliest day that one records by hand; older statistics are imported from a file. */
export const earliestByHand = (today: Day): Day => addDays(today, -daysByHand);

/** Everything that is wrong with it, by field; empty when it can be counted. No day before `earliest` is taken. */
export function faultsOf(
  county: County,
  one: OtherContact,
  today: Day,
  earliest = firstDay,
): readonly ContactFault[] {
  const fault = (field: ContactField, what: ContactFault['fault'], is: boolean): readonly ContactFault[] =>
    is ? [{ field, fault: what }] : [];
  const { topic, category, care, region, services, redirects } = one;
  return [
    ...fault('day', 'future', one.day > today),
    ...fault('day', 'too-old', one.day < earliest),
    ...fault('hour', 'unknown', !(Number.isInteger(one.hour) && one.hour >= 0 && one.hour < 24)),
    ...placeFaults(county, one),
    ...fault('region', 'unknown', region !== undefined && !county.regions.some(({ id }) => id === region)),
    ...fault('topic', 'unknown', !topicOf(county, topic)),
    ...fault(
      'category',
      'unknown',
      category !== undefined && !county.categories.some(({ id }) => id === category),
    ),
    ...fault('care', 'unknown', care !== undefined && !careOf(county, care)),
    ...fault(
      'services',
      'unknown',
      services.some((id) => !serviceOf(county, id)),
    ),
    ...fault('services', 'missing', one.outcomes.includes('grant') && services.length === 0),
    ...fault(
      'redirects',
      'unknown',
      redirects.some((id) => !redirectOf(county, id)),
    ),
    ...fault('redirects', 'missing', one.outcomes.includes('redirect') && redirects.length === 0),
    ...wordFaults('role', one.role),
    ...wordFaults('unit', one.unit),
  ];
}

function placeFaults(county: County, { place, region }: OtherContact): readonly ContactFault[] {
  if (place === undefined) return region === undefined ? [{ field: 'region', fault: 'missing' }] : [];
  return regionOfPlace(county, place) ? [] : [{ field: 'place', fault: 'unknown' }];
}

function wordFaults(field: 'role' | 'unit', words = ''): readonly ContactFault[] {
  if (words.length > mostWords) return [{ field, fault: 'too-long' }];
  return guardText(words).masked.length > 0 ? [{ field, fault: 'identity' }] : [];
}

const aboutContacter = ({ role, unit }: OtherContact) => ({
  ...(role?.trim() && { role: role.trim() }),
  ...(unit?.trim() && { unit: unit.trim() }),
});

const aboutClient = ({ place, category, care, priority75 }: OtherContact) => ({
  ...(place && { place }),
  ...(category && { category }),
  ...(care && { care }),
  priority75,
});

/** What granted, redirected, asked for an assessment or reported a concern in the very contact counts as. */
function aboutOutcomes(county: County, one: OtherContact) {
  const kinds = new Set(one.outcomes);
  if (one.services.length > 0) kinds.add('grant');
  if (one.redirects.length > 0) kinds.add('redirect');
  const clock = one.priority75 === 'no' ? ('target-in-time' as const) : ('statutory-in-time' as const);
  const isOwnTeams = one.care !== undefined && careOf(county, one.care)?.means === 'own-team';
  return {
    outcomes: [...kinds],
    services: one.services,
    redirects: one.redirects,
    ...(kinds.has('assessment') && { assessments: [clock] }),
    ...(kinds.has('concern') && { concerns: [one.urgency] }),
    misdirected: isOwnTeams || one.redirects.some((id) => redirectOf(county, id)?.misdirected === true),
  };
}

/** @throws when it has faults that `faultsOf` names: no region. */
export function contactOfOther(county: County, one: OtherContact): Contact {
  const region = (one.place && regionOfPlace(county, one.place)) ?? one.region;
  if (!region) throw new Error('A contact without a region was let through');
  const at = momentAt(one.day, '12:00');
  return {
    month: monthOf(at),
    weekday: weekdayOf(at),
    hour: one.hour,
    channel: one.channel,
    region,
    topic: one.topic,
    urgency: one.urgency,
    ...aboutClient(one),
    ...aboutContacter(one),
    ...aboutOutcomes(county, one),
    withdrawn: false,
    reopened: false,
  };
}

// --- what was recorded, and mending it ---

/** Who recorded what and when: kept until the contact may no longer be mended, then cut off from it. */
export type Entry = {
  readonly id: string;
  readonly by: Person;
  readonly at: Moment;
  readonly contact: OtherContact;
  /** Names the anonymous fact. */
  readonly contactId: string;
};

export type MendRefusal =
  | { readonly refused: 'no-such-entry' }
  | NotYours
  /** One's own is mended on the day it was recorded; later by a supervisor, who says why. */
  | { readonly refused: 'day-has-passed' }
  | { readonly refused: 'empty-text'; readonly field: 'reason' }
  /** Somebody else corrected it since it was seen: what it says now. */
  | { readonly refused: 'changed-since'; readonly theirs: OtherContact }
  | { readonly refused: 'faulty'; readonly faults: readonly ContactFault[] };

/** An import of old statistics: kept whole or not at all, and undone whole. */
export type ImportRecord = {
  /** A digest of the file and its mapping: the same is not imported twice. */
  readonly id: string;
  readonly by: Person;
  readonly at: Moment;
  readonly count: number;
  readonly months: readonly Month[];
  readonly state: 'writing' | 'kept' | 'undoing' | 'undone';
};

/** Whether this person may correct or delete the entry now. */
export function refuseMending(
  { by, at }: Entry,
  actor: Actor,
  { now, reason = '' }: { readonly now: Moment; readonly reason?: string },
): MendRefusal | undefined {
  const isOwn = by.id === actor.id;
  if (isOwn && dayOf(at) === dayOf(now)) return undefined;
  if (!actor.supervisor) return { refused: isOwn ? 'day-has-passed' : 'not-yours' };
  return reason.trim() === '' ? { refused: 'empty-text', field: 'reason' } : undefined;
}

/** Whether an entry says something else than the person who mends it saw. What they want it to say is no surprise to them. */
export function refuseOvertaken(
  { contact }: Entry,
  seen: OtherContact,
  wanted?: OtherContact,
): MendRefusal | undefined {
  const isKnown = [seen, wanted].some((one) => one && saysTheSame(one, contact));
  return isKnown ? undefined : { refused: 'changed-since', theirs: contact };
}

/** In whatever order their fields were written. */
export const saysTheSame = (one: OtherContact, other: OtherContact) => inOrder(one) === inOrder(other);
const inOrder = (one: OtherContact) =>
  JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What the next form begins with: advisors record many alike. */
export type LastRecorded = Pick<OtherContact, 'channel' | 'topic'> &
  Partial<Pick<OtherContact, 'place' | 'region' | 'role' | 'unit'>>;

export const lastOf = ({ channel, topic, place, region, role, unit }: OtherContact): LastRecorded => ({
  channel,
  topic,
  ...(place && { place }),
  ...(region && { region }),
  ...(role && { role }),
  ...(unit && { unit }),
});
