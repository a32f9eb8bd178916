/** Many contacts as columns of small numbers, so that a month is a few kilobytes and a million are counted at once. */

import { type Dimension, dimensions, none, valuesOf } from './dimensions.ts';
import type { Contact } from './tally.ts';

/** What each contact has in one dimension: its number among the lists of values that occur. */
export type Column = {
  readonly lists: readonly (readonly string[])[];
  readonly of: Uint16Array;
};

/** Minutes of opening time, -1 where there are none. */
export type Minutes = { readonly toClaim: Int32Array; readonly toAnswer: Int32Array };

export type Facts = {
  readonly size: number;
  readonly columns: { readonly [dimension in Dimension]: Column };
  readonly minutes: Minutes;
};

/** Only contacts that have, in every dimension named, one of the values; `none` means no value at all. */
export type Cut = { readonly [dimension in Dimension]?: readonly string[] };

/** 16 bits number that many different lists of values; a month has a few hundred. */
const mostLists = 65_536;

const noMinutes = -1;

type Growing = {
  readonly lists: string[][];
  readonly numbers: Map<string, number>;
  readonly of: Uint16Array;
};

const growing = (size: number): Growing => ({ lists: [], numbers: new Map(), of: new Uint16Array(size) });

/** The number of a list of values, given to it when it is new. @throws RangeError when there are too many. */
function numberOf({ lists, numbers }: Growing, values: readonly string[]): number {
  const key = values.length === 1 ? `1${values[0]}` : JSON.stringify(values);
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (lists.length === mostLists)
    throw new RangeError(`More than ${mostLists} different values in one month: count fewer months at once`);
  numbers.set(key, lists.length);
  return lists.push([...values]) - 1;
}

const eachDimension = <Made>(make: (dimension: Dimension) => Made) =>
  Object.fromEntries(dimensions.map((one) => [one, make(one)])) as { [dimension in Dimension]: Made };

/** The same contacts as columns; their order is kept. */
export function compact(contacts: readonly Contact[]): Facts {
  const columns = eachDimension((dimension) => {
    const column = growing(contacts.length);
    contacts.forEach((one, row) => {
      column.of[row] = numberOf(column, valuesOf(dimension, one));
    });
    return { lists: column.lists, of: column.of };
  });
  const minutes = (of: (one: Contact) => number | undefined) =>
    Int32Array.from(contacts, (one) => of(one) ?? noMinutes);
  return {
    size: contacts.length,
    columns,
    minutes: { toClaim: minutes((one) => one.toClaim), toAnswer: minutes((one) => one.toAnswer) },
  };
}

/** Several months, or regions, as one. */
export function merged(all: readonly Facts[]): Facts {
  const size = all.reduce((sum, one) => sum + one.size, 0);
  const columns = eachDimension((dimension) => {
    const column = growing(size);
    let from = 0;
    for (const { columns, size } of all) {
      const numbers = columns[dimension].lists.map((values) => numberOf(column, values));
      columns[dimension].of.forEach((old, row) => {
        column.of[from + row] = numbers[old] ?? 0;
      });
      from += size;
    }
    return { lists: column.lists, of: column.of };
  });
  const joined = (which: keyof Minutes) => {
    const minutes = new Int32Array(size);
    let from = 0;
    for (const one of all) {
      minutes.set(one.minutes[which], from);
      from += one.size;
    }
    return minutes;
  };
  return { size, columns, minutes: { toClaim: joined('toClaim'), toAnswer: joined('toAnswer') } };
}

/** The contacts that the cut leaves; all of them when it names nothing. */
export function cutTo(facts: Facts, cut: Cut): Facts {
  const wanted = dimensions.flatMap((dimension) => {
    const values = cut[dimension];
    return values ? [passing(facts.columns[dimension], values)] : [];
  });
  if (wanted.length === 0) return facts;
  const rows = new Uint32Array(facts.size);
  let size = 0;
  for (let row = 0; row < facts.size; row += 1) {
    if (!wanted.every((passes) => passes(row))) continue;
    rows[size] = row;
    size += 1;
  }
  return picked(facts, rows.subarray(0, size));
}

/** Looks at each list of values once, not at each contact. */
function passing({ lists, of }: Column, wanted: readonly string[]): (row: number) => boolean {
  const passes = lists.map((values) =>
    values.length === 0 ? wanted.includes(none) : values.some((one) => wanted.includes(one)),
  );
  return (row) => passes[of[row] ?? 0] ?? false;
}

function picked(facts: Facts, rows: Uint32Array): Facts {
  const pick = <Numbers extends Uint16Array | Int32Array>(from: Numbers, to: Numbers): Numbers => {
    for (let at = 0; at < rows.length; at += 1) to[at] = from[rows[at] ?? 0] ?? 0;
    return to;
  };
  const column = ({ lists, of }: Column) => ({ lists, of: pick(of, new Uint16Array(rows.length)) });
  const minutes = (all: Int32Array) => pick(all, new Int32Array(rows.length));
  return {
    size: rows.length,
    columns: eachDimension((dimension) => column(facts.columns[dimension])),
    minutes: { toClaim: minutes(facts.minutes.toClaim), toAnswer: minutes(facts.minutes.toAnswer) },
  };
}
