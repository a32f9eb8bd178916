/** The words for recording contacts in the reader's language; fetched with their page, not at the first load. */
import type { Language } from '../../domain/county.ts';
import { tabRecordingEn } from './en/recording.ts';
import { type TabRecordingTexts, tabRecordingFi } from './fi/recording.ts';
import { tabRecordingSv } from './sv/recording.ts';

export type { TabRecordingTexts } from './fi/recording.ts';

const all: { readonly [language in Language]: TabRecordingTexts } = {
  fi: tabRecordingFi,
  sv: tabRecordingSv,
  en: tabRecordingEn,
};

export const recordingTextsFor = (language: Language): TabRecordingTexts => all[language];
