/** Feedback at the desk, over tables of its own and over HTTP. */
import assert from 'node:assert/strict';
import { createFeedback } from '../../../bot/desk/feedback/feedback.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { type CaseId, month, type PersonId, personId } from '../../../bot/domain/names.ts';
import { feedbackRoutes } from '../../../bot/http/feedback-routes.ts';
import { ada, at, caseIn, county, eve, firstId, noon, nurse } from '../../support/cases.ts';
import { emptyStore } from '../../support/stores.ts';
import { openTab } from '../../support/tab-over-http.ts';

const november = month('2026-11');

async function opened(options: { readonly one?: Case; readonly off?: boolean } = {}) {
  const { one = caseIn('closed'), off = false } = options;
  const store = await emptyStore();
  let now = noon;
  const feedback = createFeedback({
    county: { ...county, ...(off && { feedback: false }) },
    feedback: store.feedback,
    // everybody here has asked the same question
    cases: { find: async (id: CaseId) => (id === firstId ? one : undefined) },
    clock: { now: () => now },
    staff: {
      actor: async (person) => [ada, eve].find(({ id }) => id === person.id) ?? { ...nurse, ...person },
    },
  });
  return {
    ...feedback,
    store,
    setClock(next: typeof noon) {
      now = next;
    },
  };
}

describe('giving feedback', () => {
  it('is counted once a week, and again the week after', async () => {
    const { give, store, setClock } = await opened();
    assert.deepEqual(await give(nurse, firstId, { score: 9 }), { given: true });
    assert.deepEqual(await give(nurse, firstId, { score: 0 }), { refused: 'already-given' });
    setClock(at('08:00', 7));
    assert.deepEqual(await give(nurse, firstId, { score: 8 }), { given: true });
    const counts = await store.feedback.of(november);
    assert.deepEqual([counts?.scores[9], counts?.scores[8], counts?.scores[0]], [1, 1, 0]);
  });

  const refusals: readonly (readonly [string, Parameters<typeof opened>[0], PersonId, string])[] = [
    ['on somebody else’s question', {}, personId('stranger'), 'not-yours'],
    ['on an open question', { one: caseIn('answered') }, nurse.id, 'not-yours'],
    ['on a withdrawn question', { one: caseIn('withdrawn') }, nurse.id, 'not-yours'],
    ['where it is turned off', { off: true }, nurse.id, 'turned-off'],
  ];
  for (const [what, options, id, refused] of refusals) {
    it(`is refused ${what}, and nothing is kept`, async () => {
      const { give, store } = await opened(options);
      assert.deepEqual(await give({ id, name: 'x' }, firstId, { score: 9 }), { refused });
      assert.equal(await store.feedback.of(november), undefined);
    });
  }

  it('writes no audit and changes no case', async () => {
    const { give, store } = await opened();
    await give(nurse, firstId, { score: 9 });
    assert.deepEqual(await store.audit.of(firstId), []);
    assert.equal(await store.cases.find(firstId), undefined);
  });
});

describe('the figures of feedback', () => {
  it('are told to the line from five answers up, over HTTP', async () => {
    const { store, setClock, ...feedback } = await opened();
    setClock(at('00:00', 8));
    const tab = await openTab(feedbackRoutes(feedback), [ada, eve, nurse]);
    for (let n = 0; n < 4; n += 1) await store.feedback.count(november, { score: 10 });
    assert.deepEqual(await tab.ask(ada, 'GET', '/feedback/2026-11'), {
      status: 200,
      body: { month: '2026-11' },
    });
    await store.feedback.count(november, { score: 0 });
    const { body } = await tab.ask(eve, 'GET', '/feedback/2026-11');
    const { figures } = body as { figures: { n: number; nps: number } };
    assert.deepEqual([figures.n, figures.nps], [5, 60]);
    const statuses = [
      await tab.ask(nurse, 'GET', '/feedback/2026-11'),
      await tab.ask(undefined, 'GET', '/feedback/2026-11'),
      await tab.ask(eve, 'GET', '/feedback/2026-13'),
    ].map(({ status }) => status);
    assert.deepEqual(statuses, [403, 401, 400]);
    await tab.close();
  });

  it('are told when their month has ended: until then one answer more would show who gave it', async () => {
    const { store, setClock, month: tell } = await opened();
    for (let n = 0; n < 9; n += 1) await store.feedback.count(november, { score: 10 });
    const before = await tell(ada, november);
    await store.feedback.count(november, { score: 0 });
    setClock(at('23:59', 7));
    assert.deepEqual(await tell(ada, november), before);
    assert.deepEqual(before, { month: november, toldFrom: '2026-12-01' });
    setClock(at('00:00', 8));
    const ended = await tell(ada, november);
    assert.deepEqual('figures' in ended && [ended.figures?.n, 'toldFrom' in ended], [10, false]);
  });
});
