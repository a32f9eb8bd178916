/** Finds the client's place in free Finnish or Swedish text, inflected or misspelt: the place of residence decides. */
import type { RoutingQuestion } from '../county.ts';
import type { PlaceId } from '../names.ts';
import { indexNames, mentionsIn, type NameIndex, readName } from './name-index.ts';
import { fold, wordsOf } from './spelling.ts';
import { type Weighed, weighMentions, weights } from './telling.ts';

export type PlaceIndex = NameIndex;
type ByPlace = Extract<RoutingQuestion, { by: 'place' }>;
type BySituation = Extract<RoutingQuestion, { by: 'situation' }>;

/** `several` is asked about, never guessed, even when it offers a single place: it was named, but not as a home. */
export type PlaceFinding =
  | { readonly found: 'one'; readonly place: PlaceId }
  | { readonly found: 'several'; readonly between: readonly PlaceId[] }
  | { readonly found: 'none' };

/** Built once for a county; then each text costs only its own length. */
export const indexPlaces = ({ places, unsettled }: ByPlace): PlaceIndex => indexNames(places, unsettled);

type Offers = readonly PlaceId[];

const isNarrower = (one: Offers, other: Offers) =>
  one.length < other.length && one.every((place) => other.includes(place));

/** Kuopio and Nilsiä is Nilsiä: what another offer narrows down is dropped. */
const narrowed = (offers: readonly Offers[]) =>
  offers.filter((one) => !offers.some((other) => isNarrower(other, one)));

function findingOf(offers: readonly Offers[]): PlaceFinding {
  const between = [...new Set(offers.flat())];
  const [place] = between;
  if (place === undefined) return { found: 'none' };
  return between.length === 1 ? { found: 'one', place } : { found: 'several', between };
}

function decide(weighed: readonly Weighed[]): PlaceFinding {
  const heaviest = Math.max(...weighed.map(({ weight }) => weight));
  const deciding = weighed.filter(({ weight }) => weight === heaviest).map(({ mention }) => mention.offers);
  if (heaviest === weights.elsewhere)
    return { found: 'several', between: [...new Set(narrowed(deciding).flat())] };
  // a district that is merely named still tells which part of its town is home: kuopiolainen Nilsiästä
  const narrowing = weighed
    .filter(({ weight }) => weight >= weights.named)
    .map(({ mention }) => mention.offers)
    .filter((offers) => deciding.some((one) => isNarrower(offers, one)));
  return findingOf(narrowed([...deciding, ...narrowing]));
}

/**
 * Where the text says that the client lives. A home beats an origin, an origin a bare name, and any of them a place
 * where the client only is: a hospital's town is offered, not decided. So are two places without a telling, a town
 * whose districts belong elsewhere, and a name that settles nothing.
 */
export function findPlaces(index: PlaceIndex, text: string): PlaceFinding {
  const words = wordsOf(text);
  const weighed = weighMentions(words, mentionsIn(index, words));
  return weighed.length === 0 ? { found: 'none' } : decide(weighed);
}

/** The place of a name typed alone, as an answer to the question for it; anything longer is read as text. */
export function placeNamed(index: PlaceIndex, text: string): PlaceFinding {
  const named = readName(
    index,
    wordsOf(text)
      .map(({ folded }) => folded)
      .join(' '),
  );
  return named.length > 0 ? findingOf([named]) : findPlaces(index, text);
}

/** The life situations whose hints begin a word of the text: in a county that asks for them instead of a place. */
export function findSituations({ situations }: BySituation, text: string): PlaceFinding {
  const words = ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')}`;
  const met = situations.filter(({ hints }) => hints.some((hint) => words.includes(` ${fold(hint)}`)));
  return findingOf([met.map(({ id }) => id)]);
}
