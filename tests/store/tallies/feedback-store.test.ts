/** What the store of feedback promises: each answer counted once, each person once a week, nobody named. */
import assert from 'node:assert/strict';
import { noFeedback, withFeedback } from '../../../bot/domain/feedback.ts';
import { day, month } from '../../../bot/domain/names.ts';
import type { DataKeys } from '../../../bot/store/tables/seal.ts';
import { ada, monday, nurse } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, everythingIn, keysOf, ownTables, testKeys } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const november = month('2026-11');
const nine = { score: 9, helped: '5' } as const;

async function twoStores() {
  const tables = ownTables();
  const faults = createTableFaults();
  const { feedback: calm } = await emptyStore({ tables });
  const { feedback: shaky } = await emptyStore({ tables, faults });
  return { calm, shaky, faults, tables };
}

describeOnEach('the store of feedback', () => {
  it('counts every one of many answers that race', async () => {
    const { calm } = await twoStores();
    assert.equal(await calm.of(november), undefined);
    await Promise.all(Array.from({ length: 8 }, () => calm.count(november, nine)));
    const counts = await calm.of(november);
    assert.deepEqual([counts?.scores[9], counts?.helped[4], counts?.clear.join('')], [8, 8, '000000']);
    assert.equal(await calm.of(month('2026-12')), undefined);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`counts an answer once when the write meets "${fault}", also while others answer`, async () => {
      const { calm, shaky, faults } = await twoStores();
      await calm.count(november, { score: 0 });
      if (fault === 'lose') faults.loseWhile(() => calm.count(november, { score: 1 }));
      else faults.strike(fault);
      await shaky.count(november, nine);
      assert.equal((await calm.of(november))?.scores[9], 1);
    });

    it(`notes a person once when the write meets "${fault}"`, async () => {
      const { calm, shaky, faults } = await twoStores();
      faults.strike(fault);
      assert.equal(await shaky.markAnswered(ada.id, monday), true);
      assert.equal(await calm.markAnswered(ada.id, monday), false);
    });
  }

  it('lets a person answer once a week, whatever process they meet', async () => {
    const { calm, shaky } = await twoStores();
    const marks = await Promise.all([calm, shaky, calm].map((store) => store.markAnswered(ada.id, monday)));
    assert.deepEqual(marks.filter(Boolean), [true]);
    assert.equal(await calm.markAnswered(nurse.id, monday), true);
    assert.equal(await calm.markAnswered(ada.id, day('2026-11-30')), true);
  });

  it('knows this week’s answerers after the key has changed', async () => {
    const tables = ownTables();
    const { feedback: before } = await emptyStore({ tables });
    await before.markAnswered(ada.id, monday);
    const rotated: DataKeys = [{ id: 'new', key: Buffer.alloc(32, 9) }, ...testKeys];
    const { feedback: after } = await emptyStore({ tables, keys: rotated });
    assert.equal(await after.markAnswered(ada.id, monday), false);
    assert.equal(await after.markAnswered(nurse.id, monday), true);
    assert.equal(await after.markAnswered(nurse.id, monday), false);
  });

  it('keeps nothing that names who answered, or joins an answer to anybody', async () => {
    const { calm, tables } = await twoStores();
    await calm.markAnswered(ada.id, monday);
    await calm.count(november, nine);
    const stored = await everythingIn(tables);
    assert.ok(!stored.includes(ada.name) && !/=ada\b/.test(stored));
    assert.equal((await keysOf(tables, 'feedback')).length, 2);
    assert.deepEqual(await calm.of(november), withFeedback(noFeedback, nine));
  });

  it('forgets who answered in weeks gone by, and no counters', async () => {
    const { calm } = await twoStores();
    await calm.markAnswered(ada.id, monday);
    await calm.markAnswered(ada.id, day('2026-11-30'));
    await calm.count(november, nine);
    assert.equal(await calm.forgetWeeks(day('2026-11-30')), 1);
    assert.equal(await calm.markAnswered(ada.id, day('2026-11-30')), false);
    assert.equal((await calm.of(november))?.scores[9], 1);
  });
});
