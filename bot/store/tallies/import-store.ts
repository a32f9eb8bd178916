/** Keeps imported facts: all of an import or none, and takes them away again. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../desk/ports.ts';
import type { Recorded, RecordStore } from '../../desk/recording/ports.ts';
import type { Day, Month } from '../../domain/names.ts';
import type { ImportRecord } from '../../domain/tally/other-contacts.ts';
import { stale } from '../cases/case-writes.ts';
import { deleteAll } from '../cases/purge.ts';
import { untilKept } from '../tables/again.ts';
import { digest, range, rowKey } from '../tables/keys.ts';
import { mostWrites, type NewRow, type Row, type Table, type Write } from '../tables/table.ts';
import { importRange, importRow, importShard, readImportDays, readImportRow } from './record-row.ts';

type ImportStoreParts = { readonly cases: Table; readonly clock: Clock };

/**
 * Tables has no transaction of ten thousand rows: the import is recorded as being written, then its facts, then as
 * kept. What fails on the way is undone at once; what is stopped on the way stands as `writing`, to be undone later.
 */
export function createImportStore(
  parts: ImportStoreParts,
): Pick<RecordStore, 'importIdOf' | 'imports' | 'importAll' | 'undoImport'> {
  const { cases } = parts;
  return {
    importIdOf: digest,

    async imports() {
      return (await cases.list(importShard, { from: importRange })).map(readImportRow);
    },

    async importAll(begun, all) {
      const months = [...new Set(all.map(({ fact }) => fact.month))].toSorted();
      const days = [...new Set(all.map(({ contact }) => contact.day))].toSorted();
      const record: ImportRecord = { ...begun, months, count: all.length, state: 'writing' };
      const standing = await beginUnlessStanding(cases, record, days);
      if (standing) return { record: standing, isNew: false };
      try {
        await writeFacts(cases, record, all);
      } catch (error) {
        await undo(parts, record, days);
        throw error;
      }
      return { record: await finish(parts, { ...record, state: 'kept' }, days), isNew: true };
    },

    async undoImport(id) {
      const row = await find(cases, id);
      return row && undo(parts, readImportRow(row), readImportDays(row));
    },
  };
}

const find = (cases: Table, id: string): Promise<Row | undefined> =>
  cases.read(importShard, `${importRange}${id}`);

/** Records the import as being written; the one that stands already, if any. */
function beginUnlessStanding(
  cases: Table,
  record: ImportRecord,
  days: readonly Day[],
): Promise<ImportRecord | undefined> {
  const write = randomUUID();
  return untilKept(`Import ${record.id}`, async () => {
    const row = await find(cases, record.id);
    if (row?.['write'] === write) return undefined;
    const former = row && readImportRow(row);
    if (former && former.state !== 'undone') return former;
    if (row) await cases.update(importRow(record, days, write), row.etag);
    else await cases.create(importRow(record, days, write));
    return undefined;
  });
}

function settle(cases: Table, record: ImportRecord, days: readonly Day[]): Promise<void> {
  return untilKept(`Import ${record.id}`, () => cases.put(importRow(record, days, randomUUID())));
}

async function writeFacts(cases: Table, { id }: ImportRecord, all: readonly Recorded[]): Promise<void> {
  const rows = all.flatMap(({ contact, fact }): readonly NewRow[] => [
    {
      partitionKey: importShard,
      rowKey: rowKey.contact(fact.month, `${id}-${randomUUID()}`),
      contact: JSON.stringify(fact),
    },
    // named by chance, so that no fact can be given its day
    {
      partitionKey: importShard,
      rowKey: rowKey.day(contact.day, `${id}-${randomUUID()}`),
      region: fact.region,
    },
  ]);
  for (let from = 0; from < rows.length; from += mostWrites) {
    const writes = rows.slice(from, from + mostWrites).map((row): Write => ({ write: 'put', row }));
    // the same rows again change nothing
    await untilKept(`Import ${id}`, () => cases.transact(writes));
  }
}

async function undo(
  parts: ImportStoreParts,
  record: ImportRecord,
  days: readonly Day[],
): Promise<ImportRecord> {
  const { cases } = parts;
  if (record.state === 'undone') return record;
  await settle(cases, { ...record, state: 'undoing' }, days);
  for (const month of record.months)
    await deleteAll(cases, importShard, `${range.contact(month)}${record.id}-`);
  for (const day of days) await deleteAll(cases, importShard, rowKey.day(day, `${record.id}-`));
  return finish(parts, { ...record, state: 'undone' }, days);
}

/** The months are counted again after the last fact has come or gone. */
async function finish(
  { cases, clock }: ImportStoreParts,
  record: ImportRecord,
  days: readonly Day[],
): Promise<ImportRecord> {
  const marks = record.months.flatMap((month: Month) => stale(importShard, month, clock.now()));
  for (const { row } of marks) await untilKept(`Import ${record.id}`, () => cases.put(row));
  await settle(cases, record, days);
  return record;
}
