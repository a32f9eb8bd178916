/** The dialog whose sending broke on our side: what was typed is there, and one press tries again. */
import type { Language } from '../domain/county.ts';
import { textsFor } from '../words/bot/texts.ts';
import { sendAgain } from './elements/actions.ts';
import {
  badge,
  card,
  type Dialog,
  type PressData,
  paragraph,
  plain,
  subheading,
} from './elements/elements.ts';

/** Boxes that people type into freely; the rest of what was chosen goes along with the press. */
const typedInto = [
  'title',
  'text',
  'question',
  'reason',
  'note',
  'appointment',
  'reference',
  'whyNoConsent',
  'observed',
  'since',
  'presentHelp',
] as const;

/** `data` is what the dialog's own button sent: it needs nothing of what is stored. */
export function againDialog(
  language: Language,
  says: string,
  data: Readonly<Record<string, unknown>>,
): Dialog {
  const { talk } = textsFor(language);
  const sent: PressData = Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string | number] => isPlain(entry[1])),
  );
  const typed = typedInto.flatMap((field) => (sent[field] ? [paragraph(plain(String(sent[field])))] : []));
  return {
    title: talk.tryAgain,
    card: card(
      { language, says: talk.tryAgain },
      [badge(says, 'attention'), ...(typed.length > 0 ? [subheading(talk.youTyped), ...typed] : [])],
      [sendAgain(talk.tryAgain, sent)],
    ),
  };
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
