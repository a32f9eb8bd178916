/** What of the tallies is looked at, and where it is asked for. */
import type { Month } from '../../../bot/domain/names.ts';
import type { Cut } from '../../../bot/domain/tally/facts.ts';

export type Asking = {
  readonly month: Month;
  readonly cut: Cut;
  /** As everybody may see it, to be passed on. */
  readonly shared: boolean;
};

/** `more` follows the cut, such as a table's dimensions. */
export function addressOf(
  { month, cut, shared }: Asking,
  part: '' | '/table' | '/cases' | '/xlsx' | '/csv' = '',
  more: { readonly [name: string]: string } = {},
): string {
  const query = new URLSearchParams();
  for (const [dimension, values] of Object.entries(cut))
    for (const value of values ?? []) query.append(dimension, value);
  for (const [name, value] of Object.entries(more)) query.append(name, value);
  if (shared) query.append('shared', 'yes');
  const text = query.toString();
  return `/tallies/${month}${part}${text && `?${text}`}`;
}

/** So many months later; earlier when negative. */
export function monthAfter(month: Month, n: number): Month {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth - 1 + n, 1)).toISOString().slice(0, 7) as Month;
}

export const isMonth = (text: string | undefined): text is Month =>
  text !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
