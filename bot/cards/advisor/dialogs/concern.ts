/** The dialogs about a concern report: making one on a case, and telling where it was recorded. */
import type { Case } from '../../../domain/case/case.ts';
import { urgencies } from '../../../domain/county.ts';
import { askerDialog } from '../../asker/asker-dialogs.ts';
import { type Dialog, remark } from '../../elements/elements.ts';
import { choice } from '../../elements/inputs.ts';
import type { CardContext } from '../../wording/case-words.ts';
import { referenceBox } from './reference.ts';
import type { DialogContext, DialogForm, DialogWish } from './sheet.ts';

/** The asker's own form, and how urgent the advisor holds it to be. */
export function reportConcern(context: CardContext, one: Case, { typed, problem }: DialogWish): Dialog {
  const form = askerDialog('concern', one, context.county, context.language, {
    typed,
    problem,
    sends: 'reportConcern',
  });
  const assessed = urgencyChoice(context, typed?.['assessed']);
  return {
    title: context.texts.advisor.action.reportConcern,
    card: { ...form.card, body: [...form.card.body, assessed] },
  };
}

const urgencyChoice = ({ texts }: CardContext, value: string | undefined) =>
  choice({
    id: 'assessed',
    label: texts.advisor.dialog.recordUrgency,
    required: texts.common.required,
    among: 'few',
    choices: urgencies.map((urgency) => ({
      title: texts.common.urgency[urgency],
      value: urgency,
    })),
    value,
  });

export function markRecorded(sheet: DialogContext): DialogForm {
  const { context, one, typed } = sheet;
  const { common, advisor } = context.texts;
  const say = advisor.dialog;
  const report = one.outcomes.findLast((outcome) => outcome.kind === 'concern' && !outcome.recorded);
  const assessed = report?.kind === 'concern' ? report.assessed : undefined;
  return {
    body: [
      remark(say.recordNote),
      referenceBox(sheet, say.recordReference, common.required),
      urgencyChoice(context, typed['assessed'] ?? assessed),
    ],
    send: advisor.action.markRecorded,
  };
}
