/** What the store of recorded contacts promises: a fact for each, mended with it, cut off in time; imports whole or not at all. */
import assert from 'node:assert/strict';
import type { Recorded } from '../../../bot/desk/recording/ports.ts';
import { addDays } from '../../../bot/domain/calendar.ts';
import { type Day, day, month, topicId } from '../../../bot/domain/names.ts';
import { contactOfOther, type Entry, type OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import { entryIdOf } from '../../../bot/store/tallies/record-row.ts';
import { ada, at, bo, county, keskinen, monday, noon, personOf } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, keysOf, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const november = month('2026-11');
const october = month('2026-10');
const call = (more: Partial<OtherContact> = {}): OtherContact => ({
  channel: 'phone',
  day: monday,
  hour: 9,
  region: keskinen,
  topic: topicId('guidance'),
  priority75: 'unknown',
  urgency: 'normal',
  outcomes: ['guidance'],
  services: [],
  redirects: [],
  ...more,
});
const factOf = (contact: OtherContact) => contactOfOther(county, contact);
const entry = (key = 'one', more: Partial<Entry> = {}): Entry => ({
  id: entryIdOf(ada.id, monday, key),
  by: personOf(ada),
  at: noon,
  contact: call(),
  contactId: `fact-${key}`,
  ...more,
});
const { id } = entry();

async function twoStores() {
  const tables = ownTables();
  const faults = createTableFaults();
  const calm = await emptyStore({ tables });
  const shaky = await emptyStore({ tables, faults });
  const keys = async (kind: string) =>
    (await keysOf(tables, 'cases')).filter((key) => key.startsWith(`${kind}|`));
  return { calm, shaky, faults, keys };
}

describeOnEach('the store of recorded contacts', () => {
  it('keeps the entry and its fact, and lists what somebody recorded that day', async () => {
    const { calm } = await twoStores();
    assert.deepEqual(await calm.records.add(entry(), factOf(call())), { kept: entry(), isNew: true });
    await calm.records.add(entry('two', { at: at('13:00') }), factOf(call()));
    assert.deepEqual(await calm.records.find(id), entry());
    assert.deepEqual(await calm.cases.contacts(november), [factOf(call()), factOf(call())]);
    assert.deepEqual(
      (await calm.records.recordedBy(ada.id, monday)).standing.map((one) => one.contactId),
      ['fact-two', 'fact-one'],
    );
    const nobodys = { standing: [], removed: [] };
    assert.deepEqual(await calm.records.recordedBy(bo.id, monday), nobodys);
    assert.deepEqual(await calm.records.recordedBy(ada.id, addDays(monday, 1)), nobodys);
    assert.equal(await calm.records.find('nonsense'), undefined);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`counts a contact once when the write meets "${fault}", and once when the form is sent twice`, async () => {
      const { calm, shaky, faults } = await twoStores();
      faults.strike(fault);
      assert.equal((await shaky.records.add(entry(), factOf(call()))).isNew, true);
      assert.equal((await calm.records.add(entry(), factOf(call()))).isNew, false);
      assert.equal((await calm.cases.contacts(november)).length, 1);
    });
  }

  it('moves the fact to its month when the day is corrected, and marks the finished month to be recounted', async () => {
    const { calm, keys } = await twoStores();
    await calm.records.add(entry(), factOf(call()));
    const corrected = call({ day: day('2026-10-30'), urgency: 'urgent' });
    const mended = await calm.records.mend(id, () => ({ contact: corrected, fact: factOf(corrected) }));
    assert.deepEqual(mended, { ...entry(), contact: corrected });
    assert.deepEqual(await calm.cases.contacts(november), []);
    assert.deepEqual(await calm.cases.contacts(october), [factOf(corrected)]);
    assert.deepEqual(
      (await keys('day')).map((key) => key.split('|')[1]),
      ['2026-10-30'],
    );
    assert.deepEqual(await keys('stale'), ['stale|2026-10']);
  });

  it('takes the fact away with the entry, for good: a form sent again does not bring it back', async () => {
    const { calm, keys } = await twoStores();
    await calm.records.add(entry(), factOf(call()));
    assert.equal(await calm.records.mend(id, () => 'remove'), 'removed');
    assert.deepEqual(await calm.cases.contacts(november), []);
    assert.deepEqual(await keys('day'), []);
    assert.equal(await calm.records.find(id), undefined);
    const listed = { standing: [], removed: [entry()] };
    assert.deepEqual(await calm.records.recordedBy(ada.id, monday), listed);
    assert.deepEqual(await calm.records.recordedIn(november), listed);
    assert.deepEqual(await calm.records.mend(id, () => 'remove'), { refused: 'no-such-entry' });
    await calm.records.add(entry(), factOf(call()));
    assert.deepEqual(await calm.cases.contacts(november), []);
  });

  it('mends once when the write meets "lose", and changes nothing on a refusal', async () => {
    const { calm, shaky, faults } = await twoStores();
    await calm.records.add(entry(), factOf(call()));
    faults.strike('lose');
    const corrected = call({ hour: 14 });
    await shaky.records.mend(id, () => ({ contact: corrected, fact: factOf(corrected) }));
    assert.deepEqual(await calm.cases.contacts(november), [factOf(corrected)]);
    assert.deepEqual(await calm.records.mend(id, () => ({ refused: 'not-yours' })), { refused: 'not-yours' });
    assert.deepEqual((await calm.records.find(id))?.contact, corrected);
  });

  it('forgets who recorded, and keeps the fact', async () => {
    const { calm, keys } = await twoStores();
    await calm.records.add(entry(), factOf(call()));
    assert.equal(await calm.records.forgetEntries(monday), 0);
    assert.equal(await calm.records.forgetEntries(addDays(monday, 1)), 1);
    assert.deepEqual(await keys('entry'), []);
    assert.equal((await calm.cases.contacts(november)).length, 1);
  });
});

describeOnEach('an import', () => {
  const recorded = (count: number, from: Day = day('2026-10-01')): readonly Recorded[] =>
    Array.from({ length: count }, (_, n) => {
      const contact = call({ day: addDays(from, n % 40) });
      return { contact, fact: factOf(contact) };
    });
  const begun = { id: 'a'.repeat(32), by: personOf(ada), at: noon };
  const counts = async (store: Awaited<ReturnType<typeof twoStores>>['calm']) =>
    Promise.all([october, november].map(async (one) => (await store.cases.contacts(one)).length));

  it('keeps every fact, and all of them go when it is undone', async () => {
    const { calm, keys } = await twoStores();
    await calm.records.add(entry(), factOf(call()));
    const { record, isNew } = await calm.records.importAll(begun, recorded(230));
    assert.deepEqual(
      [record.state, record.count, record.months, isNew],
      ['kept', 230, [october, november], true],
    );
    assert.equal(
      (await counts(calm)).reduce((a, b) => a + b),
      231,
    );
    assert.equal((await keys('day')).length, 231);
    assert.ok((await keys('stale')).includes('stale|2026-10'));
    assert.deepEqual(await calm.records.imports(), [record]);
    assert.equal((await calm.records.undoImport(begun.id))?.state, 'undone');
    assert.deepEqual(await counts(calm), [0, 1]);
    assert.equal((await keys('day')).length, 1);
    assert.equal((await calm.records.undoImport(begun.id))?.state, 'undone');
    assert.equal(await calm.records.undoImport('none'), undefined);
  });

  it('is made once however often it is sent, and again after it was undone', async () => {
    const { calm } = await twoStores();
    const sent = await Promise.all([1, 2, 3].map(() => calm.records.importAll(begun, recorded(60))));
    assert.equal(sent.filter(({ isNew }) => isNew).length, 1);
    assert.equal(
      (await counts(calm)).reduce((a, b) => a + b),
      60,
    );
    await calm.records.undoImport(begun.id);
    assert.equal((await calm.records.importAll(begun, recorded(60))).isNew, true);
    assert.equal(
      (await counts(calm)).reduce((a, b) => a + b),
      60,
    );
  });

  it('leaves nothing when it was stopped half-way and is swept', async () => {
    const { calm, shaky, faults, keys } = await twoStores();
    faults.strike('killAfter', 3);
    await assert.rejects(shaky.records.importAll(begun, recorded(230)));
    assert.equal((await calm.records.imports())[0]?.state, 'writing');
    assert.ok((await counts(calm)).some((count) => count > 0));
    await calm.records.undoImport(begun.id);
    assert.deepEqual(await counts(calm), [0, 0]);
    assert.deepEqual(await keys('day'), []);
  });
});
