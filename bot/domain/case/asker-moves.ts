/** What only the asker does to their case: replies, edits, withdraws, says that it came to the wrong region. */

import { urgencyOf } from '../concern.ts';
import type { County, Urgency } from '../county.ts';
import type { Moment } from '../names.ts';
import { answerDue, moreUrgent } from '../promises.ts';
import type { Actor } from '../roles.ts';
import { regionOfPlace } from '../routing.ts';
import { type Case, isHeld, isOpen, textLimits, type WaitingCase } from './case.ts';
import { ringing, saying, stepped } from './change.ts';
import type { AskerCommand, Refusal } from './command.ts';
import {
  type Decision,
  type DecisionContext,
  heldByAnother,
  person,
  refuseText,
  wrongTime,
} from './decision.ts';
import { moved } from './holding.ts';
import { holdsReport, isReportOnly } from './standing.ts';

export function decideAsker(
  one: Case,
  command: Exclude<AskerCommand, { do: 'reopen' }>,
  actor: Actor,
  context: DecisionContext,
) {
  switch (command.do) {
    case 'reply':
      return reply(one, command, actor, context);
    case 'edit':
      return edit(one, command, actor, context);
    case 'withdraw':
      return withdraw(one, actor, context);
    case 'wrongRegion':
      return wrongRegion(one, command, actor, context);
  }
}

/** A reply to an answered or asked-back case gives the turn back to its holder. */
const reply: Decision<Extract<AskerCommand, { do: 'reply' }>> = (one, { text }, actor, { now }) => {
  const no = refuseText(text, textLimits.reply);
  if (no) return no;
  if (!isOpen(one)) return wrongTime(one);
  const back: Case = isHeld(one) ? { ...one, status: 'claimed' } : one;
  const said = saying(stepped(back, person(actor), now, 'reply'), {
    at: now,
    by: 'asker',
    name: actor.name,
    kind: 'reply',
    text,
  });
  return isHeld(one) ? ringing(said, 'holder', 'replied', now) : said;
};

const edit: Decision<Extract<AskerCommand, { do: 'edit' }>> = (
  one,
  { text, urgency: wished },
  actor,
  { now, county },
) => {
  const no = refuseText(text, textLimits.question);
  if (no) return no;
  if (isHeld(one)) return heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  if (isReportOnly(county, one)) return { refused: 'report-stays' };
  const urgency = wished && atLeastAsReported(one, wished);
  const isSameUrgency = urgency === undefined || urgency === one.urgency;
  if (isSameUrgency && text === one.question) return one;
  const next = stepped({ ...one, question: text }, person(actor), now, 'edit');
  const said = saying(next, { at: now, by: 'asker', name: actor.name, kind: 'edit', text });
  return isSameUrgency ? said : withUrgency(said, urgency, county, now);
};

/** What was reported does not grow less urgent because the question does. */
const atLeastAsReported = ({ outcomes }: Case, wished: Urgency): Urgency =>
  outcomes.reduce(
    (most, outcome) => (outcome.kind === 'concern' ? moreUrgent(most, urgencyOf(outcome.facts)) : most),
    wished,
  );

/** The promise is made again, from the same beginning. */
function withUrgency(one: WaitingCase, urgency: Urgency, county: County, now: Moment): WaitingCase {
  const began = one.reopened ? one.waitingSince : one.receivedAt;
  const answerBy = answerDue(county, began, urgency);
  const promised = { ...one, urgency, answerBy, reminded: false, rescued: false };
  return urgency === 'urgent' ? ringing(promised, 'advisors', 'urgent', now) : promised;
}

function withdraw(one: Case, actor: Actor, { now }: DecisionContext): Case | Refusal {
  if (one.status === 'withdrawn') return one;
  if (isHeld(one)) return heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  if (holdsReport(one)) return { refused: 'report-stays' };
  return stepped({ ...one, status: 'withdrawn', closedAt: now }, person(actor), now, 'withdraw');
}

/** The question moves; its history and its clock stay. */
const wrongRegion: Decision<Extract<AskerCommand, { do: 'wrongRegion' }>> = (
  one,
  command,
  actor,
  context,
) => {
  if (isHeld(one)) return heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  const { region, place } = command;
  if (region === one.region && place === one.place) return one;
  if (place && regionOfPlace(context.county, place) !== region)
    return { refused: 'unknown-choice', field: 'region' };
  const { place: _, ...rest } = one;
  const placed: WaitingCase = { ...rest, ...(place && { place }) };
  return moved(placed, region, actor, context, 'wrongRegion');
};
