/** Small numbers stay hidden, also from a reader who subtracts, compares tables, or knows a region in full. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type ByRegion,
  hiddenAlone,
  hiddenCells,
  hiddenRegions,
  hiddenValues,
  isTold,
  leastShown,
  type ReaderRegions,
  readersOf,
} from '../../../bot/domain/tally/hiding.ts';

const isSmall = (n: number) => n > 0 && n < leastShown;
const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0);
const across = (rows: ByRegion) => (rows[0] ?? []).map((_, value) => sum(rows.map((row) => row[value] ?? 0)));
const everybody: readonly ReaderRegions[] = [new Set()];

describe('a list that is shared', () => {
  const examples: readonly (readonly [what: string, parts: number[], hidden: number[]])[] = [
    ['nothing small', [10, 15, 0], []],
    ['one small number takes the next smallest along', [10, 2, 17], [0, 1]],
    ['four is small', [10, 4, 17], [0, 1]],
    ['five is not', [10, 5, 17], []],
    ['zero is shown: it tells of nobody', [10, 2, 0, 17], [0, 1]],
    ['two small numbers cover each other', [20, 2, 3], [1, 2]],
    ['two and one cover each other, too', [20, 2, 1], [1, 2]],
    ['two ones would be known by their sum', [20, 1, 1, 6], [1, 2, 3]],
    ['ones alone have nothing to hide behind', [1, 1, 1], [0, 1, 2]],
    ['an empty month', [], []],
  ];
  for (const [what, parts, hidden] of examples) {
    it(`hides as little as it can: ${what}`, () => {
      assert.deepEqual([...hiddenValues([parts], everybody)].toSorted(), hidden);
    });
  }

  it('hides what somebody could work out who knows a region in full', () => {
    // ten concerns in all; who knows the eight of the first region knows the two of the other
    const rows = [
      [8, 30],
      [2, 40],
    ];
    assert.deepEqual([...hiddenValues(rows, everybody)], []);
    assert.deepEqual([...hiddenValues(rows, readersOf(2))].toSorted(), [0, 1]);
    assert.deepEqual([...hiddenAlone(rows, readersOf(2))], [0]);
  });

  it('needs a third region when one of two small ones is known to its own advisors', () => {
    assert.deepEqual([...hiddenRegions([40, 3, 30], everybody)].toSorted(), [1, 2]);
    assert.deepEqual([...hiddenRegions([40, 3, 30], readersOf(3))].toSorted(), [0, 1, 2]);
  });
});

describe('a month of few contacts', () => {
  it('is not told, nor one of which little is left to who knows a region', () => {
    assert.equal(isTold([10, 9], everybody), false);
    assert.equal(isTold([10, 10], everybody), true);
    assert.equal(isTold([100, 19], readersOf(2)), false);
    assert.equal(isTold([0, 0], readersOf(2)), true, 'zero tells of nobody');
    assert.equal(isTold([30, 15, 15, 15], readersOf(4)), true);
    assert.equal(isTold([30, 15, 15, 15], readersOf(4, [0, 1, 2])), false);
  });
});

// --- what a reader could make of all that is shared ---

type Shared = {
  readonly rows: ByRegion;
  readonly values: ReadonlySet<number>;
  readonly cells: readonly (readonly boolean[])[];
};
/** What a table could be instead: by how much more or less each cell, in the order of the rows. */
type Other = {
  readonly cells: readonly number[];
  readonly regions: string;
  readonly values: readonly number[];
};

/** Every table within one more or less in each hidden cell that agrees with what is shown and what the reader knows. */
function othersOf({ rows, values, cells }: Shared, reader: ReaderRegions): readonly Other[] {
  const flat = rows.flatMap((row, region) =>
    row.map((n, value) => ({ n, region, value, open: cells[region]?.[value] && !reader.has(region) })),
  );
  const width = rows[0]?.length ?? 0;
  const found: Other[] = [];
  const walk = (made: readonly number[]) => {
    const next = flat[made.length];
    if (next) {
      const steps = next.open ? (next.n > 0 ? [-1, 0, 1] : [0, 1]) : [0];
      for (const step of steps) walk([...made, step]);
      return;
    }
    const byValue = Array.from({ length: width }, (_, value) =>
      sum(made.filter((_, nth) => flat[nth]?.value === value)),
    );
    const agrees = byValue.every((more, value) =>
      values.has(value) ? sum(rows.map((row) => row[value] ?? 0)) + more >= 1 : more === 0,
    );
    const byRegion = rows.map((_, region) => sum(made.filter((_, nth) => flat[nth]?.region === region)));
    if (agrees) found.push({ cells: made, regions: byRegion.join(), values: byValue });
  };
  walk([]);
  return found;
}

