/** A case and its row, both ways: what is clear for the line's own finding, what is sealed, which rows list it. */
import { z } from 'zod';
import type { Case, Step, Utterance } from '../../domain/case/case.ts';
import { isOpen } from '../../domain/case/case.ts';
import type { Draft } from '../../domain/case/draft.ts';
import { grantedUntil, isUndelivered } from '../../domain/case/standing.ts';
import type { CaseId } from '../../domain/names.ts';
import { partitionOf, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { readAs } from '../tables/shape.ts';
import type { NewRow, Row, Write } from '../tables/table.ts';
import { caseShape, step, utterance } from './case-shape.ts';
import { draftShape } from './draft-shape.ts';

/**
 * What stands under a case's id. A draft becomes the case in the same row, so the id can't be given twice and
 * sending a card twice meets itself; a discarded draft leaves an empty row, so that its card finds nobody else's.
 */
export type CaseEntry =
  | { readonly kind: 'case'; readonly case: Case; readonly remains: boolean }
  | { readonly kind: 'draft'; readonly draft: Draft; readonly seen: string }
  | { readonly kind: 'gone' };

/** As read: `write` is the id of the call that wrote it last, by which a call knows its own. */
export type StoredEntry = CaseEntry & { readonly etag: string; readonly write: string };
export type KeptCase = Extract<StoredEntry, { kind: 'case' }>;
export type KeptDraft = Extract<StoredEntry, { kind: 'draft' }>;

const columns = z.object({
  kind: z.enum(['case', 'draft', 'gone']),
  write: z.string(),
  seen: z.string().optional(),
  remains: z.boolean().optional(),
});
type Columns = z.infer<typeof columns>;

/** For AAD and for messages. */
export const placeOf = (row: { readonly partitionKey: string; readonly rowKey: string }) =>
  `${row.partitionKey}/${row.rowKey}`;

export function entryRow(seal: Seal, id: CaseId, entry: CaseEntry, write: string): NewRow {
  const keys = { partitionKey: partitionOf(id), rowKey: rowKey.case(id) };
  const place = placeOf(keys);
  switch (entry.kind) {
    case 'case':
      return {
        ...keys,
        ...clearOf(entry.case),
        kind: 'case',
        write,
        ...(entry.remains && { remains: true }),
        ...seal.close(place, entry.case),
      };
    case 'draft':
      return { ...keys, kind: 'draft', write, seen: entry.seen, ...seal.close(place, entry.draft) };
    case 'gone':
      return { ...keys, kind: 'gone', write };
  }
}

/** For those who look into the tables; the line itself reads the sealed case only. */
const clearOf = (one: Case) => ({
  status: one.status,
  version: one.version,
  region: one.region,
  asker: one.asker.id,
  receivedAt: one.receivedAt,
  ...('holder' in one && one.holder && { holder: one.holder.id }),
  ...(one.dueAt && { dueAt: one.dueAt }),
});

/** @throws UnreadableRowError, UnknownKeyError */
export function readEntry(seal: Seal, row: Row): StoredEntry {
  const place = placeOf(row);
  const { kind, write, seen = '', remains = false } = readAs<Columns>(columns, place, row);
  const known = { etag: row.etag, write };
  switch (kind) {
    case 'case':
      return { ...known, kind, remains, case: readAs<Case>(caseShape, place, seal.open(place, row)) };
    case 'draft':
      return { ...known, kind, seen, draft: readAs<Draft>(draftShape, place, seal.open(place, row)) };
    case 'gone':
      return { ...known, kind };
  }
}

/** The rows that list an entry, by row key: what is open, whose it is, when it falls due, what runs, what is stuck. */
function listedIn(entry: CaseEntry | undefined): ReadonlyMap<string, Record<string, string>> {
  const rows = new Map<string, Record<string, string>>();
  if (entry?.kind === 'draft') {
    const { id, asker, dueAt } = entry.draft;
    rows.set(rowKey.draft(asker.id, id), {});
    rows.set(rowKey.due(dueAt, id), { kind: 'draft' });
  }
  if (entry?.kind === 'case') {
    const { id, asker, region, purgedAt } = entry.case;
    // while a purge is unfinished upkeep must come back to it at once, whatever else falls due later
    const dueAt = entry.remains ? purgedAt : entry.case.dueAt;
    if (isOpen(entry.case)) rows.set(rowKey.open(region, id), {});
    if (!purgedAt) rows.set(rowKey.asker(asker.id, id), {});
    if (dueAt) rows.set(rowKey.due(dueAt, id), { kind: 'case' });
    const grantedTo = grantedUntil(entry.case);
    if (grantedTo) rows.set(rowKey.grant(grantedTo, id), {});
    if (isUndelivered(entry.case)) rows.set(rowKey.undelivered(id), {});
  }
  return rows;
}

/** Moves the listing rows from what they were to what they must be. */
export function relist(
  partitionKey: string,
  before: CaseEntry | undefined,
  after: CaseEntry,
): readonly Write[] {
  const [old, next] = [listedIn(before), listedIn(after)];
  const gone = [...old.keys()].filter((key) => !next.has(key));
  const come = [...next].filter(([key, { kind }]) => !old.has(key) || old.get(key)?.['kind'] !== kind);
  return [
    ...gone.map((key) => ({ write: 'delete' as const, row: { partitionKey, rowKey: key } })),
    ...come.map(([key, more]) => ({ write: 'put' as const, row: { partitionKey, rowKey: key, ...more } })),
  ];
}

export function saidRow(seal: Seal, id: CaseId, said: Utterance): NewRow {
  const keys = { partitionKey: partitionOf(id), rowKey: rowKey.said(id, said.n) };
  return { ...keys, ...seal.close(placeOf(keys), said) };
}

export const readSaid = (seal: Seal, row: Row) =>
  readAs<Utterance>(utterance, placeOf(row), seal.open(placeOf(row), row));

/** `write` as in the case's own row: it tells a call whose answer was lost that this version was its own. */
export function trailRow(seal: Seal, id: CaseId, made: Step, write: string): NewRow {
  const keys = { partitionKey: partitionOf(id), rowKey: rowKey.trail(id, made.version) };
  return { ...keys, write, did: made.did, at: made.at, ...seal.close(placeOf(keys), made) };
}

export const readTrail = (seal: Seal, row: Row) =>
  readAs<Step>(step, placeOf(row), seal.open(placeOf(row), row));
