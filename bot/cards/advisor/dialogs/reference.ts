/** The decision's reference, typed with an outcome or added to it later. */
import { type Outcome, textLimits } from '../../../domain/case/case.ts';
import { paragraph } from '../../elements/elements.ts';
import { choice, textBox } from '../../elements/inputs.ts';
import { outcomeWords } from '../../wording/outcome-words.ts';
import type { DialogContext, DialogForm } from './sheet.ts';

export const referenceBox = ({ typed }: DialogContext, label: string, required?: string) =>
  textBox({ id: 'reference', label, required, most: textLimits.reference, value: typed['reference'] });

type Referable = Extract<Outcome, { kind: 'grant' | 'assessment' }>;
const isReferable = (outcome: Outcome): outcome is Referable =>
  outcome.kind === 'grant' || outcome.kind === 'assessment';

export function addReference(sheet: DialogContext): DialogForm {
  const { context, one, typed } = sheet;
  const { common, advisor } = context.texts;
  const open = one.outcomes.filter(isReferable).filter(({ reference }) => !reference);
  const first = open[0];
  if (!first) return { body: [paragraph(advisor.dialog.nothingToReference)] };
  const which = choice({
    id: 'outcome',
    label: advisor.dialog.whichOutcome,
    required: common.required,
    among: 'few',
    choices: open.map((outcome) => ({
      title: outcomeWords(context, outcome).line,
      value: String(outcome.n),
    })),
    value: typed['outcome'] ?? String(first.n),
  });
  return {
    body: [which, referenceBox(sheet, advisor.dialog.decisionReference, common.required)],
    send: advisor.dialog.save,
  };
}
