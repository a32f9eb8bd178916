/** Checks what is kept: that this version can read the rows, and that the data keys open what they sealed. */

import { readMark, rowVersion } from '../../store/migration/row-version.ts';
import { lacksTable, UnknownKeyError, UnreadableRowError } from '../../store/tables/failures.ts';
import { allShards, sealedRanges } from '../../store/tables/keys.ts';
import { createSeal, type Seal } from '../../store/tables/seal.ts';
import { inTurns } from '../../store/tables/spread.ts';
import type { Row, Table } from '../../store/tables/table.ts';
import type { Installation } from '../installation.ts';
import { type Check, type CheckResult, failure, ok, unlessFine } from './check.ts';

export const rowsCheck: Check = {
  name: 'rows',
  needs: ['storage'],
  run: async ({ tables }) => {
    const mark = await orNothing(readMark(tables()));
    if (!mark) return [ok('Nothing is kept yet.')];
    if (mark.restoring)
      return [
        failure(
          'A restore was begun and not ended.',
          'Run “npm run restore” with the same backup again: it goes on where it stopped.',
        ),
      ];
    return [rowsFound(mark.version)];
  },
};

function rowsFound(version: number): CheckResult {
  if (version < rowVersion)
    return failure(
      `The rows are of version ${version}, this code wants ${rowVersion}.`,
      'Run “npm run migrate”; the older server may go on meanwhile.',
    );
  if (version > rowVersion)
    return failure(
      `The rows are of version ${version}, newer than this code’s ${rowVersion}.`,
      'Run the newer version, or restore a backup made before it was taken into use.',
    );
  return ok(`They are of version ${version}, as this code wants them.`);
}

/** A table that no server has made yet holds nothing. */
export async function orNothing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (lacksTable(error)) return undefined;
    throw error;
  }
}

export const dataKeysCheck: Check = {
  name: 'data-keys',
  needs: ['rows'],
  run: async (installation) => {
    const { dataKeys } = installation.settings();
    const rows = (await orNothing(oneOfEachKey(installation))) ?? [];
    const seal = createSeal(dataKeys);
    // one key may seal rows of each kind
    const faults = new Map(rows.flatMap((row) => keyFault(seal, row) ?? []).map((one) => [one.says, one]));
    const kept = `${dataKeys.length} kept, the first encrypts`;
    return unlessFine(
      [...faults.values()],
      rows.length > 0
        ? `${kept}; each row of a case or a client names one of them.`
        : `${kept}; nothing is sealed yet.`,
    );
  },
};

type RowPlace = { readonly table: Table; readonly partition: string; readonly row: string };

/**
 * A whole row for each key that rows of a kind are sealed with. Every row's key is looked at: those of one case may be
 * sealed with different ones, and a single row that does not open breaks what needs it.
 */
async function oneOfEachKey({ tables }: Installation): Promise<readonly Row[]> {
  const { cases, clients } = tables();
  const found = new Map<string, RowPlace>();
  const note = (table: Table, kind: string, rows: readonly Row[]) => {
    for (const { key, partitionKey, rowKey } of rows as readonly (Row & { key?: unknown })[])
      if (typeof key === 'string')
        found.set(`${kind}${key}`, { table, partition: partitionKey, row: rowKey });
  };
  const columns = ['key'];
  const spans = allShards.flatMap((shard) => sealedRanges.map((from) => ({ shard, from })));
  await inTurns(spans, async ({ shard, from }) =>
    note(cases, from, await cases.list(shard, { from, columns })),
  );
  note(clients, 'clients|', await clients.all(undefined, columns));
  const rows = await inTurns([...found.values()], ({ table, partition, row }) => table.read(partition, row));
  return rows.filter((row) => row !== undefined);
}

function keyFault(seal: Seal, row: Row): CheckResult | undefined {
  const { key } = row as { key?: unknown };
  try {
    seal.open(`${row.partitionKey}/${row.rowKey}`, row);
    return undefined;
  } catch (error) {
    if (error instanceof UnknownKeyError)
      return failure(
        `Rows are sealed with the key “${key}”, which DATA_KEYS lacks.`,
        'Put it back after the first key (Key Vault keeps former values); if it is gone, see “npm run lost-key”.',
      );
    if (error instanceof UnreadableRowError)
      return failure(
        `The key “${key}” of DATA_KEYS does not open what was sealed under that id.`,
        'Give that id its former key again, and a new key an id of its own; if it is gone, see “npm run lost-key”.',
      );
    throw error;
  }
}
