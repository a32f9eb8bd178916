/** The end of a case, and its new beginning. */

import type { Moment } from '../names.ts';
import { answerDue, firstPromise } from '../promises.ts';
import { type Actor, worksOnTheLine } from '../roles.ts';
import { type Case, type ClosedCase, type HeldCase, isHeld, textLimits, type WaitingCase } from './case.ts';
import { ringing, saying, stepped } from './change.ts';
import type { Command, Refusal } from './command.ts';
import {
  type Decision,
  type DecisionContext,
  noRole,
  person,
  refuseElsewhere,
  refuseHolder,
  refuseText,
  wrongTime,
} from './decision.ts';

/** Reopened by the asker the case rings its holder or, without one who is still there, waits again; by an advisor it is theirs. */
export const reopen: Decision<Extract<Command, { do: 'reopen' }>> = (
  one,
  { text },
  actor,
  { now, county, gone },
) => {
  const isAsker = one.asker.id === actor.id;
  if (!isAsker && !worksOnTheLine(actor)) return noRole(one);
  if (one.status !== 'closed') return wrongTime(one);
  // elsewhere there is nothing to take over: a closed case is not held
  if (!isAsker && !actor.supervisor && refuseElsewhere(one, actor)) return noRole(one);
  const no = text === undefined ? undefined : refuseText(text, textLimits.reply);
  if (no) return no;
  const former = one.holder?.id === gone ? undefined : one.holder;
  const opened = reopenedCase(one, isAsker ? former : person(actor), now);
  // the opening hours may change: what was promised first is kept, not worked out again
  const promised = {
    answerBy: answerDue(county, now, one.urgency),
    firstAnswerBy: firstPromise(county, one),
  };
  const next = stepped({ ...opened, reopened: true, ...promised }, person(actor), now, 'reopen');
  const rung = ringing(next, isAsker ? (isHeld(next) ? 'holder' : 'advisors') : 'asker', 'reopened', now);
  if (text === undefined) return rung;
  return saying(rung, { at: now, by: isAsker ? 'asker' : 'advisor', name: actor.name, kind: 'reply', text });
};

function reopenedCase(
  one: ClosedCase,
  holder: HeldCase['holder'] | undefined,
  now: Moment,
): WaitingCase | HeldCase {
  const { closedAt: _at, closedBy: _by, holder: _holder, ...rest } = one;
  return holder
    ? { ...rest, status: 'claimed', holder, claimedAt: now }
    : { ...rest, status: 'waiting', waitingSince: now, reminded: false, rescued: false };
}

export function close(one: Case, actor: Actor, context: DecisionContext): Case | Refusal {
  if (one.status === 'closed' && one.closedBy.id === actor.id) return one;
  const no = refuseHolder(one, actor, context);
  if (no) return no;
  if (!isHeld(one)) return wrongTime(one);
  if (one.outcomes.length === 0) return { refused: 'no-outcome' };
  if (one.outcomes.some((outcome) => outcome.kind === 'concern' && !outcome.recorded))
    return { refused: 'record-first' };
  // closing tells the asker what came of it: nobody waits for an answer any more
  const told = { ...one, firstAnsweredAt: one.firstAnsweredAt ?? context.now };
  const { claimedAt: _, ...rest } = stepped(told, person(actor), context.now, 'close');
  const closed = { ...rest, status: 'closed', closedBy: person(actor), closedAt: context.now } as const;
  return ringing(closed, 'asker', 'closed', context.now);
}
