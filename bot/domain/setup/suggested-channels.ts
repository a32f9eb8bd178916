/** Guesses from a channel's name whose it is: the region's name is in it, or one of the region's municipalities. */
import { type County, languages, type Region } from '../county.ts';
import type { BindingTarget, ChannelWish } from './channel-wish.ts';

export type NamedChannel = { readonly id: string; readonly name?: string };

/** Beginnings of words that tell of those who lead, in Finnish, Swedish and English. */
const leaders = ['esihenkil', 'esimie', 'johto', 'chef', 'ledning', 'supervisor', 'manager'];
const shortest = 4;

/** A suggestion where the names tell one channel for one of them; where they tell of several there is none. */
export function suggestedChannels(county: County, channels: readonly NamedChannel[]): ChannelWish {
  const all = [...county.regions.map(({ id }) => id), 'supervisors' as const];
  const best = all.flatMap((target) => {
    const rated = channels.map(({ id, name = '' }) => ({
      id,
      fits: fitOf(county, target, wordsOf(county, name)),
    }));
    const most = Math.max(0, ...rated.map(({ fits }) => fits));
    const [only, ...others] = rated.filter(({ fits }) => fits === most);
    return most > 0 && only && others.length === 0 ? [{ target, ...only }] : [];
  });
  const isAlone = ({ target, id, fits }: (typeof best)[number]) =>
    best.every((other) => other.target === target || other.id !== id || other.fits < fits);
  return new Map(best.filter(isAlone).map(({ target, id }) => [target, id]));
}

/** 2: named after it; 1: after a municipality of it; 0: neither. */
function fitOf(county: County, target: BindingTarget, words: readonly string[]): number {
  if (target === 'supervisors') return begins(words, leaders) ? 2 : 0;
  const region = county.regions.find(({ id }) => id === target);
  if (!region) return 0;
  const stems = regionWords(county, region).map((word) => word.slice(0, Math.max(shortest, word.length - 3)));
  if (begins(words, stems)) return 2;
  return begins(words, municipalityStems(county, region)) ? 1 : 0;
}

const begins = (words: readonly string[], stems: readonly string[]) =>
  words.some((word) => stems.some((stem) => word.startsWith(stem)));

/** What the region's name has of its own: `alue` stands in all of them. */
function regionWords(county: County, { id, name }: Region): readonly string[] {
  const others = new Set(
    county.regions
      .filter((one) => one.id !== id)
      .flatMap((one) => languages.flatMap((l) => split(one.name[l]))),
  );
  return languages.flatMap((language) => split(name[language])).filter((word) => !others.has(word));
}

function municipalityStems({ routing }: County, region: Region): readonly string[] {
  if (routing.by !== 'place') return [];
  const theirs = routing.places.filter((one) => one.region === region.id && one.kind === 'municipality');
  const names = theirs.flatMap(({ name, genitive }) => [name.fi, name.sv, genitive]).flatMap(split);
  // the last letter changes in inflection: Iisalmi, Iisalmen
  return names.map((word) => word.slice(0, -1)).filter((stem) => stem.length >= shortest);
}

/** The channel's words, without the county's own name where it stands in it: that tells no region from another. */
function wordsOf(county: County, name: string): readonly string[] {
  const words = split(name);
  const whole = languages.map((language) => split(county.name[language]));
  const named = whole.filter((theirs) => theirs.filter((word) => words.includes(word)).length > 1).flat();
  return words.filter((word) => !named.includes(word));
}

const split = (name: string): readonly string[] =>
  name
    .toLocaleLowerCase('fi')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortest);
