/** News of a published instruction: what it is, what its publisher says of it, and the way to it. */
import type { Language } from '../domain/county.ts';
import { type Instruction, type Version, wordingFor } from '../domain/instructions/instructions.ts';
import { textsFor } from '../words/bot/texts.ts';
import { openLink } from './elements/actions.ts';
import { badge, bold, type Card, card, paragraph, plain, remark } from './elements/elements.ts';

export type InstructionNews = { readonly instruction: Instruction; readonly version: Version };

/** `link` opens the page in the tab. */
export function instructionNewsCard(
  { instruction, version }: InstructionNews,
  { language, link }: { readonly language: Language; readonly link: string },
): Card {
  const { library } = textsFor(language);
  const say = library.news;
  const { title } = wordingFor(version, language).wording;
  const by = version.by === 'line' ? undefined : say.by(version.by.name, version.n);
  return card(
    { language, says: say.toast(title) },
    [
      badge(say.published, 'accent'),
      bold(plain(say.what(library.subject[instruction.subject], title))),
      ...(version.note ? [paragraph(plain(version.note))] : []),
      ...(by ? [remark(plain(by))] : []),
    ],
    [openLink(say.open, link)],
  );
}
