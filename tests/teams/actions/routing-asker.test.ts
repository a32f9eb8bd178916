/** Where an asker's press goes. */
import assert from 'node:assert/strict';
import { firstId } from '../../support/cases.ts';
import { routed, saidText } from '../../support/routing.ts';

const on = { caseId: firstId, version: 3 };
const opens = { opens: 'dialog' };
const draft = { draftId: firstId };

describe("an asker's press", () => {
  const ways: readonly (readonly [what: string, verb: string, data: object, port: string])[] = [
    ['sends the question card', 'ask', { ...draft, question: 'Voiko?' }, 'asking.ask'],
    ["sends it past the client's own team", 'sendAnyway', draft, 'asking.ask'],
    ['throws the draft away', 'discard', draft, 'asking.discard'],
    ['makes a new question of the words', 'newQuestion', draft, 'asking.ownDraft'],
    ['adds the words to an open case', 'reply', { ...draft, caseId: firstId }, 'asking.replyWith'],
    ['replies', 'reply', { ...on, text: 'Ei' }, 'casework.carryOut'],
    ['edits', 'edit', { ...on, text: 'Uusi' }, 'casework.carryOut'],
    ['moves the case', 'wrongRegion', { ...on, place: 'nilsia' }, 'casework.carryOut'],
    ['withdraws', 'withdraw', on, 'casework.carryOut'],
    ['reopens', 'reopen', { ...on, text: 'Vielä' }, 'casework.carryOut'],
    ['reports a concern on the case', 'concern', on, 'casework.concern'],
    ['reports a concern by itself', 'concern', { caseId: firstId }, 'asking.concern'],
    ['opens the form of a reply', 'reply', { ...on, ...opens }, 'casework.find'],
    ['opens the form of an edit', 'edit', { ...on, ...opens }, 'casework.find'],
    ['opens the choice of a place', 'wrongRegion', { ...on, ...opens }, 'casework.find'],
    ['opens the form of reopening', 'reopen', { ...on, ...opens }, 'casework.find'],
    ['opens a report on the case', 'concern', { ...on, ...opens }, 'casework.find'],
    ['opens a report by itself', 'concern', opens, 'asking.newConcernId'],
    ['gives feedback', 'feedback', { ...on, score: '9' }, 'feedback.give'],
    ['asks for the own questions', 'menu', { item: 'my-questions' }, 'casework.askedBy'],
    ['brings a card down', 'show', { caseId: firstId }, 'asking.showAgain'],
  ];
  for (const [what, verb, data, port] of ways) {
    it(`that ${what} goes to ${port}`, async () => {
      const way = 'opens' in data ? 'fetch' : 'now';
      assert.equal((await routed(verb, data, { way })).port, port);
    });
  }

  it('is one and the same when it comes twice, and another when its words are others', async () => {
    const once = async (text: string) => {
      const { given } = await routed('reply', { ...on, text }, { way: 'dialog' });
      return (given?.at(3) as { readonly once: string } | undefined)?.once;
    };
    assert.match((await once('Ei')) ?? '', /^[\w-]{43}$/);
    assert.equal(await once('Ei'), await once('Ei'));
    assert.notEqual(await once('Ei'), await once('Kyllä'));
  });

  it('is logged by its verb and the way it came, and by nothing else', async () => {
    const { logged } = await routed('withdraw', on);
    assert.deepEqual(logged, [['info', 'pressed', { verb: 'withdraw', kind: 'now' }]]);
  });

  it('that gives feedback leaves no line in the log, and one without a score is nobody’s', async () => {
    assert.deepEqual((await routed('feedback', { ...on, score: '9' })).logged, []);
    const without = await routed('feedback', on);
    assert.match(saidText(without), /Tätä painiketta en enää tunne/);
    assert.deepEqual(without.logged, [['info', 'pressed', { verb: 'feedback', kind: 'now' }]]);
  });
});
