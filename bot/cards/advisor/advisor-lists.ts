/** An advisor's own open cases, and a case found by its id. */

import { type Case, isOpen } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County, Language } from '../../domain/county.ts';
import { buttons, openDialog, openLink } from '../elements/actions.ts';
import {
  type Action,
  bold,
  type Card,
  card,
  type Element,
  facts,
  heading,
  paragraph,
  plain,
  remark,
  ruled,
} from '../elements/elements.ts';
import { recordButton } from '../recording-dialog.ts';
import {
  askerText,
  type CardContext,
  caseName,
  headlineOf,
  promiseText,
  readingIn,
  regionName,
  sinceText,
  statePanel,
  titleOf,
} from '../wording/case-words.ts';
import { outsiderActions } from './case-actions.ts';

/** More would not be read in a chat, and the card must stay under 25 kB. */
const mostCases = 15;

/** Where a case's thread stands in Teams, if that is known. */
export type LinkOf = (one: Case) => string | undefined;

/** The soonest promised first. */
export function myCasesCard(
  cases: readonly Case[],
  county: County,
  language: Language,
  linkOf: LinkOf = () => undefined,
): Card {
  const context = readingIn(county, language);
  const say = context.texts.advisor;
  const record = recordButton(language);
  if (cases.length === 0)
    return card({ language, says: say.lists.none }, [paragraph(say.lists.none)], [record]);
  const sorted = cases.toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
  const left = cases.length - mostCases;
  return card(
    { language, says: say.lists.mineCount(cases.length) },
    [
      heading(say.lists.mine),
      ...sorted.slice(0, mostCases).flatMap((one) => rowOf(context, one, linkOf)),
      ...(left > 0 ? [remark(say.lists.more(left))] : []),
    ],
    [openDialog(say.action.handOverAll, 'handOverAll'), record],
  );
}

function rowOf(context: CardContext, one: Case, linkOf: LinkOf): Element[] {
  const link = linkOf(one);
  return [
    ruled(bold(plain(titleOf(context, one)))),
    { ...paragraph(plain(headlineOf(context, one))), spacing: 'none' },
    remark([caseName(context, one), promiseText(context, one) ?? sinceText(context, one)].join(' · ')),
    ...(link ? [buttons([openLink(context.texts.advisor.action.openThread, link)])] : []),
  ];
}

/** What an advisor may know of a case found by its id: where it stands, not what it says. */
export function caseFoundCard(one: Case, county: County, language: Language, link?: string): Card {
  const context = readingIn(county, language);
  const { advisor } = context.texts;
  const actions: Action[] = [
    ...(link ? [openLink(advisor.action.openThread, link)] : []),
    ...(isOpen(one) && !one.purgedAt ? outsiderActions(context, one) : []),
  ];
  return card(
    { language, says: caseName(context, one) },
    [
      statePanel(context, one),
      heading(plain(titleOf(context, one))),
      paragraph(plain(askerText(one))),
      facts([
        [advisor.channel.caseId, spokenCaseId(one.id)],
        [advisor.channel.region, plain(regionName(context, one.region))],
      ]),
    ],
    actions,
  );
}
