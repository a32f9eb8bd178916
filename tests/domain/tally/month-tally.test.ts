/** A month beside the same month last year: like with like, and no data is not zero. */
import assert from 'node:assert/strict';
import { moment, month, regionId } from '../../../bot/domain/names.ts';
import {
  countedBy,
  daysIn,
  daysOver,
  monthTally,
  sameDays,
  summaryOf,
  summed,
  workingDaysBy,
} from '../../../bot/domain/tally/month-tally.ts';
import { times } from '../../support/contacts.ts';

const october = month('2026-10');
const keskinen = regionId('keskinen');
const pohjoinen = regionId('pohjoinen');

/** Contacts of Keskinen on each of the first days. */
const ofDays = (of: string, ...counts: number[]) =>
  monthTally(month(of), times(counts.reduce((sum, n) => sum + n, 0)), { [keskinen]: counts });

describe('the days of a month', () => {
  for (const [of, days] of [
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-03', 31],
    ['2026-10', 31],
    ['2026-11', 30],
  ] as const)
    it(`are ${days} in ${of}, clock changes or not`, () => assert.equal(daysIn(month(of)), days));

  const over: readonly (readonly [string, number])[] = [
    ['2026-09-30T20:59:59.999Z', 0],
    ['2026-09-30T21:00:00.000Z', 0],
    ['2026-10-01T20:59:59.999Z', 0],
    ['2026-10-01T21:00:00.000Z', 1],
    // clocks go back on the 25th: its last hour is still that day's
    ['2026-10-25T21:59:59.999Z', 24],
    ['2026-10-25T22:00:00.000Z', 25],
    ['2026-10-31T21:59:59.999Z', 30],
    ['2026-10-31T22:00:00.000Z', 31],
  ];
  for (const [now, days] of over)
    it(`are over ${days} at ${now}`, () => assert.equal(daysOver(october, moment(now)), days));

  it('are over an hour earlier in UTC once clocks go forward', () => {
    assert.equal(daysOver(month('2026-03'), moment('2026-03-28T22:00:00.000Z')), 28);
    assert.equal(daysOver(month('2026-03'), moment('2026-03-29T21:00:00.000Z')), 29);
  });

  it('count the working ones, holidays left out', () => {
    // Good Friday and Easter Monday fell into April in 2026, into March in 2024
    assert.equal(workingDaysBy(month('2026-03'), 31), 22);
    assert.equal(workingDaysBy(month('2024-03'), 31), 20);
  });
});

describe('a running month', () => {
  const now = moment('2026-10-03T09:00:00.000Z');

  it('is compared with the same days of last year, today left out on both sides', () => {
    const told = sameDays(ofDays('2026-10', 3, 4, 99), ofDays('2025-10', 5, 6, 7, 8), now);
    assert.deepEqual(told, { through: 2, now: 7, lastYear: 11, workingDays: { now: 2, lastYear: 2 } });
  });

  it('is compared with nothing on its first day, without last year’s data, or when days are not known', () => {
    const lastYear = ofDays('2025-10', 5, 6);
    const firstDay = moment('2026-10-01T12:00:00.000Z');
    assert.equal(sameDays(ofDays('2026-10', 3), lastYear, firstDay), undefined);
    assert.equal(sameDays(ofDays('2026-10', 3, 4), undefined, now), undefined);
    const imported = monthTally(month('2025-10'), times(9), {});
    assert.equal(sameDays(ofDays('2026-10', 3, 4), imported, now), undefined);
  });

  it('of which last year had no contacts is compared with zero: that is data', () => {
    const empty = monthTally(month('2025-10'), [], {});
    assert.equal(sameDays(ofDays('2026-10', 3, 4), empty, now)?.lastYear, 0);
  });

  it('of a leap February is compared with the days that both have', () => {
    const told = sameDays(
      monthTally(month('2028-02'), times(29), { [keskinen]: Array(29).fill(1) }),
      monthTally(month('2027-02'), times(28), { [keskinen]: Array(28).fill(1) }),
      moment('2028-03-02T12:00:00.000Z'),
    );
    assert.deepEqual([told?.through, told?.now, told?.lastYear], [28, 28, 28]);
  });

  it('counts the days of the regions wanted alone', () => {
    const both = monthTally(october, [...times(3), ...times(4, { region: pohjoinen })], {
      [keskinen]: [1, 2],
      [pohjoinen]: [4],
    });
    assert.equal(countedBy(both, 1), 5);
    assert.equal(countedBy(both, 2, [keskinen]), 3);
  });
});

describe('a summary of a month', () => {
  const both = summaryOf(
    monthTally(
      october,
      [...times(3), ...times(2, { channel: 'teams' }), ...times(4, { region: pohjoinen })],
      {},
    ),
  );
  it('adds up to the month, by region and by channel', () => {
    assert.equal(summed(both), 9);
    assert.equal(summed(both, [keskinen]), 5);
    assert.equal(summed(both, undefined, ['teams']), 2);
    assert.equal(summed(both, [pohjoinen], ['teams']), 0);
  });
});
