/** Finds pages of the instructions by their words, in Finnish and Swedish, inflected or half typed; fast enough for every key. */

import type { InstructionId } from '../names.ts';
import { fold } from '../places/spelling.ts';
import { leastStem, leastWord, stemOf } from '../stem.ts';
import type { InstructionLanguage } from './instructions.ts';

/** One page in one language, as a reader has it. */
export type SearchablePage = {
  readonly id: InstructionId;
  readonly language: InstructionLanguage;
  readonly title: string;
  readonly text: string;
};

/** `excerpt` is a piece of the text; `hits` are the stretches of it that were sought, as from–to. */
export type SearchHit = {
  readonly page: SearchablePage;
  readonly excerpt: string;
  readonly hits: readonly (readonly [from: number, to: number])[];
};

type Indexed = {
  readonly page: SearchablePage;
  /** Without Markdown's marks. */
  readonly plain: string;
  readonly title: readonly string[];
  /** Every different word of the text, with where it first stands. */
  readonly words: ReadonlyMap<string, number>;
};

export type SearchIndex = {
  readonly pages: readonly Indexed[];
  /** The stem of every word that stands anywhere. */
  readonly stems: ReadonlyMap<string, string>;
};

const wordPattern = /[\p{L}\p{N}]+/gu;

export function indexOf(pages: readonly SearchablePage[]): SearchIndex {
  const stems = new Map<string, string>();
  const learn = (text: string) => {
    const words = new Map<string, number>();
    for (const { 0: piece, index } of text.matchAll(wordPattern)) {
      const folded = fold(piece);
      if (!words.has(folded)) words.set(folded, index);
      if (!stems.has(folded)) stems.set(folded, stemOf(folded));
    }
    return words;
  };
  const indexed = pages.map((page) => {
    const plain = plainText(page.text);
    return { page, plain, title: [...learn(page.title).keys()], words: learn(plain) };
  });
  return { pages: indexed, stems };
}

const inTitle = 6;
/** Nobody reads further; they type on. */
const mostHits = 50;

/** The best pages that hold every sought word, the very best first; those in `first` before the same pages in another language. */
export function search(
  { pages, stems }: SearchIndex,
  sought: string,
  first: InstructionLanguage = 'fi',
): readonly SearchHit[] {
  const wanted = (sought.match(wordPattern) ?? []).map(fold);
  if (wanted.length === 0) return [];
  const likeness = wanted.map((want) => likenessesOf(stems, want));
  return pages
    .map((one) => ({ one, score: scoreOf(one, likeness) }))
    .filter(({ score }) => score > 0)
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        Number(b.one.page.language === first) - Number(a.one.page.language === first) ||
        a.one.page.title.localeCompare(b.one.page.title),
    )
    .slice(0, mostHits)
    .map(({ one }) => hitOf(one, likeness));
}

type Likenesses = ReadonlyMap<string, number>;

/** Known words that are like the sought one: 4 is it, 3 begins with it, 2 is an inflection of it, 1 holds it inside. */
function likenessesOf(stems: ReadonlyMap<string, string>, want: string): Likenesses {
  const stem = stemOf(want);
  const found = new Map<string, number>();
  for (const [word, wordStem] of stems) {
    if (word.startsWith(want)) found.set(word, word === want ? 4 : 3);
    else if (isSameStem(stem, wordStem)) found.set(word, 2);
    // palveluseteli is sought as seteli
    else if (stem.length >= 4 && wordStem.includes(stem)) found.set(word, 1);
  }
  return found;
}

/** One of them may have lost a letter more than the other: klien(t), klient(en). */
const isSameStem = (one: string, other: string) =>
  (one.length >= leastStem && other.startsWith(one)) ||
  (other.length > leastWord && one.length === other.length + 1 && one.startsWith(other));

const bestOf = (words: Iterable<string>, like: Likenesses) => {
  let best = 0;
  for (const word of words) best = Math.max(best, like.get(word) ?? 0);
  return best;
};

function scoreOf({ title, words }: Indexed, likeness: readonly Likenesses[]): number {
  let score = 0;
  for (const like of likeness) {
    const [above, below] = [bestOf(title, like), bestOf(words.keys(), like)];
    if (above + below === 0) return 0;
    score += above * inTitle + below;
  }
  return score;
}

// --- excerpts ---

const excerptLength = 160;

function hitOf({ page, plain: text, words }: Indexed, likeness: readonly Likenesses[]): SearchHit {
  const places = likeness
    .flatMap((like) => [...words].flatMap(([word, at]) => (like.has(word) ? [at] : [])))
    .toSorted((a, b) => a - b);
  const start = startOfExcerpt(text, places[0] ?? 0);
  const excerpt = text.slice(start, endOfExcerpt(text, start + excerptLength));
  const hits = [...excerpt.matchAll(wordPattern)]
    .filter(([piece]) => likeness.some((like) => like.has(fold(piece))))
    .map(({ 0: piece, index }) => [index, index + piece.length] as const);
  return { page, excerpt, hits };
}

/** A little before the first hit, at a word's start. */
function startOfExcerpt(text: string, at: number): number {
  if (at < 40) return 0;
  const space = text.indexOf(' ', at - 40);
  return space === -1 || space > at ? at : space + 1;
}

/** At a word's end. */
function endOfExcerpt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 40 ? space : at;
}

/** Markdown without its marks, on one line. */
export const plainText = (markdown: string): string =>
  markdown
    // what parts a table's head from its rows
    .replace(/^(?=.*-)[ \t|:-]+$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '')
    .replace(/[*_`|~]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
