/** Every word of the tab, in the reader's language. */
import type { Language } from '../county.ts';
import { tabEn } from './tab-en.ts';
import { type TabTexts, tabFi } from './tab-fi.ts';
import { tabSv } from './tab-sv.ts';

export type { TabTexts } from './tab-fi.ts';

const all: { readonly [language in Language]: TabTexts } = { fi: tabFi, sv: tabSv, en: tabEn };

export const tabTextsFor = (language: Language): TabTexts => all[language];
