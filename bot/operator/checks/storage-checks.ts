/** Checks the storage account: that it is reached, may be written to, and holds rows that this version can read. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { lacksTable, UnknownKeyError, UnreadableRowError } from '../../store/failures.ts';
import { allShards, range } from '../../store/keys.ts';
import { readMark, rowVersion } from '../../store/row-version.ts';
import { createSeal, type Seal } from '../../store/seal.ts';
import type { Row, Table } from '../../store/table.ts';
import { type Tables, tableNames } from '../../store/tables.ts';
import type { Installation } from '../installation.ts';
import { type Check, type Found, failure, ok, unlessFine } from './check.ts';
import { wayFault } from './way-there.ts';

export const storageCheck: Check = {
  name: 'storage',
  needs: ['settings'],
  run: async ({ settings, tables: open, planned }) => {
    const tables = opened(open);
    if (!tables) return [noConnection('connection' in settings().tables)];
    try {
      await writeAndDelete(tables.marks);
      const missing = planned ? [] : await missingTables(tables);
      return unlessFine(missing, 'It answers; a row was written and deleted.');
    } catch (error) {
      const fault = storageFault(error);
      if (!fault) throw error;
      return [fault];
    }
  },
};

function opened(open: () => Tables): Tables | undefined {
  try {
    return open();
  } catch {
    // the SDK trips over a connection string in many ways, and opening does nothing but read it
    return undefined;
  }
}

const noConnection = (isString: boolean) =>
  isString
    ? failure('TABLES_CONNECTION is no connection string.', copyConnection)
    : failure('TABLES_ENDPOINT is no endpoint of tables.', giveEndpoint);

const copyConnection =
  'Copy it whole from the storage account: Security + networking, Access keys, Connection string.';
const giveEndpoint = 'Give the table endpoint: https://<account>.table.core.windows.net.';

async function writeAndDelete(marks: Table): Promise<void> {
  // as the server does when it starts
  await marks.make();
  const row = { partitionKey: 'doctor', rowKey: randomUUID() };
  await marks.put(row);
  await marks.remove(row);
}

async function missingTables(tables: Tables): Promise<readonly Found[]> {
  const isMissing = await Promise.all(tableNames.map((name) => lacks(tables[name])));
  const missing = tableNames.filter((_, n) => isMissing[n]);
  if (missing.length === 0) return [];
  const remedy =
    'The server makes its tables when it starts: give doctor the storage account that the server uses, or --planned.';
  return [failure(`Tables are missing: ${missing.join(', ')}.`, remedy)];
}

async function lacks(table: Table): Promise<boolean> {
  try {
    // a row that never is
    await table.read('doctor', 'ping');
    return false;
  } catch (error) {
    if (lacksTable(error)) return true;
    throw error;
  }
}

const errorShape = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  details: z
    .object({
      // in the body, or in a header
      odataError: z.object({ code: z.string() }).optional(),
      errorCode: z.string().optional(),
    })
    .optional()
    .catch(undefined),
});

/** What a failure of storage says of the installation; undefined when it is none that is known. */
export function storageFault(error: unknown): Found | undefined {
  const read = errorShape.safeParse(error);
  if (!read.success) return undefined;
  const { name, message, statusCode, details } = read.data;
  const code = details?.odataError?.code ?? details?.errorCode ?? read.data.code ?? '';
  if (/^(CredentialUnavailable|AggregateAuthentication|Authentication(Required)?)Error$/.test(name))
    return noIdentity;
  if (name === 'AbortError') return unreached('ETIMEDOUT');
  if (name !== 'RestError') return undefined;
  return statusCode === undefined ? unreached(code) : refused({ status: statusCode, code, message });
}

const noIdentity = failure(
  'Nobody is signed in who could ask the tables.',
  'Run “az login” as somebody with the role “Storage Table Data Contributor”, or run doctor in the server’s container.',
);

function unreached(code: string): Found {
  const { says, remedy } = wayFault(code);
  return failure(
    `The storage account can’t be reached: ${says}.`,
    `${remedy} It is named by TABLES_ENDPOINT or TABLES_CONNECTION.`,
  );
}

type Refusal = { readonly status: number; readonly code: string; readonly message: string };

function refused({ status, code, message }: Refusal): Found {
  const known = refusals.find(([pattern]) => pattern.test(`${code} ${message}`));
  if (known) return failure(known[1], known[2]);
  return failure(
    `The tables answered ${[status, code].filter(Boolean).join(' ')}.`,
    status >= 500
      ? 'Azure Storage is in trouble: look at its status page and run doctor again.'
      : 'Look at the storage account’s settings; TABLES_ENDPOINT must be its table endpoint.',
  );
}

const refusals: readonly (readonly [RegExp, says: string, remedy: string])[] = [
  [
    /AuthenticationFailed|InvalidAuthenticationInfo|NoAuthenticationInformation|failed to authenticate/i,
    'The storage account does not accept who asks.',
    'Copy TABLES_CONNECTION again (its key may have been renewed); with TABLES_ENDPOINT, sign in to its tenant; see also “clock”.',
  ],
  [
    /AuthorizationPermissionMismatch/,
    'This identity has no right to the tables.',
    'Give it the role “Storage Table Data Contributor” on the storage account, and wait five minutes.',
  ],
  [
    /KeyBasedAuthenticationNotPermitted/,
    'The storage account takes no keys.',
    'Set TABLES_ENDPOINT instead of TABLES_CONNECTION: the managed identity needs no key.',
  ],
  [
    /AuthorizationFailure|IpAuthorization|PublicAccess/,
    'The storage account’s network rules turn this machine away.',
    'Run doctor inside the network, or allow it: storage account, Networking.',
  ],
  [
    /ResourceNotFound|AccountIsDisabled|OutOfRangeInput|InvalidResourceName/,
    'The address answers, but is not a storage account’s tables.',
    giveEndpoint,
  ],
];

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

function rowsFound(version: number): Found {
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
async function orNothing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
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
    const faults = rows.map((row) => keyFault(seal, row)).filter((one) => one !== undefined);
    return unlessFine(faults, `What was sampled opens; ${dataKeys.length} kept, the first encrypts.`);
  },
};

type Place = { readonly table: Table; readonly partition: string; readonly row: string };

/** How many rows of a shard, and how many cases’ client details, are looked at for the ids of their keys. */
const sample = { rows: 200, clients: 20 } as const;

/** One whole row for each key that the sampled rows are sealed with. */
async function oneOfEachKey({ tables }: Installation): Promise<readonly Row[]> {
  const { cases, clients } = tables();
  const found = new Map<unknown, Place>();
  const note = (table: Table, rows: readonly Row[]) => {
    for (const { key, partitionKey, rowKey } of rows as readonly (Row & { key?: unknown })[])
      if (typeof key === 'string') found.set(key, { table, partition: partitionKey, row: rowKey });
  };
  const columns = ['key'];
  for (const shard of allShards)
    note(cases, await cases.list(shard, { from: range.entries, columns, most: sample.rows }));
  let partition = await clients.partitionAfter('');
  for (let n = 0; n < sample.clients && partition !== undefined; n += 1) {
    note(clients, await clients.whole(partition, columns));
    partition = await clients.partitionAfter(partition);
  }
  const rows = await Promise.all(
    [...found.values()].map(({ table, partition, row }) => table.read(partition, row)),
  );
  return rows.filter((row) => row !== undefined);
}

function keyFault(seal: Seal, row: Row): Found | undefined {
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
