/** What the stores of people and of bound channels promise. */
import assert from 'node:assert/strict';
import type { Binding, PersonRecord } from '../../bot/desk/staff/ports.ts';
import { day, personId, regionId } from '../../bot/domain/names.ts';
import { ada, at, eve, keskinen, nine, noon, nurse, personOf, pohjoinen } from '../support/cases.ts';
import { describeOnEach } from '../support/each-storage.ts';
import { emptyStore, ownTables } from '../support/stores.ts';
import { createTableFaults } from '../support/table-faults.ts';

const known: PersonRecord = {
  ...ada,
  language: 'sv',
  teamsId: '29:ada',
  chat: { conversation: 'a:1', serviceUrl: 'https://teams.example' },
  lastMessage: '17',
  lastDayAway: day('2026-12-15'),
};

async function twoStores() {
  const tables = ownTables();
  const faults = createTableFaults();
  const calm = await emptyStore({ tables });
  const shaky = await emptyStore({ tables, faults });
  return { calm, shaky, faults, tables };
}

describeOnEach('the store of people', () => {
  it('gives back what was kept, everybody when asked, and forgets whom it must', async () => {
    const { people } = await emptyStore();
    await people.change(ada.id, () => known);
    await people.change(eve.id, () => eve);
    assert.deepEqual(await people.find(ada.id), known);
    assert.equal(await people.find(nurse.id), undefined);
    assert.deepEqual(await people.all(), [known, eve]);
    await people.remove(ada.id);
    await people.remove(ada.id);
    assert.deepEqual(await people.all(), [eve]);
  });

  it('lists those on the line as they are now, and nobody who only asks', async () => {
    const { people } = await emptyStore();
    for (const one of [nurse, ada, eve]) await people.change(one.id, () => one);
    assert.deepEqual(await people.onTheLine(), [ada, eve]);
    await people.change(ada.id, (current) => ({ ...(current ?? ada), lastMessage: '18' }));
    assert.deepEqual(await people.onTheLine(), [{ ...ada, lastMessage: '18' }, eve]);
    await people.change(ada.id, (current) => ({ ...(current ?? ada), advisorIn: [] }));
    assert.deepEqual(await people.onTheLine(), [eve]);
    await people.change(nurse.id, () => ({ ...nurse, advisorIn: [keskinen] }));
    assert.deepEqual(
      (await people.onTheLine()).map(({ id }) => id),
      [eve.id, nurse.id],
    );
    await people.remove(eve.id);
    assert.deepEqual(
      (await people.onTheLine()).map(({ id }) => id),
      [nurse.id],
    );
    assert.deepEqual(
      (await people.all()).map(({ id }) => id),
      [ada.id, nurse.id],
    );
  });

  it('keeps every one of many changes that race, the first of them too', async () => {
    const { people } = await emptyStore();
    const regions = Array.from({ length: 8 }, (_, n) => regionId(`region-${n}`));
    const add = (region: (typeof regions)[number]) => (current: PersonRecord | undefined) => ({
      ...(current ?? { ...personOf(ada), supervisor: false }),
      advisorIn: [...(current?.advisorIn ?? []), region],
    });
    await Promise.all(regions.map((region) => people.change(ada.id, add(region))));
    assert.deepEqual((await people.find(ada.id))?.advisorIn.toSorted(), regions);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`changes a person once when the write meets "${fault}"`, async () => {
      const { calm, shaky, faults } = await twoStores();
      await calm.people.change(ada.id, () => ({ ...known, advisorIn: [] }));
      faults.strike(fault);
      await shaky.people.change(ada.id, (current = known) => ({
        ...current,
        advisorIn: [...current.advisorIn, keskinen],
      }));
      assert.deepEqual((await calm.people.find(ada.id))?.advisorIn, [keskinen]);
    });
  }

  it('names the row when it holds what it should not', async () => {
    const { calm, tables } = await twoStores();
    const row = { partitionKey: 'people', rowKey: 'ada', person: '{"id":"ada"}', write: 'w' };
    await (await tables.open()).people.create(row);
    await assert.rejects(calm.people.find(personId('ada')), /people\/ada.*name/);
  });
});

const binding = (channelId: string, more: Partial<Binding> = {}): Binding => ({
  for: keskinen,
  teamId: 'team',
  channelId,
  channelName: `Kanava ${channelId}`,
  serviceUrl: 'https://teams.example',
  tenantId: 'tenant',
  boundBy: personOf(eve),
  boundAt: nine,
  ...more,
});

describeOnEach('the store of bound channels', () => {
  it('keeps the newest for each, and the former ones as its history', async () => {
    const { bindings } = await emptyStore();
    await bindings.bind(binding('one'));
    await bindings.bind(binding('two', { boundAt: noon }));
    await bindings.bind(binding('leaders', { for: 'supervisors' }));
    assert.deepEqual(await bindings.find(keskinen), binding('two', { boundAt: noon }));
    assert.equal(await bindings.find(pohjoinen), undefined);
    assert.deepEqual((await bindings.all()).map(({ channelId }) => channelId).toSorted(), ['leaders', 'two']);
    assert.deepEqual(await bindings.history(keskinen), [binding('one')]);
    await bindings.unbind(keskinen, personOf(eve), at('13:00'));
    await bindings.unbind(keskinen, personOf(eve), at('13:01'));
    assert.equal(await bindings.find(keskinen), undefined);
    assert.equal((await bindings.all()).length, 1);
    assert.deepEqual(
      (await bindings.history(keskinen)).map(({ channelId }) => channelId),
      ['one', 'two'],
    );
    await bindings.bind(binding('one', { boundAt: at('14:00') }));
    assert.equal((await bindings.find(keskinen))?.channelId, 'one');
  });

  it('counts a channel that broke and came back as the same', async () => {
    const { bindings } = await emptyStore();
    await bindings.bind(binding('one'));
    await bindings.bind(binding('one', { broken: 'archived' }));
    assert.equal((await bindings.find(keskinen))?.broken, 'archived');
    await bindings.bind(binding('one'));
    assert.deepEqual(await bindings.find(keskinen), binding('one'));
    assert.deepEqual(await bindings.history(keskinen), []);
  });

  it('does not take a region named as the supervisors for the supervisors', async () => {
    const { bindings } = await emptyStore();
    await bindings.bind(binding('leaders', { for: 'supervisors' }));
    assert.equal(await bindings.find(regionId('keskinen')), undefined);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`tells its history once when the write meets "${fault}"`, async () => {
      const { calm, shaky, faults } = await twoStores();
      await calm.bindings.bind(binding('one'));
      faults.strike(fault);
      await shaky.bindings.bind(binding('two'));
      assert.equal((await calm.bindings.find(keskinen))?.channelId, 'two');
      assert.equal((await calm.bindings.history(keskinen)).length, 1);
    });
  }
});
