/** The county's wall against the known vectors, another holiday package, both clock changes and its own inverses. */
import assert from 'node:assert/strict';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import {
  addDays,
  addMinutes,
  addOpenMinutes,
  dayOf,
  holidaysOf,
  hourOf,
  hoursOn,
  isDay,
  isOpen,
  isWorkingDay,
  minutesBetween,
  momentAt,
  monthEdges,
  monthOf,
  nextMonth,
  nextOpening,
  nthWorkingDayAfter,
  openFrames,
  openMinutesBetween,
  previousMonth,
  sameMonthLastYear,
  weekdayOf,
} from '../../bot/domain/calendar.ts';
import type { OpeningHours } from '../../bot/domain/county.ts';
import { type Day, day, moment, month } from '../../bot/domain/names.ts';

const office = [{ from: '08:00', to: '16:00' }];
const officeHours: OpeningHours = {
  confirmed: true,
  week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
  exceptions: [
    { day: day('2026-12-23'), hours: [{ from: '08:00', to: '12:00' }] },
    { day: day('2026-12-26'), hours: [{ from: '10:00', to: '12:00' }] },
    { day: day('2026-11-30'), hours: [] },
  ],
};
const nights = [
  { from: '00:00', to: '05:00' },
  { from: '22:00', to: '24:00' },
];
const nightHours: OpeningHours = {
  confirmed: true,
  week: { mon: nights, tue: nights, wed: nights, thu: nights, fri: nights, sat: nights, sun: nights },
  exceptions: [],
};
const neverOpen: OpeningHours = {
  confirmed: false,
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  exceptions: [],
};

/** A moment as the wall shows it: `2026-11-23 08:30`. */
const at = (wall: string) => momentAt(day(wall.slice(0, 10)), wall.slice(11));

describe('the wall clock', () => {
  const readings: [utc: string, wall: [string, string, number, string]][] = [
    ['2026-10-31T21:59:59.999Z', ['2026-10', '2026-10-31', 23, 'sat']],
    ['2026-10-31T22:00:00.000Z', ['2026-11', '2026-11-01', 0, 'sun']],
    ['2026-06-30T21:30:00.000Z', ['2026-07', '2026-07-01', 0, 'wed']],
    ['2026-12-31T22:30:00.000Z', ['2027-01', '2027-01-01', 0, 'fri']],
    ['2026-03-29T00:59:59.999Z', ['2026-03', '2026-03-29', 2, 'sun']],
    ['2026-03-29T01:00:00.000Z', ['2026-03', '2026-03-29', 4, 'sun']],
    ['2026-10-25T00:30:00.000Z', ['2026-10', '2026-10-25', 3, 'sun']],
    ['2026-10-25T01:30:00.000Z', ['2026-10', '2026-10-25', 3, 'sun']],
    ['2026-10-25T02:00:00.000Z', ['2026-10', '2026-10-25', 4, 'sun']],
  ];
  for (const [utc, wall] of readings) {
    it(`shows ${wall[1]}, ${wall[2]} o'clock at ${utc}`, () => {
      const then = moment(utc);
      assert.deepEqual([monthOf(then), dayOf(then), hourOf(then), weekdayOf(then)], wall);
    });
  }

  it('agrees with Intl at any moment of forty years', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Helsinki',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const anyMoment = fc.date({
      min: new Date('2010-01-01'),
      max: new Date('2050-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyMoment, (date) => {
        const then = moment(date.toISOString());
        const [intlDay, intlTime] = intl.format(date).split(' ');
        assert.deepEqual([dayOf(then), hourOf(then)], [intlDay, Number(intlTime?.slice(0, 2))]);
      }),
    );
  });

  it('gives back the moment whose day and time it showed', () => {
    assert.equal(at('2026-01-15 08:00'), '2026-01-15T06:00:00.000Z');
    assert.equal(at('2026-07-15 08:00'), '2026-07-15T05:00:00.000Z');
    assert.equal(at('2026-07-15 24:00'), at('2026-07-16 00:00'));
  });

  it('means an hour later by a time that spring skips, and the first by one that autumn repeats', () => {
    assert.equal(at('2026-03-29 03:30'), '2026-03-29T01:30:00.000Z');
    assert.equal(at('2026-10-25 03:30'), '2026-10-25T00:30:00.000Z');
  });
});

