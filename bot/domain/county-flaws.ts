/** What is wrong with a county beyond its shape: doubled names, references to nothing, times that cannot be. */
import type { County, OpenHours, Place, RoutingQuestion, Urgency, Words } from './county.ts';
import { languages } from './county.ts';
import { type HoursFlaw, hourFlawsOf, isEverOpen, weekdays } from './opening-hours/opening-hours.ts';

/** Where in the county file: `['regions', 2, 'neighbours', 0]`. */
export type Path = readonly (string | number)[];
export type Flaw = { readonly path: Path; readonly fault: string };

/** A county of which some sections may be missing, because their shape was already found wrong. */
export type Sections = { readonly [section in keyof County]?: County[section] | undefined };

/** Everything that contradicts itself in the county, in the order of its file. */
export function flawsOf(county: Sections): Flaw[] {
  return [
    ...doubledIds(county),
    ...doubledNames(county),
    ...doubledPlaceNames(county.routing),
    ...danglingReferences(county),
    ...neighbourFlaws(county),
    ...unreachableRegions(county),
    ...districtFlaws(county.routing),
    ...openingFlaws(county.opening),
    ...limitFlaws(county),
    ...missingCategories(county),
    ...teamlessCares(county),
  ];
}

/** `regions[2].neighbours[0]` */
export function pathText(path: Path): string {
  return path
    .map((step, n) => (typeof step === 'number' ? `[${step}]` : n === 0 ? step : `.${step}`))
    .join('');
}

type LocatedText = { readonly path: Path; readonly text: string };

const fold = (text: string) => text.trim().toLocaleLowerCase('fi');

function doublesAmong(spots: readonly LocatedText[]): Flaw[] {
  const first = new Map<string, Path>();
  return spots.flatMap(({ path, text }) => {
    const earlier = first.get(fold(text));
    if (earlier) return [{ path, fault: `“${text}” is already at ${pathText(earlier)}` }];
    first.set(fold(text), path);
    return [];
  });
}

type Item = { readonly id: string; readonly name?: Words | string };

/** The two kinds of choice a county may ask for, seen as one list. */
function choicesOf(routing: RoutingQuestion | undefined): { path: Path; items: readonly Item[] } {
  if (!routing) return { path: [], items: [] };
  return routing.by === 'place'
    ? { path: ['routing', 'places'], items: routing.places }
    : { path: ['routing', 'situations'], items: routing.situations };
}

function listsOf(county: Sections): { path: Path; items: readonly Item[] }[] {
  const { regions, topics, categories, services, cares, redirects, finders } = county;
  const named = { regions, topics, categories, services, cares, redirects, finders };
  const lists = Object.entries(named).map(([section, items]) => ({ path: [section], items: items ?? [] }));
  return [...lists, choicesOf(county.routing)];
}

function doubledIds(county: Sections): Flaw[] {
  const idSpots = listsOf(county).map(({ path, items }) =>
    items.map(({ id }, n) => ({ path: [...path, n, 'id'], text: id })),
  );
  const codes = (county.regions ?? []).map(({ code }, n) => ({ path: ['regions', n, 'code'], text: code }));
  const days = (county.opening?.exceptions ?? []).map(({ day }, n) => ({
    path: ['opening', 'exceptions', n, 'day'],
    text: day,
  }));
  return [...idSpots, codes, days].flatMap(doublesAmong);
}

/** Two choices of the same name can't be told apart by the person who must choose. */
function doubledNames(county: Sections): Flaw[] {
  return listsOf(county).flatMap(({ path, items }) =>
    languages.flatMap((language) =>
      doublesAmong(
        items.flatMap(({ name }, n) =>
          typeof name === 'object' ? [{ path: [...path, n, 'name', language], text: name[language] }] : [],
        ),
      ),
    ),
  );
}

