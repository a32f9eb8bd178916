/** Reaches the storage account, by connection string or as a managed identity, and opens its tables. */
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { azureTable } from './azure-table.ts';
import { type Table, type TableService, tableOf } from './table.ts';

/**
 * `identity` is the client id of a user-assigned identity; the system's own unless told. An operator at a terminal is
 * the account that is signed in there (`az login`), or the machine's identity.
 */
export type Account =
  | { readonly connection: string }
  | { readonly endpoint: string; readonly identity?: string }
  | { readonly endpoint: string; readonly operator: true };

/** Steps added to each request, so that a test can lose one on its way. */
export type Policies = NonNullable<TableServiceClientOptions['additionalPolicies']>;

export const tableNames = [
  'cases',
  'clients',
  'audit',
  'people',
  'bindings',
  'library',
  'feedback',
  'tallies',
  'marks',
] as const;
export type TableName = (typeof tableNames)[number];
export type Tables = { readonly [name in TableName]: Table };

/** All of them, each on what `service` gives for its name. */
export function tablesOn(service: (name: TableName) => TableService): Tables {
  const open = (name: TableName) => tableOf(service(name));
  return {
    cases: open('cases'),
    clients: open('clients'),
    audit: open('audit'),
    people: open('people'),
    bindings: open('bindings'),
    tallies: open('tallies'),
    library: open('library'),
    feedback: open('feedback'),
    marks: open('marks'),
  };
}

const requestTimeout = 10_000;

// the SDK sets none: a hung connection would keep a person waiting for ever
const timed: Policies[number] = {
  position: 'perCall',
  policy: {
    name: 'requestTimeout',
    sendRequest(request, next) {
      request.timeout = requestTimeout;
      return next(request);
    },
  },
};

/** `prefix`: letters and digits before each table's name, beginning with a letter. */
export function openTables(account: Account, prefix = '', policies: Policies = []): Tables {
  const options: TableServiceClientOptions = {
    // a repeated write may meet itself: every writer here knows its own (again.ts)
    retryOptions: { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 1000 },
    allowInsecureConnection: isThisMachine(account),
    additionalPolicies: [timed, ...policies],
  };
  const client = clientsOf(account, options);
  return tablesOn((name) => azureTable(client(prefix + name)));
}

function clientsOf(account: Account, options: TableServiceClientOptions): (name: string) => TableClient {
  if ('connection' in account) {
    return (name) => TableClient.fromConnectionString(account.connection, name, options);
  }
  const credential = 'operator' in account ? accountSignedIn() : managedIdentity(account.identity);
  return (name) => new TableClient(account.endpoint, name, credential, options);
}

const managedIdentity = (clientId: string | undefined) =>
  whenNeeded(async () => {
    const { ManagedIdentityCredential } = await import('@azure/identity');
    return new ManagedIdentityCredential(clientId ? { clientId } : {});
  });

const accountSignedIn = () =>
  whenNeeded(async () => {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new DefaultAzureCredential();
  });

/** Loaded with the first request that needs it: half a second that a connection string does not cost. */
function whenNeeded(load: () => Promise<TokenCredential>) {
  let loaded: ReturnType<typeof load> | undefined;
  return {
    async getToken(scopes: string | string[], options?: object) {
      loaded ??= load();
      return (await loaded).getToken(scopes, options);
    },
  };
}

function isThisMachine(account: Account): boolean {
  const address = 'connection' in account ? account.connection : account.endpoint;
  return /http:\/\/(127\.0\.0\.1|localhost)[:/]|UseDevelopmentStorage=true/i.test(address);
}
