/** Copies everything that the line keeps into one file; the line may go on meanwhile. */
import type { Moment } from '../domain/names.ts';
import { readMark, rowVersion } from '../store/migration/row-version.ts';
import { everyRow, type KeptRow } from '../store/tables/every-row.ts';
import type { Tables } from '../store/tables/tables.ts';
import { type RowCounts, writeBackupFile } from './backup-file.ts';
import { OperatorError } from './operator-error.ts';

/** So many rows until now, and the table that they are read from. */
export type OnRows = (rows: number, table: string) => void;

/**
 * What was sealed stays sealed: without DATA_KEYS the file tells nothing that was said.
 * @returns how many rows of each table. @throws OperatorError while a restore is unfinished
 */
export async function backUp(
  tables: Tables,
  file: string,
  { at, onRows = () => undefined }: { at: Moment; onRows?: OnRows },
): Promise<RowCounts> {
  const mark = await readMark(tables);
  if (mark?.restoring)
    throw new OperatorError('A restore was begun and not ended: finish it before taking a backup.');
  const head = { backup: 1, rows: mark?.version ?? rowVersion, at } as const;
  return writeBackupFile(file, head, watched(everyRow(tables), onRows));
}

async function* watched(parts: AsyncIterable<readonly KeptRow[]>, onRows: OnRows) {
  let rows = 0;
  for await (const part of parts) {
    rows += part.length;
    onRows(rows, part[0]?.table ?? '');
    yield part;
  }
}
