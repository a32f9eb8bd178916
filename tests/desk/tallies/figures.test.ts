/** Every kind of figure that the page tells, against a count of the same made-up contacts that is written another way. */
import assert from 'node:assert/strict';
import { createTallies } from '../../../bot/desk/tallies/tallies.ts';
import { type Month, month } from '../../../bot/domain/names.ts';
import { type Dimension, dimensions, none } from '../../../bot/domain/tally/dimensions.ts';
import type { Facts } from '../../../bot/domain/tally/facts.ts';
import { summaryOf } from '../../../bot/domain/tally/month-tally.ts';
import { type FiguresView, listed } from '../../../bot/domain/views/tally-views.ts';
import { daysOf, type MadeUp, madeUpMonths } from '../../../bot/local/start/made-up-contacts.ts';
import { county, eve, noon, personOf } from '../../support/cases.ts';

// --- the same contacts twice: as the product keeps them, and as a list to count by hand ---

const october = month('2026-10');
const lastOctober = month('2025-10');
const november = month('2026-11');
const lastNovember = month('2025-11');
const made = madeUpMonths(county, noon);
const running: readonly MadeUp[] = made.running;
const finished = new Map(made.finished.map((one) => [one.month, one]));

/** A contact as a row of texts, read out of the packed columns without the product's counting. */
type Row = Record<Dimension, readonly string[]> & { readonly claim: number; readonly answer: number };

function rowsOf({ size, columns, minutes }: Facts): Row[] {
  return Array.from({ length: size }, (_, nth) => {
    const cells = dimensions.map((one) => [one, columns[one].lists[columns[one].of[nth] ?? 0] ?? []]);
    return {
      ...(Object.fromEntries(cells) as Record<Dimension, readonly string[]>),
      claim: minutes.toClaim[nth] ?? -1,
      answer: minutes.toAnswer[nth] ?? -1,
    };
  });
}
const rowsIn = (of: Month): Row[] => {
  const kept = finished.get(of);
  assert.ok(kept, of);
  return rowsOf(kept.facts);
};
const has = (row: Row, dimension: Dimension, value: string) => row[dimension].includes(value);
const share = (rows: readonly Row[], dimension: Dimension, value: string) => ({
  n: rows.filter((row) => has(row, dimension, value)).length,
  of: rows.length,
});
const occurrences = (rows: readonly Row[], dimension: Dimension, value: string) => {
  let n = 0;
  for (const row of rows)
    n +=
      value === none
        ? Number(row[dimension].length === 0)
        : row[dimension].filter((each) => each === value).length;
  return n;
};
/** By the definition: the least time within which that share of them was done. */
const within = (times: readonly number[], part: number) =>
  [...times]
    .toSorted((a, b) => a - b)
    .find((one) => times.filter((each) => each <= one).length >= part * times.length);

const tallies = createTallies({
  county,
  clock: { now: () => noon },
  staff: { actor: async () => eve },
  cases: {
    contacts: async (of) => running.map(({ contact }) => contact).filter((one) => one.month === of),
  },
  tallies: {
    find: async (of) => finished.get(of),
    summaries: async (from, to) =>
      [...finished.values()].filter((one) => one.month >= from && one.month <= to).map(summaryOf),
    keep: async () => undefined,
    stale: async () => [],
    days: async () => daysOf(running),
    record: async () => undefined,
    notPurged: async () => ({ cases: [], all: true }),
  },
});

async function figuresOf(of: Month): Promise<FiguresView> {
  const { figures } = await tallies.month(personOf(eve), of);
  assert.ok(figures && figures !== 'no-data');
  return figures;
}

