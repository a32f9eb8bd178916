/** The words for the opening hours in the reader's language; fetched with the settings, not at the first load. */
import type { Language } from '../county.ts';
import { tabHoursEn } from './en/tab-hours.ts';
import { type TabHoursTexts, tabHoursFi } from './fi/tab-hours.ts';
import { tabHoursSv } from './sv/tab-hours.ts';

export type { TabHoursTexts } from './fi/tab-hours.ts';

const all: { readonly [language in Language]: TabHoursTexts } = {
  fi: tabHoursFi,
  sv: tabHoursSv,
  en: tabHoursEn,
};

export const hoursTextsFor = (language: Language): TabHoursTexts => all[language];
