/** The dialogs in which advisors work on a case, by name. */
import type { Case } from '../../domain/case/case.ts';
import type { County, Language } from '../../domain/county.ts';
import { idsOf, submit } from '../elements/actions.ts';
import {
  type Action,
  card,
  type Dialog,
  type Element,
  panel,
  paragraph,
  plain,
  remark,
} from '../elements/elements.ts';
import type { CaseDialog } from '../verbs/advisor-readers.ts';
import { type CardContext, caseName, readingIn, titleOf } from '../wording/case-words.ts';
import { explain } from '../wording/refusals.ts';
import { answer, askBack } from './dialogs/answer.ts';
import { assess } from './dialogs/assess.ts';
import { markRecorded, reportConcern } from './dialogs/concern.ts';
import { grant } from './dialogs/grant.ts';
import { handOver, redirect, takeOver, transfer } from './dialogs/moves.ts';
import { copyText, showClient } from './dialogs/reading.ts';
import { addReference } from './dialogs/reference.ts';
import type { DialogContext, DialogForm, DialogWish } from './dialogs/sheet.ts';

/** Gives the dialog of that name for this case, in the reader's language. */
export function advisorDialog(
  name: CaseDialog,
  one: Case,
  county: County,
  language: Language,
  wish: DialogWish,
): Dialog {
  const context = readingIn(county, language);
  const title = context.texts.advisor.action[name];
  if (name === 'reportConcern' && !one.purgedAt) return reportConcern(context, one, wish);
  const form: DialogForm =
    one.purgedAt || name === 'reportConcern'
      ? { body: [paragraph(context.texts.advisor.dialog.purged)] }
      : formOf[name]({ context, one, wish, typed: wish.typed ?? {} });
  const actions: Action[] = form.send ? [submit(form.send, name, idsOf(one))] : [];
  const says = `${title}. ${caseName(context, one)}`;
  return { title, card: card({ language, says }, [...topOf(context, one, wish), ...form.body], actions) };
}

function topOf(context: CardContext, one: Case, { problem }: DialogWish): Element[] {
  const where = remark(`${caseName(context, one)} · ${plain(titleOf(context, one))}`);
  if (!problem) return [where];
  return [panel('attention', [paragraph(explain(problem, context.texts, context.county))]), where];
}

const formOf: {
  readonly [name in Exclude<CaseDialog, 'reportConcern'>]: (sheet: DialogContext) => DialogForm;
} = {
  answer,
  askBack,
  takeOver,
  grant,
  assess,
  redirect,
  transfer,
  handOver,
  showClient,
  addReference,
  markRecorded,
  copyText,
};
