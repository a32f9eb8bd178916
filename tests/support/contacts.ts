/** Contacts for tests of tallies: one at a time, or any at all. */
import fc from 'fast-check';
import {
  careId,
  categoryId,
  month,
  type PlaceId,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../../bot/domain/names.ts';
import type { Contact } from '../../bot/domain/tally/tally.ts';

/** A phone call on a Monday at nine, about nothing special. */
export const contact = (overrides: Partial<Contact> = {}): Contact => ({
  month: month('2026-10'),
  weekday: 'mon',
  hour: 9,
  channel: 'phone',
  region: regionId('keskinen'),
  topic: topicId('guidance'),
  priority75: 'no',
  urgency: 'normal',
  outcomes: [],
  services: [],
  redirects: [],
  misdirected: false,
  withdrawn: false,
  reopened: false,
  ...overrides,
});

/** So many of the same. */
export const times = (n: number, overrides: Partial<Contact> = {}): Contact[] =>
  Array.from({ length: n }, () => contact(overrides));

const oneOf = <Value extends string, Made>(make: (text: Value) => Made, ...texts: Value[]) =>
  fc.constantFrom(...texts).map(make);
const same = <Value>(value: Value) => value;

/** Any contact of one month; few values, so that they meet. */
export const anyContact: fc.Arbitrary<Contact> = fc.record(
  {
    month: fc.constant(month('2026-10')),
    weekday: fc.constantFrom('mon', 'tue', 'sat'),
    hour: fc.integer({ min: 7, max: 16 }),
    channel: fc.constantFrom('teams', 'phone', 'email', 'walk-in'),
    region: oneOf(regionId, 'keskinen', 'pohjoinen', 'etelainen'),
    place: oneOf<string, PlaceId>(placeId, 'kuopio', 'iisalmi', 'varkaus'),
    topic: oneOf(topicId, 'guidance', 'concern', 'assessment'),
    category: oneOf(categoryId, 'housing', 'home-care'),
    priority75: fc.constantFrom('yes', 'no', 'unknown'),
    urgency: fc.constantFrom('urgent', 'today', 'normal'),
    care: oneOf(careId, 'none', 'home-care'),
    role: oneOf(same, 'Sairaanhoitaja', 'Lähihoitaja', '1'),
    unit: oneOf(same, 'Kotihoito', 'Osasto 3'),
    outcomes: fc.subarray(['guidance', 'grant', 'assessment', 'concern', 'redirect', 'callback'] as const),
    services: fc.array(oneOf(serviceId, 'meals', 'safety-phone'), { maxLength: 3 }),
    redirects: fc.array(oneOf(redirectId, 'kela', 'client-door'), { maxLength: 2 }),
    assessments: fc.array(
      fc.constantFrom('statutory-in-time', 'statutory-late', 'target-in-time', 'target-late'),
      { maxLength: 2 },
    ),
    concerns: fc.array(fc.constantFrom('urgent', 'today', 'normal', 'unassessed'), { maxLength: 2 }),
    misdirected: fc.boolean(),
    withdrawn: fc.boolean(),
    reopened: fc.boolean(),
    toClaim: fc.integer({ min: 0, max: 700 }),
    toAnswer: fc.integer({ min: 0, max: 90_000 }),
    promiseKept: fc.boolean(),
  },
  {
    requiredKeys: [
      'month',
      'weekday',
      'hour',
      'channel',
      'region',
      'topic',
      'priority75',
      'urgency',
      'outcomes',
      'services',
      'redirects',
      'misdirected',
      'withdrawn',
      'reopened',
    ],
  },
);

export const anyContacts = fc.array(anyContact, { maxLength: 60 });
