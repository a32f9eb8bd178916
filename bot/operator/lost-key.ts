/** After a data key is lost: tells what can't be opened any more, and clears it away so that the line can go on. */
import { type CaseId, caseId } from '../domain/names.ts';
import { UnknownKeyError, UnreadableRowError } from '../store/tables/failures.ts';
import { allShards, digest, lastPart, range } from '../store/tables/keys.ts';
import type { Seal } from '../store/tables/seal.ts';
import { mostWrites, type NewRow, type Row, type Table } from '../store/tables/table.ts';
import type { Tables } from '../store/tables/tables.ts';

/** What the clear columns still tell: enough to phone the asker. */
export type LostCase = {
  readonly id: CaseId;
  readonly status: string;
  readonly region: string;
  /** Entra object id. */
  readonly asker: string;
  readonly receivedAt: string;
};

/** Cases and unsent questions whose content no key of ours opens, oldest first. */
export async function lostCases({ tables, seal }: { readonly tables: Tables; readonly seal: Seal }) {
  const lost: LostCase[] = [];
  for (const shard of allShards) {
    const rows = await tables.cases.list(shard, { from: range.entries });
    lost.push(...rows.filter((row) => row['key'] !== undefined && !opens(seal, row)).map(clearOf));
  }
  return lost.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
}

function opens(seal: Seal, row: Row): boolean {
  try {
    seal.open(`${row.partitionKey}/${row.rowKey}`, row);
    return true;
  } catch (error) {
    if (error instanceof UnknownKeyError || error instanceof UnreadableRowError) return false;
    throw error;
  }
}

const textIn = (row: Row, column: string) => String(row[column] ?? '');
const clearOf = (row: Row): LostCase => ({
  id: caseId(lastPart(row.rowKey)),
  status: textIn(row, 'status') || textIn(row, 'kind'),
  region: textIn(row, 'region'),
  asker: textIn(row, 'asker'),
  receivedAt: textIn(row, 'receivedAt'),
});

/**
 * Deletes what is left of those cases, the details of clients among them. What they were counted as stays, and so does
 * who did what and when; reasons that no key opens are taken out of the audit.
 */
export async function clearLost(
  { tables, seal }: { readonly tables: Tables; readonly seal: Seal },
  lost: readonly LostCase[],
): Promise<void> {
  const ids = new Set(lost.map(({ id }) => String(id)));
  const marks = new Set(lost.map(({ id }) => digest(id)));
  for (const shard of allShards) {
    const rows = await tables.cases.whole(shard, []);
    await removeAll(
      tables.cases,
      rows.filter(({ rowKey }) => isOf(rowKey, ids, marks)),
    );
  }
  for (const { id } of lost) {
    await removeAll(tables.clients, await tables.clients.whole(id, []));
    const entries = await tables.audit.whole(`case|${id}`);
    for (const row of entries)
      if (row['key'] !== undefined && !opens(seal, row)) await tables.audit.put(bare(row));
  }
}

/** `said|id|n` and `trail|id|n` name the case in the middle, all else at the end; a day only by its mark. */
function isOf(rowKey: string, ids: ReadonlySet<string>, marks: ReadonlySet<string>): boolean {
  const [kind = '', second = ''] = rowKey.split('|');
  if (kind === 'contact' || kind === 'seen' || kind === 'stale') return false;
  if (kind === 'day') return marks.has(lastPart(rowKey));
  return kind === 'said' || kind === 'trail' ? ids.has(second) : ids.has(lastPart(rowKey));
}

const bare = ({ partitionKey, rowKey, at, by, did, caseId: of }: Row): NewRow => ({
  partitionKey,
  rowKey,
  at,
  by,
  did,
  ...(of !== undefined && { caseId: of }),
});

async function removeAll(table: Table, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += mostWrites) {
    const some = rows.slice(at, at + mostWrites);
    await table.transact(some.map((row) => ({ write: 'delete', row })));
  }
}