/** A name leads to one place only, whatever its language; a situation's hint to one situation. */
function doubledPlaceNames(routing: RoutingQuestion | undefined): Flaw[] {
  if (!routing) return [];
  if (routing.by === 'situation') {
    return doublesAmong(
      routing.situations.flatMap(({ hints }, n) =>
        hints.map((text, m) => ({ path: ['routing', 'situations', n, 'hints', m], text })),
      ),
    );
  }
  const ofPlaces = routing.places.flatMap((place, n) => namesOf(place, ['routing', 'places', n]));
  const ofUnsettled = routing.unsettled.map(({ name }, n) => ({
    path: ['routing', 'unsettled', n, 'name'],
    text: name,
  }));
  const sameLanguage = new Set(doubledNames({ routing }).map(({ path }) => pathText(path)));
  return doublesAmong([...ofPlaces, ...ofUnsettled]).filter(({ path }) => !sameLanguage.has(pathText(path)));
}

/** Every different name of the place; most are the same in all languages. */
function namesOf(place: Place, path: Path): LocatedText[] {
  const names = languages.map((language) => ({
    path: [...path, 'name', language],
    text: place.name[language],
  }));
  const aliases = place.aliases.map((text, n) => ({ path: [...path, 'aliases', n], text }));
  const byName = new Map([...aliases, ...names.reverse()].map((spot) => [fold(spot.text), spot]));
  return [...byName.values()];
}

type Reference = LocatedText & { readonly to: 'region' | 'place' | 'care' };

function referencesOf(county: Sections): Reference[] {
  const neighbours = (county.regions ?? []).flatMap(({ neighbours }, n) =>
    neighbours.map((text, m) => ({ to: 'region', path: ['regions', n, 'neighbours', m], text }) as const),
  );
  const ofTeams = (county.teams ?? []).flatMap(({ care, regions = [] }, n) => [
    { to: 'care', path: ['teams', n, 'care'], text: care } as const,
    ...regions.map((text, m) => ({ to: 'region', path: ['teams', n, 'regions', m], text }) as const),
  ]);
  return [...neighbours, ...routingReferences(county.routing), ...ofTeams];
}

function routingReferences(routing: RoutingQuestion | undefined): Reference[] {
  if (!routing) return [];
  if (routing.by === 'situation') {
    return routing.situations.map(({ region }, n) => ({
      to: 'region',
      path: ['routing', 'situations', n, 'region'],
      text: region,
    }));
  }
  const ofPlaces = routing.places.flatMap(({ region, partOf }, n): Reference[] => [
    { to: 'region', path: ['routing', 'places', n, 'region'], text: region },
    ...(partOf ? [{ to: 'place', path: ['routing', 'places', n, 'partOf'], text: partOf } as const] : []),
  ]);
  const ofUnsettled = routing.unsettled.flatMap(({ between }, n) =>
    between.map(
      (text, m) => ({ to: 'place', path: ['routing', 'unsettled', n, 'between', m], text }) as const,
    ),
  );
  return [...ofPlaces, ...ofUnsettled];
}

function danglingReferences(county: Sections): Flaw[] {
  const idsOf = (items: readonly Item[] | undefined) => items && new Set<string>(items.map(({ id }) => id));
  const known = {
    region: idsOf(county.regions),
    place: idsOf(county.routing && choicesOf(county.routing).items),
    care: idsOf(county.cares),
  };
  return referencesOf(county)
    .filter(({ to, text }) => known[to]?.has(text) === false)
    .map(({ path, to, text }) => ({ path, fault: `there is no ${to} “${text}”` }));
}

function neighbourFlaws({ regions = [] }: Sections): Flaw[] {
  return regions.flatMap(({ id, neighbours }, n) => {
    const spots = neighbours.map((text, m) => ({ path: ['regions', n, 'neighbours', m], text }));
    const own = spots.filter(({ text }) => text === id);
    return [
      ...own.map(({ path }) => ({ path, fault: 'a region is not its own neighbour' })),
      ...doublesAmong(spots),
    ];
  });
}

function unreachableRegions({ regions = [], routing }: Sections): Flaw[] {
  if (!routing) return [];
  const choices = routing.by === 'place' ? routing.places : routing.situations;
  const reached = new Set(choices.map(({ region }) => region));
  return regions.flatMap(({ id }, n) =>
    reached.has(id) ? [] : [{ path: ['regions', n], fault: `no ${routing.by} leads to region “${id}”` }],
  );
}

function districtFlaws(routing: RoutingQuestion | undefined): Flaw[] {
  if (routing?.by !== 'place') return [];
  return routing.places.flatMap((place, n) => {
    const fault = districtFault(place, routing.places);
    return fault ? [{ path: ['routing', 'places', n], fault }] : [];
  });
}

