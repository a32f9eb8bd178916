/** Where presses go that no card of today sends: old spellings, and what is nobody's. */
import assert from 'node:assert/strict';
import type { PressPlace } from '../../../bot/cards/verbs/read-press.ts';
import { verbs } from '../../../bot/cards/verbs/verbs.ts';
import { firstId } from '../../support/cases.ts';
import { pressIn } from '../../support/presses.ts';
import { routed, saidText } from '../../support/routing.ts';

const on = { caseId: firstId, version: 3 };
const opens = { opens: 'dialog' };
type Way = readonly [verb: string, data: object, where: PressPlace, whose: 'asker' | 'advisor'];

/** An asker's dialog carries no version only when it stands on no case; an advisor's always does. */
const olds: readonly Way[] = [
  ['concern', on, 'chat', 'asker'],
  ['concern', { ...on, ...opens }, 'chat', 'asker'],
  ['concern', opens, 'chat', 'asker'],
  ['concern', on, 'channel', 'advisor'],
  ['concern', on, 'group', 'advisor'],
  ['concern', { ...on, ...opens }, 'channel', 'advisor'],
  ['concern', opens, 'channel', 'asker'],
  ['concern', { caseId: firstId }, 'group', 'asker'],
  ['reopen', on, 'chat', 'asker'],
  ['reopen', { ...on, ...opens }, 'chat', 'asker'],
  ['reopen', on, 'channel', 'advisor'],
  ['reopen', on, 'group', 'advisor'],
  ['reopen', { caseId: firstId, ...opens }, 'channel', 'asker'],
];

describe('a verb that two cards once shared', () => {
  for (const [verb, data, where, whose] of olds) {
    it(`${verb} in a ${where} with ${Object.keys(data).join(', ')} is the ${whose}'s`, () => {
      const read = pressIn(where, verb, data);
      assert.equal(read && verbs[read.verb].who, whose);
    });
  }

  it('is logged as it was spelled', async () => {
    const { logged } = await routed('reopen', on, { where: 'channel' });
    assert.deepEqual(logged, [['info', 'pressed', { verb: 'reopen', kind: 'now' }]]);
  });

  it('means an advisor alone in the spelling of today, wherever it is pressed', async () => {
    for (const where of ['chat', 'channel', 'group'] as const) {
      const { port, given } = await routed('reopenCase', on, { where });
      assert.equal(port, 'casework.carryOut');
      assert.deepEqual(given?.[2], { do: 'reopen' });
    }
  });
});

describe("a press that is nobody's", () => {
  const strangers: readonly (readonly [what: string, verb: unknown, data: unknown])[] = [
    ['no verb', undefined, on],
    ['a verb that is no text', { verb: 'claim' }, on],
    ['a verb of no card', 'purge', on],
    ['the name of what every object has', '__proto__', on],
    ['the name of a function that every object has', 'constructor', on],
    ['no data', 'claim', undefined],
    ['a list for data', 'handOverAll', []],
    ['another case id', 'claim', { ...on, caseId: '7KQ4MXZ' }],
  ];
  for (const [what, verb, data] of strangers) {
    it(`with ${what} reaches nothing, is logged, and is answered in words`, async () => {
      const answered = await routed(verb, data);
      assert.equal(answered.port, undefined);
      assert.match(saidText(answered), /Tätä painiketta en enää tunne/);
      const logged = { verb: String(verb).slice(0, 40), kind: 'now' };
      assert.deepEqual(answered.logged, [['info', 'pressed', logged]]);
    });
  }

  it('leaves no more than a word in the log, however long it is', async () => {
    const { logged } = await routed('x'.repeat(100), on);
    assert.deepEqual(logged, [['info', 'pressed', { verb: 'x'.repeat(40), kind: 'now' }]]);
  });
});
