/** Which of a page's languages a reader is shown first. */
import type { Language } from '../../../bot/domain/county.ts';
import {
  type InstructionLanguage,
  instructionLanguages,
} from '../../../bot/domain/instructions/instructions.ts';
import type { InstructionSummary } from '../../../bot/domain/views/library-views.ts';

type Titled = Pick<InstructionSummary, 'id' | 'titles'>;

export const firstLanguage = (language: Language): InstructionLanguage => (language === 'sv' ? 'sv' : 'fi');

/** The reader's own if the page has it, else the other. */
export function languageOf({ titles }: Titled, language: Language): InstructionLanguage {
  const wanted = [firstLanguage(language), ...instructionLanguages];
  return wanted.find((one) => titles[one] !== undefined) ?? 'fi';
}

export const titleOf = (page: Titled, language: Language): string =>
  page.titles[languageOf(page, language)] ?? page.id;
