/** A year and a half of believable contacts of nobody, the same for the same seed: weekdays, seasons, regions of different size. */
import {
  addDays,
  dayOf,
  hourOf,
  isWorkingDay,
  momentAt,
  monthOf,
  previousMonth,
  weekdayOf,
} from '../../domain/calendar.ts';
import type { Outcome } from '../../domain/case/case.ts';
import type { County, Topic, TopicKind, Urgency, Weekday } from '../../domain/county.ts';
import type { Day, Moment, Month, RegionId } from '../../domain/names.ts';
import { type DayCounts, daysIn, type MonthTally, monthTally } from '../../domain/tally/month-tally.ts';
import type { AssessmentCount, Contact, ContactChannel } from '../../domain/tally/tally.ts';
import type { Store } from '../../store/store.ts';
import { inTurns } from '../../store/tables/spread.ts';

export type MadeUp = { readonly contact: Contact; readonly day: Day };

const months = 18;
/** Contacts of an ordinary working day in the whole county. */
const ordinaryDay = 42;

// --- chance that repeats itself ---

type Random = () => number;

/** mulberry32: small, fast, and the same everywhere. */
function chanceOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these, each as likely as its weight. */
function pick<Value>(chance: Random, weighted: readonly (readonly [Value, number])[]): Value {
  let left = chance() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = weighted.at(-1);
  if (!last) throw new RangeError('Nothing to pick from: the county file has an empty list');
  return last[0];
}

const even = <Value>(values: readonly Value[]) => values.map((value) => [value, 1] as const);

/** Waits and numbers of arrivals spread so: many short ones, few long ones. */
const spread = (chance: Random, mean: number) => Math.round(-mean * Math.log(1 - chance()));

/** How many arrive where `mean` is usual: its root is the deviation, as of what comes by chance. */
const arrivals = (chance: Random, mean: number) => {
  const bell = chance() + chance() + chance() - 1.5;
  return Math.max(0, Math.round(mean + bell * 2 * Math.sqrt(mean)));
};

// --- how busy a day is ---

const weekdayLoad = { mon: 1.25, tue: 1.1, wed: 1, thu: 1, fri: 0.85, sat: 0.05, sun: 0.04 };
/** January first: quiet in July and at Christmas, busy after both. */
const seasonLoad = [1.15, 1.05, 1.05, 0.95, 1, 0.85, 0.62, 0.95, 1.1, 1.1, 1.12, 0.82];

const weekdayAt = (day: Day): Weekday => weekdayOf(momentAt(day, '12:00'));

function loadOf(day: Day, weekday: Weekday): number {
  const season = seasonLoad[Number(day.slice(5, 7)) - 1] ?? 1;
  return season * (isWorkingDay(day) ? weekdayLoad[weekday] : weekdayLoad.sun);
}

const hourLoad: readonly (readonly [number, number])[] = [
  [7, 2],
  [8, 10],
  [9, 17],
  [10, 16],
  [11, 11],
  [12, 10],
  [13, 14],
  [14, 12],
  [15, 7],
  [16, 2],
  [18, 0.6],
  [21, 0.4],
];

/** A region with a city, by whose name its districts are known too, has the most people. */
function regionLoad({ regions, routing }: County): readonly (readonly [RegionId, number])[] {
  const places = routing.by === 'place' ? routing.places : [];
  const cities = new Set(places.flatMap(({ partOf }) => (partOf ? [partOf] : [])));
  return regions.map(({ id }, nth) => {
    const hasCity = places.some((place) => place.region === id && cities.has(place.id));
    return [id, hasCity ? 4 : 1 + (nth % 3) * 0.4];
  });
}

// --- one contact ---

function channelOf(chance: Random, progress: number): ContactChannel {
  const teams = 20 + 35 * progress;
  return pick<ContactChannel>(chance, [
    ['teams', teams],
    ['phone', 62 - 27 * progress],
    ['email', 15 - 7 * progress],
    ['walk-in', 3],
  ]);
}

const topicLoad: { readonly [kind in TopicKind]: number } = {
  guidance: 42,
  assessment: 34,
  concern: 17,
  'crisis-place': 7,
};

const askers: readonly (readonly [readonly [role: string, unit: string], number])[] = [
  [['Sairaanhoitaja', 'Päivystys'], 16],
  [['Sairaanhoitaja', 'Osasto'], 20],
  [['Lähihoitaja', 'Kotihoito'], 18],
  [['Kotihoidon sairaanhoitaja', 'Kotihoito'], 14],
  [['Kotiutushoitaja', 'Osasto'], 9],
  [['Sosiaalityöntekijä', 'Terveyssosiaalityö'], 8],
  [['Fysioterapeutti', 'Kuntoutus'], 5],
  [['Lääkäri', 'Terveysasema'], 4],
  [['Muistihoitaja', 'Muistipoliklinikka'], 4],
  [['Ensihoitaja', 'Ensihoito'], 2],
];

