/** The dialogs in which an advisor speaks with the asker: an answer that may cite instructions, a question back. */
import { textLimits } from '../../domain/case.ts';
import { type Element, remark } from '../elements.ts';
import { choiceOfMany, textBox } from '../inputs.ts';
import { asked, type Form, type Sheet } from './sheet.ts';

export const answer = (sheet: Sheet): Form =>
  speech(sheet, sheet.reading.texts.advisor.dialog.answerText, citing(sheet));

export const askBack = (sheet: Sheet): Form => speech(sheet, sheet.reading.texts.advisor.dialog.askBackText);

function speech(sheet: Sheet, label: string, more: readonly Element[] = []): Form {
  const { common, advisor } = sheet.reading.texts;
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
function citing({ reading, typed, wish }: Sheet): Element[] {
  const { citable = [] } = wish;
  if (citable.length === 0) return [];
  const say = reading.texts.advisor.dialog;
  const choices = citable.map(({ id, title, version }) => ({ title: `${title} (v${version})`, value: id }));
  return [
    choiceOfMany({
      id: 'cites',
      label: say.cite,
      placeholder: say.citeHint,
      among: citable.length > fewCitable ? 'many' : 'few',
      choices,
      value: typed['cites'],
    }),
  ];
}

/** More would fill the dialog: they stand in a list one can search. */
const fewCitable = 6;
