/** Deletes what was said and done in a purged case: in as many transactions as it takes, safe to stop anywhere. */
import type { CaseId } from '../../domain/names.ts';
import { untilKept } from '../tables/again.ts';
import { partitionOf, range, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { mostWrites, type Table } from '../tables/table.ts';
import { entryRow, type KeptCase, readEntry, relist } from './case-row.ts';
import { guarded } from './case-writes.ts';

type PurgeParts = { readonly cases: Table; readonly seal: Seal };

/** Comes after the purge itself, whose row remembers (`remains`) and falls due until this has been to its end. */
export async function finishPurge({ cases, seal }: PurgeParts, id: CaseId): Promise<void> {
  if (!(await unfinished({ cases, seal }, id))) return;
  for (const from of [range.said(id), range.trail(id)]) await deleteAll(cases, partitionOf(id), from);
  await untilKept(`The purge of case ${id}`, async () => {
    const kept = await unfinished({ cases, seal }, id);
    if (!kept) return;
    const next = { ...kept, remains: false };
    await cases.transact([
      guarded(entryRow(seal, id, next, kept.write), kept.etag),
      ...relist(partitionOf(id), kept, next),
    ]);
  });
}

/** The case whose purge has begun and not ended. */
async function unfinished({ cases, seal }: PurgeParts, id: CaseId): Promise<KeptCase | undefined> {
  const row = await cases.read(partitionOf(id), rowKey.case(id));
  const kept = row && readEntry(seal, row);
  return kept?.kind === 'case' && kept.remains ? kept : undefined;
}

/** Deletes every row of a partition that begins with `from`. */
export function deleteAll(table: Table, partition: string, from: string): Promise<void> {
  return untilKept(`Deleting ${partition}/${from}`, async () => {
    for (;;) {
      const rows = await table.list(partition, { from, columns: [], most: mostWrites });
      if (rows.length === 0) return;
      // 404 when somebody else deleted one of them: untilKept lists what is left
      await table.transact(rows.map((row) => ({ write: 'delete', row })));
    }
  });
}
