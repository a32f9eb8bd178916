import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { Board, KnownTeam } from '../../../bot/desk/setup/ports.ts';
import type { Binding } from '../../../bot/desk/staff/ports.ts';
import type { ChannelCheck } from '../../../bot/domain/setup/check.ts';
import type { Store } from '../../../bot/store/store.ts';
import { ada, eve, keskinen, nine, noon, personOf, pohjoinen } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

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
const check: ChannelCheck = { id: 'one', sentBy: personOf(eve), sentAt: noon };
const team: KnownTeam = {
  teamId: '19:team',
  serviceUrl: 'https://teams.example',
  tenantId: 'tenant',
  name: 'Linja',
};
const board: Board = {
  of: { person: ada.id },
  serviceUrl: 'https://teams.example',
  conversation: 'a:1',
  activity: '1',
  language: 'fi',
};
const testedOn = async (channelId: string): Promise<Store> => {
  const store = await emptyStore();
  await store.bindings.bind(binding(channelId));
  await store.setupStore.changeCheck(keskinen, channelId, () => check);
  return store;
};

describeOnEach('the store of the setup', () => {
  it('keeps a test question beside its binding, and changes nothing else of it', async () => {
    const { bindings, setupStore } = await testedOn('one');
    assert.deepEqual(await setupStore.checks(), new Map([[keskinen, check]]));
    assert.deepEqual(await bindings.find(keskinen), binding('one'));
    const received: ChannelCheck = { ...check, received: { by: personOf(ada), at: noon }, edited: 'done' };
    assert.deepEqual(await setupStore.changeCheck(keskinen, 'one', () => received), received);
    assert.deepEqual((await setupStore.checks()).get(keskinen), received);
  });

  it('keeps none for a region without a channel, or with another by now', async () => {
    const { setupStore } = await testedOn('one');
    assert.equal(await setupStore.changeCheck(pohjoinen, 'one', () => check), undefined);
    assert.equal(await setupStore.changeCheck(keskinen, 'two', () => ({ ...check, id: 'two' })), undefined);
    assert.deepEqual(await setupStore.checks(), new Map([[keskinen, check]]));
  });

  for (const [what, change] of [
    ['is renamed', binding('one', { channelName: 'Uusi' })],
    ['breaks', binding('one', { broken: 'archived' })],
    ['is bound again', binding('one', { boundAt: noon })],
  ] as const) {
    it(`keeps the test question when its channel ${what}`, async () => {
      const { bindings, setupStore } = await testedOn('one');
      await bindings.bind(change);
      assert.deepEqual((await setupStore.checks()).get(keskinen), check);
    });
  }

  it('forgets it when the region gets another channel, and when it loses its own', async () => {
    const moved = await testedOn('one');
    await moved.bindings.bind(binding('two'));
    assert.equal((await moved.setupStore.checks()).size, 0);
    await moved.bindings.bind(binding('one'));
    assert.equal((await moved.setupStore.checks()).size, 0);
    const lost = await testedOn('one');
    await lost.bindings.unbind(keskinen, personOf(eve), noon);
    assert.equal((await lost.setupStore.checks()).size, 0);
  });

  it('meets a team once until it is forgotten, also when two hear of it at the same moment', async () => {
    const { setupStore } = await emptyStore();
    const met = await Promise.all([1, 2, 3, 4].map(() => setupStore.meetTeam(team)));
    assert.equal(met.filter(Boolean).length, 1);
    assert.deepEqual(await setupStore.teams(), [team]);
    await setupStore.forgetTeam(team.teamId);
    await setupStore.forgetTeam(team.teamId);
    assert.deepEqual(await setupStore.teams(), []);
    assert.ok(await setupStore.meetTeam(team));
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`meets a team, and keeps a test question once, when the write meets "${fault}"`, async () => {
      const tables = ownTables();
      const faults = createTableFaults();
      const calm = await emptyStore({ tables });
      const shaky = await emptyStore({ tables, faults });
      faults.strike(fault);
      assert.equal(await shaky.setupStore.meetTeam(team), true);
      assert.equal(await calm.setupStore.meetTeam(team), false);
      await calm.bindings.bind(binding('one'));
      faults.strike(fault);
      const kept = await shaky.setupStore.changeCheck(keskinen, 'one', (current) =>
        current === undefined || current.id === check.id ? check : undefined,
      );
      assert.deepEqual(kept, check);
      assert.deepEqual((await calm.setupStore.checks()).get(keskinen), check);
    });
  }

  it('keeps one board for each, tells which it takes the place of, and mixes it with nothing', async () => {
    const { setupStore, bindings } = await emptyStore();
    assert.equal(await setupStore.keepBoard(board), undefined);
    assert.deepEqual(await setupStore.keepBoard({ ...board, activity: '2' }), board);
    await setupStore.keepBoard({ ...board, of: { channel: '19:team' } });
    await setupStore.meetTeam(team);
    assert.equal((await setupStore.boards()).length, 2);
    assert.deepEqual(await bindings.all(), []);
    await setupStore.forgetBoard(board);
    assert.equal((await setupStore.boards()).length, 2, 'another stands in its place');
    await setupStore.forgetBoard({ ...board, activity: '2' });
    assert.deepEqual(
      (await setupStore.boards()).map(({ of }) => of),
      [{ channel: '19:team' }],
    );
  });
});