/** Who asked is not known of every contact. */
function askerOf(chance: Random): Pick<Contact, 'role' | 'unit'> {
  if (chance() < 0.12) return {};
  const [role, unit] = pick(chance, askers);
  return { role, unit };
}

/** A region's first place has the most contacts: a town that others are districts of comes before the rest. */
function placeIn(chance: Random, { routing }: County, region: RegionId): Pick<Contact, 'place'> {
  const all = routing.by === 'place' ? routing.places : routing.situations;
  const towns = new Set(all.map((place) => ('partOf' in place ? place.partOf : undefined)));
  const own = all.filter((place) => place.region === region);
  const [first, ...rest] = own.toSorted(
    (one, other) => Number(towns.has(other.id)) - Number(towns.has(one.id)),
  );
  if (!first) return {};
  return {
    place: pick(
      chance,
      [first, ...rest].map(({ id }, nth) => [id, 6 / (nth + 1)]),
    ),
  };
}

type Become = Pick<
  Contact,
  'outcomes' | 'services' | 'redirects' | 'misdirected' | 'assessments' | 'concerns' | 'care'
>;
const nothing: Become = { outcomes: [], services: [], redirects: [], misdirected: false };

function becomeOf(chance: Random, county: County, topic: Topic, progress: number): Become {
  if (chance() < 0.17 - 0.08 * progress) return misdirectedOne(chance, county);
  const care = county.cares.find(({ means }) => means === (chance() < 0.15 ? 'flagged' : 'line'));
  const known = { ...nothing, ...(care && { care: care.id }) };
  const callback: Outcome['kind'][] = chance() < 0.08 ? ['callback'] : [];
  switch (topic.kind) {
    case 'assessment':
      return { ...known, outcomes: ['assessment', ...callback], assessments: [clockOf(chance)] };
    case 'concern': {
      const urgency = pick(chance, [
        ['urgent', 1],
        ['today', 3],
        ['normal', 5],
        ['unassessed', 1],
      ] as const);
      return { ...known, outcomes: ['concern', ...callback], concerns: [urgency] };
    }
    case 'crisis-place':
      return { ...known, ...granted(chance, county, true) };
    case 'guidance':
      return guided(chance, county, { ...known, outcomes: ['guidance', ...callback] });
  }
}

const clockOf = (chance: Random) =>
  pick<AssessmentCount>(chance, [
    ['statutory-in-time', 78],
    ['statutory-late', 4],
    ['target-in-time', 17],
    ['target-late', 1],
  ]);

/** A crisis place is the service that is granted in opening hours only. A county may grant nothing from the line. */
function granted(
  chance: Random,
  { services }: County,
  crisis: boolean,
): Pick<Become, 'outcomes' | 'services'> {
  if (services.length === 0) return { outcomes: [], services: [] };
  const fitting = services.filter(({ onlyWhenOpen }) => onlyWhenOpen === crisis);
  const service = pick(chance, even(fitting.length > 0 ? fitting : services));
  return { outcomes: ['grant'], services: [service.id] };
}

function guided(chance: Random, county: County, become: Become): Become {
  if (chance() < 0.22) {
    const { outcomes, services } = granted(chance, county, false);
    return { ...become, outcomes: [...become.outcomes, ...outcomes], services };
  }
  const others = county.redirects.filter(({ misdirected }) => !misdirected);
  if (others.length === 0 || chance() > 0.2) return become;
  const redirects = [pick(chance, even(others)).id];
  return { ...become, outcomes: [...become.outcomes, 'redirect'], redirects };
}

function misdirectedOne(chance: Random, { redirects, cares }: County): Become {
  const doors = redirects.filter(({ misdirected }) => misdirected);
  const own = cares.find(({ means }) => means === 'own-team');
  const to = pick(
    chance,
    doors.map(({ id }, nth) => [id, 3 / (nth + 1)] as const),
  );
  return {
    ...nothing,
    misdirected: true,
    outcomes: ['redirect'],
    redirects: [to],
    ...(own && { care: own.id }),
  };
}

