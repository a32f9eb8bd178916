/** Reads rows of old statistics as contacts: which column is what, what each value means, and every faulty row by name. */
import type { Priority75 } from '../assessment.ts';
import { isDay } from '../calendar.ts';
import type { County, Urgency, Words } from '../county.ts';
import {
  careId,
  categoryId,
  type Day,
  day,
  type Month,
  month,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../names.ts';
import { fold } from '../places/spelling.ts';
import { placesOf } from '../routing.ts';
import {
  type ContactFault,
  type ContactField,
  faultsOf,
  type OtherChannel,
  type OtherContact,
  otherChannels,
  outcomeKinds,
} from './other-contacts.ts';

/** The file's rows, its heads apart; `line` is the row in the file as a spreadsheet numbers it, the heads being 1. */
export type CsvTable = {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

export type Mapping = {
  /** Which column holds the field, by its head. */
  readonly columns: { readonly [field in ContactField]?: string };
  /**
   * What a value means, by the value as it stands in the file; names and ids of the county are known without. Nothing
   * (`''`) leaves the value out.
   */
  readonly values: { readonly [field in ContactField]?: { readonly [value: string]: string } };
  /** For rows whose column is missing or empty. */
  readonly unless: { readonly [field in ContactField]?: string };
};

export type RowFault = {
  readonly line: number;
  readonly field: ContactField;
  readonly fault: ContactFault['fault'] | 'not-a-day';
  /** As it stands in the file. */
  readonly value?: string;
};
/** A value that nobody has said the meaning of, and how often it stands in the file. */
export type UnknownValue = { readonly field: ContactField; readonly value: string; readonly count: number };
export type ReadImport = {
  readonly contacts: readonly OtherContact[];
  readonly faults: readonly RowFault[];
  /** Each once, the commonest first; values too long to be a choice are left out. */
  readonly unknown: readonly UnknownValue[];
  /** Mapped columns that the file does not have. */
  readonly lacking: readonly string[];
};

export const importLimits = {
  rows: 20_000,
  faultsTold: 200,
  /** Of the file; what it is sent in is somewhat bigger. */
  bytes: 3 * 1024 * 1024,
  /** Signs of a value that can be told the meaning of. */
  value: 200,
  firstRows: 5,
} as const;
/** As much of a value is said again in a fault. */
const valueTold = 60;

/** Every row as a contact, or its faults. */
export function readImport(county: County, table: CsvTable, mapping: Mapping, today: Day): ReadImport {
  const lacking = Object.values(mapping.columns).filter((head) => !table.heads.includes(head));
  const meanings = meaningsOf(county);
  const read = table.rows.map(({ line, cells }) => {
    const row = readRow(table.heads, cells, mapping, meanings);
    const faults = 'contact' in row ? rowFaults(county, row, today) : row.faults;
    return {
      contact: 'contact' in row ? row.contact : undefined,
      faults: faults.map((one) => ({ line, ...one })),
    };
  });
  return {
    contacts: read.flatMap(({ contact, faults }) => (contact && faults.length === 0 ? [contact] : [])),
    faults: read.flatMap(({ faults }) =>
      faults.map((one) => ({ ...one, ...(one.value && { value: one.value.slice(0, valueTold) }) })),
    ),
    unknown: unknownIn(
      meanings,
      read.flatMap(({ faults }) => faults),
    ),
    lacking,
  };
}

function unknownIn(meanings: Meanings, faults: readonly RowFault[]): readonly UnknownValue[] {
  const found = new Map<string, UnknownValue>();
  for (const { field, fault, value = '' } of faults) {
    if (fault !== 'unknown' || !meanings[field] || value === '' || value.length > importLimits.value)
      continue;
    const key = `${field} ${value}`;
    found.set(key, { field, value, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}

/** How many contacts each month gets, the earliest first. */
export function monthsOf(
  contacts: readonly OtherContact[],
): readonly { readonly month: Month; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const one of contacts) {
    const key = one.day.slice(0, 7);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ month: month(key), count }));
}

// --- values ---

type NamedChoice = { readonly id: string; readonly names: readonly string[] };
/** For each field that is chosen: a folded name to its id. */
type Meanings = { readonly [field in ContactField]?: ReadonlyMap<string, string> };

const named = ({ id, name }: { readonly id: string; readonly name: Words }): NamedChoice => ({
  id,
  names: [name.fi, name.sv, name.en],
});

const ownWords: {
  readonly [field in 'channel' | 'urgency' | 'priority75' | 'outcomes']: readonly NamedChoice[];
} = {
  channel: [
    { id: 'phone', names: ['puhelin', 'puhelimitse', 'puhelu', 'telefon', 'samtal', 'phone', 'call'] },
    { id: 'email', names: ['sähköposti', 'e-post', 'e-mail'] },
    {
      id: 'walk-in',
      names: ['paikan päällä', 'käynti', 'käyntiasiointi', 'på plats', 'besök', 'in person', 'visit'],
    },
  ],
  urgency: [
    { id: 'urgent', names: ['kiireellinen', 'brådskande'] },
    { id: 'today', names: ['tänään', 'idag', 'i dag'] },
    { id: 'normal', names: ['ei kiireellinen', 'inte brådskande', 'not urgent'] },
  ],
  priority75: [
    { id: 'yes', names: ['kyllä', 'ja', 'yes'] },
    { id: 'no', names: ['ei', 'nej', 'no'] },
    { id: 'unknown', names: ['ei tiedossa', 'inte känt', 'okänt', 'not known'] },
  ],
  outcomes: [
    { id: 'guidance', names: ['ohjaus', 'neuvonta', 'ohjaus ja neuvonta', 'rådgivning', 'handledning'] },
    {
      id: 'grant',
      names: ['myöntö', 'tilapäinen palvelu', 'tillfällig tjänst', 'tillfällig service', 'temporary service'],
    },
    {
      id: 'assessment',
      names: [
        'palvelutarpeen arviointi',
        'arviointipyyntö',
        'pta',
        'bedömning av servicebehovet',
        'begäran om bedömning',
        'assessment asked for',
      ],
    },
    { id: 'concern', names: ['huoli-ilmoitus', 'orosanmälan', 'concern report'] },
    {
      id: 'redirect',
      names: ['ohjattu muualle', 'ohjaus muualle', 'hänvisad', 'hänvisning vidare', 'redirected'],
    },
    { id: 'callback', names: ['takaisinsoitto', 'soitettu takaisin', 'återuppringning', 'call back'] },
  ],
};

function meaningsOf(county: County): Meanings {
  const map = (all: readonly NamedChoice[]) =>
    new Map(all.flatMap(({ id, names }) => [id, ...names].map((name) => [fold(name), id] as const)));
  return {
    channel: map(ownWords.channel),
    urgency: map(ownWords.urgency),
    priority75: map(ownWords.priority75),
    outcomes: map(ownWords.outcomes),
    place: map(placesOf(county).map(named)),
    region: map(county.regions.map(named)),
    topic: map(county.topics.map(named)),
    category: map(county.categories.map(named)),
    care: map(county.cares.map(named)),
    services: map(county.services.map(named)),
    redirects: map(county.redirects.map(named)),
  };
}

type CellFault = Omit<RowFault, 'line'>;
type ContactRow = { readonly contact: OtherContact; readonly texts: CellTexts };
type CellTexts = (field: ContactField) => string;

function readRow(
  heads: readonly string[],
  cells: readonly string[],
  { columns, values, unless }: Mapping,
  meanings: Meanings,
): ContactRow | { readonly faults: readonly CellFault[] } {
  const texts: CellTexts = (field) => {
    const head = columns[field];
    const cell = head === undefined ? '' : (cells[heads.indexOf(head)] ?? '').trim();
    return cell || (unless[field] ?? '');
  };
  const faults: CellFault[] = [];
  const complain = (field: ContactField, fault: CellFault['fault'], value = texts(field)) => {
    faults.push({ field, fault, ...(value && { value }) });
    return '';
  };
  /** The id that the value means; '' and a fault when it means nothing, or when it is needed and missing. */
  const idOf = (field: ContactField, text: string, isNeeded: boolean): string => {
    if (text === '') return isNeeded ? complain(field, 'missing') : '';
    const meant = meantBy(values[field], text) ?? text;
    if (meant === '') return isNeeded ? complain(field, 'missing') : '';
    return meanings[field]?.get(fold(meant)) ?? complain(field, 'unknown', text);
  };
  const one = (field: ContactField, isNeeded = false) => idOf(field, texts(field), isNeeded);
  const many = (field: ContactField) => {
    const text = texts(field);
    const isWhole = meantBy(values[field], text) !== undefined || meanings[field]?.has(fold(text)) === true;
    return (isWhole ? [text] : listed(text)).map((part) => idOf(field, part, false)).filter(Boolean);
  };
  const when = dayAndHour(texts('day'), texts('hour'));
  if (!when.day) complain('day', texts('day') ? 'not-a-day' : 'missing');
  // without a day its time can't be told either
  if (when.hour === undefined && (when.day || texts('hour')))
    complain('hour', texts('hour') ? 'unknown' : 'missing');
  const contact = contactFrom({ one, many, texts, day: when.day ?? '', hour: when.hour ?? 0 });
  return faults.length > 0 ? { faults } : { contact, texts };
}

/** A cell may hold anything, the names of an object's own workings too. */
const meantBy = (values: { readonly [value: string]: string } | undefined, text: string) =>
  values && Object.hasOwn(values, text) ? values[text] : undefined;

/** Several values of a cell are parted by `;`, `,`, `/`, `|` or a line's end. */
const listed = (text: string): readonly string[] =>
  text
    .split(/[;,/|\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);

type RowReader = {
  readonly one: (field: ContactField, isNeeded?: boolean) => string;
  readonly many: (field: ContactField) => readonly string[];
  readonly texts: CellTexts;
  readonly day: string;
  readonly hour: number;
};

function contactFrom({ one, many, texts, day: text, hour }: RowReader): OtherContact {
  const [place, region, category, care] = (['place', 'region', 'category', 'care'] as const).map((field) =>
    one(field),
  );
  const [channel, outcomes] = [one('channel', true), many('outcomes')];
  return {
    // one that is none of them has been complained of
    channel: otherChannels.find((id) => id === channel) ?? ('phone' satisfies OtherChannel),
    day: day(text),
    hour,
    ...(place && { place: placeId(place) }),
    ...(region && { region: regionId(region) }),
    topic: topicId(one('topic', true)),
    ...(category && { category: categoryId(category) }),
    priority75: (one('priority75') || 'unknown') as Priority75,
    urgency: (one('urgency') || 'normal') as Urgency,
    ...(care && { care: careId(care) }),
    ...(texts('role') && { role: texts('role') }),
    ...(texts('unit') && { unit: texts('unit') }),
    outcomes: outcomeKinds.filter((kind) => outcomes.includes(kind)),
    services: many('services').map(serviceId),
    redirects: many('redirects').map(redirectId),
  };
}

function rowFaults(county: County, { contact, texts }: ContactRow, today: Day): readonly CellFault[] {
  return faultsOf(county, contact, today).map(({ field, fault }) => ({
    field,
    fault,
    // what identifies somebody is not said again
    ...(fault !== 'identity' && texts(field) && { value: texts(field) }),
  }));
}

/** `23.11.2026`, `2026-11-23`, each with a time if there is one: `23.11.2026 klo 8.30`; or the hour in its own column. */
function dayAndHour(dayText: string, hourText: string): { readonly day?: string; readonly hour?: number } {
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(dayText) ?? [];
  const iso =
    d && m && y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : /^\d{4}-\d\d-\d\d/.exec(dayText)?.[0];
  const time = hourText || dayText.replace(/^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)/, '');
  const hour = /^\D{0,5}(\d{1,2})(?:[.:]\d\d)*\s*$/.exec(time)?.[1];
  return {
    ...(iso && isDay(iso) && { day: iso }),
    ...(hour !== undefined && Number(hour) < 24 && { hour: Number(hour) }),
  };
}
