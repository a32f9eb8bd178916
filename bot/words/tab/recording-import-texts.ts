/** The words for importing old statistics in the reader's language; fetched with their page. */
import type { Language } from '../../domain/county.ts';
import { importEn } from './en/recording-import.ts';
import { type ImportTexts, importFi } from './fi/recording-import.ts';
import { importSv } from './sv/recording-import.ts';

export type { ImportTexts } from './fi/recording-import.ts';

const all: { readonly [language in Language]: ImportTexts } = { fi: importFi, sv: importSv, en: importEn };

export const importTextsFor = (language: Language): ImportTexts => all[language];
