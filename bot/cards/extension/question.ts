/** The question card as a dialog on a message somewhere in Teams: the same form, sent by the dialog's own buttons. */

import { likelyRoute, type QuestionShown, questionForm } from '../asker/question-card.ts';
import { submit } from '../elements/actions.ts';
import { badge, card, type Dialog, type Element, remark, type SubmitAction } from '../elements/elements.ts';
import { type CardContext, readingIn } from '../wording/case-words.ts';
import { explain } from '../wording/refusals.ts';

/** Verbs `ask`, `sendAnyway` and `discard`, as on the question card; data `draftId`. */
export function questionDialog(shown: QuestionShown): Dialog {
  const context = readingIn(shown.county, shown.language);
  const { message } = context.texts.extension;
  return {
    title: message.title,
    card: card(
      { language: shown.language, says: `${message.title}. ${context.texts.asker.question.notYetSent}` },
      [...stateOf(shown, context), ...questionForm({ ...shown, tellMasked: message.masked }, context)],
      actionsOf(shown, context),
    ),
  };
}

function stateOf({ problem, county }: QuestionShown, { texts }: CardContext): Element[] {
  return [
    remark(texts.asker.question.notYetSent),
    ...(problem ? [badge(explain(problem, texts, county), 'attention')] : []),
  ];
}

function actionsOf(shown: QuestionShown, { texts }: CardContext): SubmitAction[] {
  const { question } = texts.asker;
  const data = { draftId: shown.draft.id };
  const way = shown.route ?? likelyRoute(shown);
  return [
    submit(question.send, 'ask', data),
    ...(way.to === 'own-team' ? [submit(question.sendAnyway, 'sendAnyway', data)] : []),
    { ...submit(question.discard, 'discard', data), associatedInputs: 'none' },
  ];
}
