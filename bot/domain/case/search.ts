/** Finds cases by what stands on them besides free text: id, place, region, topic, state, holder. */

import { type County, languages, type Words } from '../county.ts';
import { fold } from '../places/spelling.ts';
import { placeName, topicOf } from '../routing.ts';
import { stemOf } from '../stem.ts';
import { type Case, isHeld } from './case.ts';
import { spokenCaseId } from './case-id.ts';

/** Shorter stems fit too much. */
const leastStem = 3;

/** What a state is called, in every language. */
export type StateWords = (state: Case['status']) => readonly string[];

/** Those that every sought word fits, begun or inflected, in any of the languages; all when nothing is sought. */
export function findCases(
  county: County,
  cases: readonly Case[],
  sought: string,
  stateWords: StateWords,
): readonly Case[] {
  const wanted = fold(sought).split(' ').filter(Boolean);
  return cases.filter((one) => {
    const known = wordsOf(county, one, stateWords);
    return wanted.every((want) => known.some((word) => fits(word, want)));
  });
}

function fits(word: string, want: string): boolean {
  if (word.startsWith(want)) return true;
  const stem = stemOf(want);
  return stem.length >= leastStem && stemOf(word).startsWith(stem);
}

/** Never the question, never who asks: what is found is shown where others may look on. */
function wordsOf(county: County, one: Case, stateWords: StateWords): readonly string[] {
  const region = county.regions.find(({ id }) => id === one.region);
  const texts = [
    one.id,
    spokenCaseId(one.id),
    ...(one.place ? wordings(placeName(county, one.place)) : []),
    ...wordings(region?.name),
    ...wordings(topicOf(county, one.topic)?.name),
    ...stateWords(one.status),
    ...(isHeld(one) ? [one.holder.name] : []),
  ];
  return texts.flatMap((text) => fold(text).split(' '));
}

const wordings = (words: Words | undefined): readonly string[] =>
  words ? languages.map((language) => words[language]) : [];
