/** The line's opening hours: what they may be, how versions differ, and that nothing of the past moves. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isOpen, nextOpening, openMinutesBetween } from '../../../bot/domain/calendar.ts';
import { tick } from '../../../bot/domain/case/deadlines.ts';
import type { OpenHours, OpeningHours, OpenWeek, Weekday } from '../../../bot/domain/county.ts';
import { type Day, day } from '../../../bot/domain/names.ts';
import {
  changeHours,
  type HoursCommand,
  type HoursRefusal,
} from '../../../bot/domain/opening-hours/changes.ts';
import {
  closesADay,
  type HoursChange,
  hoursChanges,
  hoursLimits,
  weekdays,
} from '../../../bot/domain/opening-hours/opening-hours.ts';
import { contactOf } from '../../../bot/domain/tally/tally.ts';
import {
  answer,
  at,
  caseAfter,
  claim,
  county,
  lead,
  monday,
  noon,
  waitingCase,
} from '../../support/cases.ts';

const hours = (...times: readonly string[]): readonly OpenHours[] =>
  times.map((time) => {
    const [from = '', to = ''] = time.split('–');
    return { from, to };
  });
const usual = hours('08:00–16:00');
const week = (change: Partial<Record<Weekday, readonly OpenHours[]>> = {}): OpenWeek => ({
  ...{ mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: [], sun: [] },
  ...change,
});
const opening = (more: Partial<OpeningHours> = {}): OpeningHours => ({
  ...{ confirmed: false, week: week(), exceptions: [] },
  ...more,
});
const tuesday = addDays(monday, 1);
const independence = day('2027-12-06');
const never = week(Object.fromEntries(weekdays.map((one) => [one, []])));

/** What the hours become. @throws when that is refused. */
function changed(from: OpeningHours, command: HoursCommand, today = monday): OpeningHours {
  const next = changeHours(from, command, today);
  if ('refused' in next) throw new Error(`${command.do} was refused: ${next.refused}`);
  return next;
}

const close = (on: Day, note?: string): HoursCommand => ({
  ...{ do: 'setException', day: on, hours: [] },
  ...(note !== undefined && { note }),
});

