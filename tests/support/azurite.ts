/** Real tables for tests: one Azurite for the whole run, tables of its own for each test. */
import { randomBytes } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { after } from 'mocha';
import { type Azurite, startAzurite } from '../../bot/local/start/azurite.ts';
import { openTables } from '../../bot/store/tables/tables.ts';
import type { Between, KeptRow, OwnTables, Storage } from './stores.ts';

let running: Promise<Azurite> | undefined;

/** Azurite's connection string; started by the first who asks, stopped after the last test. */
export async function azurite(): Promise<string> {
  running ??= startAzurite();
  return (await running).connection;
}

// a root hook: mocha waits for the child process otherwise
after(async () => {
  await (await running)?.stop();
});

/** Nobody else's tables. */
export const ownPrefix = () => `t${randomBytes(6).toString('hex')}`;

export type AzuriteTables = OwnTables & { readonly prefix: string };

/** Tables of a test's own in Azurite. */
export function azuriteTables(prefix = ownPrefix()): AzuriteTables {
  return {
    prefix,
    open: async ({ policies, step }: Between = {}) => {
      if (step && !policies) throw new Error('What stands before Azurite is a policy of the SDK');
      return openTables({ connection: await azurite() }, prefix, policies);
    },
    async rowsOf(name) {
      const options = { allowInsecureConnection: true };
      const client = TableClient.fromConnectionString(await azurite(), prefix + name, options);
      const rows: KeptRow[] = [];
      for await (const row of client.listEntities()) rows.push(row as KeptRow);
      return rows;
    },
  };
}

export const inAzurite: Storage = { name: 'Azurite', ownTables: () => azuriteTables() };
