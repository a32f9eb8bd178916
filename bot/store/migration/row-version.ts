/** Which version of the rows stands in storage, and what brings older rows up to this one. */
import { type CaseId, caseId } from '../../domain/names.ts';
import { relist } from '../cases/case-row.ts';
import { findEntry } from '../cases/case-store.ts';
import { dayMark } from '../cases/case-writes.ts';
import { createPeopleStore } from '../staff/people-store.ts';
import { untilKept } from '../tables/again.ts';
import { firstFilled } from '../tables/every-row.ts';
import { RowsNotReadyError } from '../tables/failures.ts';
import { allShards, lastPart, partitionOf, range, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { inTurns } from '../tables/spread.ts';
import type { Write } from '../tables/table.ts';
import type { Tables } from '../tables/tables.ts';

/**
 * Rows as this code writes and reads them.
 * 1: the first. 2: rows list those on the line, what runs granted, what was not delivered, and each day's contacts.
 */
export const rowVersion = 2;

/** `restoring`: the time of the backup whose restoring has begun and not ended. */
export type RowMark = { readonly version: number; readonly restoring?: string };

export type MigrationParts = { readonly tables: Tables; readonly seal: Seal };
/** Told after each part of the work: so many parts done, of so many. */
export type OnProgress = (done: number, of: number) => void;

const markKeys = { partitionKey: 'rows', rowKey: 'version' } as const;

/** Nothing when the tables hold nothing. Rows that no mark tells of are from before there were marks. */
export async function readMark(tables: Tables): Promise<RowMark | undefined> {
  const row = await tables.marks.read(markKeys.partitionKey, markKeys.rowKey);
  if (!row) return (await firstFilled(tables)) && { version: 1 };
  const { version, restoring } = row as { version?: unknown; restoring?: unknown };
  return {
    version: Number(version),
    ...(typeof restoring === 'string' && restoring !== '' && { restoring }),
  };
}

export const putMark = (tables: Tables, mark: RowMark) =>
  tables.marks.put({ ...markKeys, restoring: '', ...mark });

/**
 * Whether this code may work on what is kept; empty tables are its own from now on.
 * @throws RowsNotReadyError saying what to do first
 */
export async function checkRows(tables: Tables): Promise<void> {
  const mark = await readMark(tables);
  if (!mark) return putMark(tables, { version: rowVersion });
  const { version, restoring } = mark;
  if (restoring) throw new RowsNotReadyError('restoring');
  if (version !== rowVersion) throw new RowsNotReadyError(version < rowVersion ? 'older' : 'newer');
}

type MigrationStep = {
  readonly to: number;
  run(parts: MigrationParts, onProgress: OnProgress): Promise<void>;
};

/** One for each version after the first, in their order. Each adds only, so that the version before goes on working. */
const steps: readonly MigrationStep[] = [{ to: 2, run: listAgain }];

/**
 * Brings all rows up to `rowVersion`; safe to stop anywhere, to repeat, and to run beside the version before.
 * `again` repeats the last step, for what that version still wrote meanwhile. @returns the versions it came through.
 * @throws RowsNotReadyError when a newer version wrote them or a restore is unfinished
 */
export async function migrateRows(
  parts: MigrationParts,
  { again = false, onProgress = () => undefined }: { again?: boolean; onProgress?: OnProgress } = {},
): Promise<readonly number[]> {
  const mark = await readMark(parts.tables);
  if (mark?.restoring) throw new RowsNotReadyError('restoring');
  if (mark && mark.version > rowVersion) throw new RowsNotReadyError('newer');
  const from = mark ? Math.min(mark.version, again ? rowVersion - 1 : rowVersion) : rowVersion;
  const due = steps.filter(({ to }) => to > from);
  for (const step of due) {
    await step.run(parts, onProgress);
    await putMark(parts.tables, { version: step.to });
  }
  if (!mark) await putMark(parts.tables, { version: rowVersion });
  return due.map(({ to }) => to);
}

/** 1 → 2: every row that lists a case, and everybody who is on the line, written again from what is kept. */
async function listAgain(parts: MigrationParts, onProgress: OnProgress): Promise<void> {
  const people = createPeopleStore(parts.tables.people);
  let done = 0;
  for (const shard of allShards) {
    const rows = await parts.tables.cases.list(shard, { from: range.entries, columns: [] });
    await inTurns(rows, (row) => listCase(parts, caseId(lastPart(row.rowKey))));
    done += 1;
    onProgress(done, allShards.length + 1);
  }
  // a new object is written, and with it the row that lists its person
  await inTurns(await people.all(), (person) => people.change(person.id, (one) => ({ ...(one ?? person) })));
  onProgress(done + 1, allShards.length + 1);
}

function listCase(parts: MigrationParts, id: CaseId): Promise<void> {
  const { cases } = parts.tables;
  return untilKept(`The listing of case ${id}`, async () => {
    const kept = await findEntry({ cases, seal: parts.seal }, id);
    if (!kept || kept.kind === 'gone') return;
    const keys = { partitionKey: partitionOf(id), rowKey: rowKey.case(id) };
    // guarded by the case's own row: had it changed meanwhile, what lists it would be of the past
    const guard: Write = { write: 'updateMerge', row: { ...keys, write: kept.write }, etag: kept.etag };
    const isCounted = kept.kind === 'case' && kept.case.contactId !== undefined;
    const listed = relist(keys.partitionKey, undefined, kept);
    await cases.transact([guard, ...listed, ...(isCounted ? [dayMark(kept.case)] : [])]);
  });
}
