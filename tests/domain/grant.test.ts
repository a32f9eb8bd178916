/** The limits of what the line may grant. */
import assert from 'node:assert/strict';
import { addDays } from '../../bot/domain/calendar.ts';
import { daysOf, type GrantWish, refuseGrant } from '../../bot/domain/grant.ts';
import { day, serviceId } from '../../bot/domain/names.ts';
import { county, monday } from '../support/cases.ts';

const wish = (service: string, days: number, amount: number): GrantWish => ({
  service: serviceId(service),
  from: monday,
  to: addDays(monday, days - 1),
  amount,
});

describe('a temporary grant', () => {
  for (const { id, maxDays, maxAmount, onlyWhenOpen } of county.services) {
    const over = (most: object) => ({ refused: 'over-limit', most, service: id });
    const examples: readonly (readonly [number, number, boolean, object | undefined])[] = [
      [1, 1, true, undefined],
      [maxDays, maxAmount, true, undefined],
      [maxDays + 1, 1, true, over({ days: maxDays })],
      [1, maxAmount + 1, true, over({ amount: maxAmount })],
      [maxDays + 1, maxAmount + 1, true, over({ days: maxDays, amount: maxAmount })],
      [1, 0, true, over({ amount: maxAmount })],
      [1, -1, true, over({ amount: maxAmount })],
      [1, 1.5, true, over({ amount: maxAmount })],
      [1, Number.NaN, true, over({ amount: maxAmount })],
      [0, 1, true, { refused: 'wrong-dates', why: 'ends-before-it-starts' }],
      [1, 1, false, onlyWhenOpen ? { refused: 'only-when-open' } : undefined],
    ];
    for (const [days, amount, open, expected] of examples) {
      const told = expected && 'refused' in expected ? expected.refused : 'allowed';
      it(`of ${id}, ${days} days, ${amount}, line ${open ? 'open' : 'closed'}: ${told}`, () => {
        assert.deepEqual(refuseGrant(county, wish(id, days, amount), open), expected);
      });
    }
  }

  it('is of a service that the county may grant', () => {
    const refusal = { refused: 'unknown-choice', field: 'service' };
    assert.deepEqual(refuseGrant(county, wish('yacht', 1, 1), true), refusal);
  });

  for (const text of [
    '',
    '23.11.2026',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-11-31',
    '2026-1-1',
    'x',
  ])
    it(`does not run from or to ‘${text}’`, () => {
      const refusal = { refused: 'wrong-dates', why: 'not-a-day' };
      assert.deepEqual(refuseGrant(county, { ...wish('meals', 1, 1), from: day(text) }, true), refusal);
      assert.deepEqual(refuseGrant(county, { ...wish('meals', 1, 1), to: day(text) }, true), refusal);
    });

  it('may end on a leap day', () => {
    const leap = { ...wish('meals', 1, 1), from: day('2028-02-28'), to: day('2028-02-29') };
    assert.equal(refuseGrant(county, leap, true), undefined);
    assert.equal(daysOf(leap), 2);
  });

  it('counts both its ends, also over a clock change', () => {
    assert.equal(daysOf({ from: day('2026-10-24'), to: day('2026-10-26') }), 3);
    assert.equal(daysOf({ from: monday, to: monday }), 1);
  });
});
