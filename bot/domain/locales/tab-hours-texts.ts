/** The words for the opening hours in the reader's language; fetched with the settings, not at the first load. */
import type { Language } from '../county.ts';
import { tabHoursEn } from './tab-hours-en.ts';
import { type TabHoursTexts, tabHoursFi } from './tab-hours-fi.ts';
import { tabHoursSv } from './tab-hours-sv.ts';

export type { TabHoursTexts } from './tab-hours-fi.ts';

const all: { readonly [language in Language]: TabHoursTexts } = {
  fi: tabHoursFi,
  sv: tabHoursSv,
  en: tabHoursEn,
};

export const hoursTextsFor = (language: Language): TabHoursTexts => all[language];
