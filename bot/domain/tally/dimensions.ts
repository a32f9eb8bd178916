/** By what contacts can be counted, and what of a contact each of them looks at. */
import type { Contact } from './tally.ts';

/** `many`: a contact can have several values, or the same one twice (two grants of one service): each is counted. */
const lookers = {
  region: { many: false, look: ({ region }) => [region] },
  place: { many: false, look: ({ place }) => some(place) },
  channel: { many: false, look: ({ channel }) => [channel] },
  topic: { many: false, look: ({ topic }) => [topic] },
  category: { many: false, look: ({ category }) => some(category) },
  urgency: { many: false, look: ({ urgency }) => [urgency] },
  priority75: { many: false, look: ({ priority75 }) => [priority75] },
  care: { many: false, look: ({ care }) => some(care) },
  role: { many: false, look: ({ role }) => some(role) },
  unit: { many: false, look: ({ unit }) => some(unit) },
  weekday: { many: false, look: ({ weekday }) => [weekday] },
  hour: { many: false, look: ({ hour }) => [String(hour)] },
  outcome: { many: true, look: ({ outcomes }) => outcomes },
  service: { many: true, look: ({ services }) => services },
  redirect: { many: true, look: ({ redirects }) => redirects },
  assessment: { many: true, look: ({ assessments = [] }) => assessments },
  concern: { many: true, look: ({ concerns = [] }) => concerns },
  misdirected: { many: false, look: ({ misdirected }) => [yesNo(misdirected)] },
  withdrawn: { many: false, look: ({ withdrawn }) => [yesNo(withdrawn)] },
  reopened: { many: false, look: ({ reopened }) => [yesNo(reopened)] },
  promise: { many: false, look: ({ promiseKept }) => some(promiseName(promiseKept)) },
} as const satisfies {
  readonly [name: string]: { readonly many: boolean; readonly look: (one: Contact) => readonly string[] };
};

const yesNo = (is: boolean) => (is ? 'yes' : 'no');

const promiseName = (kept: boolean | undefined) =>
  kept === undefined ? undefined : kept ? 'kept' : 'broken';
const some = (value: string | undefined): readonly string[] => (value ? [value] : []);

export type Dimension = keyof typeof lookers;
export const dimensions = Object.keys(lookers) as readonly Dimension[];

export const isDimension = (text: string): text is Dimension => Object.hasOwn(lookers, text);
export const valuesOf = (dimension: Dimension, one: Contact): readonly string[] =>
  lookers[dimension].look(one);
/** Whether its counts may add up to more than the contacts they are of. */
export const countsMany = (dimension: Dimension): boolean => lookers[dimension].many;

/** What stands for contacts that have no value: no place known, nothing granted. */
export const none = '';
