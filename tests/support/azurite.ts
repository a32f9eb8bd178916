/** Real tables for tests: one Azurite for the whole run, a store of its own for each test. */
import { randomBytes } from 'node:crypto';
import { after } from 'mocha';
import type { Clock } from '../../bot/desk/ports.ts';
import type { Moment } from '../../bot/domain/names.ts';
import { contactOf } from '../../bot/domain/tally.ts';
import { type Azurite, startAzurite } from '../../bot/local/azurite.ts';
import type { DataKeys } from '../../bot/store/seal.ts';
import { openStore, type Store, type StoreOptions } from '../../bot/store/store.ts';
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
  const store = openStore({
    account: { connection: await azurite() },
    keys: testKeys,
    clock: stillClock(),
    contactOf: (one) => contactOf(county, one),
    tablePrefix: ownPrefix(),
    ...options,
  });
  await store.createTables();
  return store;
}