describe('all that is shared of a month', () => {
  const some = fc.oneof(
    { arbitrary: fc.nat(3), weight: 3 },
    { arbitrary: fc.integer({ min: 4, max: 14 }), weight: 2 },
  );
  const list = (length: number) => fc.array(some, { minLength: length, maxLength: length });
  /** Contacts of three regions by two dimensions at once, so that their tables are of the same contacts. */
  const month = fc.array(fc.array(list(2), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });

  it('tells of no small number more than that it is small, whichever tables are laid side by side', () => {
    let looked = 0;
    fc.assert(
      fc.property(month, (cells) => {
        const readers = readersOf(3);
        const tables: readonly ByRegion[] = [
          cells.map((row) => row.map(sum)),
          cells.map((row) => [0, 1].map((value) => sum(row.map((pair) => pair[value] ?? 0)))),
        ];
        const totals = cells.map((row) => sum(row.flat()));
        if (!isTold(totals, readers)) return;
        const regions = hiddenRegions(totals, readers);
        const shared = tables.map((rows) => {
          const values = hiddenValues(rows, readers);
          return { rows, values, cells: hiddenCells(rows, { regions, values }, readers) };
        });
        for (const reader of readers) looked += nothingLearnt(shared, totals, regions, reader);
      }),
      { numRuns: 150 },
    );
    assert.ok(looked > 200, `only ${looked} small numbers were looked at`);
  });

  /** @returns how many small numbers there were. */
  function nothingLearnt(
    shared: readonly Shared[],
    totals: readonly number[],
    regions: ReadonlySet<number>,
    reader: ReaderRegions,
  ): number {
    const others = shared.map((one) => othersOf(one, reader));
    const isPossible = (moved: string) => {
      const steps = moved.split(',').map(Number);
      return (
        sum(steps) === 0 &&
        steps.every((more, region) =>
          regions.has(region) ? (totals[region] ?? 0) + more >= 1 || more === 0 : more === 0,
        ) &&
        others.every((each) => each.some((other) => other.regions === moved))
      );
    };
    let small = 0;
    const could = (what: string, n: number, is: (other: Other) => boolean, nth: number) => {
      if (!isSmall(n)) return;
      small += 1;
      const isOpen = others[nth]?.some((other) => is(other) && isPossible(other.regions));
      assert.ok(isOpen, `${what} is known to who knows ${[...reader]}: ${JSON.stringify(shared)}`);
    };
    shared.forEach(({ rows }, nth) => {
      rows.forEach((row, region) => {
        if (reader.has(region)) return;
        could(`region ${region}`, totals[region] ?? 0, (one) => one.regions.split(',')[region] !== '0', nth);
        row.forEach((n, value) => {
          const at = region * row.length + value;
          could(`cell ${region} ${value}`, n, (one) => one.cells[at] !== 0, nth);
        });
      });
      const left = across(rows.filter((_, region) => !reader.has(region)));
      left.forEach((n, value) => {
        could(`value ${value}`, n, (one) => one.values[value] !== 0, nth);
      });
    });
    return small;
  }

  it('shows what is not small and hides nothing by it', () => {
    const rows = [
      [10, 20],
      [30, 40],
      [50, 60],
    ];
    const none = { regions: new Set<number>(), values: new Set<number>() };
    assert.deepEqual(hiddenCells(rows, none, readersOf(3)).flat(), Array(6).fill(false));
  });

  it('covers a small cell by a rectangle, and by another one for who knows a region of it', () => {
    const rows = [
      [1, 20, 30],
      [20, 20, 20],
      [30, 20, 10],
    ];
    const none = { regions: new Set<number>(), values: new Set<number>() };
    const hidden = (readers: readonly ReaderRegions[]) =>
      hiddenCells(rows, none, readers).map((row) => row.map((is) => (is ? '–' : ' ')).join(''));
    assert.deepEqual(hidden(everybody), ['–– ', '–– ', '   ']);
    assert.deepEqual(hidden(readersOf(3)), ['–– ', '–– ', '–– ']);
  });
});
