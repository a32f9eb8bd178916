/** What feedback tells, and when it tells nothing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { feedbackPart } from '../../bot/cards/asker/feedback-card.ts';
import { card } from '../../bot/cards/elements/elements.ts';
import { languages } from '../../bot/domain/county.ts';
import {
  agreements,
  type Feedback,
  figuresOf,
  noFeedback,
  type Score,
  scores,
  weekOf,
  withFeedback,
} from '../../bot/domain/feedback.ts';
import { moment } from '../../bot/domain/names.ts';
import { isTakenByTeams, pressesOf } from '../support/card-checks.ts';
import { caseIn } from '../support/cases.ts';
import { askersWish } from '../support/presses.ts';

const given = (...all: readonly (Score | Feedback)[]) =>
  all
    .map((one): Feedback => (typeof one === 'number' ? { score: one } : one))
    .reduce(withFeedback, noFeedback);

describe('the recommendation index', () => {
  const table: readonly (readonly [answers: readonly Score[], nps: number | undefined])[] = [
    [[], undefined],
    [[10, 10, 10, 10], undefined],
    [[10, 10, 10, 10, 10], 100],
    [[9, 9, 9, 9, 9], 100],
    [[0, 6, 3, 5, 1], -100],
    [[7, 8, 7, 8, 7], 0],
    [[9, 10, 6, 0, 8], 0],
    [[10, 10, 10, 6, 8, 7], 33],
    [[0, 0, 0, 10, 8, 7], -33],
  ];
  for (const [answers, nps] of table) {
    it(`of ${answers.join(', ') || 'nobody'} is ${nps ?? 'not shown'}`, () => {
      assert.equal(figuresOf(given(...answers))?.nps, nps);
    });
  }

  it('agrees with a count made another way, whatever is answered', () => {
    const answer = fc.constantFrom(...scores);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 5, maxLength: 200 }), (answers) => {
        const worth = answers.map((score) => (score > 8 ? 100 : score < 7 ? -100 : 0) as number);
        const mean = worth.reduce((total, one) => total + one, 0) / worth.length;
        const figures = figuresOf(given(...answers));
        assert.ok(figures && Math.abs(figures.nps - mean) <= 0.5);
        assert.equal(figures.n, answers.length);
      }),
    );
  });
});

describe('a statement', () => {
  it('tells its mean without those who were unsure or silent, from five answers up', () => {
    const answers: readonly Feedback[] = [
      { score: 9, helped: '5', clear: '1' },
      { score: 9, helped: '4', clear: '2' },
      { score: 9, helped: '5', clear: 'unsure' },
      { score: 9, helped: '5' },
      { score: 9, helped: '1', clear: '3' },
      { score: 9, helped: 'unsure' },
    ];
    const figures = figuresOf(given(...answers));
    assert.deepEqual(figures?.helped, { n: 5, mean: 4, counts: [1, 0, 0, 1, 3] });
    assert.equal(figures?.clear, undefined);
  });
});

describe('the week in which a person is asked once', () => {
  const table = [
    ['2026-11-22T21:59:00.000Z', '2026-11-16'],
    ['2026-11-22T22:00:00.000Z', '2026-11-23'],
    ['2026-11-29T21:59:00.000Z', '2026-11-23'],
    ['2027-01-01T10:00:00.000Z', '2026-12-28'],
    // the clock is moved that night
    ['2026-03-29T20:59:00.000Z', '2026-03-23'],
    ['2026-03-29T21:00:00.000Z', '2026-03-30'],
  ] as const;
  for (const [at, monday] of table) {
    it(`of ${at} begins on ${monday}`, () => assert.equal(weekOf(moment(at)), monday));
  }
});

describe('feedback on a card', () => {
  const closed = caseIn('closed');
  const on = { caseId: closed.id };
  const read = (verb: unknown, data: unknown) => {
    const wish = askersWish(verb, data);
    return wish?.press === 'feedback' ? wish.given : undefined;
  };
  for (const language of languages) {
    it(`is asked so that Teams takes it, in ${language}`, () => {
      const part = feedbackPart(closed, language);
      const whole = card({ language, says: 'x' }, part);
      isTakenByTeams(whole);
      const [press] = pressesOf(whole);
      assert.deepEqual(
        [press?.verb, press?.data],
        ['feedback', { caseId: closed.id, version: closed.version }],
      );
    });
  }

  it('comes back as it was chosen', () => {
    for (const score of scores)
      for (const helped of agreements)
        assert.deepEqual(read('feedback', { ...on, score: String(score), helped }), { score, helped });
  });

  const wrong: readonly (readonly [unknown, object | null])[] = [
    ['feedback', {}],
    ['feedback', { score: '11' }],
    ['feedback', { score: '-1' }],
    ['feedback', { score: '9.5' }],
    ['feedback', { score: 9 }],
    ['feedback', null],
    ['close', { score: '9' }],
  ];
  for (const [verb, data] of wrong) {
    it(`is nothing as ${verb} ${JSON.stringify(data)}`, () =>
      assert.equal(read(verb, data && { ...on, ...data }), undefined));
  }

  it('leaves a made-up agreement out', () => {
    assert.deepEqual(read('feedback', { ...on, score: '9', helped: '6', clear: '2' }), {
      score: 9,
      clear: '2',
    });
  });
});
