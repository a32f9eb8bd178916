/** What the tables themselves do, on which every store relies. */
import assert from 'node:assert/strict';
import { TooLargeError } from '../../../bot/store/tables/failures.ts';
import { keyPart } from '../../../bot/store/tables/keys.ts';
import { openTables, type Policies } from '../../../bot/store/tables/tables.ts';
import { azurite, emptyStore, ownPrefix } from '../../support/azurite.ts';
import { noon } from '../../support/cases.ts';

async function emptyTable() {
  const { cases } = openTables({ connection: await azurite() }, ownPrefix());
  await cases.make();
  return cases;
}
const row = (rowKey: string, more: object = {}) => ({ partitionKey: 'p', rowKey, ...more });

describe('a table', () => {
  it('keeps nothing of a transaction in which one row changed since it was read', async () => {
    const table = await emptyTable();
    await table.create(row('a', { n: 1 }));
    const read = await table.read('p', 'a');
    assert.ok(read);
    await table.put(row('a', { n: 2 }));
    await assert.rejects(
      table.transact([
        { write: 'put', row: row('b') },
        { write: 'update', row: row('a', { n: 3 }), etag: read.etag },
        { write: 'create', row: row('c') },
      ]),
      { statusCode: 412 },
    );
    assert.deepEqual(
      (await table.list('p', { from: 'a', before: 'z' })).map(({ rowKey }) => rowKey),
      ['a'],
    );
    assert.equal((await table.read('p', 'a'))?.['n'], 2);
  });

  it('gives the etag of each write of a transaction, good for the next', async () => {
    const table = await emptyTable();
    await table.create(row('a'));
    const etag = (await table.read('p', 'a'))?.etag ?? '';
    const [next] = await table.transact([
      { write: 'update', row: row('a', { n: 1 }), etag },
      { write: 'put', row: row('b') },
    ]);
    assert.ok(next);
    await table.transact([{ write: 'update', row: row('a', { n: 2 }), etag: next }]);
    assert.equal((await table.read('p', 'a'))?.['n'], 2);
  });

  it('makes one write alone without a transaction, and refuses it for the same reasons', async () => {
    const urls: string[] = [];
    const seen: Policies[number] = {
      position: 'perCall',
      policy: {
        name: 'seen',
        sendRequest(request, next) {
          urls.push(request.url);
          return next(request);
        },
      },
    };
    const { cases: table } = openTables({ connection: await azurite() }, ownPrefix(), [seen]);
    await table.make();
    await table.transact([{ write: 'create', row: row('a', { n: 1 }) }]);
    await assert.rejects(table.transact([{ write: 'create', row: row('a') }]), { statusCode: 409 });
    const [first = ''] = await table.transact([{ write: 'merge', row: row('a', { m: 2 }) }]);
    const [second = ''] = await table.transact([
      { write: 'updateMerge', row: row('a', { k: 3 }), etag: first },
    ]);
    const merged = await table.read('p', 'a');
    assert.deepEqual([merged?.['n'], merged?.['m'], merged?.['k']], [1, 2, 3]);
    await assert.rejects(table.transact([{ write: 'update', row: row('a'), etag: first }]), {
      statusCode: 412,
    });
    await table.transact([{ write: 'update', row: row('a', { n: 4 }), etag: second }]);
    const [third] = await table.transact([{ write: 'put', row: row('a', { k: 5 }) }]);
    const put = await table.read('p', 'a');
    assert.deepEqual([put?.['n'], put?.['k'], put?.etag], [undefined, 5, third]);
    await table.transact([{ write: 'delete', row: row('a') }]);
    await assert.rejects(table.transact([{ write: 'delete', row: row('a') }]), { statusCode: 404 });
    assert.deepEqual(
      urls.filter((url) => url.includes('$batch')),
      [],
    );
  });

  it('deletes a row only as it was read, when it is deleted alone', async () => {
    const table = await emptyTable();
    await table.create(row('a'));
    const read = await table.read('p', 'a');
    await table.put(row('a', { n: 2 }));
    assert.equal(await table.remove(row('a'), read?.etag), false);
    assert.ok(await table.read('p', 'a'));
  });

  it('lists what begins with a text, and not what merely follows it', async () => {
    const table = await emptyTable();
    await table.transact(
      ['a|1', 'a|2', 'a|ä', 'a}', 'b|1', 'ab|1'].map((key) => ({ write: 'put', row: row(key) })),
    );
    const keys = async (from: string) => (await table.list('p', { from })).map(({ rowKey }) => rowKey);
    assert.deepEqual(await keys('a|'), ['a|1', 'a|2', 'a|ä']);
    assert.deepEqual(await keys('b|'), ['b|1']);
  });

  it('lists past the first thousand, and no more than it is asked for', async () => {
    const table = await emptyTable();
    const rows = Array.from({ length: 1100 }, (_, n) => ({
      write: 'put' as const,
      row: row(`n|${10_000 + n}`),
    }));
    for (let from = 0; from < 1100; from += 100) await table.transact(rows.slice(from, from + 100));
    assert.equal((await table.list('p', { from: 'n|' })).length, 1100);
    assert.equal((await table.list('p', { from: 'n|', most: 1050 })).length, 1050);
    assert.equal((await table.list('p', { from: 'n|', most: 3 })).length, 3);
  });

  it('refuses what Azure would not take, before sending it, and says what to do', async () => {
    const table = await emptyTable();
    const tooLarge = (error: Error) =>
      error instanceof TooLargeError && /Shorten the text/.test(error.message);
    await assert.rejects(table.put(row('a', { text: 'x'.repeat(33_000) })), tooLarge);
    const wide = Object.fromEntries(Array.from({ length: 18 }, (_, n) => [`c${n}`, 'x'.repeat(32_000)]));
    await assert.rejects(table.put(row('a', wide)), tooLarge);
    const many = Array.from({ length: 101 }, (_, n) => ({ write: 'put' as const, row: row(`${n}`) }));
    await assert.rejects(table.transact(many), tooLarge);
    const heavy = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`c${n}`, 'x'.repeat(32_000)]));
    const writes = Array.from({ length: 5 }, (_, n) => ({ write: 'put' as const, row: row(`${n}`, heavy) }));
    await assert.rejects(table.transact(writes), tooLarge);
    assert.deepEqual(await table.list('p', { from: '0', before: 'z' }), []);
  });

  it('takes no key that Azure refuses or that could be read as two', () => {
    for (const bad of ['', 'a|b', 'a/b', 'a\\b', 'a#', 'a?', 'a%', 'a\n', 'x'.repeat(201)])
      assert.throws(() => keyPart(bad), /key/, JSON.stringify(bad));
    assert.equal(keyPart('pohjois-savo'), 'pohjois-savo');
  });
});

describe('the whole store', () => {
  it('answers a ping when its tables stand', async () => {
    const store = await emptyStore();
    await store.ping();
    await store.createTables();
    await store.ping();
  });

  it('is not ready when a table is missing or storage is away', async () => {
    const { openStore } = await import('../../../bot/store/store.ts');
    const options = {
      keys: [{ id: 'k', key: Buffer.alloc(32) }],
      clock: { now: () => noon },
    } as const;
    const connection = await azurite();
    await assert.rejects(
      openStore({
        ...options,
        keys: [options.keys[0]],
        account: { connection },
        tablePrefix: ownPrefix(),
      }).ping(),
      { statusCode: 404 },
    );
    const away = connection.replace(/:\d+\/devstore/, ':9/devstore');
    await assert.rejects(
      openStore({ ...options, keys: [options.keys[0]], account: { connection: away } }).ping(),
    );
  });
});
