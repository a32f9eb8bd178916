/** The dialogs that change who has a case, or where: taking it over, another region, a colleague, another service. */
import { isHeld, type Person, textLimits } from '../../../domain/case/case.ts';
import { paragraph, plain, remark } from '../../elements/elements.ts';
import { choice, textBox } from '../../elements/inputs.ts';
import { type CardContext, whenText } from '../../wording/case-words.ts';
import { asked, type DialogContext, type DialogForm } from './sheet.ts';

function reasonBox({ context, typed }: DialogContext, placeholder: string) {
  const { common, advisor } = context.texts;
  return textBox({
    id: 'reason',
    label: advisor.dialog.reason,
    required: common.required,
    most: textLimits.reason,
    value: typed['reason'],
    placeholder,
  });
}

export function takeOver(sheet: DialogContext): DialogForm {
  const { context, one } = sheet;
  const { dialog, action } = context.texts.advisor;
  const holder = isHeld(one)
    ? dialog.takeOverHeld(plain(one.holder.name), whenText(context, one.claimedAt))
    : dialog.takeOverFree;
  return {
    body: [...asked(sheet), paragraph(holder), reasonBox(sheet, dialog.takeOverHint)],
    send: action.takeOver,
  };
}

export function transfer(sheet: DialogContext): DialogForm {
  const { context, one, typed } = sheet;
  const { common, advisor } = context.texts;
  const choices = context.county.regions
    .filter(({ id }) => id !== one.region)
    .map(({ id, name }) => ({ title: name[context.language], value: id }));
  const where = choice({
    id: 'region',
    label: advisor.dialog.transferTo,
    required: common.required,
    among: 'few',
    choices,
    value: typed['region'],
  });
  return {
    body: [where, reasonBox(sheet, advisor.dialog.transferHint), remark(advisor.dialog.transferNote)],
    send: advisor.action.transfer,
  };
}

export function handOver({ context, typed, wish }: DialogContext): DialogForm {
  const { dialog, action } = context.texts.advisor;
  const { colleagues = [] } = wish;
  if (colleagues.length === 0) return { body: [paragraph(dialog.noColleagues)] };
  return { body: [colleagueChoice(context, colleagues, typed['person'])], send: action.handOver };
}

/** Whom to give a case, or all of them. */
export const colleagueChoice = ({ texts }: CardContext, people: readonly Person[], value?: string) =>
  choice({
    id: 'person',
    label: texts.advisor.dialog.handOverTo,
    required: texts.common.required,
    among: people.length > 6 ? 'many' : 'few',
    choices: people.map(({ id, name }) => ({ title: name, value: id })),
    value,
  });

export function redirect({ context, typed }: DialogContext): DialogForm {
  const { common, advisor } = context.texts;
  const target = choice({
    id: 'target',
    label: advisor.dialog.redirectTo,
    placeholder: context.texts.asker.question.choose,
    required: common.required,
    among: 'many',
    choices: context.county.redirects.map(({ id, name }) => ({ title: name[context.language], value: id })),
    value: typed['target'],
  });
  const note = textBox({
    id: 'note',
    label: advisor.dialog.redirectNote,
    most: textLimits.answer,
    lines: 'many',
    value: typed['note'],
  });
  return { body: [target, note, remark(advisor.dialog.noNames)], send: advisor.action.redirect };
}
