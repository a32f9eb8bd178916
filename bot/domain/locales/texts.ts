/** Every word a person sees, in the reader's language. Finnish is the measure of the others. */
import type { Language } from '../county.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type Texts = typeof fi;

const all: { readonly [language in Language]: Texts } = { fi, sv, en };

export const textsFor = (language: Language): Texts => all[language];
