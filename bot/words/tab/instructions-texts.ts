/** The words of the tab's instructions in the reader's language; fetched with their page, not at the first load. */
import type { Language } from '../../domain/county.ts';
import type { Subject } from '../../domain/instructions/instructions.ts';
import { enLibrary } from '../bot/en/library.ts';
import { fiLibrary } from '../bot/fi/library.ts';
import { svLibrary } from '../bot/sv/library.ts';
import { tabInstructionsEn } from './en/instructions.ts';
import { type TabInstructionTexts, tabInstructionsFi } from './fi/instructions.ts';
import { tabInstructionsSv } from './sv/instructions.ts';

export type InstructionTexts = TabInstructionTexts & {
  readonly subject: { readonly [subject in Subject]: string };
};

const all: { readonly [language in Language]: InstructionTexts } = {
  fi: { ...tabInstructionsFi, subject: fiLibrary.subject },
  sv: { ...tabInstructionsSv, subject: svLibrary.subject },
  en: { ...tabInstructionsEn, subject: enLibrary.subject },
};

export const instructionTextsFor = (language: Language): InstructionTexts => all[language];
