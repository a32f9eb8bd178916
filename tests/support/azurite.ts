/** Real tables for tests: one Azurite for the whole run, a store of its own for each test. */
import { randomBytes } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { after } from 'mocha';
import { counting } from '../../bot/desk/casework/counting.ts';
import type { Clock } from '../../bot/desk/ports.ts';
import { makeCaseId, shardFor } from '../../bot/domain/case/case-id.ts';
import type { CaseId, Moment, PersonId } from '../../bot/domain/names.ts';
import { type Azurite, startAzurite } from '../../bot/local/start/azurite.ts';
import { openStore, type Store, type StoreOptions } from '../../bot/store/store.ts';
import type { DataKeys } from '../../bot/store/tables/seal.ts';
import { tableNames } from '../../bot/store/tables/tables.ts';
import { county, noon } from './cases.ts';

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

/** A clock that stands still until it is set. */
export function stillClock(now: Moment = noon): Clock & { set(next: Moment): void } {
  let shows = now;
  return {
    now: () => shows,
    set(next) {
      shows = next;
    },
  };
}

export const testKeys: DataKeys = [{ id: 'test', key: Buffer.alloc(32, 7) }];

/** Nobody else's tables. */
export const ownPrefix = () => `t${randomBytes(6).toString('hex')}`;

/** An empty store in tables of its own; two with the same `tablePrefix` are two processes at the same tables. */
export async function emptyStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const opened = openStore({
    account: { connection: await azurite() },
    keys: testKeys,
    clock: stillClock(),
    tablePrefix: ownPrefix(),
    ...options,
  });
  await opened.createTables();
  return counting(county, opened);
}

/** A table as it stands in storage, past the store. */
export async function rawTable(tablePrefix: string, name: (typeof tableNames)[number]): Promise<TableClient> {
  return TableClient.fromConnectionString(await azurite(), tablePrefix + name, {
    allowInsecureConnection: true,
  });
}

/** Every row of every table, as one text: what a thief would read. */
export async function allThatIsStored(tablePrefix: string): Promise<string> {
  const texts: string[] = [];
  for (const name of tableNames) {
    for await (const row of (await rawTable(tablePrefix, name)).listEntities()) {
      for (const [column, value] of Object.entries(row))
        texts.push(
          `${column}=${value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value}`,
        );
    }
  }
  return texts.join('\n');
}

/** The row keys of a table, in order. */
export async function rowKeysIn(tablePrefix: string, name: (typeof tableNames)[number]): Promise<string[]> {
  const keys: string[] = [];
  for await (const row of (await rawTable(tablePrefix, name)).listEntities()) keys.push(String(row.rowKey));
  return keys;
}

/** A case id of that person's shard, the same for the same number. */
export const idOf = (person: PersonId, n = 0): CaseId =>
  makeCaseId(shardFor(person), [n % 31, Math.floor(n / 31) % 31, Math.floor(n / 961) % 31, 7, 7]);
