/** Every word of the tab, in the reader's language. */
import type { Language } from '../../domain/county.ts';
import { tabEn } from './en/tab.ts';
import { type TabTexts, tabFi } from './fi/tab.ts';
import { tabSv } from './sv/tab.ts';

export type { TabTexts } from './fi/tab.ts';

const all: { readonly [language in Language]: TabTexts } = { fi: tabFi, sv: tabSv, en: tabEn };

export const tabTextsFor = (language: Language): TabTexts => all[language];
