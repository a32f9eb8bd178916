/** The dialog in which an answer becomes a draft among the shared instructions, and where the draft then is. */

import type { Case } from '../domain/case/case.ts';
import { readCaseId } from '../domain/case/case-id.ts';
import type { Language } from '../domain/county.ts';
import {
  instructionLimits,
  type Subject,
  subjects,
  type Wording,
} from '../domain/instructions/instructions.ts';
import { type CaseId, type InstructionId, instructionId } from '../domain/names.ts';
import { textsFor } from '../words/bot/texts.ts';
import { idsOf, openDialog, openLink, submit } from './elements/actions.ts';
import { type Action, badge, bold, card, type Dialog, plain, remark } from './elements/elements.ts';
import { choice, textBox } from './elements/inputs.ts';
import { isRecord, opensDialog, type Pressed, readText } from './elements/pressed.ts';

const verb = 'toInstruction';

export const draftButton = (language: Language, one: Case): Action =>
  openDialog(textsFor(language).library.draft.button, verb, idsOf(one));

export type DraftWish = {
  readonly caseId: CaseId;
  /** Made when the dialog opened, so that sending it twice makes one page. */
  readonly id: InstructionId;
  readonly wording: Wording;
  readonly subject?: Subject | undefined;
  /** Why what was sent could not be kept. */
  readonly problem?: string;
};

/** The finders' page is made of the county's file: nobody writes it. */
const written = subjects.filter((one) => one !== 'finders');

export function draftDialog(language: Language, wish: DraftWish): Dialog {
  const { common, library } = textsFor(language);
  const say = library.draft;
  const { caseId, id, wording, subject, problem } = wish;
  const { required } = common;
  const choices = written.map((value) => ({ title: library.subject[value], value }));
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
      [submit(say.save, verb, { caseId, key: id })],
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

export type DraftPress =
  | { readonly press: 'open'; readonly caseId: CaseId }
  | {
      readonly press: 'save';
      readonly caseId: CaseId;
      readonly id: InstructionId;
      readonly wording: Wording;
      /** Undefined for what is none of the subjects. */
      readonly subject: Subject | undefined;
    };

/** Undefined when it is none of ours. */
export function readDraftPress(pressed: unknown, data: unknown): DraftPress | undefined {
  if (pressed !== verb || !isRecord(data)) return undefined;
  const caseId = readCaseId(readText(data, 'caseId') ?? '');
  if (!caseId) return undefined;
  return opensDialog(data) ? { press: 'open', caseId } : readSaved(caseId, data);
}

function readSaved(caseId: CaseId, data: Pressed): DraftPress | undefined {
  const key = readText(data, 'key') ?? '';
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(key)) return undefined;
  const wording = { title: readText(data, 'title') ?? '', text: readText(data, 'text') ?? '' };
  const subject = written.find((one) => one === readText(data, 'subject'));
  return { press: 'save', caseId, id: instructionId(key), wording, subject };
}