describe('the figures of a month of made-up contacts', () => {
  const [now, then] = [rowsIn(october), rowsIn(lastOctober)];
  let figures: FiguresView;
  before(async () => {
    figures = await figuresOf(october);
  });

  it('count the contacts of both years', () => {
    assert.deepEqual(figures.contacts, { now: now.length, lastYear: then.length });
    assert.ok(now.length > 500 && then.length > 500);
  });

  for (const dimension of listed)
    it(`list them by ${dimension}, nothing left out and nothing twice`, () => {
      const rows = figures.lists[dimension];
      const all = new Set(
        [...now, ...then].flatMap((row) => (row[dimension].length > 0 ? row[dimension] : [none])),
      );
      for (const value of all)
        assert.ok(
          rows.some((row) => row.value === value),
          `${value} is not listed`,
        );
      assert.equal(new Set(rows.map(({ value }) => value)).size, rows.length);
      for (const { value, now: here, lastYear } of rows) {
        assert.equal(here, occurrences(now, dimension, value), value);
        assert.equal(lastYear, occurrences(then, dimension, value), value);
      }
    });

  it('share out what came by Teams and what was misdirected, and tell the growth', () => {
    assert.deepEqual(figures.digital, {
      now: share(now, 'channel', 'teams'),
      lastYear: share(then, 'channel', 'teams'),
    });
    assert.deepEqual(figures.misdirected, {
      now: share(now, 'misdirected', 'yes'),
      lastYear: share(then, 'misdirected', 'yes'),
    });
    const [here, there] = [now, then].map((rows) => occurrences(rows, 'channel', 'teams'));
    assert.ok(here && there);
    assert.ok(Math.abs(Number(figures.digitalGrowth) - (here / there - 1)) < 1e-9);
  });

  it('tell where the misdirected should have gone', () => {
    const strays = [now, then].map((rows) => rows.filter((row) => has(row, 'misdirected', 'yes')));
    const [here = [], there = []] = strays;
    assert.ok(figures.misdirectedTo.length > 2);
    for (const { value, now: n, lastYear } of figures.misdirectedTo)
      assert.deepEqual(
        [n, lastYear],
        [occurrences(here, 'redirect', value), occurrences(there, 'redirect', value)],
      );
  });

  it('tell within what time half and nine of ten were claimed and answered, and promises kept', () => {
    for (const [told, rows] of [
      [figures.toClaim.now, now.map(({ claim }) => claim)],
      [figures.toClaim.lastYear, then.map(({ claim }) => claim)],
      [figures.toAnswer.now, now.map(({ answer }) => answer)],
      [figures.toAnswer.lastYear, then.map(({ answer }) => answer)],
    ] as const) {
      const measured = rows.filter((minutes) => minutes >= 0);
      assert.deepEqual(told, {
        n: measured.length,
        median: within(measured, 0.5),
        p90: within(measured, 0.9),
      });
    }
    const promised = now.filter((row) => row.promise.length > 0);
    assert.deepEqual(figures.promises.now, share(promised, 'promise', 'kept'));
  });

  it('count needs assessments, and those within seven working days of those that the law sets a clock for', () => {
    const asked = now.flatMap((row) => row.assessment);
    const statutory = asked.filter((one) => one.startsWith('statutory'));
    assert.deepEqual(figures.assessments.now, {
      all: asked.length,
      statutory: { n: statutory.filter((one) => !one.endsWith('late')).length, of: statutory.length },
    });
  });

  it('tell the hours of the week', () => {
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].forEach((day, nth) => {
      for (let hour = 0; hour < 24; hour += 1)
        assert.equal(
          figures.heat[nth]?.[hour],
          now.filter((row) => has(row, 'weekday', day) && has(row, 'hour', String(hour))).length,
        );
    });
  });

  it('agree with every table of two dimensions, its cells and its sums', async () => {
    for (const [rows, across] of [
      ['region', 'topic'],
      ['unit', 'outcome'],
      ['service', 'channel'],
      ['weekday', 'promise'],
    ] as const) {
      const table = await tallies.table(personOf(eve), october, {
        rows,
        across,
        cut: { channel: ['teams', 'phone'] },
      });
      assert.ok(!('refused' in table));
      const cut = now.filter((row) => has(row, 'channel', 'teams') || has(row, 'channel', 'phone'));
      for (const { value, cells } of table.lines) {
        const own = cut.flatMap((row) => Array.from({ length: occurrences([row], rows, value) }, () => row));
        assert.deepEqual(
          cells,
          table.columns.map((column) => occurrences(own, across, column)),
          `${rows} ${value} by ${across}`,
        );
      }
    }
  });

  it('run through two years, each month by its own contacts', async () => {
    const { run } = await tallies.month(personOf(eve), october);
    const known = run.filter(({ contacts }) => contacts !== 'no-data');
    assert.equal(known.length, 18);
    for (const { month: of, contacts, digital } of known) {
      const rows = rowsIn(of);
      assert.deepEqual([contacts, digital], [rows.length, occurrences(rows, 'channel', 'teams')]);
    }
  });
});

describe('the figures of a running month of made-up contacts', () => {
  it('compare the days that are over with the same days a year before, by region too', async () => {
    const { sameDays, sameDaysByRegion = [], contacts } = await figuresOf(november);
    const over = running.filter(({ day }) => day < '2026-11-23');
    const lastYear = finished.get(lastNovember);
    const counted = (region?: string) =>
      Object.entries(lastYear?.days ?? {})
        .filter(([id]) => region === undefined || id === region)
        .flatMap(([, days]) => [...(days ?? [])].slice(0, 22))
        .reduce((sum, n) => sum + n, 0);
    assert.deepEqual([contacts.now, contacts.lastYear], [running.length, 'no-data']);
    assert.deepEqual([sameDays?.through, sameDays?.now, sameDays?.lastYear], [22, over.length, counted()]);
    for (const one of sameDaysByRegion)
      assert.deepEqual(
        [one.now, one.lastYear],
        [over.filter(({ contact }) => contact.region === one.region).length, counted(one.region)],
      );
    assert.equal(sameDaysByRegion.length, county.regions.length);
  });
});
