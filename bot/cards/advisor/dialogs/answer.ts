/** The dialogs in which an advisor speaks with the asker: an answer that may cite instructions, a question back. */
import { type Case, textLimits } from '../../../domain/case/case.ts';
import { mostRelevant } from '../../../domain/instructions/relevant.ts';
import { type Element, remark } from '../../elements/elements.ts';
import { choiceOfMany, textBox } from '../../elements/inputs.ts';
import { type CardContext, categoryName, topicName } from '../../wording/case-words.ts';
import { asked, type DialogContext, type DialogForm, type Typed } from './sheet.ts';

export const answer = (sheet: DialogContext): DialogForm =>
  speech(sheet, sheet.context.texts.advisor.dialog.answerText, citing(sheet));

export const askBack = (sheet: DialogContext): DialogForm =>
  speech(sheet, sheet.context.texts.advisor.dialog.askBackText);

function speech(sheet: DialogContext, label: string, more: readonly Element[] = []): DialogForm {
  const { common, advisor } = sheet.context.texts;
  const text = textBox({
    id: 'text',
    label,
    required: common.required,
    most: textLimits.answer,
    lines: 'many',
    value: sheet.typed['text'],
  });
  return {
    body: [...asked(sheet), text, remark(advisor.dialog.noNames), ...more],
    send: advisor.dialog.send,
  };
}

/** Instructions to be linked below the answer; left out while none is published. */
function citing({ context, one, typed, wish }: DialogContext): Element[] {
  const { citable = [] } = wish;
  if (citable.length === 0) return [];
  const say = context.texts.advisor.dialog;
  const offered = mostRelevant(citable, aboutOf(context, one), mostCitable, ticked(typed));
  const choices = offered.map(({ id, title, version }) => ({ title: `${title} (v${version})`, value: id }));
  return [
    choiceOfMany({
      id: 'cites',
      label: say.cite,
      placeholder: say.citeHint,
      among: offered.length > fewCitable ? 'many' : 'few',
      choices,
      value: typed['cites'],
    }),
    ...(offered.length < citable.length ? [remark(say.citeMore(citable.length - offered.length))] : []),
  ];
}

/** More would fill the dialog: they stand in a list one can search. */
const fewCitable = 6;
/** And more than these would not fit beside the longest texts. */
const mostCitable = 20;

const ticked = (typed: Typed) => (typed['cites'] ?? '').split(',').filter((id) => id !== '');

/** The words by which the fitting instructions are found. */
const aboutOf = (context: CardContext, one: Case): string =>
  [
    one.question,
    one.said.findLast(({ by }) => by === 'asker')?.text,
    topicName(context, one),
    one.category && categoryName(context, one.category),
  ].join(' ');
