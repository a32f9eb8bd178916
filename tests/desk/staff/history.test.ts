/** The history that supervisors read tells who got which access from whom, and why what others recorded was mended. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deedOn, readDeed } from '../../../bot/desk/staff/deeds.ts';
import { historyOf } from '../../../bot/desk/staff/history.ts';
import { createStaff } from '../../../bot/desk/staff/staff.ts';
import { month, regionId } from '../../../bot/domain/names.ts';
import { areSameRoles, noRoles } from '../../../bot/domain/roles.ts';
import { ada, bo, county, eve, keskinen, noon, nurse, personOf } from '../../support/cases.ts';
import { emptyStore, stillClock } from '../../support/stores.ts';

const november = month('2026-11');
const none = { supervisor: false, updater: false, advisorIn: [] };
const [bosName, nursesName] = [bo, nurse].map(({ name }) => name);
const words = county.regions.find(({ id }) => id === keskinen)?.name;
const member = (one: typeof bo | typeof nurse) => ({ ...personOf(one), teamsId: `29:${one.id}` });

describe('the history of access', () => {
  const scene = async () => {
    const store = await emptyStore();
    const clock = stillClock();
    const staff = createStaff({
      ...store,
      county,
      clock,
      notices: { toSupervisors: async () => undefined },
      firstSupervisor: eve.id,
    } as unknown as Parameters<typeof createStaff>[0]);
    const told = async () => {
      const { deeds } = await historyOf({ ...store, county }, november);
      return deeds.map(({ did, about, by, roles }) => [by, did, about, ...(roles ? [roles] : [])]);
    };
    return { store, staff, told };
  };
  const inAnyOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();

  it('names each who was added, with the role that they were given', async () => {
    const { staff, told } = await scene();
    await staff.addAdvisors(personOf(eve), keskinen, [member(bo), member(nurse)]);
    await staff.addSupervisors(personOf(eve), [member(nurse)]);
    assert.deepEqual(
      inAnyOrder(await told()),
      inAnyOrder([
        [eve.name, 'addRoles', bosName, { ...none, advisorIn: [keskinen] }],
        [eve.name, 'addRoles', nursesName, { ...none, advisorIn: [keskinen] }],
        [eve.name, 'addRoles', nursesName, { ...none, supervisor: true }],
      ]),
    );
  });

  it('tells which roles somebody had after a change, none too', async () => {
    const { store, staff, told } = await scene();
    await store.people.change(bo.id, () => bo);
    await staff.setRoles(personOf(eve), personOf(bo), { ...none, updater: true, supervisor: true });
    await staff.setRoles(personOf(eve), personOf(bo), none);
    await staff.removePerson(personOf(eve), personOf(bo));
    assert.deepEqual(
      inAnyOrder(await told()),
      inAnyOrder([
        [eve.name, 'setRoles', bosName, { ...none, updater: true, supervisor: true }],
        [eve.name, 'setRoles', bosName, none],
        [eve.name, 'removePerson', bosName],
      ]),
    );
  });

  it('keeps nothing of what somebody without the right tried', async () => {
    const { staff, told } = await scene();
    const refused = { refused: 'no-role', needs: 'supervisor' };
    assert.deepEqual(await staff.addSupervisors(personOf(ada), [member(bo)]), refused);
    assert.deepEqual(await told(), []);
  });

  it('tells entries from before roles and people were written', async () => {
    const { store, told } = await scene();
    await store.people.change(bo.id, () => bo);
    for (const did of ['addSupervisors', `addAdvisors:${keskinen}`, `setRoles:${bo.id}`])
      await store.audit.write({ at: noon, by: personOf(eve), did });
    assert.deepEqual(
      inAnyOrder(await told()),
      inAnyOrder([
        [eve.name, 'addSupervisors', ''],
        [eve.name, 'addAdvisors', words],
        [eve.name, 'setRoles', bosName],
      ]),
    );
  });

  it('reads roles as they were written, whatever they are', () => {
    const regions = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/).map(regionId));
    const anyRoles = fc.record({ supervisor: fc.boolean(), updater: fc.boolean(), advisorIn: regions });
    fc.assert(
      fc.property(anyRoles, (roles) => {
        const read = readDeed(deedOn('setRoles', bo.id, roles));
        assert.ok(read.whom === bo.id && areSameRoles(read.roles ?? noRoles, roles));
      }),
    );
  });
});

describe('the history of what was recorded', () => {
  it('tells why it was mended and what was imported, and nothing of one’s own corrections', async () => {
    const store = await emptyStore();
    const common = { at: noon, by: personOf(eve) };
    await store.audit.write({ ...common, did: 'correctRecorded' });
    await store.audit.write({ ...common, did: 'deleteRecorded', why: 'Kirjattu kahdesti' });
    await store.audit.write({ ...common, did: 'undoImport' });
    const { deeds, recorded } = await historyOf({ ...store, county }, november);
    assert.deepEqual(deeds, []);
    assert.deepEqual(recorded.map(({ by, did, why }) => [by, did, why]).toSorted(), [
      [eve.name, 'deleteRecorded', 'Kirjattu kahdesti'],
      [eve.name, 'undoImport', undefined],
    ]);
  });
});
