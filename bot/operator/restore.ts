/** Puts a backup back into empty tables, and has every open case's cards drawn as the backup knows them. */
import type { CaseStore } from '../desk/ports.ts';
import { wantedAgain } from '../domain/case/card-place.ts';
import type { Case } from '../domain/case/case.ts';
import { putMark, readMark, rowVersion } from '../store/migration/row-version.ts';
import { firstFilled, type KeptRow, putRows } from '../store/tables/every-row.ts';
import { doesNotOpen } from '../store/tables/failures.ts';
import { createSeal, type DataKeys } from '../store/tables/seal.ts';
import type { TableName, Tables } from '../store/tables/tables.ts';
import type { OnRows } from './backup.ts';
import { type BackupHead, readBackupFile } from './backup-file.ts';
import { OperatorError } from './operator-error.ts';

export type Restored = { readonly head: BackupHead; readonly rows: number };

/**
 * Looks the whole file through before the first row is put. Stopped anywhere, it goes on when the same file is given
 * again; until it has ended no server starts on these tables.
 * @throws OperatorError when the tables hold something else, the file is not whole, or a key is missing
 */
export async function restore(
  { tables, keys }: { readonly tables: Tables; readonly keys: DataKeys },
  file: string,
  onRows: OnRows = () => undefined,
): Promise<Restored> {
  const { head, rows } = await readBackupFile(file);
  if (head.rows > rowVersion)
    throw new OperatorError(
      'The backup was made by a newer version of the line: restore it with that version.',
    );
  await mustBeFree(tables, head);
  await mustOpen(keys, rows);
  await putMark(tables, { version: head.rows, restoring: head.at });
  const put = await putAll(tables, (await readBackupFile(file)).rows, onRows);
  await putMark(tables, { version: head.rows });
  return { head, rows: put };
}

/** Into empty tables, or those that this very backup was being put into. */
async function mustBeFree(tables: Tables, head: BackupHead): Promise<void> {
  if ((await readMark(tables))?.restoring === head.at) return;
  const filled = await firstFilled(tables);
  if (filled === undefined) return;
  throw new OperatorError(
    `The table ${filled} holds rows already. A backup is put back into empty tables only: infra/README.md, “Restore”, tells how to empty them.`,
  );
}

/**
 * Reads to the end, which also proves the file whole. One row of each kind is opened with each key: a case is sealed
 * again when it changes, what was said in it and told of its client never, so they may need a key that no case does.
 */
async function mustOpen(keys: DataKeys, rows: AsyncIterable<KeptRow>): Promise<void> {
  const seal = createSeal(keys);
  const opened = new Set<string>();
  for await (const { table, row } of rows) {
    const key = row['key'];
    const isNeeded = typeof key === 'string' && (table === 'cases' || table === 'clients');
    const kind = `${table} ${row.rowKey.split('|')[0]} ${key}`;
    if (!isNeeded || opened.has(kind)) continue;
    opened.add(kind);
    try {
      seal.open(`${row.partitionKey}/${row.rowKey}`, row);
    } catch (error) {
      if (!doesNotOpen(error)) throw error;
      throw new OperatorError(
        `DATA_KEYS does not open what the backup sealed with the key "${key}": give the keys of its time.`,
      );
    }
  }
}

async function putAll(tables: Tables, rows: AsyncIterable<KeptRow>, onRows: OnRows): Promise<number> {
  let put = 0;
  let together: KeptRow[] = [];
  const flush = async () => {
    const [first] = together;
    if (first)
      await putRows(
        tables[first.table],
        together.map(({ row }) => row),
      );
    put += together.length;
    if (first) onRows(put, first.table);
    together = [];
  };
  for await (const one of rows) {
    const [first] = together;
    if (first && !isBeside(first, one)) await flush();
    else if (together.length >= mostAtOnce) await flush();
    together.push(one);
  }
  await flush();
  return put;
}

// bounds what is held in memory; the table parts it into transactions
const mostAtOnce = 1000;

type RestoredPlace = { readonly table: TableName; readonly row: { readonly partitionKey: string } };
const isBeside = (one: RestoredPlace, other: RestoredPlace) =>
  one.table === other.table && one.row.partitionKey === other.row.partitionKey;

/** Teams still shows the cards of a later time: each open case is drawn again as it is kept now. @returns how many. */
export async function drawAgain(cases: Pick<CaseStore, 'openCases' | 'change'>): Promise<number> {
  const open = await cases.openCases();
  for (const { id } of open) await cases.change(id, cardsWantedAgain);
  return open.length;
}

function cardsWantedAgain(one: Case): Case {
  const { asker, channel } = one.views;
  const views = {
    ...(asker && { asker: wantedAgain(asker) }),
    ...(channel && { channel: wantedAgain(channel) }),
  };
  return { ...one, views };
}
