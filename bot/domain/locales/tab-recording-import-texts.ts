/** The words for importing old statistics in the reader's language; fetched with their page. */
import type { Language } from '../county.ts';
import { importEn } from './tab-recording-import-en.ts';
import { type ImportTexts, importFi } from './tab-recording-import-fi.ts';
import { importSv } from './tab-recording-import-sv.ts';

export type { ImportTexts } from './tab-recording-import-fi.ts';

const all: { readonly [language in Language]: ImportTexts } = { fi: importFi, sv: importSv, en: importEn };

export const importTextsFor = (language: Language): ImportTexts => all[language];
