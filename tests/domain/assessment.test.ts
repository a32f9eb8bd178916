/** By when an assessment must begin (SHL 36 §). */
import assert from 'node:assert/strict';
import { assessmentClock } from '../../bot/domain/assessment.ts';
import { moment } from '../../bot/domain/names.ts';
import { at, county } from '../support/cases.ts';

describe('the assessment clock', () => {
  // day of contact → the seventh working day; warned of on the fifth
  const examples: readonly (readonly [string, string, string])[] = [
    ['2026-11-23', '2026-12-02', '2026-11-30'],
    ['2026-11-27', '2026-12-08', '2026-12-04'],
    ['2026-11-28', '2026-12-08', '2026-12-04'],
    ['2026-12-18', '2026-12-31', '2026-12-29'],
    ['2026-12-23', '2027-01-07', '2027-01-04'],
    ['2027-03-24', '2027-04-06', '2027-04-02'],
    ['2027-06-17', '2027-06-29', '2027-06-24'],
  ];
  for (const [contact, beginBy, warnOn] of examples) {
    it(`for a contact on ${contact} runs to ${beginBy}`, () => {
      const clock = assessmentClock(county, moment(`${contact}T10:00:00.000Z`), 'yes');
      assert.deepEqual(clock, { kind: 'statutory', beginBy, warnOn });
    });
  }

  it('is the statute’s also when nobody knows the age: the client must not suffer from it', () => {
    assert.deepEqual(
      assessmentClock(county, at('09:00'), 'unknown'),
      assessmentClock(county, at('09:00'), 'yes'),
    );
  });

  it('is a target, labelled as one, for those whom 36 § does not name', () => {
    const target = { kind: 'target', beginBy: '2027-02-22', warnOn: '2027-02-22' };
    assert.deepEqual(assessmentClock(county, at('09:00', 1), 'no'), target);
  });

  it('moves a target that falls on a rest day to the next working day', () => {
    // 90 days after Sunday 20 September is Saturday 19 December
    const clock = assessmentClock(county, moment('2026-09-20T09:00:00.000Z'), 'no');
    assert.equal(clock.beginBy, '2026-12-21');
  });

  it('begins on the county’s wall, not on the server’s', () => {
    const lateEvening = assessmentClock(county, moment('2026-11-23T22:30:00.000Z'), 'yes');
    assert.equal(lateEvening.beginBy, '2026-12-03');
  });
});