describe('a change of the opening hours', () => {
  it('sets the week, which confirms it, from today on', () => {
    const next = changed(opening(), { do: 'setWeek', week: week({ mon: hours('09:00–12:00') }) });
    assert.equal(next.confirmed, true);
    assert.ok(!isOpen(next, at('08:30')));
    assert.ok(isOpen(next, at('09:30')));
    assert.ok(isOpen(next, at('08:30', -7)), 'a week ago the hours were the old ones');
  });

  it('forgets a week that was in force for no whole day', () => {
    const once = changed(opening(), { do: 'setWeek', week: week({ mon: [] }) });
    const twice = changed(once, { do: 'setWeek', week: week({ tue: [] }) });
    assert.deepEqual(twice.formerWeeks, [{ until: monday, week: week() }]);
  });

  it('keeps each former week for its own days', () => {
    const first = changed(opening(), { do: 'setWeek', week: week({ mon: [] }) });
    const second = changed(
      first,
      { do: 'setWeek', week: week({ mon: hours('10:00–11:00') }) },
      addDays(monday, 14),
    );
    const onMondays = [-7, 0, 7, 14, 21].map((n) =>
      openMinutesBetween(second, at('00:00', n), at('23:59', n)),
    );
    assert.deepEqual(onMondays, [480, 0, 0, 60, 60]);
  });

  it('closes a day, or gives it other hours, with a reason', () => {
    const closed = changed(opening(), close(tuesday, '  Koulutus  '));
    assert.deepEqual(closed.exceptions, [{ day: tuesday, hours: [], note: 'Koulutus' }]);
    assert.equal(nextOpening(closed, at('17:00')), at('08:00', 2));
    assert.equal(closed.confirmed, false);
  });

  it('opens a holiday that an exception names', () => {
    const next = changed(
      opening(),
      { do: 'setException', day: independence, hours: hours('10:00–12:00') },
      day('2027-01-04'),
    );
    assert.equal(openMinutesBetween(next, at('00:00', 378), at('23:59', 378)), 120);
  });

  it('keeps no identity that a reason held', () => {
    const next = changed(opening(), close(tuesday, 'Hoitaja 131052-308T sairaana'));
    assert.ok(!next.exceptions[0]?.note?.includes('131052-308T'));
  });

  it('moves an exception to another day', () => {
    const from = changed(opening(), close(tuesday));
    const next = changed(from, { do: 'setException', instead: tuesday, day: addDays(monday, 2), hours: [] });
    assert.deepEqual(
      next.exceptions.map((one) => one.day),
      [addDays(monday, 2)],
    );
  });

  it('brings back an earlier version, as far as it lies ahead', () => {
    const past = { day: addDays(monday, -3), hours: [] };
    const from = opening({
      confirmed: true,
      week: week({ wed: [] }),
      exceptions: [past, { day: tuesday, hours: [] }],
    });
    const earlier = opening({
      exceptions: [
        { day: addDays(monday, -4), hours: [] },
        { day: addDays(monday, 5), hours: usual },
      ],
    });
    const next = changed(from, { do: 'restore', from: earlier });
    assert.equal(next.confirmed, false);
    assert.deepEqual(next.week, week());
    assert.deepEqual(next.exceptions, [past, { day: addDays(monday, 5), hours: usual }]);
  });

  it('tidies away what is too old for any time to be counted over it', () => {
    const old = addDays(monday, -hoursLimits.keptDays - 1);
    const from = opening({
      exceptions: [{ day: old, hours: [] }],
      formerWeeks: [{ until: old, week: never }],
    });
    const next = changed(from, { do: 'confirm' });
    assert.deepEqual(next, opening({ confirmed: true }));
  });

  const many = Array.from({ length: hoursLimits.exceptions }, (_, n) => ({
    day: addDays(monday, n + 2),
    hours: hours('07:00–08:00'),
  }));
  const refusals: readonly (readonly [
    what: string,
    command: HoursCommand,
    no: HoursRefusal,
    from?: OpeningHours,
  ])[] = [
    [
      'a time that is none',
      { do: 'setWeek', week: week({ tue: hours('8–16') }) },
      { refused: 'wrong-hours', field: 'hours', weekday: 'tue', n: 0, flaw: 'not-a-time' },
    ],
    [
      'an end before the beginning',
      { do: 'setWeek', week: week({ fri: hours('16:00–08:00') }) },
      { refused: 'wrong-hours', field: 'hours', weekday: 'fri', n: 0, flaw: 'ends-before-it-begins' },
    ],
    [
      'open times that overlap',
      { do: 'setException', day: tuesday, hours: hours('08:00–12:00', '11:00–15:00') },
      { refused: 'wrong-hours', field: 'hours', n: 1, flaw: 'overlaps' },
    ],
    [
      'too many open times',
      {
        do: 'setException',
        day: tuesday,
        hours: hours('01:00–02:00', '03:00–04:00', '05:00–06:00', '07:00–08:00', '09:00–10:00'),
      },
      { refused: 'too-many-hours', field: 'hours', most: 4 },
    ],
    ['a week without an open day', { do: 'setWeek', week: never }, { refused: 'never-open' }],
    [
      'the week that is',
      { do: 'setWeek', week: week() },
      { refused: 'nothing-new' },
      opening({ confirmed: true }),
    ],
    ['what is confirmed', { do: 'confirm' }, { refused: 'nothing-new' }, opening({ confirmed: true })],
    ['a day that is none', close(day('2027-02-30')), { refused: 'not-a-day', field: 'day' }],
    ['no day at all', close(day('')), { refused: 'not-a-day', field: 'day' }],
    [
      'yesterday',
      close(addDays(monday, -1)),
      { refused: 'day-has-passed', field: 'day', day: addDays(monday, -1) },
    ],
    [
      'a day beyond two years',
      close(addDays(monday, 732)),
      { refused: 'day-too-far', field: 'day', last: addDays(monday, 731) },
    ],
    [
      'a day twice',
      close(tuesday),
      { refused: 'day-taken', field: 'day', day: tuesday },
      opening({ exceptions: [{ day: tuesday, hours: [] }] }),
    ],
    ['a closed Sunday', close(addDays(monday, 6)), { refused: 'as-usual', field: 'hours' }],
    ['a closed holiday', close(independence), { refused: 'as-usual', field: 'hours' }],
    [
      'a long reason',
      close(tuesday, 'x'.repeat(101)),
      { refused: 'note-too-long', field: 'note', most: 100 },
    ],
    [
      'one exception too many',
      close(tuesday),
      { refused: 'too-many-exceptions', most: 100 },
      opening({ exceptions: many }),
    ],
    [
      'taking away what is not there',
      { do: 'removeException', day: tuesday },
      { refused: 'no-such-exception', day: tuesday },
    ],
    [
      'taking away what has passed',
      { do: 'removeException', day: addDays(monday, -1) },
      { refused: 'day-has-passed', field: 'day', day: addDays(monday, -1) },
      opening({ exceptions: [{ day: addDays(monday, -1), hours: [] }] }),
    ],
    [
      'a year without an open day',
      close(addDays(monday, 53 * 7)),
      { refused: 'closed-too-long', from: addDays(monday, 1) },
      opening({
        week: week({ tue: [], wed: [], thu: [], fri: [] }),
        exceptions: Array.from({ length: 52 }, (_, n) => ({ day: addDays(monday, (n + 1) * 7), hours: [] })),
      }),
    ],
  ];
  for (const [what, command, no, from = opening()] of refusals)
    it(`refuses ${what}`, () => {
      assert.deepEqual(changeHours(from, command, monday), no);
    });
});

