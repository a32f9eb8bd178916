/** What is left when a data key is lost: named so that people can be phoned, then cleared so that the line goes on. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/domain/case/decide.ts';
import { month } from '../../bot/domain/names.ts';
import { clearLost, lostCases } from '../../bot/operator/lost-key.ts';
import { createSeal, type DataKeys } from '../../bot/store/tables/seal.ts';
import { openTables, tableNames } from '../../bot/store/tables/tables.ts';
import { azurite, emptyStore, idOf, ownPrefix, rowKeysIn, testKeys } from '../support/azurite.ts';
import { ada, claim, county, noon, nurse, waitingCase } from '../support/cases.ts';

const newKeys: DataKeys = [{ id: 'new', key: Buffer.alloc(32, 9) }];
const [old, fresh] = [idOf(nurse.id, 1), idOf(nurse.id, 2)];

/** One case sealed with a key that is lost, one with the key that is left. */
async function halfLost() {
  const tablePrefix = ownPrefix();
  const before = await emptyStore({ tablePrefix });
  await before.cases.open(waitingCase({ contactId: 'c1' }, { id: old }));
  await before.cases.change(old, (one) => decide(one, claim, ada, { now: noon, county }));
  await before.details.keep(old, 'd', { kind: 'contact', phones: ['0401234567'], emails: [] }, noon);
  await before.audit.write({
    at: noon,
    by: { id: ada.id, name: ada.name },
    did: 'takeOver',
    caseId: old,
    why: 'sairas',
  });
  const after = await emptyStore({ tablePrefix, keys: newKeys });
  await after.cases.open(waitingCase({ contactId: 'c2' }, { id: fresh }));
  const tables = openTables({ connection: await azurite() }, tablePrefix);
  for (const name of tableNames) await tables[name].make();
  return { tablePrefix, store: after, parts: { tables, seal: createSeal(newKeys) } };
}

describe('a lost key', () => {
  it('is told by the cases that nothing opens, with what is still clear of them', async () => {
    const { parts } = await halfLost();
    const [one, ...others] = await lostCases(parts);
    assert.equal(others.length, 0);
    assert.deepEqual(
      { id: one?.id, status: one?.status, region: one?.region, asker: one?.asker },
      { id: old, status: 'claimed', region: 'keskinen', asker: nurse.id },
    );
    assert.deepEqual(
      await lostCases({ ...parts, seal: createSeal([...newKeys, ...testKeys] as unknown as DataKeys) }),
      [],
    );
  });

  it('keeps the line from its queue until what it sealed is cleared; what is counted and who did what stay', async () => {
    const { tablePrefix, store, parts } = await halfLost();
    await assert.rejects(store.cases.openCases(), { name: 'UnknownKeyError' });
    await clearLost(parts, await lostCases(parts));
    assert.deepEqual(
      (await store.cases.openCases()).map(({ id }) => id),
      [fresh],
    );
    assert.deepEqual(
      (await store.cases.askedBy(nurse.id)).map(({ id }) => id),
      [fresh],
    );
    assert.equal((await store.cases.contacts(month('2026-11'))).length, 2);
    const [entry] = await store.audit.of(old);
    assert.deepEqual([entry?.did, entry?.why], ['takeOver', undefined]);
    const left = (await rowKeysIn(tablePrefix, 'cases')).filter((key) => key.includes(old));
    assert.deepEqual(left, []);
    assert.deepEqual(await parts.tables.clients.whole(old, []), []);
    assert.deepEqual(await lostCases(parts), []);
  });
});
