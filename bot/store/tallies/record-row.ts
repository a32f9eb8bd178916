/** A recorded contact and an import as rows, both ways. */
import { z } from 'zod';
import { shardFor } from '../../domain/case/case-id.ts';
import { urgencies } from '../../domain/county.ts';
import type {
  CareId,
  CategoryId,
  Day,
  Moment,
  Month,
  PersonId,
  PlaceId,
  RedirectId,
  RegionId,
  ServiceId,
  TopicId,
} from '../../domain/names.ts';
import {
  type Entry,
  type ImportRecord,
  type OtherContact,
  otherChannels,
  outcomeKinds,
} from '../../domain/tally/other-contacts.ts';
import { placeOf } from '../cases/case-row.ts';
import { person } from '../cases/case-shape.ts';
import { readJson } from '../cases/contact-row.ts';
import { keyPart, partitionOfShard } from '../tables/keys.ts';
import { longText, readLongText } from '../tables/long-text.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { NewRow, Row } from '../tables/table.ts';

const { object, array, string, int, boolean, exactOptional: maybe } = z;

const contactShape = exactly<OtherContact>()(
  object({
    channel: z.enum(otherChannels),
    day: name<Day>(),
    hour: int(),
    place: maybe(name<PlaceId>()),
    region: maybe(name<RegionId>()),
    topic: name<TopicId>(),
    category: maybe(name<CategoryId>()),
    priority75: z.enum(['yes', 'no', 'unknown']),
    urgency: z.enum(urgencies),
    care: maybe(name<CareId>()),
    role: maybe(string()),
    unit: maybe(string()),
    outcomes: array(z.enum(outcomeKinds)),
    services: array(name<ServiceId>()),
    redirects: array(name<RedirectId>()),
  }),
);

/** A removed one stays for a while, so that a form sent twice does not bring it back. */
export type KeptEntry = {
  readonly entry: Entry;
  readonly month: Month;
  readonly region: RegionId;
  readonly removed: boolean;
};

const entryShape = exactly<KeptEntry>()(
  object({
    entry: object({
      id: string(),
      by: person,
      at: name<Moment>(),
      contact: contactShape,
      contactId: string(),
    }),
    month: name<Month>(),
    region: name<RegionId>(),
    removed: boolean(),
  }),
);

const importShape = exactly<ImportRecord>()(
  object({
    id: string(),
    by: person,
    at: name<Moment>(),
    count: int(),
    months: array(name<Month>()),
    state: z.enum(['writing', 'kept', 'undoing', 'undone']),
  }),
);

/** `05.2026-11-23.<key>`: the recorder's shard, the day of recording, and what the form made. */
export const entryIdOf = (by: PersonId, on: Day, key: string) =>
  `${partitionOfShard(shardFor(by))}.${on}.${keyPart(key)}`;

const idForm = /^(\d\d)\.(\d{4}-\d\d-\d\d)\.[\w-]{1,80}$/;

/** Where an entry stands; undefined when the id is none of ours. */
export function entryKeys(id: string): Pick<NewRow, 'partitionKey' | 'rowKey'> | undefined {
  const [, partitionKey, on] = idForm.exec(id) ?? [];
  return partitionKey && on ? { partitionKey, rowKey: `entry|${on}|${id}` } : undefined;
}

export const entryRange = (on?: Day) => (on === undefined ? 'entry|' : `entry|${keyPart(on)}|`);

/** Above every entry. */
export const entryEnd = 'entry|~';

export function entryRow(kept: KeptEntry, write: string): NewRow {
  const keys = entryKeys(kept.entry.id);
  if (!keys) throw new Error('An entry has an id of another form: make it with entryIdOf');
  return { ...keys, write, by: kept.entry.by.id, kept: JSON.stringify(kept) };
}

export const readEntryRow = (row: Row): KeptEntry =>
  readAs(entryShape, placeOf(row), readJson(placeOf(row), row['kept']));

/** All imports stand in one shard, their facts too: they are few and rare. */
export const importShard = partitionOfShard(0);
export const importRange = 'import|';

/** `days`: where the marks of its days stand. */
export function importRow(record: ImportRecord, days: readonly Day[], write: string): NewRow {
  const keys = { partitionKey: importShard, rowKey: `${importRange}${keyPart(record.id)}` };
  return { ...keys, write, record: JSON.stringify(record), ...longText(placeOf(keys), JSON.stringify(days)) };
}

export const readImportRow = (row: Row): ImportRecord =>
  readAs(importShape, placeOf(row), readJson(placeOf(row), row['record']));

export const readImportDays = (row: Row): readonly Day[] =>
  readAs(array(string()), placeOf(row), readJson(placeOf(row), readLongText(placeOf(row), row)));
