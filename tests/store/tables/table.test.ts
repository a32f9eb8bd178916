/** What the tables themselves do, on which every store relies. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openStore } from '../../../bot/store/store.ts';
import { keyPart } from '../../../bot/store/tables/keys.ts';
import { openTables, type Policies, type Tables } from '../../../bot/store/tables/tables.ts';
import { azurite, azuriteTables } from '../../support/azurite.ts';
import { noon } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, ownTables, testKeys } from '../../support/stores.ts';
import { row, tablePromises } from './table-contract.ts';

describeOnEach('a table', tablePromises);

describe('a table of Azure', () => {
  it('makes one write alone without a transaction, which costs a fraction', async () => {
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
    const { cases: table } = await azuriteTables().open({ policies: [seen] });
    await table.make();
    const [etag = ''] = await table.transact([{ write: 'put', row: row('a') }]);
    await table.transact([{ write: 'update', row: row('a', { n: 1 }), etag }]);
    await table.transact([{ write: 'delete', row: row('a') }]);
    await table.transact([{ write: 'create', row: row('a') }]);
    await table.transact([{ write: 'merge', row: row('a') }]);
    await table.transact([{ write: 'updateMerge', row: row('a'), etag: '*' }]);
    assert.equal(urls.length, 7);
    assert.deepEqual(
      urls.filter((url) => url.includes('$batch')),
      [],
    );
  });
});

describe('a part of a key', () => {
  it('takes no key that Azure refuses or that could be read as two', () => {
    for (const bad of ['', 'a|b', 'a/b', 'a\\b', 'a#', 'a?', 'a%', 'a\n', 'x'.repeat(201)])
      assert.throws(() => keyPart(bad), /key/, JSON.stringify(bad));
    assert.equal(keyPart('pohjois-savo'), 'pohjois-savo');
  });
});

describeOnEach('the whole store', () => {
  it('answers a ping when its tables stand', async () => {
    const store = await emptyStore();
    await store.ping();
    await store.createTables();
    await store.ping();
  });

  it('is not ready when a table is missing', async () => {
    await assert.rejects(storeOn(await ownTables().open()).ping(), { statusCode: 404 });
  });
});

describe('the whole store', () => {
  it('is not ready when storage is away', async () => {
    const away = (await azurite()).replace(/:\d+\/devstore/, ':9/devstore');
    await assert.rejects(storeOn(openTables({ connection: away })).ping());
  });
});

const storeOn = (tables: Tables) => openStore({ tables, keys: testKeys, clock: { now: () => noon } });
