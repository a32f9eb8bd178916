/** Empty stores for tests, each on tables of its own: in memory, where a test asks for nothing else. */
import { randomUUID } from 'node:crypto';
import { counting } from '../../bot/desk/casework/counting.ts';
import type { Clock } from '../../bot/desk/ports.ts';
import { makeCaseId, shardFor } from '../../bot/domain/case/case-id.ts';
import type { CaseId, Moment, PersonId } from '../../bot/domain/names.ts';
import { memoryAccount } from '../../bot/store/memory/memory-account.ts';
import type { MemoryStep } from '../../bot/store/memory/memory-table.ts';
import { openStore, type Store, type StoreOptions } from '../../bot/store/store.ts';
import type { DataKeys } from '../../bot/store/tables/seal.ts';
import { type Policies, type TableName, type Tables, tableNames } from '../../bot/store/tables/tables.ts';
import { county, noon } from './cases.ts';

/** A row as it stands in storage. */
export type KeptRow = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [column: string]: unknown;
};

/** What stands between a process and its tables: a step in memory, policies of the SDK before Azurite. */
export type Between = { readonly step?: MemoryStep; readonly policies?: Policies };

/** Nobody else's tables. */
export type OwnTables = {
  /** As one process opens them: who opens them twice is two processes. */
  open(between?: Between): Promise<Tables>;
  /** Every row of a table, read past every store of ours. */
  rowsOf(name: TableName): Promise<readonly KeptRow[]>;
};

/** Where tables can be kept. */
export type Storage = { readonly name: string; ownTables(): OwnTables };

const account = memoryAccount();

export const inMemory: Storage = {
  name: 'memory',
  ownTables() {
    const prefix = randomUUID();
    return {
      open: async ({ step, policies } = {}) => {
        if (policies && !step)
          throw new Error('What stands before the memory is a step, not a policy of the SDK');
        return account.open(prefix, step);
      },
      rowsOf: (name) => account.open(prefix)[name].all() as Promise<readonly KeptRow[]>,
    };
  },
};

let storage = inMemory;

/** Where `ownTables` are from now on. */
export function keepIn(next: Storage): void {
  storage = next;
}

export const ownTables = (): OwnTables => storage.ownTables();

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

type StoreWish = Partial<Omit<StoreOptions, 'tables'>> & {
  readonly tables?: OwnTables;
  readonly faults?: Between;
};

/** An empty store; two on the same tables are two processes. */
export async function emptyStore({ tables = ownTables(), faults, ...more }: StoreWish = {}): Promise<Store> {
  const opened = openStore({
    tables: await tables.open(faults),
    keys: testKeys,
    clock: stillClock(),
    ...more,
  });
  await opened.createTables();
  return counting(county, opened);
}

/** The row keys of a table, in order. */
export const keysOf = async (tables: OwnTables, name: TableName) =>
  (await tables.rowsOf(name)).map(({ rowKey }) => rowKey);

/** Every row of every table, as one text: what a thief would read. */
export async function everythingIn(tables: OwnTables): Promise<string> {
  const texts: string[] = [];
  for (const name of tableNames) {
    for (const row of await tables.rowsOf(name)) {
      for (const [column, value] of Object.entries(row))
        texts.push(
          `${column}=${value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value}`,
        );
    }
  }
  return texts.join('\n');
}

/** A case id of that person's shard, the same for the same number. */
export const idOf = (person: PersonId, n = 0): CaseId =>
  makeCaseId(shardFor(person), [n % 31, Math.floor(n / 31) % 31, Math.floor(n / 961) % 31, 7, 7]);