describe('months', () => {
  const edges: [of: string, from: string, to: string, hours: number][] = [
    ['2026-02', '2026-01-31T22:00:00.000Z', '2026-02-28T22:00:00.000Z', 28 * 24],
    ['2026-03', '2026-02-28T22:00:00.000Z', '2026-03-31T21:00:00.000Z', 31 * 24 - 1],
    ['2026-10', '2026-09-30T21:00:00.000Z', '2026-10-31T22:00:00.000Z', 31 * 24 + 1],
    ['2026-12', '2026-11-30T22:00:00.000Z', '2026-12-31T22:00:00.000Z', 31 * 24],
    ['2028-02', '2028-01-31T22:00:00.000Z', '2028-02-29T22:00:00.000Z', 29 * 24],
  ];
  for (const [of, from, to, hours] of edges) {
    it(`${of} is ${hours} hours long, edge to edge`, () => {
      assert.deepEqual(monthEdges(month(of)), { from, to });
      assert.equal(minutesBetween(moment(from), moment(to)), hours * 60);
    });
  }

  it('have neighbours across the turn of the year', () => {
    assert.equal(previousMonth(month('2026-01')), '2025-12');
    assert.equal(nextMonth(month('2026-12')), '2027-01');
    assert.equal(sameMonthLastYear(month('2026-11')), '2025-11');
  });
});

describe('days and minutes', () => {
  const texts: [text: string, is: boolean][] = [
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-11-31', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-11', false],
    ['23.11.2026', false],
    ['', false],
  ];
  for (const [text, is] of texts)
    it(`“${text}” is ${is ? 'a' : 'no'} day`, () => assert.equal(isDay(text), is));

  it('are counted over months, leap days and clock changes', () => {
    assert.equal(addDays(day('2028-02-28'), 2), '2028-03-01');
    assert.equal(addDays(day('2026-01-01'), -1), '2025-12-31');
    assert.equal(addMinutes(at('2026-03-29 02:30'), 60), at('2026-03-29 04:30'));
    assert.equal(minutesBetween(at('2026-10-25 02:00'), at('2026-10-25 05:00')), 240);
    assert.equal(minutesBetween(moment('2026-01-01T00:00:59.999Z'), moment('2026-01-01T00:00:00.000Z')), 0);
    assert.equal(minutesBetween(at('2026-01-01 10:00'), at('2026-01-01 09:00')), -60);
  });
});

