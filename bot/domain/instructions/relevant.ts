/** Which instructions an answer most likely cites: those whose titles share words with what was asked. */
import { fold } from '../places/spelling.ts';
import { stemOf } from '../stem.ts';
import type { Citation } from './citing.ts';

const wordPattern = /[\p{L}\p{N}]+/gu;
/** `ja`, `on`, `saa`: they stand everywhere and tell nothing. */
const leastWord = 4;
const mostTelling = 5;

/**
 * At most `most` of them, those that share most words with `about` first, the others by title as they came. `always`
 * stand among them whatever they are called: who ticked them finds them again.
 */
export function mostRelevant(
  citable: readonly Citation[],
  about: string,
  most: number,
  always: readonly string[] = [],
): readonly Citation[] {
  const sought = stemsOf(about);
  const isAlways = new Set(always);
  const rankOf = (one: Citation) =>
    isAlways.has(one.id) ? Number.POSITIVE_INFINITY : shared(stemsOf(one.title), sought);
  return citable
    .map((one) => ({ one, rank: rankOf(one) }))
    .toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
    .slice(0, Math.max(most, isAlways.size))
    .map(({ one }) => one);
}

const stemsOf = (text: string): readonly string[] => {
  const words = (text.match(wordPattern) ?? []).map(fold);
  return [...new Set(words.filter((word) => word.length >= leastWord).map(stemOf))];
};

const shared = (title: readonly string[], sought: readonly string[]): number =>
  title.filter((word) => sought.some((one) => beginsLike(one, word))).length;

/** `ateriat` is about `ateriapalvelu`, and `måltider` about `måltidsservice`: what comes first tells. */
const beginsLike = (one: string, other: string): boolean => {
  const first = Math.max(leastWord, Math.min(mostTelling, one.length, other.length));
  return one.slice(0, first) === other.slice(0, first);
};
