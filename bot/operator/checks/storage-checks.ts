/** Checks the storage account: that it is reached, and may be written to. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { lacksTable } from '../../store/tables/failures.ts';
import type { Table } from '../../store/tables/table.ts';
import { type Tables, tableNames } from '../../store/tables/tables.ts';
import { type Installation, lendsIdentities } from '../installation.ts';
import { type Check, type CheckResult, failure, unlessFine } from './check.ts';
import { wayFault } from './way-there.ts';

export const storageCheck: Check = {
  name: 'storage',
  needs: ['settings'],
  run: async (installation) => {
    const { settings, planned } = installation;
    const tables = opened(installation.tables);
    if (!tables) return [noConnection('connection' in settings().tables)];
    try {
      await writeAndDelete(tables.marks);
      const missing = planned ? [] : await missingTables(tables);
      return unlessFine(missing, `A row was written and deleted${asWhom(installation)}.`);
    } catch (error) {
      const fault = storageFault(error);
      if (!fault) throw error;
      return [fault];
    }
  },
};

/** Elsewhere than where the server runs, it is the operator's own right that was tried. */
function asWhom({ settings, env }: Installation): string {
  const isOwn = 'connection' in settings().tables || lendsIdentities(env);
  return isOwn ? '' : ' by the account that is signed in here; whether the server may, “server” tells';
}

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

async function missingTables(tables: Tables): Promise<readonly CheckResult[]> {
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
export function storageFault(error: unknown): CheckResult | undefined {
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

function unreached(code: string): CheckResult {
  const { says, remedy } = wayFault(code);
  return failure(
    `The storage account can’t be reached: ${says}.`,
    `${remedy} It is named by TABLES_ENDPOINT or TABLES_CONNECTION.`,
  );
}

type StorageRefusal = { readonly status: number; readonly code: string; readonly message: string };

function refused({ status, code, message }: StorageRefusal): CheckResult {
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
