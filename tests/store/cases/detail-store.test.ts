/** What the store of clients' identities promises. */
import assert from 'node:assert/strict';
import { tick } from '../../../bot/domain/case/deadlines.ts';
import type { Details } from '../../../bot/domain/case/details.ts';
import { moment } from '../../../bot/domain/names.ts';
import {
  answer,
  at,
  claim,
  close,
  county,
  lead,
  nine,
  noon,
  nurse,
  personOf,
  waitingCase,
} from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, idOf, keysOf, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const id = idOf(nurse.id);
const phone: Details = { kind: 'contact', callback: '044 123', phones: ['040 1'], emails: [] };
const concern: Details = {
  kind: 'concern',
  client: { name: 'Testi Asiakas', henkilotunnus: '010150-999X' },
  report: { observed: 'Ei pärjää', since: 'viikko', presentHelp: 'ei mitään' },
  reporter: personOf(nurse),
};

describeOnEach('the store of details', () => {
  it('gives back what was kept of a case, oldest first, and of no other', async () => {
    const { details } = await emptyStore();
    await details.keep(id, 'b', concern, noon);
    await details.keep(id, 'a', phone, nine);
    await details.keep(idOf(nurse.id, 1), 'a', phone, nine);
    assert.deepEqual(await details.of(id), [
      { ...phone, at: nine },
      { ...concern, at: noon },
    ]);
  });

  it('replaces what the same delivery kept before', async () => {
    const { details } = await emptyStore();
    await details.keep(id, 'same', phone, nine);
    await details.keep(id, 'same', concern, noon);
    assert.deepEqual(await details.of(id), [{ ...concern, at: noon }]);
  });

  it('purges one case, whole, also when it was killed half way', async () => {
    for (const nth of [1, 2, 3]) {
      const tables = ownTables();
      const faults = createTableFaults();
      const calm = await emptyStore({ tables });
      const shaky = await emptyStore({ tables, faults });
      await calm.details.keep(id, 'a', phone, nine);
      await calm.details.keep(id, 'b', concern, noon);
      faults.strike('kill', nth);
      await assert.rejects(shaky.details.purge(id), { name: 'Killed' });
      await calm.details.purge(id);
      assert.deepEqual(await keysOf(tables, 'clients'), []);
      await calm.details.purge(id);
    }
  });

  it('tells which details belong to no case, and to forget those that do', async () => {
    const tables = ownTables();
    const store = await emptyStore({ tables });
    const [orphan, young] = [idOf(nurse.id, 1), idOf(nurse.id, 2)];
    await store.cases.open(waitingCase({}, { id }));
    await store.details.keep(id, 'a', phone, nine);
    await store.details.keep(orphan, 'a', phone, at('09:01'));
    await store.details.keep(orphan, 'b', phone, at('09:02'));
    await store.details.keep(young, 'a', phone, noon);
    assert.deepEqual(await store.details.keptBefore(at('10:00'), 9), [orphan]);
    assert.deepEqual(await store.details.keptBefore(at('13:00'), 1), [orphan]);
    assert.deepEqual(await store.details.keptBefore(at('13:00'), 2), [orphan, young]);
    const listed = (await keysOf(tables, 'clients')).filter((key) => key.includes(id));
    assert.deepEqual(listed, [], 'what has its case is looked at once');
    assert.equal((await store.details.of(id)).length, 1);
    await store.details.purge(orphan);
    assert.deepEqual(await store.details.keptBefore(at('10:00'), 9), []);
    assert.deepEqual(await store.details.of(orphan), []);
  });

  it('counts a purged case as nobody: what came after its purge is an orphan', async () => {
    const store = await emptyStore();
    await store.cases.open(waitingCase({}, { id }));
    await store.cases.change(id, (one) => lead(one, claim, answer, close));
    await store.cases.change(id, (one) => tick(county, one, moment('2027-06-01T09:00:00.000Z')));
    await store.details.keep(id, 'late', phone, nine);
    assert.deepEqual(await store.details.keptBefore(noon, 9), [id]);
    assert.deepEqual(await store.details.keptBefore(noon, 9), [id], 'it stays listed until it is purged');
  });

  it('finds the orphans behind an owner that no key opens, which stays listed', async () => {
    const tables = ownTables();
    await (await emptyStore({ tables })).cases.open(waitingCase({}, { id }));
    const orphan = idOf(nurse.id, 1);
    const store = await emptyStore({ tables, keys: [{ id: 'new', key: Buffer.alloc(32, 9) }] });
    await store.details.keep(id, 'a', phone, nine);
    await store.details.keep(orphan, 'a', phone, at('09:01'));
    assert.deepEqual(await store.details.keptBefore(noon, 9), [id, orphan]);
  });

  it('never keeps details that the sweep could not find, wherever it is killed', async () => {
    for (const fault of ['kill', 'killAfter'] as const) {
      for (const nth of [1, 2]) {
        const tables = ownTables();
        const faults = createTableFaults();
        const calm = await emptyStore({ tables });
        const shaky = await emptyStore({ tables, faults });
        faults.strike(fault, nth);
        await assert.rejects(shaky.details.keep(id, 'a', phone, nine), { name: 'Killed' });
        const [kept, orphans] = [await calm.details.of(id), await calm.details.keptBefore(noon, 9)];
        if (kept.length > 0) assert.deepEqual(orphans, [id]);
        await calm.details.purge(id);
        assert.deepEqual(await keysOf(tables, 'clients'), []);
      }
    }
  });
});