describe('holidays', () => {
  const theirs = (year: number) =>
    new Map(
      new Holidays('FI', { languages: ['fi'] })
        .getHolidays(year)
        .map(({ date, name }) => [date.slice(0, 10), name]),
    );

  for (let year = 2020; year <= 2040; year += 1) {
    it(`of ${year} are those of date-holidays, less the days when offices work`, () => {
      const working = [...theirs(year)].filter(([date]) => !holidaysOf(year).has(day(date)));
      const reasons = working.map(([, name]) => name.toLowerCase());
      // New Year's Eve is a working day by law; Mother's and Father's Day are Sundays with a flag and no other
      // meaning. In 2035 Mother's Day is Pentecost, which we have.
      const known = year === 2035 ? [] : ['äitienpäivä'];
      assert.deepEqual(reasons.sort(), ['isänpäivä', 'uudenvuodenaatto', ...known]);
      assert.deepEqual(
        [...holidaysOf(year).keys()].filter((one) => !theirs(year).has(one)),
        [],
      );
    });
  }

  const weekdaysOff: [year: number, days: string[]][] = [
    [2026, ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25']],
    [2027, ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-06', '12-24']],
    [2028, ['01-06', '04-14', '04-17', '05-01', '05-25', '06-23', '12-06', '12-25', '12-26']],
  ];
  for (const [year, days] of weekdaysOff) {
    it(`take ${days.length} weekdays off ${year}`, () => {
      const everyDay = Array.from({ length: 365 }, (_, n) => addDays(day(`${year}-01-01`), n));
      const weekend = (one: Day) => ['sat', 'sun'].includes(weekdayOf(momentAt(one, '12:00')));
      const off = everyDay.filter((one) => !weekend(one) && !isWorkingDay(one));
      assert.deepEqual(
        off,
        days.map((one) => `${year}-${one}`),
      );
    });
  }

  it('leave Maundy Thursday and New Year’s Eve as working days', () => {
    assert.ok(isWorkingDay(day('2026-04-02')));
    assert.ok(isWorkingDay(day('2026-12-31')));
  });
});

describe('the seventh working day', () => {
  const deadlines: [contact: string, seventh: string][] = [
    ['2026-11-23', '2026-12-02'],
    ['2026-11-27', '2026-12-08'],
    ['2026-11-28', '2026-12-08'],
    ['2026-11-29', '2026-12-08'],
    ['2026-12-18', '2026-12-31'],
    ['2026-12-21', '2027-01-04'],
    ['2026-12-23', '2027-01-07'],
    ['2026-12-30', '2027-01-12'],
    ['2027-03-24', '2027-04-06'],
    ['2027-04-29', '2027-05-11'],
    ['2027-06-17', '2027-06-29'],
    ['2027-12-03', '2027-12-15'],
  ];
  for (const [contact, seventh] of deadlines) {
    it(`after a contact on ${contact} is ${seventh}`, () => {
      assert.equal(nthWorkingDayAfter(day(contact), 7), seventh);
    });
  }

  it('is a working day with six others between, whenever the contact came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 1, max: 30 }), (offset, n) => {
        const contact = addDays(day('2024-01-01'), offset);
        const reached = nthWorkingDayAfter(contact, n);
        let counted = 0;
        for (let one = addDays(contact, 1); one <= reached; one = addDays(one, 1))
          if (isWorkingDay(one)) counted += 1;
        assert.deepEqual([isWorkingDay(reached), counted], [true, n]);
      }),
    );
  });
});

describe('opening hours', () => {
  const doors: [wall: string, open: boolean][] = [
    ['2026-11-23 07:59', false],
    ['2026-11-23 08:00', true],
    ['2026-11-23 15:59', true],
    ['2026-11-23 16:00', false],
    ['2026-11-21 12:00', false],
    ['2026-11-30 12:00', false],
    ['2026-12-23 11:59', true],
    ['2026-12-23 12:00', false],
    ['2026-12-24 12:00', false],
    ['2026-12-25 12:00', false],
    ['2026-12-26 11:00', true],
    ['2027-01-06 12:00', false],
    ['2026-06-19 12:00', false],
    ['2026-12-31 15:00', true],
  ];
  for (const [wall, open] of doors) {
    it(`are ${open ? 'open' : 'closed'} at ${wall}`, () => assert.equal(isOpen(officeHours, at(wall)), open));
  }

  const openings: [wall: string, next: string][] = [
    ['2026-11-23 07:00', '2026-11-23 08:00'],
    ['2026-11-23 08:00', '2026-11-23 08:00'],
    ['2026-11-23 12:00', '2026-11-24 08:00'],
    ['2026-11-27 16:00', '2026-12-01 08:00'],
    ['2026-12-23 12:00', '2026-12-26 10:00'],
    ['2026-12-26 12:00', '2026-12-28 08:00'],
    ['2027-03-25 18:00', '2027-03-30 08:00'],
  ];
  for (const [wall, next] of openings) {
    it(`open after ${wall} at ${next}`, () => assert.equal(nextOpening(officeHours, at(wall)), at(next)));
  }

  it('of a day in the past are those of the week that held then', () => {
    const [short, long] = ['12:00', '18:00'].map((to) => [{ from: '08:00', to }]);
    assert.ok(short && long);
    const everyDay = (hours: typeof office) =>
      ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] }) as const;
    const changedTwice: OpeningHours = {
      ...officeHours,
      formerWeeks: [
        { until: day('2026-11-17'), week: everyDay(short) },
        { until: day('2026-11-19'), week: everyDay(long) },
      ],
    };
    const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'].map(day);
    assert.deepEqual(
      days.map((one) => hoursOn(changedTwice, one)),
      [short, long, long, office],
    );
  });

  it('that never come are told, and nothing is promised by them', () => {
    assert.equal(nextOpening(neverOpen, at('2026-11-23 12:00')), undefined);
    assert.equal(openMinutesBetween(neverOpen, at('2026-01-01 00:00'), at('2026-12-31 00:00')), 0);
    assert.throws(() => addOpenMinutes(neverOpen, at('2026-11-23 12:00'), 1), /give the line opening hours/);
  });

  it('give a day its frames in the county file’s order', () => {
    assert.deepEqual(openFrames(nightHours, day('2026-11-23')), [
      { from: at('2026-11-23 00:00'), to: at('2026-11-23 05:00') },
      { from: at('2026-11-23 22:00'), to: at('2026-11-24 00:00') },
    ]);
  });
});

