/** The preview of a reply that an advisor wrote in the thread: one press sends it to the asker. */

import { type Case, textLimits } from '../../domain/case/case.ts';
import type { Refusal } from '../../domain/case/command.ts';
import type { County } from '../../domain/county.ts';
import { idsOf, sendNow } from '../elements/actions.ts';
import { bold, type Card, card, panel, paragraph, remark } from '../elements/elements.ts';
import { textBox } from '../elements/inputs.ts';
import { caseName, readingIn } from '../wording/case-words.ts';
import { explain } from '../wording/refusals.ts';

/** What an advisor wrote in the thread to the bot: sent to the asker only when pressed. `problem`: why it was not. */
export function previewCard(one: Case, text: string, county: County, problem?: Refusal): Card {
  const context = readingIn(county, county.channelLanguage);
  const { common, advisor } = context.texts;
  const say = advisor.dialog;
  const box = textBox({
    id: 'text',
    label: say.answerText,
    required: common.required,
    most: textLimits.answer,
    lines: 'many',
    value: text,
  });
  return card(
    { language: context.language, says: `${say.preview} ${caseName(context, one)}` },
    [
      ...(problem ? [panel('attention', [paragraph(explain(problem, context.texts, county))])] : []),
      bold(say.preview),
      box,
      remark(`${say.previewNote} ${say.noNames}`),
    ],
    [sendNow(say.send, 'sendReply', idsOf(one))],
  );
}
