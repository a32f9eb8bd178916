/** The words for recording contacts in the reader's language; fetched with their page, not at the first load. */
import type { Language } from '../county.ts';
import { tabRecordingEn } from './en/tab-recording.ts';
import { type TabRecordingTexts, tabRecordingFi } from './fi/tab-recording.ts';
import { tabRecordingSv } from './sv/tab-recording.ts';

export type { TabRecordingTexts } from './fi/tab-recording.ts';

const all: { readonly [language in Language]: TabRecordingTexts } = {
  fi: tabRecordingFi,
  sv: tabRecordingSv,
  en: tabRecordingEn,
};

export const recordingTextsFor = (language: Language): TabRecordingTexts => all[language];
