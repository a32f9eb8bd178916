/** After a data key is lost: tells what can't be opened any more, and clears it away so that the line can go on. */
import { type CaseId, caseId } from '../domain/names.ts';
import type { MigrationParts } from '../store/migration/row-version.ts';
import { doesNotOpen } from '../store/tables/failures.ts';
import {
  allShards,
  digest,
  lastPart,
  partitionOf,
  range,
  rowKey,
  sealedRanges,
} from '../store/tables/keys.ts';
import type { Seal } from '../store/tables/seal.ts';
import { inTurns } from '../store/tables/spread.ts';
import { mostWrites, type Row, type Table } from '../store/tables/table.ts';
import type { TableName, Tables } from '../store/tables/tables.ts';
import type { OnRows } from './backup.ts';

/** What the clear columns still tell: enough to phone the asker. Empty where nothing stands under the id any more. */
export type LostCase = {
  readonly id: CaseId;
  readonly status: string;
  readonly region: string;
  /** Entra object id. */
  readonly asker: string;
  readonly receivedAt: string;
  /** The case itself opens: what is lost is some of what was said and done in it, or told of its client. */
  readonly inPart: boolean;
};

/**
 * Cases and unsent questions of which something is sealed that no key of ours opens, oldest first. Every row is opened,
 * not its key's name looked up: another key may stand under that name. A case is sealed again whenever it changes, what
 * was said and done in it never, so that a case may open while they don't.
 */
export async function lostCases(
  { tables, seal }: MigrationParts,
  onRows: OnRows = () => undefined,
): Promise<readonly LostCase[]> {
  const lost = new Set<CaseId>();
  let looked = 0;
  for await (const { table, rows } of sealedRows(tables)) {
    for (const row of rows) if (!opens(seal, row)) lost.add(caseOf(row));
    looked += rows.length;
    onRows(looked, table);
  }
  const told = await inTurns([...lost], (id) => toldOf({ tables, seal }, id));
  return told.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
}

async function* sealedRows(tables: Tables): AsyncGenerator<{ table: TableName; rows: readonly Row[] }> {
  for (const shard of allShards)
    for (const from of sealedRanges)
      yield { table: 'cases', rows: (await tables.cases.list(shard, { from })).filter(isSealed) };
  yield { table: 'clients', rows: (await tables.clients.all()).filter(isSealed) };
}

/** What is left of a discarded question, and the list of details kept lately, hold nothing that was sealed. */
const isSealed = (row: Row) => row['key'] !== undefined;

/** `case|id`, `said|id|n` and `trail|id|n` in the table of cases; in that of clients the partition is the case's. */
function caseOf({ partitionKey, rowKey: key }: Row): CaseId {
  const [kind, second = ''] = key.split('|');
  return caseId(kind === 'case' || kind === 'said' || kind === 'trail' ? second : partitionKey);
}

async function toldOf({ tables, seal }: MigrationParts, id: CaseId): Promise<LostCase> {
  const row = await tables.cases.read(partitionOf(id), rowKey.case(id));
  return {
    id,
    status: textIn(row, 'status') || textIn(row, 'kind'),
    region: textIn(row, 'region'),
    asker: textIn(row, 'asker'),
    receivedAt: textIn(row, 'receivedAt'),
    inPart: row === undefined || !isSealed(row) || opens(seal, row),
  };
}

const textIn = (row: Row | undefined, column: string) => String(row?.[column] ?? '');

function opens(seal: Seal, row: Row): boolean {
  try {
    seal.open(`${row.partitionKey}/${row.rowKey}`, row);
    return true;
  } catch (error) {
    if (doesNotOpen(error)) return false;
    throw error;
  }
}

/**
 * Deletes what is left of those cases, the details of clients among them; of those that are lost in part, only what
 * doesn't open. What they were counted as stays, and so does the audit: it tells who did what and when, though a reason
 * given for it opens no more.
 */
export async function clearLost(parts: MigrationParts, lost: readonly LostCase[]): Promise<void> {
  await clearWhole(
    parts,
    lost.filter(({ inPart }) => !inPart),
  );
  for (const { id, inPart } of lost) if (inPart) await clearParts(parts, id);
}

async function clearWhole({ tables }: MigrationParts, lost: readonly LostCase[]): Promise<void> {
  if (lost.length === 0) return;
  const ids = new Set(lost.map(({ id }) => String(id)));
  const marks = new Set(lost.map(({ id }) => digest(id)));
  for (const shard of allShards) {
    const rows = await tables.cases.whole(shard, []);
    await removeAll(
      tables.cases,
      rows.filter((row) => isOf(row.rowKey, ids, marks)),
    );
  }
  for (const { id } of lost) await removeAll(tables.clients, await tables.clients.whole(id, []));
}

async function clearParts({ tables, seal }: MigrationParts, id: CaseId): Promise<void> {
  const isLost = (row: Row) => isSealed(row) && !opens(seal, row);
  for (const from of [range.said(id), range.trail(id)]) {
    const rows = await tables.cases.list(partitionOf(id), { from });
    await removeAll(tables.cases, rows.filter(isLost));
  }
  await removeAll(tables.clients, (await tables.clients.whole(id)).filter(isLost));
}

/** `said|id|n` and `trail|id|n` name the case in the middle, all else at the end; a day only by its mark. */
function isOf(key: string, ids: ReadonlySet<string>, marks: ReadonlySet<string>): boolean {
  const [kind = '', second = ''] = key.split('|');
  if (kind === 'contact' || kind === 'seen' || kind === 'stale') return false;
  if (kind === 'day') return marks.has(lastPart(key));
  return kind === 'said' || kind === 'trail' ? ids.has(second) : ids.has(lastPart(key));
}

async function removeAll(table: Table, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += mostWrites) {
    const some = rows.slice(at, at + mostWrites);
    await table.transact(some.map((row) => ({ write: 'delete', row })));
  }
}
