/** What happens to channels behind the line’s back, while a supervisor binds a region elsewhere. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createStaff } from '../../../bot/desk/staff/staff.ts';
import { county, eve, keskinen, pohjoinen } from '../../support/cases.ts';
import { silent } from '../../support/silent.ts';
import { emptyStore, stillClock } from '../../support/stores.ts';

type Staff = ReturnType<typeof createStaff>;
const place = (channelId: string) => ({
  teamId: 'team',
  channelId,
  channelName: channelId,
  serviceUrl: 'https://teams.example/',
  tenantId: 'x',
});

/** Two regions in one channel; `meanwhile` happens when the supervisors are told of it for the first time. */
async function twoInOne(meanwhile: (staff: Staff) => Promise<unknown>) {
  const store = await emptyStore();
  let isFirst = true;
  const told: string[] = [];
  const staff: Staff = createStaff({
    ...{ ...store, county, clock: stillClock(), firstSupervisor: eve.id },
    notices: {
      ...silent,
      async toSupervisors({ about }) {
        told.push(about);
        if (isFirst) await meanwhile(staff);
        isFirst = false;
      },
    },
  });
  for (const region of [keskinen, pohjoinen]) await staff.bind(eve, region, place('C1'));
  const standing = async () =>
    Object.fromEntries(
      (await staff.bindings()).map((one) => [one.for, [one.channelId, one.channelName, one.broken]]),
    );
  return { staff, told, standing, store };
}

describe('a region that is bound elsewhere while its channel', () => {
  it('is renamed, stays where it was bound', async () => {
    const { staff, told, standing, store } = await twoInOne((now) => now.bind(eve, pohjoinen, place('C2')));
    await staff.channelRenamed('C1', 'Uusi nimi');
    assert.deepEqual(await standing(), {
      keskinen: ['C1', 'Uusi nimi', undefined],
      pohjoinen: ['C2', 'C2', undefined],
    });
    assert.deepEqual(told, ['channel-renamed', 'channel-renamed']);
    assert.deepEqual(
      (await store.bindings.history(pohjoinen)).map(({ channelId }) => channelId),
      ['C1'],
    );
  });

  for (const [what, event] of [
    ['is deleted', (staff: Staff) => staff.channelBroke('C1', 'deleted')],
    ['loses its team', (staff: Staff) => staff.teamBroke('team', 'archived')],
    ['comes back', (staff: Staff) => staff.channelHealed('C1')],
    ['has its team back', (staff: Staff) => staff.teamHealed('team')],
  ] as const)
    it(`${what}, and is unbound meanwhile, stays unbound`, async () => {
      const { staff, standing, store } = await twoInOne(async () => undefined);
      if (/back/.test(what)) await staff.channelBroke('C1', 'deleted');
      const { all } = store.bindings;
      // read just before the supervisor's own deed
      store.bindings.all = async () => {
        const bound = await all();
        await staff.unbind(eve, pohjoinen);
        return bound;
      };
      await event(staff);
      store.bindings.all = all;
      assert.deepEqual(Object.keys(await standing()), ['keskinen']);
    });
});
