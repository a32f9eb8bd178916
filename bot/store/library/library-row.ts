/** An instruction, its versions, its readers and its news as rows, both ways. */
import { z } from 'zod';
import type { Nudge, NudgeTarget } from '../../desk/library/ports.ts';
import {
  type Instruction,
  type Reader,
  subjects,
  type Version,
} from '../../domain/instructions/instructions.ts';
import type { Day, InstructionId, Moment, PersonId, RegionId } from '../../domain/names.ts';
import { placeOf } from '../cases/case-row.ts';
import { person } from '../cases/case-shape.ts';
import { readJson } from '../cases/contact-row.ts';
import { digest, keyPart } from '../tables/keys.ts';
import { longText, readLongText } from '../tables/long-text.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { NewRow, Row } from '../tables/table.ts';

const { object, array, record, string, int, boolean, literal, union, exactOptional: maybe } = z;

const wording = object({ title: string(), text: string() });
const byline = union([person, literal('line')]);

const versionShape = exactly<Version>()(
  object({
    n: int(),
    at: name<Moment>(),
    by: byline,
    did: z.enum(['write', 'publish', 'restore', 'retire']),
    wordings: object({ fi: maybe(wording), sv: maybe(wording) }),
    note: maybe(string()),
    restored: maybe(int()),
  }),
);

const instructionShape = exactly<Instruction>()(
  object({
    id: name<InstructionId>(),
    subject: z.enum(subjects),
    newest: versionShape,
    published: maybe(versionShape),
    owner: byline,
    reviewBy: maybe(name<Day>()),
    origin: maybe(union([literal('starter'), object({ proposedBy: person })])),
    retired: maybe(boolean()),
  }),
);

const readerShape = exactly<Reader>()(
  object({
    id: name<PersonId>(),
    name: string(),
    receipts: record(string(), object({ version: int(), at: name<Moment>() })),
  }),
);

const targetsShape = exactly<readonly NudgeTarget[]>()(
  array(
    union([
      object({ to: literal('channel'), region: name<RegionId>() }),
      object({ to: literal('person'), person: name<PersonId>() }),
    ]),
  ),
);
const nudgeShape = object({
  id: string(),
  instruction: name<InstructionId>(),
  version: int(),
  at: name<Moment>(),
  next: int(),
  many: int(),
});

/** Pages, versions and news share a partition, so that one transaction holds a change of all three. */
export const pages = 'pages';
export const readers = 'readers';

export const libraryKey = {
  page: (id: InstructionId) => `page|${keyPart(id)}`,
  version: (id: InstructionId, n: number) => `version|${keyPart(id)}|${String(n).padStart(6, '0')}`,
  nudge: (id: string) => `nudge|${digest(id)}`,
  once: (what: string) => `once|${keyPart(what)}`,
} as const;

export function pageRow(one: Instruction, write: string): NewRow {
  const keys = { partitionKey: pages, rowKey: libraryKey.page(one.id) };
  return {
    ...keys,
    write,
    subject: one.subject,
    version: one.newest.n,
    ...longText(placeOf(keys), JSON.stringify(one)),
  };
}

export const readPage = (row: Row): Instruction =>
  readAs(instructionShape, placeOf(row), readJson(placeOf(row), readLongText(placeOf(row), row)));

export function versionRow(id: InstructionId, version: Version, write: string): NewRow {
  const keys = { partitionKey: pages, rowKey: libraryKey.version(id, version.n) };
  return { ...keys, write, at: version.at, ...longText(placeOf(keys), JSON.stringify(version)) };
}

export const readVersion = (row: Row): Version =>
  readAs(versionShape, placeOf(row), readJson(placeOf(row), readLongText(placeOf(row), row)));

export function readerRow(reader: Reader, write: string): NewRow {
  const keys = { partitionKey: readers, rowKey: keyPart(reader.id) };
  return { ...keys, write, name: reader.name, ...longText(placeOf(keys), JSON.stringify(reader)) };
}

export const readReader = (row: Row): Reader =>
  readAs(readerShape, placeOf(row), readJson(placeOf(row), readLongText(placeOf(row), row)));

/** `next` counts those who were told, or were about to be. */
export type KeptNudge = Nudge & { readonly next: number };

export function nudgeRow({ to, id, instruction, version, at, next }: KeptNudge, write: string): NewRow {
  const keys = { partitionKey: pages, rowKey: libraryKey.nudge(id) };
  const clear = { id, instruction, version, at, next, many: to.length };
  return { ...keys, ...clear, write, ...longText(placeOf(keys), JSON.stringify(to)) };
}

export function readNudge(row: Row): KeptNudge {
  const place = placeOf(row);
  const { id, instruction, version, at, next } = readAs<KeptNudge>(nudgeShape, place, row);
  const to = readAs<readonly NudgeTarget[]>(targetsShape, place, readJson(place, readLongText(place, row)));
  return { id, instruction, version, at, next, to };
}
