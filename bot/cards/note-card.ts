/** One line in the place of a card whose work is done. */
import type { Language } from '../domain/county.ts';
import { type Card, card, paragraph, plain } from './elements/elements.ts';

export const noteCard = (language: Language, text: string): Card =>
  card({ language, says: text }, [paragraph(plain(text))]);
