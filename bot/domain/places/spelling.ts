/** Reads text as words: folded so that case, diacritics and clause ends are settled once; and how likely one word is a slip for another. */

/** A word of the text, in the order written. */
export type Word = {
  /** Lower case, without diacritics: `leppavirralla`. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** Words of one clause share its number: `asuu Kaavilla | nyt osastolla`. */
  readonly clause: number;
};

/** Lower case, without diacritics or hyphens: what a hurried hand and a foreign keyboard leave of a name. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const clauseWords = new Set(
  'etta mutta vaan joka jonka jossa jolla jolle kun koska ja seka tai vai att men och som but and who'.split(
    ' ',
  ),
);
/** Letters (`KYS:ssä` is one word), digits, or a mark that ends a clause. */
const pieces = /\p{L}[\p{L}\p{M}\u00ad]*(?::[\p{L}\p{M}]+)?|\p{N}+|[.,;!?()\n–—]/gu;

/** The words of a text; a conjunction begins the clause that it opens. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let clause = 0;
  for (const [piece] of text.matchAll(pieces)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      clause += 1;
      continue;
    }
    const folded = fold(piece.replace(':', ''));
    if (clauseWords.has(folded)) clause += 1;
    words.push({ folded, isCapital: /^\p{Lu}/u.test(piece), clause });
  }
  return words;
}

/** What a slip costs: a letter too many, too few or swapped with its neighbour is likelier than a wrong one. */
const slip = 2;
const wrongLetter = 3;
/** One slip of any kind, and two of the likelier ones. */
export const oneSlip = wrongLetter;
export const twoSlips = 2 * slip;

/** What it costs to turn one word into the other; more than `limit` when it costs more. */
export function cost(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) * slip > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, n) => n * slip);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i * slip];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + slip,
        (row[j - 1] ?? 0) + slip,
        (last[j - 1] ?? 0) + (isSame ? 0 : wrongLetter),
        isSwapped ? (beforeLast[j - 2] ?? 0) + slip : limit + 1,
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
