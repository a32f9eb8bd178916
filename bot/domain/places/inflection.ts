/** Inflects a place's name in Finnish, from its nominative and genitive, and in Swedish; folded, so vowel harmony is moot. */
import { fold } from './spelling.ts';

/** What a form says of the place: in it, out of it, into it, of it, its bare name, its people, or something else. */
export type Direction = 'in' | 'from' | 'to' | 'of' | 'name' | 'people' | 'other';
export type InflectedForm = { readonly text: string; readonly direction: Direction };

type Suffix = readonly [ending: string, direction: Direction];

/** The inner and the outer cases both: people do say Kaavissa, and are understood. */
const weakEndings: readonly Suffix[] = [
  ['n', 'of'],
  ['ssa', 'in'],
  ['lla', 'in'],
  ['sta', 'from'],
  ['lta', 'from'],
  ['lle', 'to'],
  ['ksi', 'other'],
];
const strongEndings: readonly Suffix[] = [
  ['na', 'other'],
  ['a', 'other'],
];
const peopleEndings = 'nen sen sta seen selle sella selta sesta set sten sia sille silla silta siin'.split(
  ' ',
);
const swedishPeople = ['bo', 'bor', 'bon', 'borna'];

/** The stem that keeps its full consonants: Iisalme-, Pielavete-, Varkaute-, Leppävirta-, Keitelee-. */
function strongStem(name: string, weak: string): string {
  if (/[uy]s$/.test(name) && weak.endsWith('de')) return `${weak.slice(0, -2)}te`;
  if (name.endsWith('si') && weak.endsWith('de')) return `${name.slice(0, -2)}te`;
  if (name.endsWith('i') && weak.endsWith('e')) return `${name.slice(0, -1)}e`;
  // a name that grows (keitele, keitelee-) or ends in a consonant has but one stem
  return weak.startsWith(name) || /[^aeiouy]$/.test(name) || name.endsWith('nen') ? weak : name;
}

/** Joroinen, Joroisten is plural in all but its name: Joroisi-. */
const isPlural = (name: string, genitive: string) => name.endsWith('nen') && genitive.endsWith('sten');

function illativesOf(strong: string): string[] {
  const last = strong.slice(-1);
  // a long vowel takes -seen (Keiteleeseen), another is lengthened (Kuopioon)
  return strong.endsWith(last + last) ? [`${strong}seen`] : [`${strong}${last}n`];
}

function partitivesOf(name: string, strong: string): string[] {
  if (name.endsWith('e')) return [`${name}tta`];
  if (strong.endsWith('te')) return [`${strong.slice(0, -1)}ta`];
  return /[aeiouy]{2}$/.test(strong) ? [`${strong}ta`] : [];
}

/** Every singular case of a name, and its Swedish genitive. */
export function nameForms(nominative: string, genitive: string): InflectedForm[] {
  const [name, owner] = [fold(nominative), fold(genitive)];
  const weak = isPlural(name, owner) ? `${name.slice(0, -3)}si` : owner.slice(0, -1);
  const strong = isPlural(name, owner) ? weak : strongStem(name, weak);
  const inflect = (stem: string, endings: readonly Suffix[]) =>
    endings.map(([ending, direction]) => ({ text: stem + ending, direction }));
  const as = (direction: Direction) => (text: string) => ({ text, direction });
  return [
    ...bareForms(nominative),
    { text: owner, direction: 'of' },
    ...inflect(weak, weakEndings),
    ...inflect(strong, strongEndings),
    ...illativesOf(strong).map(as('to')),
    ...partitivesOf(name, strong).map(as('other')),
  ];
}

/** A name as it is, and its Swedish genitive. */
function bareForms(nominative: string): InflectedForm[] {
  const name = fold(nominative);
  return [
    { text: name, direction: 'name' },
    { text: `${name}s`, direction: 'of' },
  ];
}

/** How consonants weaken before a closed syllable; the longer ones first. */
const gradations: readonly (readonly [strong: string, weak: string])[] = [
  ['kk', 'k'],
  ['pp', 'p'],
  ['tt', 't'],
  ['nk', 'ng'],
  ['nt', 'nn'],
  ['mp', 'mm'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['ht', 'hd'],
];

/** The genitives that a name may have: Tammisaarin and Tammisaaren, Sammattin and Sammatin. */
function likelyGenitives(name: string): string[] {
  // only a long name is likely to be an old one, that changes its -i
  const stems = /^.{5,}i$/.test(name) ? [name, `${name.slice(0, -1)}e`] : [name];
  const weakened = stems.flatMap((stem) => {
    const grade = gradations.find(([strong]) => stem.slice(0, -1).endsWith(strong));
    return grade ? [`${stem.slice(0, -1 - grade[0].length)}${grade[1]}${stem.slice(-1)}`] : [];
  });
  return [...stems, ...weakened].map((stem) => `${stem}n`);
}

/** An alias, whose genitive the county file does not tell: every likely one is inflected. */
export function aliasForms(alias: string): InflectedForm[] {
  const name = fold(alias);
  if (!/[aeiouy]$/.test(name)) return bareForms(alias);
  return likelyGenitives(name).flatMap((genitive) => nameForms(alias, genitive));
}

/** Its people in Finnish and Swedish: kuopiolainen, kuopiolaisen, kuopiobor. `demonym` is the stem: kuopiolai. */
export function peopleForms(name: string, demonym?: string): InflectedForm[] {
  const finnish = demonym ? peopleEndings.map((ending) => fold(demonym) + ending) : [];
  const swedish = swedishPeople.map((ending) => fold(name) + ending);
  return [...finnish, ...swedish].map((text) => ({ text, direction: 'people' }));
}