describe('opening time', () => {
  const spans: [from: string, minutes: number, to: string, hours?: OpeningHours][] = [
    ['2026-11-23 08:00', 60, '2026-11-23 09:00'],
    ['2026-11-23 15:00', 60, '2026-11-23 16:00'],
    ['2026-11-23 15:00', 61, '2026-11-24 08:01'],
    ['2026-11-23 20:00', 30, '2026-11-24 08:30'],
    ['2026-11-27 15:30', 60, '2026-12-01 08:30'],
    ['2026-12-23 11:00', 61, '2026-12-26 10:01'],
    ['2026-12-30 15:00', 9 * 60, '2026-12-31 16:00'],
    ['2026-12-31 15:00', 2 * 60, '2027-01-04 09:00'],
    // spring loses the hour from 3 to 4, autumn has it twice
    ['2026-03-29 00:00', 4 * 60, '2026-03-29 05:00', nightHours],
    ['2026-03-29 02:00', 60, '2026-03-29 04:00', nightHours],
    ['2026-10-25 00:00', 6 * 60, '2026-10-25 05:00', nightHours],
    ['2026-10-24 23:00', 60 + 6 * 60, '2026-10-25 05:00', nightHours],
  ];
  for (const [from, minutes, to, hours = officeHours] of spans) {
    it(`is ${minutes} minutes from ${from} to ${to}`, () => {
      assert.equal(addOpenMinutes(hours, at(from), minutes), at(to));
      assert.equal(openMinutesBetween(hours, at(from), at(to)), minutes);
    });
  }

  it('is none backwards, and none is no wait', () => {
    assert.equal(openMinutesBetween(officeHours, at('2026-11-24 12:00'), at('2026-11-23 12:00')), 0);
    assert.equal(openMinutesBetween(officeHours, at('2026-11-24 12:00'), at('2026-11-24 10:00')), 0);
    assert.equal(addOpenMinutes(officeHours, at('2026-11-21 12:00'), 0), at('2026-11-21 12:00'));
  });

  const anyMoment = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => moment(date.toISOString()));
  const anyHours = fc.constantFrom(officeHours, nightHours);

  it('added and then measured is what was added', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, fc.integer({ min: 0, max: 5000 }), (hours, from, minutes) => {
        assert.equal(openMinutesBetween(hours, from, addOpenMinutes(hours, from, minutes)), minutes);
      }),
    );
  });

  it('measured and then added leaves less than a minute of it', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, fc.integer({ min: 1, max: 60_000 }), (hours, from, minutes) => {
        const to = addMinutes(from, minutes);
        const back = addOpenMinutes(hours, from, openMinutesBetween(hours, from, to));
        assert.ok(back <= to);
        assert.equal(openMinutesBetween(hours, back, to), 0);
      }),
    );
  });

  it('adds up over any moment between', () => {
    fc.assert(
      fc.property(anyHours, fc.tuple(anyMoment, anyMoment, anyMoment), (hours, moments) => {
        const [a, b, c] = moments.map((one) => moment(`${one.slice(0, 16)}:00.000Z`)).sort() as [
          never,
          never,
          never,
        ];
        const whole = openMinutesBetween(hours, a, c);
        assert.equal(openMinutesBetween(hours, a, b) + openMinutesBetween(hours, b, c), whole);
      }),
    );
  });
});
