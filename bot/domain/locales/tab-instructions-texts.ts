/** The words of the tab's instructions in the reader's language; fetched with their page, not at the first load. */
import type { Language } from '../county.ts';
import type { Subject } from '../instructions.ts';
import { enLibrary } from './en/library.ts';
import { tabInstructionsEn } from './en/tab-instructions.ts';
import { fiLibrary } from './fi/library.ts';
import { type TabInstructionTexts, tabInstructionsFi } from './fi/tab-instructions.ts';
import { svLibrary } from './sv/library.ts';
import { tabInstructionsSv } from './sv/tab-instructions.ts';

export type InstructionTexts = TabInstructionTexts & {
  readonly subject: { readonly [subject in Subject]: string };
};

const all: { readonly [language in Language]: InstructionTexts } = {
  fi: { ...tabInstructionsFi, subject: fiLibrary.subject },
  sv: { ...tabInstructionsSv, subject: svLibrary.subject },
  en: { ...tabInstructionsEn, subject: enLibrary.subject },
};

export const instructionTextsFor = (language: Language): InstructionTexts => all[language];
