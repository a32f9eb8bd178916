/** Doctor on the storage account and what is kept there. */
import { ownPrefix } from '../support/azurite.ts';
import { type Break, describeBreaks } from './doctor-breaks.ts';
import type { Scene, Wish } from './doctor-scene.ts';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;

const kept: readonly Break[] = [
  {
    check: 'storage',
    what: 'nothing listens at the storage account',
    wish: ({ env }) => tables(env, /:\d+\/dev/, ':2/dev'),
    says: /can’t be reached: nothing listens/,
    remedy: /TABLES_ENDPOINT or TABLES_CONNECTION/,
  },
  {
    check: 'storage',
    what: 'the storage account’s name is not known',
    wish: {
      env: {
        TABLES_CONNECTION:
          'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=AAAA;EndpointSuffix=nowhere.invalid',
      },
    },
    says: /its name is not known here/,
    remedy: /private DNS/,
  },
  {
    check: 'storage',
    what: 'the storage account’s key is another',
    wish: ({ env }) => tables(env, 'AccountKey=E', 'AccountKey=F'),
    says: /does not accept who asks/,
    remedy: /TABLES_CONNECTION again/,
  },
  {
    check: 'storage',
    what: 'the connection string was cut',
    wish: { env: { TABLES_CONNECTION: 'AccountName' } },
    says: /no connection string/,
    remedy: /Copy it whole/,
  },
  {
    check: 'storage',
    what: 'it is not the storage account of the server',
    wish: () => ({ tablePrefix: ownPrefix() }),
    says: /Tables are missing: .*feedback/,
    remedy: /that the server uses/,
  },
  {
    check: 'rows',
    what: 'the rows are of an older version',
    prepare: mark({ version: 1 }),
    says: /version 1, this code wants/,
    remedy: /npm run migrate/,
  },
  {
    check: 'rows',
    what: 'the rows are of a newer version',
    prepare: mark({ version: 99 }),
    says: /newer than this code/,
    remedy: /newer version/,
  },
  {
    check: 'rows',
    what: 'a restore was not ended',
    prepare: mark({ version: 2, restoring: '2026-01-01T00:00:00.000Z' }),
    says: /restore was begun/,
    remedy: /npm run restore/,
  },
  {
    check: 'data-keys',
    what: 'a data key is lost',
    wish: { env: { DATA_KEYS: key('k2', 2) } },
    says: /sealed with the key “k1”, which DATA_KEYS lacks/,
    remedy: /Put it back after the first key/,
  },
  {
    check: 'data-keys',
    what: 'a data key is another under the same id',
    wish: { env: { DATA_KEYS: key('k1', 2) } },
    says: /“k1” of DATA_KEYS does not open/,
    remedy: /former key/,
  },
  ...['said', 'trail'].map((kind) => ({
    check: 'data-keys',
    what: `what was sealed in a “${kind}” row alone has lost its key`,
    prepare: sealed('cases', [{ partitionKey: '07', rowKey: `${kind}|7KQ4MXU|000001` }]),
    says: /sealed with the key “k0”, which DATA_KEYS lacks/,
    remedy: /npm run lost-key/,
  })),
  {
    check: 'data-keys',
    what: 'the details of one client among many have lost their key',
    prepare: sealed('clients', [{ partitionKey: 'ZZZZZZZ', rowKey: 'entry|1' }], 30),
    says: /sealed with the key “k0”, which DATA_KEYS lacks/,
    remedy: /npm run lost-key/,
  },
];

function tables(env: Scene['env'], from: string | RegExp, to: string): Wish {
  return { env: { TABLES_CONNECTION: env['TABLES_CONNECTION']?.replace(from, to) } };
}

type Keys = { readonly partitionKey: string; readonly rowKey: string };

/** Rows under a key that nobody has; `before` them so many others that hold nothing sealed. */
function sealed(name: 'cases' | 'clients', rows: readonly Keys[], before = 0) {
  return async ({ tables }: Scene) => {
    const table = (await tables.open())[name];
    const others = Array.from({ length: before }, (_, n) => ({ partitionKey: `0${n}`, rowKey: 'entry|1' }));
    for (const row of others) await table.put(row);
    for (const row of rows) await table.put({ ...row, key: 'k0', sealed: Buffer.from('lost') });
    return async () => {
      for (const row of [...others, ...rows]) await table.remove(row);
    };
  };
}

function mark(row: { version: number; restoring?: string }) {
  return async ({ tables }: Scene) => {
    const { marks } = await tables.open();
    const keys = { partitionKey: 'rows', rowKey: 'version' };
    const before = await marks.read(keys.partitionKey, keys.rowKey);
    await marks.put({ ...keys, restoring: '', ...row });
    return () => marks.put({ ...before, ...keys });
  };
}

describeBreaks('storage', kept);
