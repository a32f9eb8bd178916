/** From a filled-in question card to a case. */
import assert from 'node:assert/strict';
import { textLimits } from '../../../bot/domain/case/case.ts';
import type { Answers } from '../../../bot/domain/case/draft.ts';
import { refuseAnswers } from '../../../bot/domain/case/open.ts';
import { careId, categoryId, placeId, topicId } from '../../../bot/domain/names.ts';
import {
  answers,
  asker,
  county,
  facts,
  keskinen,
  nine,
  nurse,
  personOf,
  waitingCase,
} from '../../support/cases.ts';

describe('a question card', () => {
  const { topic: _, ...withoutTopic } = answers;
  const assessment = { ...answers, topic: topicId('assessment') };
  const examples: readonly (readonly [string, Answers, object])[] = [
    ['with only blanks', { ...answers, question: '  ' }, { refused: 'empty-text' }],
    [
      'that is too long',
      { ...answers, question: 'x'.repeat(textLimits.question + 1) },
      { refused: 'too-long', most: textLimits.question, length: textLimits.question + 1 },
    ],
    ['without a topic', withoutTopic, { refused: 'unknown-choice', field: 'topic' }],
    [
      'with a topic there is not',
      { ...answers, topic: topicId('x') },
      { refused: 'unknown-choice', field: 'topic' },
    ],
    ['for an assessment of nothing', assessment, { refused: 'unknown-choice', field: 'category' }],
    [
      'for an assessment of what there is not',
      { ...assessment, category: categoryId('x') },
      { refused: 'unknown-choice', field: 'category' },
    ],
  ];
  for (const [what, given, refusal] of examples) {
    it(`${what} can't be sent`, () => assert.deepEqual(refuseAnswers(county, given), refusal));
  }

  it('can be sent when it is whole, and gives its topic', () => {
    for (const [given, id] of [
      [answers, 'guidance'],
      [{ ...assessment, category: categoryId('home-care') }, 'assessment'],
      [{ ...answers, question: 'x'.repeat(textLimits.question) }, 'guidance'],
    ] as const) {
      const allowed = refuseAnswers(county, given);
      assert.ok('topic' in allowed && allowed.topic.id === id);
    }
  });
});

describe('an opened case', () => {
  const one = waitingCase();

  it('waits in its first version, with its question said by the asker', () => {
    assert.deepEqual([one.status, one.version, one.askerSpoke, one.region], ['waiting', 1, 1, keskinen]);
    assert.deepEqual(one.said, [
      { n: 0, at: nine, by: 'asker', name: asker.name, kind: 'question', text: one.question },
    ]);
    assert.deepEqual(one.trail, [{ version: 1, at: nine, by: personOf(nurse), did: 'ask' }]);
  });

  it('has its promise and its first due moment from the beginning', () => {
    assert.deepEqual([one.answerBy, one.dueAt], ['2026-11-24T07:00:00.000Z', '2026-11-23T09:00:00.000Z']);
  });

  it('takes what was not asked the cautious way', () => {
    const { urgency: _u, priority75: _p, ...few } = answers;
    const opened = waitingCase({}, { answers: few });
    assert.deepEqual([opened.urgency, opened.priority75], ['normal', 'unknown']);
  });

  it('wants a call-back when a number was typed, but does not hold the number', () => {
    const opened = waitingCase({}, { answers: { ...answers, callback: '050 123 4567' } });
    assert.equal(opened.wantsCallback, true);
    assert.ok(!JSON.stringify(opened).includes('4567'));
    assert.equal(waitingCase({}, { answers: { ...answers, callback: ' ' } }).wantsCallback, false);
  });

  it('leaves out what the county does not know', () => {
    const strange = { place: placeId('x'), care: careId('x'), category: categoryId('x') };
    const opened = waitingCase({}, { answers: { ...answers, ...strange } });
    assert.ok(!('place' in opened) && !('care' in opened) && !('category' in opened));
  });

  it('keeps what the county knows', () => {
    const topic = topicId('assessment');
    const known = { topic, care: careId('informal-care'), category: categoryId('housing') };
    const opened = waitingCase({}, { answers: { ...answers, ...known } });
    assert.deepEqual([opened.place, opened.care, opened.category], ['kuopio', 'informal-care', 'housing']);
  });

  it('has a category only when it asks for an assessment: the card asks for one whatever the topic', () => {
    const opened = waitingCase({}, { answers: { ...answers, category: categoryId('housing') } });
    assert.ok(!('category' in opened));
  });

  it('begins with its concern report, when it is one', () => {
    assert.deepEqual(waitingCase({}, { concern: facts }).outcomes, [
      { kind: 'concern', n: 0, at: nine, by: personOf(nurse), facts },
    ]);
  });
});