describe('the difference of two versions', () => {
  const cases: readonly (readonly [
    what: string,
    to: OpeningHours,
    changes: readonly HoursChange[],
    closes: boolean,
  ])[] = [
    ['is nothing when they are alike', opening(), [], false],
    [
      'tells weekdays together that changed alike',
      opening({ week: week({ mon: hours('08:00–18:00'), tue: hours('08:00–18:00'), thu: [] }) }),
      [
        { what: 'week', weekdays: ['mon', 'tue'], from: usual, to: hours('08:00–18:00') },
        { what: 'week', weekdays: ['thu'], from: usual, to: [] },
      ],
      true,
    ],
    [
      'tells of a day that closes',
      opening({ exceptions: [{ day: tuesday, hours: [] }] }),
      [{ what: 'added', exception: { day: tuesday, hours: [] } }],
      true,
    ],
    [
      'leaves out what has passed',
      opening({ exceptions: [{ day: addDays(monday, -1), hours: [] }] }),
      [],
      false,
    ],
    ['tells of the confirming', opening({ confirmed: true }), [{ what: 'confirmed', to: true }], false],
  ];
  for (const [what, to, changes, closes] of cases)
    it(what, () => {
      const found = hoursChanges(opening(), to, monday);
      assert.deepEqual(found, changes);
      assert.equal(found.some(closesADay), closes);
    });

  it('tells of an exception that got other hours, and of one that went', () => {
    const exception = { day: tuesday, hours: hours('10:00–12:00'), note: 'Kokous' };
    const other = { ...exception, hours: [] };
    const [before, after] = [opening({ exceptions: [exception] }), opening({ exceptions: [other] })];
    assert.deepEqual(hoursChanges(before, after, monday), [{ what: 'changed', from: exception, to: other }]);
    assert.deepEqual(hoursChanges(before, opening(), monday), [{ what: 'removed', exception }]);
  });
});

describe('any change of the hours', () => {
  const someHours = fc.constantFrom<readonly OpenHours[]>(
    [],
    usual,
    hours('10:00–12:00'),
    hours('07:00–09:00', '12:00–20:00'),
  );
  const someDay = fc.integer({ min: -10, max: 30 }).map((n) => addDays(monday, n));
  const command = fc.oneof<fc.Arbitrary<HoursCommand>[]>(
    fc
      .record({ mon: someHours, wed: someHours, sat: someHours })
      .map((some) => ({ do: 'setWeek', week: week(some) })),
    fc.record({ day: someDay, hours: someHours }).map((one) => ({ do: 'setException', ...one })),
    someDay.map((one) => ({ do: 'removeException', day: one })),
    fc
      .record({ day: someDay, hours: someHours })
      .map((one) => ({ do: 'restore', from: opening({ exceptions: [one] }) })),
  );

  it('moves no minute before its day, and always leaves an opening ahead', () => {
    const steps = fc.array(fc.record({ command, after: fc.integer({ min: 0, max: 5 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (all) => {
        let [now, today] = [opening(), monday];
        for (const step of all) {
          today = addDays(today, step.after);
          const next = changeHours(now, step.command, today);
          if ('refused' in next) continue;
          for (let back = -20; addDays(monday, back) < today; back += 1)
            assert.equal(
              openMinutesBetween(next, at('00:00', back), at('00:00', back + 1)),
              openMinutesBetween(now, at('00:00', back), at('00:00', back + 1)),
            );
          assert.ok(nextOpening(next, at('00:00')));
          now = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a case that was asked before the hours changed', () => {
  const later = changed(
    opening(),
    { do: 'setWeek', week: week({ mon: [], tue: [], thu: hours('08:00–09:00') }) },
    addDays(monday, 2),
  );
  const then = { ...county, opening: later };

  it('keeps its promise', () => {
    const one = waitingCase();
    const claimed = lead(one, claim);
    assert.equal(claimed.answerBy, one.answerBy);
    assert.equal(tick(then, claimed, noon).answerBy, one.answerBy);
  });

  it('counts the minutes that it took, whenever it is counted again', () => {
    const one = caseAfter(claim, answer);
    assert.deepEqual(contactOf(then, one), contactOf(county, one));
  });

  it('does not come back to upkeep round after round when its reminder has moved on', () => {
    const one = waitingCase();
    const closedToday = changed(opening(), { do: 'setException', day: monday, hours: hours('08:00–09:10') });
    const next = tick({ ...county, opening: closedToday }, one, at('13:00'));
    assert.ok(one.dueAt && one.dueAt <= at('13:00'));
    assert.ok(next.dueAt && next.dueAt > at('13:00'), `due ${next.dueAt}`);
    assert.deepEqual([next.version, next.rings], [one.version, one.rings]);
  });
});
