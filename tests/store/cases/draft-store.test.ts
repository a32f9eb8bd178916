/** What the store of drafts promises: a card not sent yet is never lost, never doubled, and becomes one case. */
import assert from 'node:assert/strict';
import { isRefusal } from '../../../bot/domain/case/command.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import type { Draft } from '../../../bot/domain/case/draft.ts';
import { answers, asker, at, county, nine, noon, nurse, reply, waitingCase } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, idOf, keysOf, ownTables, stillClock } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const draft = (n = 0, more: Partial<Draft> = {}): Draft => ({
  id: idOf(nurse.id, n),
  asker,
  at: nine,
  answers,
  taken: { phones: [], emails: [] },
  masked: [],
  finding: { places: [] } as unknown as Draft['finding'],
  reminded: false,
  dueAt: at('09:30'),
  ...more,
});
const { id } = draft();

async function twoStores() {
  const tables = ownTables();
  const clock = stillClock(nine);
  const faults = createTableFaults();
  const calm = await emptyStore({ tables, clock });
  const shaky = await emptyStore({ tables, clock, faults });
  return { calm, shaky, faults, clock, keys: () => keysOf(tables, 'cases') };
}

describeOnEach('the store of drafts', () => {
  it('gives back what was kept, and lists it for its asker, newest first', async () => {
    const { calm } = await twoStores();
    await calm.drafts.keep(draft(), 'one');
    await calm.drafts.keep(draft(1, { at: at('09:05') }), 'two');
    assert.deepEqual(await calm.drafts.find(id), draft());
    assert.deepEqual(
      (await calm.drafts.of(nurse.id)).map((one) => one.id),
      [draft(1).id, id],
    );
    assert.equal(await calm.cases.find(id), undefined, 'it is no case yet');
    assert.deepEqual(await calm.cases.askedBy(nurse.id), []);
  });

  it('keeps one draft of the same words, however often and however close they come', async () => {
    const { calm } = await twoStores();
    const kept = await Promise.all([0, 1, 2, 3].map((n) => calm.drafts.keep(draft(n), 'same')));
    assert.equal(kept.filter(({ isNew }) => isNew).length, 1);
    assert.equal(new Set(kept.map((one) => one.draft.id)).size, 1);
    assert.equal((await calm.drafts.of(nurse.id)).length, 1);
  });

  it('keeps the same words again when they come later', async () => {
    const { calm, clock } = await twoStores();
    await calm.drafts.keep(draft(), 'same');
    clock.set(at('09:03'));
    assert.equal((await calm.drafts.keep(draft(1), 'same')).isNew, true);
    assert.equal((await calm.drafts.keep(draft(2), 'same')).draft.id, draft(1).id);
    assert.equal((await calm.drafts.of(nurse.id)).length, 2);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`keeps it once, and as new, when its transaction meets "${fault}"`, async () => {
      const { shaky, faults } = await twoStores();
      faults.strike(fault);
      assert.deepEqual(await shaky.drafts.keep(draft(), 'same'), { draft: draft(), isNew: true });
      assert.equal((await shaky.drafts.of(nurse.id)).length, 1);
    });
  }

  it('keeps every one of many changes that race', async () => {
    const { calm } = await twoStores();
    await calm.drafts.keep(draft(), 'one');
    const add = (word: string) => (current: Draft) => ({
      ...current,
      answers: { ...current.answers, question: `${current.answers.question} ${word}` },
    });
    const words = ['yksi', 'kaksi', 'kolme', 'neljä'];
    await Promise.all(words.map((word) => calm.drafts.change(id, add(word))));
    const question = (await calm.drafts.find(id))?.answers.question ?? '';
    for (const word of words) assert.ok(question.includes(word), word);
  });

  it('moves what is due with the draft', async () => {
    const { calm } = await twoStores();
    await calm.drafts.keep(draft(), 'one');
    assert.deepEqual(await calm.cases.dueBy(at('09:30'), 9), [{ id, kind: 'draft' }]);
    await calm.drafts.change(id, (current) => ({ ...current, reminded: true, dueAt: at('10:00') }));
    assert.deepEqual(await calm.cases.dueBy(at('09:59'), 9), []);
    assert.deepEqual(await calm.cases.dueBy(at('10:00'), 9), [{ id, kind: 'draft' }]);
  });

  it('becomes the case in one step, and is a draft no more', async () => {
    const { calm, keys } = await twoStores();
    await calm.drafts.keep(draft(), 'one');
    // both fall due at the same moment: their rows have the same key
    const opened = waitingCase({ dueAt: draft().dueAt }, { id });
    assert.deepEqual(await calm.cases.open(opened), { kept: opened, isNew: true });
    assert.equal(await calm.drafts.find(id), undefined);
    assert.deepEqual(await calm.drafts.of(nurse.id), []);
    assert.deepEqual(await calm.cases.find(id), opened);
    assert.deepEqual(await calm.cases.dueBy(noon, 9), [{ id, kind: 'case' }]);
    assert.equal(await calm.drafts.change(id, (current) => ({ ...current, reminded: true })), undefined);
    assert.ok(!(await keys()).some((key) => key.startsWith('draft|')));
  });

  it('is never a draft and a case, nor neither, wherever its sending is killed', async () => {
    for (const fault of ['kill', 'killAfter'] as const) {
      const { calm, shaky, faults } = await twoStores();
      await calm.drafts.keep(draft(), 'one');
      faults.strike(fault);
      await assert.rejects(shaky.cases.open(waitingCase({}, { id })), { name: 'Killed' });
      const [asDraft, asCase] = [await calm.drafts.find(id), await calm.cases.find(id)];
      assert.equal(asDraft === undefined, fault === 'killAfter');
      assert.equal(asCase === undefined, fault === 'kill');
    }
  });

  it('that is sent and discarded in the same moment does not take the case with it', async () => {
    const { calm, shaky, faults } = await twoStores();
    await calm.drafts.keep(draft(), 'one');
    faults.beforeNextWrite(async () => void (await calm.cases.open(waitingCase({}, { id }))));
    await shaky.drafts.discard(id);
    assert.equal((await calm.cases.find(id))?.status, 'waiting');
    assert.equal((await calm.cases.openCases()).length, 1);
  });

  it('leaves nothing of its words when discarded, can be typed again at once, and its id is not given again', async () => {
    const { calm, keys } = await twoStores();
    await calm.drafts.keep(draft(), 'one');
    await calm.drafts.discard(id);
    assert.deepEqual(await keys(), [`case|${id}`], 'only the empty row that keeps the id');
    assert.equal(await calm.drafts.find(id), undefined);
    assert.equal((await calm.drafts.keep(draft(1), 'one')).isNew, true);
    await assert.rejects(calm.cases.open(waitingCase({}, { id })), { name: 'IdTakenError' });
    await calm.drafts.discard(id);
  });

  it('that was sent already still answers a late second delivery, and that delivery is no reply', async () => {
    const { calm } = await twoStores();
    await calm.drafts.keep(draft(), 'same');
    await calm.cases.open(waitingCase({}, { id }));
    const late = await calm.drafts.keep(draft(1), 'same');
    assert.deepEqual([late.isNew, late.draft.id], [false, id]);
    const outcome = await calm.cases.change(
      id,
      (one) => decide(one, reply, nurse, { now: noon, county }),
      'same',
    );
    assert.ok(!isRefusal(outcome));
    assert.equal(outcome.saidCount, 1);
  });

  it('tells when the id drawn is taken, so that another is drawn', async () => {
    const { calm } = await twoStores();
    await calm.cases.open(waitingCase({}, { id }));
    await assert.rejects(calm.drafts.keep(draft(), 'one'), { name: 'IdTakenError' });
  });
});
