/** What each person is told of this moment, and how seldom storage is read for it. */
import assert from 'node:assert/strict';
import { createNow } from '../../../bot/desk/now/now.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { caseId, type Moment, type RegionId, topicId } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import {
  ada,
  answer,
  askBack,
  at,
  bo,
  claim,
  county,
  eve,
  keskinen,
  lead,
  noon,
  nurse,
  personOf,
  pohjoinen,
  takeOver,
  waitingCase,
} from '../../support/cases.ts';

const secret = 'Kuka SALAISUUS on';
const asked = (id: string, region: RegionId, answerBy = at('09:00', 1)) =>
  waitingCase({ id: caseId(id), region, answerBy, question: secret });

const open: readonly Case[] = [
  lead(asked('EEEEEEE', keskinen), claim, answer),
  lead(asked('DDDDDDD', keskinen, at('14:00')), claim, askBack),
  lead(asked('CCCCCCC', keskinen, at('13:00')), claim),
  asked('AAAAAAA', keskinen),
  asked('BBBBBBB', keskinen, at('11:00')),
  asked('FFFFFFF', pohjoinen),
];

function looking(cases: readonly Case[] = open, clock: { now(): Moment } = { now: () => noon }) {
  let reads = 0;
  let fails = false;
  const actors: readonly Actor[] = [ada, bo, eve, nurse];
  const now = createNow({
    county,
    clock,
    cases: {
      openCases: async () => {
        reads += 1;
        if (fails) throw new Error('storage is out');
        return cases;
      },
    },
    watch: { undelivered: async () => [], grantedUntil: async () => [] },
    staff: { actor: async ({ id }) => actors.find((one) => one.id === id) ?? nurse },
    casework: { carryOut: async () => ({ refused: 'no-such-case' }) },
  });
  return {
    ...now,
    reads: () => reads,
    fail: (next: boolean) => {
      fails = next;
    },
    async seenBy(actor: Actor) {
      const view = await now.now(personOf(actor));
      assert.ok(!('refused' in view));
      return view;
    },
  };
}

describe('this moment', () => {
  it('lists the unclaimed first, then by the promised time, the answered last', async () => {
    const view = await looking().seenBy(ada);
    assert.deepEqual(
      view.open.map(({ id, promised }) => [id, promised]),
      [
        ['BBBBBBB', 'late'],
        ['AAAAAAA', 'later'],
        ['CCCCCCC', 'soon'],
        ['DDDDDDD', 'later'],
        ['EEEEEEE', 'answered'],
      ],
    );
  });

  it('is for an advisor their own regions, and what they hold of another’s', async () => {
    const held = lead(asked('GGGGGGG', keskinen), claim, [bo, takeOver]);
    const view = await looking([...open, held]).seenBy(bo);
    assert.deepEqual(
      [view.open.map(({ id }) => id), view.regions.map(({ id }) => id)],
      [
        ['FFFFFFF', 'GGGGGGG'],
        [keskinen, pohjoinen],
      ],
    );
  });

  it('is for supervisors every region, and for nobody off the line', async () => {
    const { seenBy, now } = looking();
    const view = await seenBy(eve);
    assert.deepEqual([view.open.length, view.regions.length], [6, county.regions.length]);
    assert.deepEqual(await now(personOf(nurse)), { refused: 'no-role', needs: 'line' });
  });

  it('holds no word of what was said, and no asker of a case that is well', async () => {
    const told = JSON.stringify(await looking().seenBy(eve));
    assert.ok(!told.includes('SALAISUUS') && !told.includes(nurse.name));
  });

  it('calls a topic that the county no longer has by its id', async () => {
    const view = await looking([waitingCase({ topic: topicId('former') })]).seenBy(eve);
    assert.equal(view.open[0]?.topic.sv, 'former');
  });

  it('is read once for all who look within a few seconds, and again after that', async () => {
    let clock = noon;
    const { seenBy, reads } = looking(open, { now: () => clock });
    await Promise.all([seenBy(ada), seenBy(eve), seenBy(bo)]);
    assert.equal(reads(), 1);
    clock = at('12:01');
    await seenBy(ada);
    assert.equal(reads(), 2);
  });

  it('is read again after something was sent again, and after a reading that failed', async () => {
    const { seenBy, resend, reads, fail } = looking();
    await seenBy(ada);
    await resend(personOf(ada), caseId('AAAAAAA'));
    fail(true);
    await assert.rejects(seenBy(ada), /storage is out/);
    fail(false);
    await seenBy(ada);
    assert.equal(reads(), 3);
  });
});
