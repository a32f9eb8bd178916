/** Every word a person sees, in the reader's language. Finnish is the measure of the others. */
import { type Language, languages, type Words } from '../../domain/county.ts';
import { en } from './en/en.ts';
import { fi } from './fi/fi.ts';
import { sv } from './sv/sv.ts';

export type Texts = typeof fi;

const all: { readonly [language in Language]: Texts } = { fi, sv, en };

export const textsFor = (language: Language): Texts => all[language];

/** The same words in every language, for a reader whose language is not known yet. */
export function inEvery(choose: (texts: Texts) => string): Words {
  const [fi, sv, en] = languages.map((language) => choose(textsFor(language)));
  return { fi: fi ?? '', sv: sv ?? '', en: en ?? '' };
}
