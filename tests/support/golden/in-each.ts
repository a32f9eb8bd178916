/** A card in all languages at once: where they differ, only words may. */
import { isDeepStrictEqual } from 'node:util';
import { type Language, languages } from '../../../bot/domain/county.ts';

export type InEach<Kind> = { readonly [language in Language]: Kind };
export type Scalar = null | boolean | number | string;
export type Tree = { readonly [key: string]: Merged };
export type Merged = Scalar | Words | readonly Merged[] | Tree;

/** What people read: a text that differs between the languages, or holds more than one word. */
export class Words {
  readonly in: InEach<string>;
  constructor(each: InEach<string>) {
    this.in = each;
  }
}

export const inEach = <Kind>(of: (language: Language) => Kind): InEach<Kind> => ({
  fi: of('fi'),
  sv: of('sv'),
  en: of('en'),
});
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Words);
const isText = (value: unknown) => typeof value === 'string';

/** Throws where the languages are built differently: one of them would miss something. */
export function merged(each: InEach<unknown>, at = 'card'): Merged {
  const [first, ...others] = languages.map((language) => each[language]);
  const all = [first, ...others];
  const isAlike = (of: (value: never) => unknown) =>
    others.every((one) => isDeepStrictEqual(of(one as never), of(first as never)));
  const inside = (key: string | number) =>
    merged(
      inEach((language) => (each[language] as { [key: string | number]: unknown })[key]),
      `${at}.${key}`,
    );
  if (isList(first) && all.every(isList) && isAlike((list: []) => list.length))
    return first.map((_, n) => inside(n));
  if (isTree(first) && all.every(isTree) && isAlike((tree: Tree) => Object.keys(tree).sort()))
    return Object.fromEntries(Object.keys(first).map((key) => [key, inside(key)]));
  const isSame = isAlike((value) => value);
  if (all.every(isText) && (!isSame || /\s/.test(String(first)))) return new Words(each as InEach<string>);
  if (isSame) return first as Scalar;
  const found = languages.map((language) => `${language} ${JSON.stringify(each[language])}`).join('\n  ');
  throw new Error(`The languages are built differently at ${at}:\n  ${found}`);
}

export function inLanguage(value: unknown, language: Language): unknown {
  if (value instanceof Words) return value.in[language];
  if (isList(value)) return value.map((one) => inLanguage(one, language));
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inLanguage(part, language)]));
}