function districtFault({ kind, partOf, municipality }: Place, places: readonly Place[]): string | undefined {
  if (kind === 'municipality') return partOf && 'a municipality is not part of another place';
  if (!partOf) return 'a district must say which place it is part of';
  const whole = places.find(({ id }) => id === partOf);
  if (whole?.kind === 'district') return `“${partOf}” is a district itself`;
  if (whole && whole.municipality.code !== municipality.code) {
    return `its municipality is ${municipality.code}, but “${partOf}” is in ${whole.municipality.code}`;
  }
  return undefined;
}

function openingFlaws(opening: County['opening'] | undefined): Flaw[] {
  if (!opening) return [];
  return [
    ...(isEverOpen(opening.week) ? [] : [{ path: ['opening', 'week'], fault: 'the line is never open' }]),
    ...weekdays.flatMap((weekday) => hourFlaws(opening.week[weekday], ['opening', 'week', weekday])),
    ...opening.exceptions.flatMap(({ hours }, n) => hourFlaws(hours, ['opening', 'exceptions', n, 'hours'])),
  ];
}

function hourFlaws(hours: readonly OpenHours[], path: Path): Flaw[] {
  return hourFlawsOf(hours).map(({ n, flaw }) => ({
    path: [...path, n],
    fault: hourFault(flaw, hours[n], hours[n - 1]),
  }));
}

function hourFault(flaw: HoursFlaw, at: OpenHours | undefined, before: OpenHours | undefined): string {
  switch (flaw) {
    case 'not-a-time':
      return 'must be times of day: 08:00';
    case 'ends-before-it-begins':
      return `opens at ${at?.from} but closes at ${at?.to}`;
    case 'overlaps':
      return `opens at ${at?.from}, before the hours above close at ${before?.to}`;
  }
}

function limitFlaws({ promises, services = [], assessment }: Sections): Flaw[] {
  const urgencies = Object.keys(promises ?? {}) as Urgency[];
  return [
    ...urgencies.flatMap((urgency) =>
      promises ? promiseFlaws(promises[urgency], ['promises', urgency]) : [],
    ),
    ...services.flatMap(({ remindDaysBefore, maxDays }, n) =>
      remindDaysBefore < maxDays
        ? []
        : [{ path: ['services', n, 'remindDaysBefore'], fault: `must be less than maxDays, ${maxDays}` }],
    ),
    ...(assessment && assessment.warnOnDay >= assessment.workingDays
      ? [{ path: ['assessment', 'warnOnDay'], fault: `must come before day ${assessment.workingDays}` }]
      : []),
  ];
}

function promiseFlaws(promise: County['promises'][Urgency], path: Path): Flaw[] {
  const { remindAfter, rescueAfter, answerWithin } = promise;
  return [
    ...(remindAfter < rescueAfter
      ? []
      : [{ path: [...path, 'remindAfter'], fault: `must be less than rescueAfter, ${rescueAfter}` }]),
    ...(rescueAfter <= answerWithin
      ? []
      : [{ path: [...path, 'rescueAfter'], fault: `must not exceed answerWithin, ${answerWithin}` }]),
  ];
}

/** A request for an assessment says what should be assessed (seed 001). */
function missingCategories({ topics = [], categories }: Sections): Flaw[] {
  const isAsked = topics.some(({ kind }) => kind === 'assessment');
  if (!isAsked || !categories || categories.length > 0) return [];
  return [{ path: ['categories'], fault: 'an assessment topic needs categories to choose from' }];
}

/** Anyone who is told to ask the client's own team must also be told which team it is. */
function teamlessCares({ cares = [], teams, regions = [] }: Sections): Flaw[] {
  if (!teams) return [];
  return cares.flatMap((care, n) => {
    if (care.means !== 'own-team') return [];
    const own = teams.filter((team) => team.care === care.id);
    const without = regions.filter(({ id }) => !own.some((team) => team.regions?.includes(id) ?? true));
    return without.map(({ id }) => ({
      path: ['cares', n],
      fault: `no team answers for it in region “${id}”`,
    }));
  });
}
