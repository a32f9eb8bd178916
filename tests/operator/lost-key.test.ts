/** What is left when a data key is lost: named so that people can be phoned, then cleared so that the line goes on. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/domain/case/decide.ts';
import type { Details } from '../../bot/domain/case/details.ts';
import { month } from '../../bot/domain/names.ts';
import { clearLost, lostCases } from '../../bot/operator/lost-key.ts';
import { createSeal, type DataKeys } from '../../bot/store/tables/seal.ts';
import { tableNames } from '../../bot/store/tables/tables.ts';
import { azuriteTables } from '../support/azurite.ts';
import { ada, answer, claim, close, county, lead, noon, nurse, waitingCase } from '../support/cases.ts';
import { emptyStore, idOf, keysOf, testKeys } from '../support/stores.ts';

const newKeys: DataKeys = [{ id: 'new', key: Buffer.alloc(32, 9) }];
const [old, fresh] = [idOf(nurse.id, 1), idOf(nurse.id, 2)];

/** One case sealed with a key that is lost, one with the key that is left. */
async function halfLost() {
  const own = azuriteTables();
  const before = await emptyStore({ tables: own });
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
  const after = await emptyStore({ tables: own, keys: newKeys });
  await after.cases.open(waitingCase({ contactId: 'c2' }, { id: fresh }));
  const tables = await own.open();
  for (const name of tableNames) await tables[name].make();
  return { own, store: after, parts: { tables, seal: createSeal(newKeys) } };
}

const phone: Details = { kind: 'contact', phones: ['0401234567'], emails: [] };

/** A case that was closed under the key that is left: what was said and done before is sealed with the lost one. */
async function lostInPart() {
  const own = azuriteTables();
  const before = await emptyStore({ tables: own });
  await before.cases.open(waitingCase({ contactId: 'c1' }, { id: old }));
  await before.details.keep(old, 'before', phone, noon);
  const between = await emptyStore({ tables: own, keys: [...newKeys, ...testKeys] });
  await between.cases.change(old, (one) => lead(one, claim, answer, close));
  await between.details.keep(old, 'between', phone, noon);
  const after = await emptyStore({ tables: own, keys: newKeys });
  const tables = await own.open();
  for (const name of tableNames) await tables[name].make();
  return { store: after, parts: { tables, seal: createSeal(newKeys) } };
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
    const { own, store, parts } = await halfLost();
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
    assert.deepEqual([entry?.did, entry?.why, entry?.whyLost], ['takeOver', undefined, true]);
    const left = (await keysOf(own, 'cases')).filter((key) => key.includes(old));
    assert.deepEqual(left, []);
    assert.deepEqual(await parts.tables.clients.whole(old, []), []);
    assert.deepEqual(await lostCases(parts), []);
  });

  it('is told by a case that opens, when some of what was said and done in it does not', async () => {
    const { parts } = await lostInPart();
    const lost = await lostCases(parts);
    assert.deepEqual(
      lost.map(({ id, status, inPart }) => ({ id, status, inPart })),
      [{ id: old, status: 'closed', inPart: true }],
    );
  });

  it('takes from such a case only what it sealed: the rest stays, and its purge finds nothing in its way', async () => {
    const { store, parts } = await lostInPart();
    await assert.rejects(store.cases.trail(old), { name: 'UnknownKeyError' });
    await clearLost(parts, await lostCases(parts));
    assert.equal((await store.cases.find(old))?.status, 'closed');
    assert.deepEqual(
      (await store.cases.trail(old)).map(({ did }) => did),
      ['claim', 'answer', 'close'],
    );
    assert.equal((await store.details.of(old)).length, 1);
    assert.deepEqual(await lostCases(parts), []);
  });

  it('is told by details of a client that nothing else is left of, and takes them', async () => {
    const own = azuriteTables();
    const before = await emptyStore({ tables: own });
    await before.details.keep(old, 'd', phone, noon);
    await emptyStore({ tables: own, keys: newKeys });
    const tables = await own.open();
    const parts = { tables, seal: createSeal(newKeys) };
    const lost = await lostCases(parts);
    assert.deepEqual(lost, [{ id: old, status: '', region: '', asker: '', receivedAt: '', inPart: true }]);
    await clearLost(parts, lost);
    assert.deepEqual(await tables.clients.whole(old, []), []);
  });

  it('is looked for in every row, and tells how far it has come', async () => {
    const { parts } = await lostInPart();
    const told: (readonly [number, string])[] = [];
    await lostCases(parts, (rows, table) => void told.push([rows, table]));
    // the case, its question and its answer, four steps; then two details of its client
    assert.deepEqual(
      [told.findLast(([, table]) => table === 'cases'), told.at(-1)],
      [
        [7, 'cases'],
        [9, 'clients'],
      ],
    );
  });
});
