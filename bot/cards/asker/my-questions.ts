/** An asker's own questions: the list of them, and the choice of which one new words belong to. */

import { dayOf } from '../../domain/calendar.ts';
import { type Case, isOpen } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { Draft } from '../../domain/case/draft.ts';
import type { County, Language } from '../../domain/county.ts';
import { fullDayText } from '../../words/when.ts';
import { actNow, buttons } from '../elements/actions.ts';
import {
  type Action,
  bold,
  type Card,
  card,
  type Element,
  heading,
  panel,
  paragraph,
  plain,
  remark,
  ruled,
  shortened,
} from '../elements/elements.ts';
import { type CardContext, readingIn, titleOf } from '../wording/case-words.ts';

const mostListed = 8;

/** The newest first, the open ones before the others. */
export function myQuestionsCard(cases: readonly Case[], county: County, language: Language): Card {
  const context = readingIn(county, language);
  const { mine, button } = context.texts.asker;
  const sorted = [...cases.filter(isOpen), ...cases.filter((one) => !isOpen(one))];
  const rest = sorted.length - mostListed;
  const show = (one: Case) => actNow(button.show, 'show', { caseId: one.id });
  return card(
    { language, says: mine.heading },
    [
      heading(mine.heading),
      ...(sorted.length === 0 ? [paragraph(mine.none)] : []),
      ...sorted.slice(0, mostListed).map((one) => listed(one, context, show(one))),
      ...(rest > 0 ? [remark(mine.more(rest))] : []),
    ],
    [actNow(button.ask, 'menu', { item: 'ask' })],
  );
}

/** Which of the open cases the kept words belong to; or they are a question of their own. */
export function pickCaseCard(shown: {
  readonly draft: Draft;
  readonly cases: readonly Case[];
  readonly county: County;
  readonly language: Language;
}): Card {
  const { draft, cases, county, language } = shown;
  const context = readingIn(county, language);
  const { pick, button, question } = context.texts.asker;
  const draftId = draft.id;
  const here = (one: Case) => actNow(button.pick, 'reply', { draftId, caseId: one.id });
  return card(
    { language, says: pick.heading },
    [
      heading(pick.heading),
      paragraph(cases.length > 1 ? pick.explain : pick.otherPlace),
      panel('emphasis', [paragraph(plain(shortened(draft.answers.question, 400)))]),
      ...cases.slice(0, mostListed).map((one) => listed(one, context, here(one))),
    ],
    [
      actNow(button.newQuestion, 'newQuestion', { draftId }),
      actNow(question.discard, 'discard', { draftId }),
    ],
  );
}

/** Without the question's own words: a list in the chat is not redrawn when the case is purged. */
function listed(one: Case, context: CardContext, action: Action): Element {
  const { brief, mine } = context.texts.asker;
  const asked = mine.asked(fullDayText(context.language, dayOf(one.receivedAt)));
  return ruled(
    panel('default', [
      bold(`${spokenCaseId(one.id)} · ${brief[one.status]}`),
      paragraph(plain(titleOf(context, one))),
      remark(asked),
      buttons([action]),
    ]),
  );
}
