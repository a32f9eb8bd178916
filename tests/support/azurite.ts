/** Real tables for tests: one Azurite for the whole run, tables of its own for each test. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { after } from 'mocha';
import { type Azurite, connectionOf, startAzurite } from '../../bot/local/start/azurite.ts';
import { openTables } from '../../bot/store/tables/tables.ts';
import { accountOf, ownAccounts } from './run/accounts.ts';
import type { Between, KeptRow, OwnTables, Storage } from './stores.ts';

let running: Promise<Azurite> | undefined;

/** The connection string of the run's Azurite; without a run started by the first who asks, stopped after the last test. */
export async function azurite(): Promise<string> {
  const ofTheRun = process.env['TEST_TABLES'];
  if (ofTheRun) return ofTheRun;
  running ??= startAzurite({ accounts: ownAccounts });
  return (await running).connection;
}

let accounts = 0;

/** An account in which nobody else has tables, for a server that knows no prefix. */
export async function emptyAccount(): Promise<string> {
  const name = accountOf(Number(process.env['TEST_PROCESS'] ?? 0), accounts++);
  assert.ok(ownAccounts.includes(name), `${name} is no account of the run's Azurite`);
  return connectionOf(await azurite(), name);
}

// a root hook: mocha waits for the child process otherwise
after(async () => {
  await (await running)?.stop();
});

/** Nobody else's tables. */
export const ownPrefix = () => `t${randomBytes(6).toString('hex')}`;

export type AzuriteTables = OwnTables & { readonly prefix: string };

/** Tables of a test's own in Azurite, in the account that all share unless told. */
export function azuriteTables(prefix = ownPrefix(), account?: string): AzuriteTables {
  const connectionHere = async () => account ?? (await azurite());
  const clientOf = (name: string, connection: string) =>
    TableClient.fromConnectionString(connection, prefix + name, { allowInsecureConnection: true });
  const looking = new Map<string, TableClient>();
  return {
    prefix,
    open: async ({ policies, step }: Between = {}) => {
      if (step && !policies) throw new Error('What stands before Azurite is a policy of the SDK');
      return openTables({ connection: await connectionHere() }, prefix, policies);
    },
    async rowsOf(name) {
      const client = looking.get(name) ?? clientOf(name, await connectionHere());
      looking.set(name, client);
      const rows: KeptRow[] = [];
      for await (const row of client.listEntities()) rows.push(row as KeptRow);
      return rows;
    },
  };
}

export const inAzurite: Storage = { name: 'Azurite', ownTables: () => azuriteTables() };
