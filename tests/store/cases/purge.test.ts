/** What purging a case promises: all that was said goes, wherever the process dies; what is counted stays. */
import assert from 'node:assert/strict';
import type { Case } from '../../../bot/domain/case/case.ts';
import { type Command, isRefusal } from '../../../bot/domain/case/command.ts';
import { tick } from '../../../bot/domain/case/deadlines.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import { moment, month } from '../../../bot/domain/names.ts';
import type { Store } from '../../../bot/store/store.ts';
import {
  answer,
  at,
  claim,
  close,
  county,
  grant,
  lead,
  noon,
  nurse,
  waitingCase,
} from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, everythingIn, idOf, keysOf, type OwnTables, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const id = idOf(nurse.id);
const muchLater = moment('2027-06-01T09:00:00.000Z');
const purged = (current: Case) => tick(county, current, muchLater);

/** A closed case in which so much was said that its purge takes several transactions. */
async function closedCase(replies: number, ...done: readonly Command[]) {
  const tables = ownTables();
  const faults = createTableFaults();
  const calm = await emptyStore({ tables });
  const shaky = await emptyStore({ tables, faults });
  await calm.cases.open(waitingCase({}, { id }));
  for (let n = 0; n < replies; n += 1)
    await calm.cases.change(id, (one) =>
      decide(one, { do: 'reply', text: `Sana ${n}` }, nurse, { now: noon, county }),
    );
  await calm.cases.change(id, (one) => lead(one, claim, ...done, answer, close));
  const lease = await calm.shows.lease(id, noon, muchLater);
  assert.ok(lease);
  await lease.done({ views: lease.shown.views, rings: new Map() });
  return { calm, shaky, faults, tables };
}

/** As upkeep does: whatever falls due is looked at. */
async function upkeep(store: Store): Promise<void> {
  const due = await store.cases.dueBy(muchLater, 50);
  if (due.length > 0) await purge(store, purged);
}

async function purge(store: Store, decision: (current: Case) => Case): Promise<void> {
  await store.cases.change(id, decision);
  await store.cases.forget(id);
}

async function assertPurged(store: Store, tables: OwnTables): Promise<void> {
  const found = await store.cases.find(id);
  assert.equal(found?.purgedAt, muchLater);
  assert.equal(found.question, '');
  assert.deepEqual(await store.cases.said(id), []);
  assert.deepEqual(await store.cases.trail(id), []);
  assert.deepEqual(await store.cases.askedBy(nurse.id), []);
  assert.deepEqual(await store.cases.dueBy(muchLater, 9), []);
  assert.equal((await store.cases.contacts(month('2026-11'))).length, 1);
  const keys = await keysOf(tables, 'cases');
  const kinds = [...new Set(keys.map((key) => key.split('|')[0]))].toSorted();
  assert.deepEqual(kinds, ['case', 'contact', 'day', 'show']);
}

describeOnEach('purging a case', () => {
  it('deletes all that was said and done, keeps what is counted, and lets the cards be told', async () => {
    const { calm, tables } = await closedCase(3);
    await upkeep(calm);
    await assertPurged(calm, tables);
    assert.deepEqual(await calm.shows.lagging(muchLater, 9), [id]);
    assert.doesNotMatch(await everythingIn(tables), /remains=true/);
  });

  it('cuts the link to what is counted', async () => {
    const { calm } = await closedCase(0);
    assert.ok((await calm.cases.find(id))?.contactId);
    await upkeep(calm);
    assert.equal((await calm.cases.find(id))?.contactId, undefined);
  });

  it('comes to its end wherever it is killed, however often', async () => {
    for (let nth = 1; nth <= 4; nth += 1) {
      for (const fault of ['kill', 'killAfter'] as const) {
        const { calm, shaky, faults, tables } = await closedCase(2);
        faults.strike(fault, nth);
        await assert.rejects(upkeep(shaky), { name: 'Killed' }, `${fault} at write ${nth}`);
        await upkeep(calm);
        await assertPurged(calm, tables);
      }
    }
  });

  it('needs no more writes than were tried above', async () => {
    const { shaky, faults } = await closedCase(2);
    // the purge, what was said, what was done, and that it is finished
    faults.strike('kill', 5);
    await upkeep(shaky);
    assert.equal(faults.isDead, false);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`survives "${fault}" in each of its writes`, async () => {
      for (const nth of [1, 2, 3, 4]) {
        const { shaky, faults, tables } = await closedCase(1);
        faults.strike(fault, nth);
        await upkeep(shaky);
        await assertPurged(shaky, tables);
      }
    });
  }

  it('is come back to at once, though a grant that still runs falls due much later', async () => {
    const { calm, shaky, faults, tables } = await closedCase(2, grant);
    const [early, soonPurged] = [at('09:00', 6), { ...county, purgeAfterDays: 5 }];
    const purgedEarly = (current: Case) => tick(soonPurged, current, early);
    // the purge itself is kept, what was said is not yet deleted
    faults.strike('kill', 2);
    await assert.rejects(purge(shaky, purgedEarly), { name: 'Killed' });
    const half = await calm.cases.find(id);
    assert.ok(half?.purgedAt && half.dueAt && half.dueAt > early, 'the grant is still to be reminded of');
    assert.deepEqual(await calm.cases.dueBy(early, 9), [{ id, kind: 'case' }]);
    await purge(calm, purgedEarly);
    assert.deepEqual([await calm.cases.said(id), await calm.cases.trail(id)], [[], []]);
    const dues = (await keysOf(tables, 'cases')).filter((key) => key.startsWith('due|'));
    assert.deepEqual(dues, [`due|${half.dueAt}|${id}`], 'its reminder waits as before');
  });

  it('leaves nothing of what is done afterwards either, such as the reminder of a grant', async () => {
    const { calm } = await closedCase(2, grant);
    const soonPurged = { ...county, purgeAfterDays: 5 };
    await purge(calm, (one) => tick(soonPurged, one, at('09:00', 6)));
    const { dueAt } = (await calm.cases.find(id)) ?? {};
    assert.ok(dueAt);
    await calm.cases.change(id, (one) => tick(soonPurged, one, dueAt));
    assert.equal((await calm.cases.trail(id)).length, 1);
    assert.deepEqual(await calm.cases.dueBy(dueAt, 9), [{ id, kind: 'case' }], 'it is come back to');
    await calm.cases.forget(id);
    assert.deepEqual(await calm.cases.trail(id), []);
    assert.deepEqual(await calm.cases.dueBy(dueAt, 9), []);
  });

  it('takes as many transactions as were said', async () => {
    const { calm, tables } = await closedCase(110);
    assert.equal((await calm.cases.said(id)).length, 112);
    await upkeep(calm);
    await assertPurged(calm, tables);
  });

  it('may be done by two at once', async () => {
    const { calm, shaky, tables } = await closedCase(3);
    await Promise.all([upkeep(calm), upkeep(shaky)]);
    await assertPurged(calm, tables);
  });

  it('gives way to a person who reopens the case first', async () => {
    const { calm, shaky, faults } = await closedCase(1);
    faults.beforeNextWrite(async () => {
      const again = await calm.cases.change(id, (one) =>
        decide(one, { do: 'reopen' }, nurse, { now: muchLater, county }),
      );
      assert.ok(!isRefusal(again));
    });
    await purge(shaky, purged);
    const found = await calm.cases.find(id);
    assert.equal(found?.purgedAt, undefined);
    assert.equal((await calm.cases.said(id)).length, found?.saidCount);
  });
});
