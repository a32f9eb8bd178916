/** Which changes of a month are worth talking about: those that chance explains worst, each of another kind. */
import type { Dimension } from './dimensions.ts';
import { none } from './dimensions.ts';
import type { Facts } from './facts.ts';
import {
  type Counts,
  countBy,
  countOf,
  digitalShare,
  misdirectedShare,
  promisesKept,
  type Share,
} from './figures.ts';
import { leastShown } from './hiding.ts';

/** A count that grew or fell, or a share (whole per cents) that did. */
export type TallyChange =
  | {
      readonly what: 'count';
      readonly of: Watched | 'all';
      readonly value: string;
      readonly now: number;
      readonly before: number;
    }
  | { readonly what: 'digital' | 'misdirected' | 'promises'; readonly now: number; readonly before: number };

type Candidate = { readonly change: TallyChange; readonly kind: string; readonly surprise: number };

/** Where a change would lead to doing something: people, wording, routing. */
const watched = [
  'region',
  'channel',
  'topic',
  'outcome',
  'service',
  'redirect',
  'concern',
] as const satisfies readonly Dimension[];
type Watched = (typeof watched)[number];

/** Twice what chance alone would do: below it there is nothing to explain. */
const leastSurprise = 2;

/**
 * At most `most` changes, the most surprising first, none of the same kind twice (two regions would tell one story).
 * Surprise is how many standard deviations chance would need: of two counts, their difference by the root of their sum;
 * of two shares, the usual two-sample measure. Small counts (under 5 both times) are never told.
 */
export function changesWorthTelling(now: Facts, before: Facts, most = 3): readonly TallyChange[] {
  const all = [...counted(now, before), ...shared(now, before)]
    .filter(({ surprise }) => surprise >= leastSurprise)
    .toSorted((one, other) => other.surprise - one.surprise);
  const kinds = new Set<string>();
  const told = all.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
  return told.slice(0, most).map(({ change }) => change);
}

function counted(now: Facts, before: Facts): Candidate[] {
  const whole = countChange('all', '', now.size, before.size);
  return [whole, ...watched.flatMap((of) => changesIn(of, countBy(now, of), countBy(before, of)))];
}

function changesIn(of: Watched, now: Counts, before: Counts): Candidate[] {
  const values = new Set([...now.keys(), ...before.keys()]);
  return [...values]
    .filter((value) => value !== none)
    .filter((value) => Math.max(countOf(now, value), countOf(before, value)) >= leastShown)
    .map((value) => countChange(of, value, countOf(now, value), countOf(before, value)));
}

const countChange = (of: Watched | 'all', value: string, now: number, before: number): Candidate => ({
  change: { what: 'count', of, value, now, before },
  kind: of,
  surprise: now === before ? 0 : Math.abs(now - before) / Math.sqrt(now + before),
});

function shared(now: Facts, before: Facts): Candidate[] {
  const shares = { digital: digitalShare, misdirected: misdirectedShare, promises: promisesKept } as const;
  return (['digital', 'misdirected', 'promises'] as const).flatMap((what) => {
    const [here, there] = [shares[what](now), shares[what](before)];
    if (Math.min(here.of, there.of) < leastShown) return [];
    const change: TallyChange = { what, now: perCent(here), before: perCent(there) };
    // the same per cent told twice is no news
    return change.now === change.before ? [] : [{ change, kind: what, surprise: shareSurprise(here, there) }];
  });
}

/** Whole per cents of a share of something. */
export const perCent = ({ n, of }: Share): number => Math.round((100 * n) / of);

function shareSurprise(one: Share, other: Share): number {
  const pooled = (one.n + other.n) / (one.of + other.of);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of));
  return deviation === 0 ? 0 : Math.abs(one.n / one.of - other.n / other.of) / deviation;
}
