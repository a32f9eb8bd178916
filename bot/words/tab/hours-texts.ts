/** The words for the opening hours in the reader's language; fetched with the settings, not at the first load. */
import type { Language } from '../../domain/county.ts';
import { tabHoursEn } from './en/hours.ts';
import { type TabHoursTexts, tabHoursFi } from './fi/hours.ts';
import { tabHoursSv } from './sv/hours.ts';

export type { TabHoursTexts } from './fi/hours.ts';

const all: { readonly [language in Language]: TabHoursTexts } = {
  fi: tabHoursFi,
  sv: tabHoursSv,
  en: tabHoursEn,
};

export const hoursTextsFor = (language: Language): TabHoursTexts => all[language];
