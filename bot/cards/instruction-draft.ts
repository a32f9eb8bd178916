/** The dialog in which an answer becomes a draft among the shared instructions, and where the draft then is. */

import type { Case } from '../domain/case/case.ts';
import type { Language } from '../domain/county.ts';
import { instructionLimits, type Subject, type Wording } from '../domain/instructions/instructions.ts';
import type { CaseId, InstructionId } from '../domain/names.ts';
import { textsFor } from '../words/bot/texts.ts';
import { idsOf, openDialog, openLink, submit } from './elements/actions.ts';
import { type Action, badge, bold, card, type Dialog, plain, remark } from './elements/elements.ts';
import { choice, textBox } from './elements/inputs.ts';
import { writtenSubjects } from './verbs/instruction-reader.ts';

export const draftButton = (language: Language, one: Case): Action =>
  openDialog(textsFor(language).library.draft.button, 'toInstruction', idsOf(one));

export type DraftWish = {
  readonly caseId: CaseId;
  /** Made when the dialog opened, so that sending it twice makes one page. */
  readonly id: InstructionId;
  readonly wording: Wording;
  readonly subject?: Subject | undefined;
  /** Why what was sent could not be kept. */
  readonly problem?: string;
};

export function draftDialog(language: Language, wish: DraftWish): Dialog {
  const { common, library } = textsFor(language);
  const say = library.draft;
  const { caseId, id, wording, subject, problem } = wish;
  const { required } = common;
  const choices = writtenSubjects.map((value) => ({ title: library.subject[value], value }));
  return {
    title: say.button,
    card: card(
      { language, says: say.button },
      [
        ...(problem ? [badge(problem, 'attention')] : []),
        remark(say.stripped),
        textBox({
          id: 'title',
          label: say.title,
          required,
          most: instructionLimits.title,
          value: wording.title,
        }),
        choice({ id: 'subject', label: say.subject, required, choices, value: subject }),
        textBox({
          id: 'text',
          label: say.text,
          required,
          most: instructionLimits.text,
          lines: 'many',
          value: wording.text,
        }),
        remark(say.approval),
      ],
      [submit(say.save, 'toInstruction', { caseId, key: id })],
    ),
  };
}

/** `link` opens the draft in the tab. */
export function draftSavedDialog(language: Language, title: string, link: string): Dialog {
  const { draft: say } = textsFor(language).library;
  return {
    title: say.button,
    card: card(
      { language, says: say.saved(title) },
      [bold(plain(say.saved(title))), remark(say.approval)],
      [openLink(say.open, link)],
    ),
  };
}
