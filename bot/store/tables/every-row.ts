/** Every row of every table, out and in again: what a backup is made of. */
import { BusyError } from './failures.ts';
import { type NewRow, type Row, rowsThatFit, type Table } from './table.ts';
import { type TableName, type Tables, tableNames } from './tables.ts';

export type KeptRow = { readonly table: TableName; readonly row: NewRow };

/** What may not be copied along: the marks tell of these very tables. */
export const copiedTables: readonly TableName[] = tableNames.filter((name) => name !== 'marks');

const mostReadings = 10;

/**
 * Every row, a partition at a time. Each partition is given as it stood at one moment: it is read until nothing has
 * changed between two readings, and what belongs together is written in one partition.
 * @throws BusyError when a partition never comes to rest.
 */
export async function* everyRow(tables: Tables): AsyncGenerator<readonly KeptRow[]> {
  for (const table of copiedTables) {
    for await (const rows of partitionsOf(tables[table], table))
      yield rows.map((row) => ({ table, row: bare(row) }));
  }
}

async function* partitionsOf(table: Table, name: TableName): AsyncGenerator<readonly Row[]> {
  for (let at = await table.partitionAfter(''); at !== undefined; at = await table.partitionAfter(at))
    yield await atRest(table, name, at);
}

async function atRest(table: Table, name: TableName, partition: string): Promise<readonly Row[]> {
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const rows = await table.whole(partition);
    const again = await table.whole(partition, []);
    if (stateOf(rows) === stateOf(again)) return rows;
  }
  throw new BusyError(`A copy of partition ${partition} of the table ${name}`, mostReadings);
}

const stateOf = (rows: readonly Row[]) => rows.map(({ rowKey, etag }) => `${rowKey} ${etag}`).join('\n');

/** Without what storage itself adds. */
function bare({ etag: _, timestamp: _at, 'odata.metadata': _about, ...row }: Row): NewRow {
  return row;
}

/** Puts rows of one table back, as many in a transaction as it takes; safe to repeat. */
export async function putRows(table: Table, rows: readonly NewRow[]): Promise<void> {
  for (const some of rowsThatFit(rows)) await table.transact(some.map((row) => ({ write: 'put', row })));
}

/** The first table that holds a row, or none. */
export async function firstFilled(tables: Tables): Promise<TableName | undefined> {
  for (const name of copiedTables) if ((await tables[name].partitionAfter('')) !== undefined) return name;
  return undefined;
}
