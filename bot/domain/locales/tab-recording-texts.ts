/** The words for recording contacts in the reader's language; fetched with their page, not at the first load. */
import type { Language } from '../county.ts';
import { tabRecordingEn } from './tab-recording-en.ts';
import { type TabRecordingTexts, tabRecordingFi } from './tab-recording-fi.ts';
import { tabRecordingSv } from './tab-recording-sv.ts';

export type { TabRecordingTexts } from './tab-recording-fi.ts';

const all: { readonly [language in Language]: TabRecordingTexts } = {
  fi: tabRecordingFi,
  sv: tabRecordingSv,
  en: tabRecordingEn,
};

export const recordingTextsFor = (language: Language): TabRecordingTexts => all[language];
