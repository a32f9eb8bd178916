/** What the audit promises: it only grows, and can be read by case. */
import assert from 'node:assert/strict';
import { month } from '../../bot/domain/names.ts';
import { ada, at, nine, noon, nurse, personOf } from '../support/cases.ts';
import { describeOnEach } from '../support/each-storage.ts';
import { emptyStore, idOf, keysOf, ownTables } from '../support/stores.ts';
import { createTableFaults } from '../support/table-faults.ts';

const id = idOf(nurse.id);
const view = { at: noon, by: personOf(ada), did: 'viewDetails', caseId: id } as const;

describeOnEach('the audit', () => {
  it('gives what was done in a case, oldest first, and nothing of other cases', async () => {
    const { audit } = await emptyStore();
    await audit.write({ ...view, why: 'Soitto omaiselle' });
    await audit.write({ at: nine, by: 'line', did: 'remind', caseId: id });
    await audit.write({ ...view, caseId: idOf(nurse.id, 1) });
    await audit.write({ at: noon, by: personOf(ada), did: 'bind' });
    assert.deepEqual(await audit.of(id), [
      { at: nine, by: 'line', did: 'remind', caseId: id },
      { ...view, why: 'Soitto omaiselle' },
    ]);
  });

  it('gives a month with the reasons that are asked for, and no others', async () => {
    const { audit } = await emptyStore();
    const mended = { at: nine, by: personOf(ada), did: 'deleteRecorded', why: 'Kahdesti' } as const;
    await audit.write(mended);
    await audit.write({ ...view, why: 'Soitto omaiselle' });
    const { why: _, ...bare } = mended;
    assert.deepEqual(await audit.ofMonth(month('2026-11'), ['deleteRecorded']), [mended, view]);
    assert.deepEqual(await audit.ofMonth(month('2026-11')), [bare, view]);
  });

  it('tells who did what though no key opens their reason any more, and that there was one', async () => {
    const tables = ownTables();
    const before = await emptyStore({ tables });
    await before.audit.write({ ...view, why: 'Soitto omaiselle' });
    const { audit } = await emptyStore({ tables, keys: [{ id: 'new', key: Buffer.alloc(32, 9) }] });
    const told = [{ ...view, whyLost: true }];
    assert.deepEqual(await audit.of(id), told);
    assert.deepEqual(await audit.ofMonth(month('2026-11'), ['viewDetails']), told);
  });

  it('keeps each of two views that look the same', async () => {
    const { audit } = await emptyStore();
    await audit.write(view);
    await audit.write(view);
    assert.equal((await audit.of(id)).length, 2);
  });

  it('keeps an entry with a key once for its case', async () => {
    const { audit } = await emptyStore();
    await audit.write(view, 'step-1');
    await audit.write({ ...view, did: 'other' }, 'step-1');
    await audit.write({ ...view, caseId: idOf(nurse.id, 1) }, 'step-1');
    assert.deepEqual(await audit.of(id), [view]);
    assert.equal((await audit.of(idOf(nurse.id, 1))).length, 1);
  });

  it('stands under its month on the county’s wall as well', async () => {
    const tables = ownTables();
    const { audit } = await emptyStore({ tables });
    await audit.write({ ...view, at: '2026-10-31T22:30:00.000Z' as typeof noon });
    const partitions = (await tables.rowsOf('audit')).map(({ partitionKey }) => partitionKey);
    const months = partitions.filter((key) => key.startsWith('month|'));
    assert.deepEqual(months, ['month|2026-11']);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`is written once, whole, when a write meets "${fault}"`, async () => {
      for (const nth of [1, 2]) {
        const tables = ownTables();
        const faults = createTableFaults();
        const { audit } = await emptyStore({ tables, faults });
        faults.strike(fault, nth);
        await audit.write({ ...view, at: at('13:00') });
        assert.equal((await keysOf(tables, 'audit')).length, 2);
      }
    });
  }

  it('tells who asked when it could not be written, so that nothing is shown', async () => {
    const faults = createTableFaults();
    const { audit } = await emptyStore({ faults });
    faults.strike('kill', 2);
    await assert.rejects(audit.write(view));
  });
});
