/** Hides small numbers in what is shared widely, and others with them, so that no comparing or subtracting tells them. */

/** Numbers from 1 up to here could tell of somebody; zero tells of nobody. */
export const leastShown = 5;
/** Of fewer contacts nothing is told but that they are few: too little would be left to hide a small number among. */
export const leastTold = 20;

/** A row for each region, a column for each value; every contact stands in exactly one cell. */
export type ByRegion = readonly (readonly number[])[];

/**
 * The regions, by their place among the rows, that somebody knows in full and can take away from what is shared: what
 * is left for them to work out is what must not be small.
 */
export type ReaderRegions = ReadonlySet<number>;

/** Everybody: who knows no region in full, who knows any one, and who knows those named. */
export function readersOf(regions: number, known: readonly number[] = []): readonly ReaderRegions[] {
  const one = Array.from({ length: regions }, (_, region) => new Set([region]));
  return [new Set<number>(), ...one, ...(known.length > 1 ? [new Set(known)] : [])];
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0);
const isSmall = (n: number) => n > 0 && n < leastShown;
const smallIn = (numbers: readonly number[]) => numbers.flatMap((n, nth) => (isSmall(n) ? [nth] : []));

/** What is left of each value when a reader has taken away what they know. */
function leftFor(reader: ReaderRegions, rows: ByRegion): readonly number[] {
  const others = rows.filter((_, region) => !reader.has(region));
  return (rows[0] ?? []).map((_, value) => sum(others.map((row) => row[value] ?? 0)));
}

/** Whether a month is told at all: what is left for each reader is nothing or enough. `regions` holds their totals. */
export const isTold = (regions: readonly number[], readers: readonly ReaderRegions[]): boolean =>
  readers.every((reader) => {
    const left = sum(regions.filter((_, region) => !reader.has(region)));
    return left === 0 || left >= leastTold;
  });

// --- a list: values that add up to a total that is told ---

/**
 * Which values of a list must be hidden, by their column. Zeros never are. With each small number another one is
 * hidden: one more of it is then one less of the other, and the total is the same.
 */
export function hiddenValues(rows: ByRegion, readers: readonly ReaderRegions[]): ReadonlySet<number> {
  const hidden = new Set(hiddenAlone(rows, readers));
  for (const reader of readers) {
    const left = leftFor(reader, rows);
    for (const value of smallIn(left)) for (const cover of coversOf(left, value, hidden)) hidden.add(cover);
  }
  return hidden;
}

/** The smallest other value that can change along; one hidden already before any other; all where there is none. */
function coversOf(left: readonly number[], value: number, hidden: ReadonlySet<number>): readonly number[] {
  const own = left[value] ?? 0;
  const others = left.flatMap((n, other) =>
    // a hidden number is known to be 1 or more: the one that gives must have 2
    other !== value && n > 0 && (n > 1 || own > 1) ? [{ other, cost: hidden.has(other) ? 0 : n }] : [],
  );
  const [cheapest] = others.toSorted((a, b) => a.cost - b.cost);
  return cheapest ? [cheapest.other] : [...left.keys()];
}

/** The list by region itself, of its totals. */
export const hiddenRegions = (
  totals: readonly number[],
  readers: readonly ReaderRegions[],
): ReadonlySet<number> =>
  hiddenValues(
    totals.map((total, region) => totals.map((_, value) => (value === region ? total : 0))),
    readers,
  );

/** Values of which a contact can have several add up to nothing that is told: only what is small for somebody is hidden. */
export function hiddenAlone(rows: ByRegion, readers: readonly ReaderRegions[]): ReadonlySet<number> {
  return new Set(readers.flatMap((reader) => smallIn(leftFor(reader, rows))));
}

// --- a table: regions down, values across; its margins are those two lists ---

/** Of the margins, by their row and their column. */
export type HiddenMargins = {
  readonly regions: ReadonlySet<number>;
  readonly values: ReadonlySet<number>;
};

type CellAddress = readonly [region: number, value: number];

/**
 * Which cells must be hidden. A row or column whose sum is hidden is hidden whole. Every other small cell stands in a
 * corner of a hidden rectangle: one more of it, one less beside and below, one more across, and all sums are the same.
 * Since a table's secrets need nothing of its sums, and all tables of a month share no more than the regions' sums, no
 * two of them tell more together. Zeros may be hidden here, so that a hidden cell may be zero.
 */
export function hiddenCells(
  rows: ByRegion,
  { regions, values }: HiddenMargins,
  readers: readonly ReaderRegions[],
): readonly (readonly boolean[])[] {
  const hidden = rows.map((row, region) =>
    row.map((n, value) => isSmall(n) || regions.has(region) || values.has(value)),
  );
  for (const reader of readers)
    for (const place of smallPlaces(rows, reader))
      for (const [region, value] of cheapestRectangle(rows, hidden, place, reader)) {
        const row = hidden[region];
        if (row) row[value] = true;
      }
  return hidden;
}

const smallPlaces = (rows: ByRegion, reader: ReaderRegions): readonly CellAddress[] =>
  rows.flatMap((row, region) =>
    reader.has(region) ? [] : row.flatMap((n, value): CellAddress[] => (isSmall(n) ? [[region, value]] : [])),
  );

/**
 * The corners to be hidden with a small cell. None when there is no such rectangle: then all that is left for this
 * reader is one row or one column, and its sums, being small, are hidden themselves.
 */
function cheapestRectangle(
  rows: ByRegion,
  hidden: readonly (readonly boolean[])[],
  [region, value]: CellAddress,
  reader: ReaderRegions,
): readonly CellAddress[] {
  const cell = ([down, right]: CellAddress) => rows[down]?.[right] ?? 0;
  const cost = ([down, right]: CellAddress) => (hidden[down]?.[right] ? 0 : cell([down, right]) + 1);
  const all = rows.flatMap((row, other) =>
    other === region || reader.has(other)
      ? []
      : row.flatMap((_, right) => (right === value ? [] : [corners([region, value], [other, right])])),
  );
  const possible = all.filter(
    ([beside, below, across]) => (cell(beside) > 0 && cell(below) > 0) || cell(across) > 0,
  );
  const costs = possible.map((places) => ({ places, cost: sum(places.map(cost)) }));
  return costs.toSorted((a, b) => a.cost - b.cost)[0]?.places ?? [];
}

const corners = (
  [region, value]: CellAddress,
  [other, right]: CellAddress,
): readonly [beside: CellAddress, below: CellAddress, across: CellAddress] => [
  [region, right],
  [other, value],
  [other, right],
];
