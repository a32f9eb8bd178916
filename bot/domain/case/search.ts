/** Finds cases by what stands on them besides free text: id, place, region, topic, state, holder. */
import { type Case, isHeld } from '../case.ts';
import { type County, languages, type Words } from '../county.ts';
import { stemOf } from '../instructions/search.ts';
import { textsFor } from '../locales/texts.ts';
import { fold } from '../places/spelling.ts';
import { placeName, topicOf } from '../routing.ts';
import { spokenCaseId } from './case-id.ts';

/** Shorter stems fit too much. */
const leastStem = 3;

/** Those that every sought word fits, begun or inflected, in any of the languages; all when nothing is sought. */
export function findCases(county: County, cases: readonly Case[], sought: string): readonly Case[] {
  const wanted = fold(sought).split(' ').filter(Boolean);
  return cases.filter((one) => {
    const known = wordsOf(county, one);
    return wanted.every((want) => known.some((word) => fits(word, want)));
  });
}

function fits(word: string, want: string): boolean {
  if (word.startsWith(want)) return true;
  const stem = stemOf(want);
  return stem.length >= leastStem && stemOf(word).startsWith(stem);
}

/** Never the question, never who asks: what is found is shown where others may look on. */
function wordsOf(county: County, one: Case): readonly string[] {
  const region = county.regions.find(({ id }) => id === one.region);
  const states = languages.map((language) => textsFor(language).extension.search.status[one.status]);
  const texts = [
    one.id,
    spokenCaseId(one.id),
    ...(one.place ? wordings(placeName(county, one.place)) : []),
    ...wordings(region?.name),
    ...wordings(topicOf(county, one.topic)?.name),
    ...states,
    ...(isHeld(one) ? [one.holder.name] : []),
  ];
  return texts.flatMap((text) => fold(text).split(' '));
}

const wordings = (words: Words | undefined): readonly string[] =>
  words ? languages.map((language) => words[language]) : [];
