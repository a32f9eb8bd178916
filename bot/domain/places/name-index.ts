/** The county's names in every form, built once; finds where a text mentions them, misspelt or not. */
import type { Place, UnsettledName } from '../county.ts';
import type { PlaceId } from '../names.ts';
import { aliasForms, type Direction, type InflectedForm, nameForms, peopleForms } from './inflection.ts';
import { isCommonWord, isOrdinaryNoun, looksLikeName } from './ordinary-words.ts';
import { cost, fold, oneSlip, twoSlips, type Word } from './spelling.ts';

/** A name and the places it may mean: itself and its districts, or for an unsettled one what is asked about. */
type KnownName = {
  readonly offers: readonly PlaceId[];
  /** Also an ordinary noun: in lower case it needs a telling neighbour. */
  readonly isNoun: boolean;
  /** What its misspelling may cost: nothing is forgiven in a short one. */
  readonly slack: number;
};
type NameForm = { readonly form: string; readonly direction: Direction; readonly name: KnownName };

export type NameIndex = {
  readonly readings: ReadonlyMap<string, readonly NameForm[]>;
  readonly byInitial: ReadonlyMap<string, readonly NameForm[]>;
  /** Words in the longest name. */
  readonly longest: number;
};

/** A name met in the text. */
export type PlaceMention = {
  /** Its first word, and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
  readonly offers: readonly PlaceId[];
  /** It may be no name at all: an ordinary noun in lower case. */
  readonly isDoubtful: boolean;
};

/** The shortest names whose misspelling is guessed at; an alias or a foreign name must be longer. */
const guessedFrom = { name: 6, alias: 9 } as const;

function slackOf(folded: string, kind: keyof typeof guessedFrom): number {
  if (folded.length < guessedFrom[kind]) return 0;
  return folded.length < 9 ? oneSlip : twoSlips;
}

/** The forms of a name; one that two cases share is read as the first. */
function readingsOf(name: KnownName, forms: readonly InflectedForm[]): NameForm[] {
  const directions = new Map(forms.toReversed().map(({ text, direction }) => [text, direction]));
  return [...directions].map(([form, direction]) => ({ form, direction, name }));
}

function nameOf(nominative: string, offers: readonly PlaceId[], kind: keyof typeof guessedFrom): KnownName {
  const folded = fold(nominative);
  return { offers, isNoun: isOrdinaryNoun(folded), slack: slackOf(folded, kind) };
}

function readingsOfPlace(place: Place, places: readonly Place[]): NameForm[] {
  const districts = places.filter(({ partOf }) => partOf === place.id);
  const offers = [place, ...districts].map(({ id }) => id);
  const { fi, sv, en } = place.name;
  const aliases = [...new Set([sv, en, ...place.aliases])].filter((name) => name !== fi);
  return [
    ...readingsOf(nameOf(fi, offers, 'name'), [
      ...nameForms(fi, place.genitive),
      ...peopleForms(fi, place.demonym),
    ]),
    ...aliases.flatMap((alias) =>
      readingsOf(nameOf(alias, offers, 'alias'), [...aliasForms(alias), ...peopleForms(alias)]),
    ),
  ];
}

function grouped(
  readings: readonly NameForm[],
  keyOf: (reading: NameForm) => string,
): Map<string, NameForm[]> {
  const groups = new Map<string, NameForm[]>();
  for (const reading of readings) {
    const key = keyOf(reading);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return groups;
}

export function indexNames(places: readonly Place[], unsettled: readonly UnsettledName[]): NameIndex {
  const readings = [
    ...places.flatMap((place) => readingsOfPlace(place, places)),
    ...unsettled.flatMap(({ name, genitive, between }) =>
      readingsOf(nameOf(name, between, 'name'), nameForms(name, genitive)),
    ),
  ];
  return {
    readings: grouped(readings, ({ form }) => form),
    byInitial: grouped(readings, ({ form }) => form.slice(0, 1)),
    longest: Math.max(1, ...readings.map(({ form }) => form.split(' ').length)),
  };
}

/** Iisalmessakin, Iisalmessako: what hangs on the end of any word. */
const clitic = /(?:kin|kaan|kos?|han|pas?)$/;

/** iisalmelaisasiakas is read as iisalmelaista. */
const peopleCompound = /(?<=lais)[a-z]{4,}$/;

const exactly = ({ readings }: NameIndex, folded: string) =>
  readings.get(folded) ??
  readings.get(folded.replace(clitic, '')) ??
  readings.get(folded.replace(peopleCompound, 'ta'));

/**
 * The readings of one name within its slack; none when another name, or an ordinary word, is as near. The first
 * letter is seldom wrong, and must be right.
 */
function nearly(index: NameIndex, folded: string, slackFor: (name: KnownName) => number): NameForm[] {
  let [nearest, found]: [number, NameForm[]] = [Number.POSITIVE_INFINITY, []];
  for (const reading of index.byInitial.get(folded.slice(0, 1)) ?? []) {
    const away = cost(folded, reading.form, Math.min(slackFor(reading.name), nearest));
    if (away > slackFor(reading.name) || away > nearest) continue;
    [nearest, found] = away < nearest ? [away, [reading]] : [nearest, [...found, reading]];
  }
  return new Set(found.map(({ name }) => name.offers)).size === 1 ? found : [];
}

/** What one name, typed alone, may mean; more forgiving than a text, as nothing else is meant. */
export function readName(index: NameIndex, folded: string): readonly PlaceId[] {
  const forgiving = ({ slack }: KnownName) => Math.max(slack, folded.length < 4 ? 0 : oneSlip);
  const readings = exactly(index, folded) ?? nearly(index, folded, forgiving);
  return [...new Set(readings.flatMap(({ name }) => name.offers))];
}

function readingsAt(index: NameIndex, words: readonly Word[], from: number, to: number): readonly NameForm[] {
  const folded = words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');
  if (isCommonWord(folded) && !words[from]?.isCapital && words.length > 1) return [];
  const exact = exactly(index, folded);
  if (exact) return exact;
  const canBeMisspelt = to === from + 1 && folded.length >= 6 && !looksLikeName(folded);
  return canBeMisspelt
    ? nearly(index, folded, ({ slack }) => (folded.length < 9 ? Math.min(slack, oneSlip) : slack))
    : [];
}

function mentionAt(index: NameIndex, words: readonly Word[], from: number): PlaceMention | undefined {
  for (let to = Math.min(from + index.longest, words.length); to > from; to -= 1) {
    const readings = readingsAt(index, words, from, to);
    const [first] = readings;
    if (!first) continue;
    const offers = [...new Set(readings.flatMap(({ name }) => name.offers))];
    const isDoubtful = first.name.isNoun && first.direction !== 'people' && !words[from]?.isCapital;
    return { from, to, direction: first.direction, offers, isDoubtful };
  }
  return undefined;
}

/** Where the words mention the county's names, in the order written. */
export function mentionsIn(index: NameIndex, words: readonly Word[]): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (let at = 0; at < words.length; ) {
    const mention = mentionAt(index, words, at);
    if (mention) mentions.push(mention);
    at = mention?.to ?? at + 1;
  }
  return mentions;
}