/** Only what came by Teams has times: a call is answered as it comes. */
function timesOf(chance: Random, county: County, urgency: Urgency): Partial<Contact> {
  const haste = { urgent: 0.25, today: 0.7, normal: 1.6 }[urgency];
  const toClaim = spread(chance, 28 * haste);
  if (chance() < 0.02) return { toClaim };
  const toAnswer = toClaim + spread(chance, 45 * haste);
  return { toClaim, toAnswer, promiseKept: toAnswer <= county.promises[urgency].answerWithin };
}

type DayOf = {
  readonly county: County;
  readonly regions: ReturnType<typeof regionLoad>;
  readonly day: Day;
  readonly weekday: Weekday;
};

function oneContact(chance: Random, { county, regions, day, weekday }: DayOf, progress: number): MadeUp {
  const topic = pick(
    chance,
    county.topics.map((one) => [one, topicLoad[one.kind]] as const),
  );
  const urgency = pick<Urgency>(chance, [
    ['urgent', 12],
    ['today', 33],
    ['normal', 55],
  ]);
  const region = pick(chance, regions);
  const channel = channelOf(chance, progress);
  const isAssessment = topic.kind === 'assessment' && county.categories.length > 0;
  const contact: Contact = {
    month: day.slice(0, 7) as Month,
    weekday,
    hour: pick(chance, hourLoad),
    channel,
    region,
    ...placeIn(chance, county, region),
    topic: topic.id,
    ...(isAssessment && { category: pick(chance, even(county.categories)).id }),
    priority75: pick(chance, [
      ['yes', 7],
      ['no', 2],
      ['unknown', 1],
    ] as const),
    urgency,
    ...askerOf(chance),
    ...becomeOf(chance, county, topic, progress),
    withdrawn: channel === 'teams' && chance() < 0.02,
    reopened: channel === 'teams' && chance() < 0.03,
    ...(channel === 'teams' && timesOf(chance, county, urgency)),
  };
  return { contact, day };
}

// --- months ---

function contactsOf(chance: Random, county: County, month: Month, progress: number): MadeUp[] {
  const first = `${month}-01` as Day;
  const regions = regionLoad(county);
  return Array.from({ length: daysIn(month) }, (_, nth) => addDays(first, nth)).flatMap((day) => {
    const weekday = weekdayAt(day);
    const many = arrivals(chance, ordinaryDay * loadOf(day, weekday) * (0.85 + 0.15 * progress));
    return Array.from({ length: many }, () =>
      oneContact(chance, { county, regions, day, weekday }, progress),
    );
  });
}

/** What happened by now; the months before are whole. */
const hasHappened = ({ contact: { hour }, day }: MadeUp, now: Moment) =>
  day < dayOf(now) || (day === dayOf(now) && hour < hourOf(now));

export function daysOf(contacts: readonly MadeUp[]): DayCounts {
  const days: { [region: RegionId]: number[] } = {};
  for (const { contact, day } of contacts) {
    const counts = days[contact.region] ?? Array.from({ length: daysIn(contact.month) }, () => 0);
    days[contact.region] = counts;
    const nth = Number(day.slice(8)) - 1;
    counts[nth] = (counts[nth] ?? 0) + 1;
  }
  return days;
}

export type MadeUpMonths = { readonly finished: readonly MonthTally[]; readonly running: readonly MadeUp[] };

/** Eighteen months before the running one, and the running one up to now. */
export function madeUpMonths(county: County, now: Moment, seed = 1): MadeUpMonths {
  const running = monthOf(now);
  const all = [running];
  while (all.length <= months) all.unshift(previousMonth(all[0] ?? running));
  // each month has chance of its own: what it was does not depend on when one looks
  const made = all.map((month, nth) =>
    contactsOf(chanceOf(seed * 1_000_003 + Number(month.replace('-', ''))), county, month, nth / months),
  );
  const finished = made.slice(0, -1).map((contacts, nth) =>
    monthTally(
      all[nth] ?? running,
      contacts.map(({ contact }) => contact),
      daysOf(contacts),
    ),
  );
  return { finished, running: (made.at(-1) ?? []).filter((one) => hasHappened(one, now)) };
}

/** Keeps them: a row for each finished month, two for each contact of the running one. Safe to repeat. */
export async function loadMadeUpContacts(
  { tallies }: Pick<Store, 'tallies'>,
  county: County,
  now: Moment,
): Promise<void> {
  const { finished, running } = madeUpMonths(county, now);
  for (const month of finished) {
    if (!(await tallies.find(month.month))) await tallies.keep(month.month, async () => month);
  }
  // the same number each time: told twice, they are counted once
  await inTurns([...running.entries()], ([nth, { contact, day }]) =>
    tallies.record(contact, day, `made-up-${contact.month}-${nth}`),
  );
}
