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
  careName,
  caseName,
  type Reading,
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
export type Drawn = { readonly now: Moment; readonly open: boolean };

/** In the asker's own language. Times stand with their day: a card is read long after it was drawn. */
export function askerCard(one: Case, county: County, drawn: Drawn): Card {
  const { now } = drawn;
  const reading = readingIn(county, one.asker.language);
  const about = { language: reading.language, says: saysOf(one, reading) };
  const head = panel(toneOf(one, now), [heading(statusText(one, reading)), remark(placeLine(one, reading))]);
  if (one.purgedAt) return card(about, [head, paragraph(reading.texts.common.purged)]);
  return card(
    about,
    [
      head,
      ...(isOpen(one) ? [dangerLine(reading)] : []),
      ...promise(one, reading, drawn),
      ...concernReceipts(one, reading),
      ...wordsSoFar(one, reading),
      ...agreed(one, reading),
      ...question(one, reading),
      ...timeline(one, reading),
      ...(asksFeedback(county, one) ? feedbackPart(one, reading.language) : []),
    ],
    actionsOf(one, reading),
  );
}

/** An old card, once a newer one stands further down. */
export function askerLine(one: Case, county: County): Card {
  const { texts, language } = readingIn(county, one.asker.language);
  const line = texts.asker.line(spokenCaseId(one.id), texts.asker.brief[one.status]);
  return card({ language, says: line }, [remark(line)]);
}

const saysOf = (one: Case, reading: Reading) =>
  `${caseName(reading, one)}: ${reading.texts.asker.brief[one.status]}`;

function statusText(one: Case, { texts }: Reading): string {
  const say = texts.asker.status;
  switch (one.status) {
    case 'claimed':
    case 'asked-back':
      return say[one.status](plain(one.holder.name));
    default:
      return say[one.status];
  }
}

/** An answer is promised and not yet given; after an answer only a reopened case is promised one anew. */
const awaitsAnswer = (one: Case) =>
  one.status === 'waiting' || (one.status === 'claimed' && (!one.firstAnsweredAt || one.reopened));

const isLate = (one: Case, now: Moment) => awaitsAnswer(one) && one.answerBy < now;

function toneOf(one: Case, now: Moment): Tone {
  if (isLate(one, now) || one.status === 'asked-back') return 'warning';
  if (one.status === 'answered') return 'good';
  return one.status === 'claimed' ? 'accent' : 'emphasis';
}

/** `7KQ-4MXU · Kuopio · Keskinen alue · Ohjaus tai konsultaatio` */
function placeLine(one: Case, reading: Reading): string {
  const parts = [spokenCaseId(one.id), whereText(reading, one), regionName(reading, one.region)];
  return [...new Set([...parts, topicName(reading, one)])].join(' · ');
}

// --- when to expect an answer ---

/** What is urgent or for today is promised only for another day. */
const closesFirst = (one: Case, now: Moment) => one.urgency !== 'normal' && dayOf(now) < dayOf(one.answerBy);

function promise(one: Case, reading: Reading, { now, open }: Drawn): Element[] {
  if (!awaitsAnswer(one)) return [];
  const { county, texts } = reading;
  const say = texts.asker.case;
  const when = whenText(reading, one.answerBy);
  const late = one.reminded ? `${say.late(when)} ${say.reminded}` : say.late(when);
  const phone = county.linePhone ? [paragraph(say.callLine(county.linePhone))] : [];
  return [
    ...(isLate(one, now) ? [paragraph(late), ...phone] : [paragraph(say.answerBy(when))]),
    ...(one.wantsCallback ? [remark(say.wantsCallback)] : []),
    ...(open ? [] : [closedPanel(reading, now, [])]),
    ...(open && closesFirst(one, now) ? [closesFirstPanel(reading)] : []),
  ];
}

// --- the question itself ---

/** In full until there is an answer to read instead. */
function question(one: Case, reading: Reading): Element[] {
  if (isReportOnly(reading.county, one)) return [];
  const say = reading.texts.asker.case;
  const hasAnswer = one.said.some(({ by }) => by === 'advisor');
  const care = one.flagged && careName(reading, one);
  return [
    subheading(say.youAsked),
    paragraph(plain(hasAnswer ? shortened(one.question, 200) : one.question)),
    ...(care ? [remark(say.flagged(care))] : []),
  ];
}

// --- what can be done now ---

function actionsOf(one: Case, reading: Reading): Action[] {
  const { button } = reading.texts.asker;
  const ids = idsOf(one);
  const concern = rarely(openDialog(button.concern, 'concern', ids));
  // what is written while a question is open goes to it: another question needs a way of its own
  const another = rarely(actNow(button.ask, 'menu', { item: 'ask' }));
  switch (one.status) {
    case 'waiting':
      return [...whileWaiting(one, reading), concern, another];
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
function whileWaiting(one: Case, reading: Reading): Action[] {
  const { button } = reading.texts.asker;
  const ids = idsOf(one);
  const moves = reading.county.regions.length > 1 ? [openDialog(button.wrongRegion, 'wrongRegion', ids)] : [];
  return [
    openDialog(button.addMore, 'reply', ids),
    ...(isReportOnly(reading.county, one) ? [] : [openDialog(button.edit, 'edit', ids)]),
    ...moves,
    ...(holdsReport(one) ? [] : [rarely(actNow(button.withdraw, 'withdraw', ids))]),
  ];
}
