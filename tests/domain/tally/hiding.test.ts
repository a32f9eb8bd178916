/** Small numbers stay hidden, also from a reader who subtracts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  hideAlone,
  hideInList,
  hideInTable,
  leastShown,
  type Shown,
} from '../../../bot/domain/tally/hiding.ts';

const isSmall = (n: number) => n > 0 && n < leastShown;

/** Every way to fill what is hidden so that all sums agree; hidden numbers are at least 1, for noughts are shown. */
function* fillings(shown: readonly Shown[], sum: Shown, most: number): Generator<number[]> {
  const [first, ...rest] = shown;
  if (first === undefined) {
    if (sum === 'hidden' || sum === 0) yield [];
    return;
  }
  const highest = sum === 'hidden' ? most : sum;
  const choices = first === 'hidden' ? Array.from({ length: highest }, (_, n) => n + 1) : [first];
  for (const n of choices) {
    if (sum !== 'hidden' && n > sum) continue;
    for (const others of fillings(rest, sum === 'hidden' ? sum : sum - n, most)) yield [n, ...others];
  }
}

describe('a list that is shared', () => {
  const examples: readonly (readonly [what: string, parts: number[], shown: Shown[], total: Shown])[] = [
    ['nothing small', [10, 5, 0], [10, 5, 0], 15],
    ['one small number takes the next smallest along', [10, 2, 7], [10, 'hidden', 'hidden'], 19],
    ['nought is shown: it tells of nobody', [10, 2, 0, 7], [10, 'hidden', 0, 'hidden'], 19],
    ['two small numbers cover each other', [10, 2, 3], [10, 'hidden', 'hidden'], 15],
    ['two ones would be known by their sum', [10, 1, 1, 6], [10, 'hidden', 'hidden', 'hidden'], 18],
    ['a small month tells nothing', [1, 2, 0], ['hidden', 'hidden', 0], 'hidden'],
    ['alone in its total', [3], ['hidden'], 'hidden'],
    ['an empty month', [], [], 0],
  ];
  for (const [what, parts, shown, total] of examples) {
    it(`hides as little as it can: ${what}`, () => {
      assert.deepEqual(hideInList(parts), { parts: shown, total });
    });
  }

  it('never shows a small number, nor hides a nought, nor changes what it shows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (parts) => {
        hideInList(parts).parts.forEach((shown, index) => {
          const n = parts[index] ?? 0;
          if (isSmall(n)) assert.equal(shown, 'hidden');
          else if (n === 0) assert.equal(shown, 0);
          else assert.ok(shown === n || shown === 'hidden');
        });
      }),
    );
  });

  it('can’t be undone by subtraction: each small number could be another one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 1, maxLength: 5 }), (parts) => {
        const { parts: shown, total } = hideInList(parts);
        const whole = parts.reduce((sum, n) => sum + n, 0);
        const ways = [...fillings(shown, total, whole + 1)];
        assert.ok(
          ways.some((way) => way.every((n, index) => n === parts[index])),
          'the truth is among them',
        );
        parts.forEach((n, index) => {
          if (isSmall(n)) assert.ok(new Set(ways.map((way) => way[index])).size > 1, `${parts}: ${shown}`);
        });
        if (isSmall(whole)) assert.equal(total, 'hidden');
      }),
    );
  });
});

describe('a list without a sum', () => {
  it('hides the small numbers alone', () => {
    assert.deepEqual(hideAlone([0, 1, 4, 5]), [0, 'hidden', 'hidden', 5]);
  });
});

/** Every table that a reader must think possible. */
function* tables(
  cells: readonly (readonly Shown[])[],
  rows: readonly Shown[],
  most: number,
): Generator<number[][]> {
  const [first, ...rest] = cells;
  if (!first) return yield [];
  for (const line of fillings(first, rows[0] ?? 0, most))
    for (const others of tables(rest, rows.slice(1), most)) yield [line, ...others];
}

/** Whether a margin or total that is shown agrees; a hidden one is at least 1. */
const agrees = (shown: Shown | undefined, n: number) => (shown === 'hidden' ? n >= 1 : shown === n);
const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0);

describe('a table that is shared', () => {
  const small = fc.array(fc.array(fc.nat(7), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 });

  it('can’t be undone by subtraction along rows, columns and totals', () => {
    fc.assert(
      fc.property(small, (cells) => {
        const hidden = hideInTable(cells);
        const possible: number[][][] = [];
        for (const table of tables(hidden.cells, hidden.rows, 12)) {
          const across = hidden.across.every((shown, column) =>
            agrees(shown, sum(table.map((row) => row[column] ?? 0))),
          );
          const down = hidden.rows.every((shown, row) => agrees(shown, sum(table[row] ?? [])));
          if (across && down && agrees(hidden.total, sum(table.flat()))) possible.push(table);
        }
        cells.forEach((row, down) => {
          row.forEach((n, right) => {
            if (!isSmall(n)) return;
            assert.equal(hidden.cells[down]?.[right], 'hidden');
            const values = new Set(possible.map((table) => table[down]?.[right]));
            assert.ok(values.size > 1, `${JSON.stringify(cells)} shown as ${JSON.stringify(hidden)}`);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('hides small sums too, and keeps the numbers that may be seen', () => {
    assert.deepEqual(
      hideInTable([
        [10, 20],
        [30, 40],
      ]),
      {
        cells: [
          [10, 20],
          [30, 40],
        ],
        rows: [30, 70],
        across: [40, 60],
        total: 100,
      },
    );
    assert.deepEqual(hideInTable([[1, 2]]), {
      cells: [['hidden', 'hidden']],
      rows: ['hidden'],
      across: ['hidden', 'hidden'],
      total: 'hidden',
    });
  });

  it('covers a small number by a circle of others, not only by one in its row', () => {
    const { cells, rows, across, total } = hideInTable([
      [1, 20, 30],
      [20, 20, 20],
      [30, 20, 10],
    ]);
    assert.deepEqual([rows, across, total], [[51, 60, 60], [51, 60, 60], 171]);
    assert.ok(cells.flat().filter((shown) => shown === 'hidden').length >= 4);
  });
});
