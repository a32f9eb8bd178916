/** Who is on duty, whom a case rings, and which absences can be. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../bot/domain/calendar.ts';
import { makeCaseId } from '../../bot/domain/case/case-id.ts';
import {
  type DutyPerson,
  lastDayAwayOn,
  mostRung,
  onDuty,
  refuseLeave,
  rungFor,
} from '../../bot/domain/duty.ts';
import { caseId, day, personId } from '../../bot/domain/names.ts';
import { keskinen, monday, pohjoinen } from '../support/cases.ts';

const [sunday, tuesday] = [addDays(monday, -1), addDays(monday, 1)];
const advisor = (name: string, change: Partial<DutyPerson> = {}): DutyPerson => ({
  id: personId(name),
  advisorIn: [keskinen],
  ...change,
});
const idsOf = (people: readonly Pick<DutyPerson, 'id'>[]) => people.map(({ id }) => id).join(' ');

describe('on duty', () => {
  const [ada, cia] = [advisor('ada'), advisor('cia')];
  const away = advisor('away', { lastDayAway: tuesday });
  const table: readonly (readonly [who: string, people: readonly DutyPerson[], duty: string])[] = [
    ['nobody in a region without advisors', [], ''],
    [
      'the region’s advisors, nobody of another',
      [ada, advisor('bo', { advisorIn: [pohjoinen] }), cia],
      'ada cia',
    ],
    ['an advisor of several regions', [advisor('bo', { advisorIn: [pohjoinen, keskinen] })], 'bo'],
    ['nobody who is away', [ada, away, cia], 'ada cia'],
    ['nobody on their last day away', [ada, advisor('bo', { lastDayAway: monday })], 'ada'],
    ['those who came back today', [ada, advisor('bo', { lastDayAway: sunday })], 'ada bo'],
    ['everybody when all are away', [away, advisor('bo', { lastDayAway: monday })], 'away bo'],
    ['nobody who has left', [ada, advisor('bo', { left: true })], 'ada'],
    ['the one who is away when the others have left', [away, advisor('bo', { left: true })], 'away'],
  ];
  for (const [who, people, duty] of table)
    it(`is ${who}`, () => {
      assert.equal(idsOf(onDuty(people, keskinen, monday)), duty);
    });

  it('is always somebody of the region who has not left, if there is one', () => {
    const someDay = fc.integer({ min: -3, max: 3 }).map((n) => addDays(monday, n));
    const someone = fc.record(
      {
        id: fc.uuid().map(personId),
        advisorIn: fc.subarray([keskinen, pohjoinen]),
        left: fc.boolean(),
        lastDayAway: someDay,
      },
      { requiredKeys: ['id', 'advisorIn'] },
    );
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), (people) => {
        const could = people.filter(({ advisorIn, left }) => advisorIn.includes(keskinen) && !left);
        const duty = onDuty(people, keskinen, monday);
        assert.ok(duty.every((one) => could.includes(one)));
        assert.equal(duty.length === 0, could.length === 0);
        const anyHere = could.some((one) => lastDayAwayOn(one, monday) === undefined);
        if (anyHere) assert.ok(duty.every((one) => lastDayAwayOn(one, monday) === undefined));
      }),
    );
  });
});

describe('a case', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => advisor(name));
  const somePeople = fc.uniqueArray(fc.uuid(), { maxLength: 9 }).map((all) => all.map((one) => advisor(one)));
  const someCase = fc
    .tuple(fc.nat(15), fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }))
    .map(([shard, chance]) => makeCaseId(shard, chance));

  it('rings all of three, and three of more', () => {
    assert.equal(idsOf(rungFor(caseId('7KQ4MXU'), six.slice(0, 3))), 'a b c');
    assert.equal(rungFor(caseId('7KQ4MXU'), six).length, 3);
  });

  it('rings as many as there are in the order that they come in', () => {
    for (const id of ['7KQ4MXU', '2B3C4D5', '9ZX8WVT'])
      assert.equal(idsOf(rungFor(caseId(id), [advisor('c'), advisor('a'), advisor('b')])), 'c a b');
  });

  // the same case is rung for again long after: a reminder must reach those who know of it
  for (const [id, many, rung] of [
    ['7KQ4MXU', 4, 'd a b'],
    ['7KQ4MXU', 5, 'd e a'],
    ['7KQ4MXU', 6, 'd e f'],
    ['2B3C4D5', 4, 'b c d'],
    ['2B3C4D5', 6, 'f a b'],
    ['9ZX8WVT', 6, 'c d e'],
  ] as const)
    it(`${id} rings ${rung} of ${many}, beginning with the one whom its number names`, () => {
      assert.equal(idsOf(rungFor(caseId(id), six.slice(0, many).toReversed())), rung);
    });

  it('rings the same ones no matter who asks, in whatever order the advisors come', () => {
    const shuffled = somePeople.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray([...people], { minLength: people.length })),
    );
    fc.assert(
      fc.property(someCase, shuffled, (id, [people, others]) => {
        const rung = rungFor(id, people);
        assert.equal(new Set(rung).size, Math.min(people.length, mostRung));
        assert.deepEqual(new Set(rungFor(id, others)), new Set(rung));
      }),
    );
  });

  for (const many of [4, 5, 6])
    it(`rings each of ${many} advisors as often as the others`, () => {
      const people = six.slice(0, many);
      const times = new Map<string, number>();
      // every shard with every first sign of chance: 16 × 31 cases
      for (let n = 0; n < 16 * 31; n += 1) {
        const id = makeCaseId(n % 16, [Math.floor(n / 16), 3, 1, 4, 1]);
        for (const one of rungFor(id, people)) times.set(one.id, (times.get(one.id) ?? 0) + 1);
      }
      const even = (16 * 31 * mostRung) / many;
      assert.equal(times.size, many);
      for (const [who, count] of times)
        assert.ok(Math.abs(count - even) < even / 5, `${who}: ${count} instead of ${even}`);
    });
});

describe('a last day away', () => {
  const table: readonly (readonly [last: string, no: string | undefined])[] = [
    [monday, undefined],
    [tuesday, undefined],
    ['2028-11-23', undefined],
    [sunday, 'day-has-passed'],
    ['2028-11-24', 'day-too-far'],
    ['2027-02-30', 'not-a-day'],
    ['', 'not-a-day'],
    ['15.12.2026', 'not-a-day'],
    ['2026-12-15T10:00', 'not-a-day'],
  ];
  for (const [last, no] of table)
    it(`on “${last}” is ${no ?? 'possible'}`, () => {
      assert.equal(refuseLeave(last, monday)?.refused, no);
    });

  it('names the last day that can be given', () => {
    assert.deepEqual(refuseLeave('2030-01-01', monday), {
      refused: 'day-too-far',
      last: day('2028-11-23'),
    });
  });
});
