/** What of the tallies is looked at: read from the page's address and kept there, and where it is asked for. */
import type { Month } from '../../../bot/domain/names.ts';
import { type Dimension, isDimension } from '../../../bot/domain/tally/dimensions.ts';
import type { Cut } from '../../../bot/domain/tally/facts.ts';
import { hrefOf } from '../kit/route.ts';

export type TallyQuery = {
  readonly month: Month;
  readonly cut: Cut;
  /** As everybody may see it, to be passed on. */
  readonly shared: boolean;
};

/** The sides of a table. */
export type DimensionPair = { readonly rows: Dimension; readonly across: Dimension };

/** All that the address tells. */
export type TallyAddress = {
  readonly asking: TallyQuery;
  readonly pair: DimensionPair;
  /** The section at which one looks, by its heading's id. */
  readonly at?: string;
};

const usualPair: DimensionPair = { rows: 'region', across: 'topic' };

/** `more` follows the cut, such as a table's dimensions. */
export function addressOf(
  { month, cut, shared }: TallyQuery,
  part: '' | '/table' | '/cases' | '/xlsx' | '/csv' = '',
  more: { readonly [name: string]: string } = {},
): string {
  const query = new URLSearchParams(asEntries(cut));
  for (const [name, value] of Object.entries(more)) query.append(name, value);
  if (shared) query.append('shared', 'yes');
  const text = query.toString();
  return `/tallies/${month}${part}${text && `?${text}`}`;
}

const asEntries = (cut: Cut) =>
  Object.entries(cut).flatMap(([dimension, values = []]) => values.map((value) => [dimension, value]));

/** `#/tallies/2026-10/region=keskinen/rows=unit/across=topic`: a link shows the same to everyone who may see it. */
export function hrefOfLooking({ asking: { month, cut, shared }, pair, at }: TallyAddress): string {
  const isUsual = pair.rows === usualPair.rows && pair.across === usualPair.across;
  const parts = [...asEntries(cut), ...(isUsual ? [] : Object.entries(pair))];
  const named = parts.map(([name, value]) => `/${name}=${encodeURIComponent(value ?? '')}`);
  const end = `${shared ? '/shared=yes' : ''}${at ? `/at=${encodeURIComponent(at)}` : ''}`;
  return `${hrefOf('tallies', month)}${named.join('')}${end}`;
}

/** What is no month, no dimension or still to come is left out: a wrong link shows what it can. */
export function readLooking([named, ...rest]: readonly string[], thisMonth: Month): TallyAddress {
  const parts = rest.map((part): readonly [string, string] => {
    const at = part.indexOf('=');
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
  const told = new Map(parts);
  const shared = told.get('shared') === 'yes';
  const at = told.get('at');
  return {
    asking: {
      month: isMonth(named) && named <= thisMonth ? named : thisMonth,
      cut: shared ? {} : cutIn(parts),
      shared,
    },
    pair: pairIn(told),
    ...(at && { at }),
  };
}

function cutIn(parts: readonly (readonly [string, string])[]): Cut {
  const named = parts.filter(([name]) => isDimension(name));
  return Object.fromEntries(
    named.map(([name]) => [name, named.filter(([each]) => each === name).map(([, value]) => value)]),
  );
}

function pairIn(told: ReadonlyMap<string, string>): DimensionPair {
  const [rows = '', across = ''] = [told.get('rows'), told.get('across')];
  return isDimension(rows) && isDimension(across) && rows !== across ? { rows, across } : usualPair;
}

/** So many months later; earlier when negative. */
export function monthAfter(month: Month, n: number): Month {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth - 1 + n, 1)).toISOString().slice(0, 7) as Month;
}

export const isMonth = (text: string | undefined): text is Month =>
  text !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
