/** The asker's one live card: where the question stands, the answer, what was agreed, and what the asker can do now. */

import { dayOf } from '../../domain/calendar.ts';
import { type Case, isOpen } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { holdsReport, isReportOnly } from '../../domain/case/standing.ts';
import type { County } from '../../domain/county.ts';
import { asksFeedback } from '../../domain/feedback.ts';
import type { Moment } from '../../domain/names.ts';
import { actNow, idsOf, openDialog, rarely } from '../elements/actions.ts';
import {
  type Action,
  type Card,
  card,
  type Element,
  heading,
  panel,
  paragraph,
  plain,
  remark,
  shortened,
  subheading,
  type Tone,
} from '../elements/elements.ts';
import {
  type CardContext,
  careName,
  caseName,
  readingIn,
  regionName,
  topicName,
  whenText,
  whereText,
} from '../wording/case-words.ts';
import { agreed, concernReceipts, timeline, wordsSoFar } from './asker-story.ts';
import { feedbackPart } from './feedback-card.ts';
import { closedPanel, closesFirstPanel, dangerLine } from './urgent-help.ts';

/** `open`: whether the line is open at `now`. */
export type DrawOptions = { readonly now: Moment; readonly open: boolean };

/** In the asker's own language. Times stand with their day: a card is read long after it was drawn. */
export function askerCard(one: Case, county: County, drawn: DrawOptions): Card {
  const { now } = drawn;
  const context = readingIn(county, one.asker.language);
  const about = { language: context.language, says: saysOf(one, context) };
  const head = panel(toneOf(one, now), [heading(statusText(one, context)), remark(placeLine(one, context))]);
  if (one.purgedAt) return card(about, [head, paragraph(context.texts.common.purged)]);
  return card(
    about,
    [
      head,
      ...(isOpen(one) ? [dangerLine(context)] : []),
      ...promise(one, context, drawn),
      ...concernReceipts(one, context),
      ...wordsSoFar(one, context),
      ...agreed(one, context),
      ...question(one, context),
      ...timeline(one, context),
      ...(asksFeedback(county, one) ? feedbackPart(one, context.language) : []),
    ],
    actionsOf(one, context),
  );
}

/** An old card, once a newer one stands further down. */
export function askerLine(one: Case, county: County): Card {
  const { texts, language } = readingIn(county, one.asker.language);
  const line = texts.asker.line(spokenCaseId(one.id), texts.asker.brief[one.status]);
  return card({ language, says: line }, [remark(line)]);
}

const saysOf = (one: Case, context: CardContext) =>
  `${caseName(context, one)}: ${context.texts.asker.brief[one.status]}`;

function statusText(one: Case, { texts }: CardContext): string {
  const say = texts.asker.status;
  switch (one.status) {
    case 'claimed':
    case 'asked-back':
      return say[one.status](plain(one.holder.name));
    default:
      return say[one.status];
  }
}

/** An answer is promised and not yet given; after an answer only a reopened case is promised one again. */
const awaitsAnswer = (one: Case) =>
  one.status === 'waiting' || (one.status === 'claimed' && (!one.firstAnsweredAt || one.reopened));

const isLate = (one: Case, now: Moment) => awaitsAnswer(one) && one.answerBy < now;

function toneOf(one: Case, now: Moment): Tone {
  if (isLate(one, now) || one.status === 'asked-back') return 'warning';
  if (one.status === 'answered') return 'good';
  return one.status === 'claimed' ? 'accent' : 'emphasis';
}

/** `7KQ-4MXU · Kuopio · Keskinen alue · Ohjaus tai konsultaatio` */
function placeLine(one: Case, context: CardContext): string {
  const parts = [spokenCaseId(one.id), whereText(context, one), regionName(context, one.region)];
  return [...new Set([...parts, topicName(context, one)])].join(' · ');
}

// --- when to expect an answer ---

/** What is urgent or for today is promised only for another day. */
const closesFirst = (one: Case, now: Moment) => one.urgency !== 'normal' && dayOf(now) < dayOf(one.answerBy);

function promise(one: Case, context: CardContext, { now, open }: DrawOptions): Element[] {
  if (!awaitsAnswer(one)) return [];
  const { county, texts } = context;
  const say = texts.asker.case;
  const when = whenText(context, one.answerBy);
  const late = one.reminded ? `${say.late(when)} ${say.reminded}` : say.late(when);
  const phone = county.linePhone ? [paragraph(say.callLine(county.linePhone))] : [];
  return [
    ...(isLate(one, now) ? [paragraph(late), ...phone] : [paragraph(say.answerBy(when))]),
    ...(one.wantsCallback ? [remark(say.wantsCallback)] : []),
    ...(open ? [] : [closedPanel(context, now, [])]),
    ...(open && closesFirst(one, now) ? [closesFirstPanel(context)] : []),
  ];
}

// --- the question itself ---

/** In full until there is an answer to read instead. */
function question(one: Case, context: CardContext): Element[] {
  if (isReportOnly(context.county, one)) return [];
  const say = context.texts.asker.case;
  const hasAnswer = one.said.some(({ by }) => by === 'advisor');
  const care = one.flagged && careName(context, one);
  return [
    subheading(say.youAsked),
    paragraph(plain(hasAnswer ? shortened(one.question, 200) : one.question)),
    ...(care ? [remark(say.flagged(care))] : []),
  ];
}

// --- what can be done now ---

function actionsOf(one: Case, context: CardContext): Action[] {
  const { button } = context.texts.asker;
  const ids = idsOf(one);
  const concern = rarely(openDialog(button.concern, 'concern', ids));
  // what is written while a question is open goes to it: another question needs a way of its own
  const another = rarely(actNow(button.ask, 'menu', { item: 'ask' }));
  switch (one.status) {
    case 'waiting':
      return [...whileWaiting(one, context), concern, another];
    case 'claimed':
      return [openDialog(button.addMore, 'reply', ids), concern, another];
    case 'answered':
      return [openDialog(button.askMore, 'reply', ids), concern, another];
    case 'asked-back':
      return [openDialog(button.reply, 'reply', ids), concern, another];
    case 'closed':
      return [openDialog(button.reopen, 'reopen', ids)];
    case 'withdrawn':
      return [];
  }
}

/** A concern report is neither edited nor taken back: its words are sealed, and the duty to report stays. */
function whileWaiting(one: Case, context: CardContext): Action[] {
  const { button } = context.texts.asker;
  const ids = idsOf(one);
  const moves = context.county.regions.length > 1 ? [openDialog(button.wrongRegion, 'wrongRegion', ids)] : [];
  return [
    openDialog(button.addMore, 'reply', ids),
    ...(isReportOnly(context.county, one) ? [] : [openDialog(button.edit, 'edit', ids)]),
    ...moves,
    ...(holdsReport(one) ? [] : [rarely(actNow(button.withdraw, 'withdraw', ids))]),
  ];
}
