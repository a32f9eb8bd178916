/** The dialog in which a needs assessment is asked for, with its clocks. */
import { assessmentClock } from '../../../domain/assessment.ts';
import { type Case, textLimits } from '../../../domain/case/case.ts';
import { weekdayAndDay } from '../../../words/when.ts';
import { remark } from '../../elements/elements.ts';
import { choice, textBox } from '../../elements/inputs.ts';
import type { CardContext } from '../../wording/case-words.ts';
import type { DialogContext, DialogForm } from './sheet.ts';

export function assess(sheet: DialogContext): DialogForm {
  const { context, one, typed } = sheet;
  const { common, advisor } = context.texts;
  const say = advisor.dialog;
  const { category = one.category, priority75 = one.priority75, appointment } = typed;
  return {
    body: [
      choice({
        id: 'category',
        label: say.assessCategory,
        required: common.required,
        among: 'few',
        choices: context.county.categories.map(({ id, name }) => ({
          title: name[context.language],
          value: id,
        })),
        value: category,
      }),
      choice({
        id: 'priority75',
        label: say.assessAge,
        required: common.required,
        among: 'few',
        choices: (['yes', 'no', 'unknown'] as const).map((value) => ({ title: common.yesNo[value], value })),
        value: priority75,
      }),
      remark(clocksText(context, one)),
      textBox({
        id: 'appointment',
        label: say.appointment,
        most: textLimits.appointment,
        value: appointment,
        placeholder: say.appointmentHint,
      }),
    ],
    send: advisor.action.assess,
  };
}

/** Both clocks, so that the choice above them is an informed one (SHL 36 §). */
function clocksText({ county, language, texts }: CardContext, one: Case): string {
  const beginBy = (priority: 'yes' | 'no') =>
    weekdayAndDay(language, assessmentClock(county, one.receivedAt, priority).beginBy);
  return texts.advisor.dialog.assessClock(beginBy('yes'), beginBy('no'));
}
