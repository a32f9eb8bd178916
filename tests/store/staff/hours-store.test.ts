/** What the store of the opening hours promises. */
import assert from 'node:assert/strict';
import type { HoursVersion } from '../../../bot/desk/hours/ports.ts';
import { county, eve, monday, nine, noon, personOf } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const first: HoursVersion = { n: 0, at: nine, by: 'county-file', did: 'begin', opening: county.opening };
const following = (newest: HoursVersion): HoursVersion => ({
  n: newest.n + 1,
  at: noon,
  by: personOf(eve),
  did: 'setException',
  opening: { ...newest.opening, exceptions: [{ day: monday, hours: [], note: `Muutos ${newest.n + 1}` }] },
});
const stale = { refused: 'changed-since' } as const;
const numbers = (versions: readonly HoursVersion[]) => versions.map(({ n }) => n);

describeOnEach('the store of the opening hours', () => {
  it('has none until somebody changes them, and then what they were as well', async () => {
    const { hours } = await emptyStore();
    assert.equal(await hours.newest(), undefined);
    assert.deepEqual(await hours.versions(10), []);
    const kept = await hours.change(first, following);
    assert.deepEqual(kept, following(first));
    assert.deepEqual(await hours.newest(), kept);
    assert.deepEqual(await hours.versions(10), [kept, first]);
    assert.deepEqual(await hours.version(0), first);
    assert.equal(await hours.version(2), undefined);
  });

  it('gives the newest first, page by page, reading no more than is asked', async () => {
    const { hours } = await emptyStore();
    for (let n = 0; n < 12; n += 1) await hours.change(first, following);
    assert.deepEqual(numbers(await hours.versions(3)), [12, 11, 10]);
    assert.deepEqual(numbers(await hours.versions(3, 10)), [9, 8, 7]);
    assert.deepEqual(numbers(await hours.versions(3, 1)), [0]);
  });

  it('keeps nothing when the decision is a no', async () => {
    const { hours } = await emptyStore();
    assert.deepEqual(await hours.change(first, () => stale), stale);
    assert.equal(await hours.newest(), undefined);
  });

  it('lets one of several who change the same version win, the first change included', async () => {
    const { hours } = await emptyStore();
    for (const seen of [0, 1]) {
      const change = () => hours.change(first, (newest) => (newest.n === seen ? following(newest) : stale));
      const outcomes = await Promise.all(Array.from({ length: 6 }, change));
      assert.equal(outcomes.filter((one) => !('refused' in one)).length, 1);
    }
    assert.deepEqual(numbers(await hours.versions(10)), [2, 1, 0]);
  });

  it('is no channel’s binding', async () => {
    const { hours, bindings } = await emptyStore();
    await hours.change(first, following);
    assert.deepEqual(await bindings.all(), []);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const)
    it(`keeps a change once when the write meets "${fault}"`, async () => {
      const tables = ownTables();
      const faults = createTableFaults();
      const calm = await emptyStore({ tables });
      const shaky = await emptyStore({ tables, faults });
      for (const seen of [0, 1]) {
        faults.strike(fault);
        const kept = await shaky.hours.change(first, (newest) =>
          newest.n === seen ? following(newest) : stale,
        );
        assert.ok(!('refused' in kept), fault);
      }
      assert.deepEqual(numbers(await calm.hours.versions(10)), [2, 1, 0]);
    });

  it('names the row when it holds what it should not', async () => {
    const tables = ownTables();
    const { hours } = await emptyStore({ tables });
    const row = { partitionKey: 'hours', rowKey: 'newest', write: 'w', long0: Buffer.from('{"n":1}') };
    await (await tables.open()).bindings.create(row);
    await assert.rejects(hours.newest(), /hours\/newest.*at/);
  });
});
