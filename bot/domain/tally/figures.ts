/** The figures of any number of contacts: counts, tables, shares and times. */
import { type Dimension, none } from './dimensions.ts';
import type { Column, Facts, Minutes } from './facts.ts';

/** How often each value occurs; `none` counts the contacts that have no value. Values that don't occur are absent. */
export type Counts = ReadonlyMap<string, number>;
/** Row value, then column value. */
export type CrossCounts = ReadonlyMap<string, Counts>;

/** How often each list of values occurs: one pass of small numbers. */
function listCounts({ lists, of }: Column): Uint32Array {
  const counts = new Uint32Array(lists.length);
  for (let row = 0; row < of.length; row += 1) {
    const list = of[row] ?? 0;
    counts[list] = (counts[list] ?? 0) + 1;
  }
  return counts;
}

const orNone = (values: readonly string[]) => (values.length === 0 ? [none] : values);

const add = (counts: Map<string, number>, value: string, n: number) =>
  void counts.set(value, (counts.get(value) ?? 0) + n);

/** Counts by one dimension. Where a contact can have many values, each occurrence is counted (two grants are two). */
export function countBy({ columns }: Facts, dimension: Dimension): Counts {
  const column = columns[dimension];
  const counts = new Map<string, number>();
  listCounts(column).forEach((n, list) => {
    if (n > 0) for (const value of orNone(column.lists[list] ?? [])) add(counts, value, n);
  });
  return counts;
}

/** Counts by two dimensions at once: what occurs together in a contact. */
export function tableOf({ columns, size }: Facts, rows: Dimension, across: Dimension): CrossCounts {
  const [down, right] = [columns[rows], columns[across]];
  const pairs = new Map<number, number>();
  for (let row = 0; row < size; row += 1) {
    const pair = (down.of[row] ?? 0) * right.lists.length + (right.of[row] ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const table = new Map<string, Map<string, number>>();
  for (const [pair, n] of pairs) {
    const acrossValues = orNone(right.lists[pair % right.lists.length] ?? []);
    for (const value of orNone(down.lists[Math.floor(pair / right.lists.length)] ?? [])) {
      const line = table.get(value) ?? new Map<string, number>();
      table.set(value, line);
      for (const other of acrossValues) add(line, other, n);
    }
  }
  return table;
}

export const countOf = (counts: Counts, value: string): number => counts.get(value) ?? 0;
export const cellOf = (table: CrossCounts, row: string, across: string): number =>
  table.get(row)?.get(across) ?? 0;

/** `n` of `of`; a share of nothing is no share, so it is left to the reader to divide. */
export type Share = { readonly n: number; readonly of: number };

const shareOf = (facts: Facts, dimension: Dimension, value: string): Share => ({
  n: countOf(countBy(facts, dimension), value),
  of: facts.size,
});

/**
 * Contacts by digital service (seed 004-7 wants their share and their growth): Teams. A regional mailbox is electronic
 * but no digital service.
 */
export const digitalShare = (facts: Facts): Share => shareOf(facts, 'channel', 'teams');

/** Failure demand (häiriökysyntä, seed 001-65): contacts that were not the line's to answer. */
export const misdirectedShare = (facts: Facts): Share => shareOf(facts, 'misdirected', 'yes');

/** Of the contacts that were answered. */
export function promisesKept(facts: Facts): Share {
  const counts = countBy(facts, 'promise');
  const n = countOf(counts, 'kept');
  return { n, of: n + countOf(counts, 'broken') };
}

/** Needs assessments, and those that SHL 36 § sets a clock for: how many were asked for within it. */
export function assessments(facts: Facts): { readonly all: number; readonly statutory: Share } {
  const counts = countBy(facts, 'assessment');
  const inTime = countOf(counts, 'statutory-in-time');
  const statutory = { n: inTime, of: inTime + countOf(counts, 'statutory-late') };
  const targets = countOf(counts, 'target-in-time') + countOf(counts, 'target-late');
  return { all: statutory.of + targets, statutory };
}

/** Minutes of opening time: half were done within `median`, nine of ten within `p90` (nearest rank). */
export type Times = { readonly n: number; readonly median: number; readonly p90: number };

/** undefined when nothing was measured: no time is not a time of zero. */
export function timesOf({ minutes }: Facts, which: keyof Minutes): Times | undefined {
  const measured = minutes[which].filter((one) => one >= 0).sort();
  const n = measured.length;
  if (n === 0) return undefined;
  const within = (share: number) => measured[Math.ceil(share * n) - 1] ?? 0;
  return { n, median: within(0.5), p90: within(0.9) };
}
