/** Decides what a command makes of a case: the next case, or an everyday no. Rules live in the domain and nowhere else. */

import { type Actor, worksOnTheLine } from '../roles.ts';
import { assess, callbackMade, grant, redirect, speak } from './answering.ts';
import { decideAsker } from './asker-moves.ts';
import { type Case, isHeld } from './case.ts';
import { settled } from './change.ts';
import { type AdvisorCommand, type Command, isRefusal, type Refusal } from './command.ts';
import { type DecisionContext, noRole, refuseHolder, withoutSeen, wrongTime } from './decision.ts';
import { close, reopen } from './ending.ts';
import { claim, handOver, release, takeOver, transfer } from './holding.ts';
import { addReference, concern, markRecorded, resend } from './recording.ts';

export { type DecisionContext, refuseHolder, refuseReader } from './decision.ts';

/** What `command`, given by `actor`, makes of the case. The next version when it is allowed. */
export function decide(one: Case, command: Command, actor: Actor, context: DecisionContext): Case | Refusal {
  if (one.purgedAt) return { refused: 'purged' };
  const next = decideFor(one, command, actor, context);
  if (isRefusal(next)) return next;
  return next === one ? one : settled(context.county, next);
}

function decideFor(one: Case, command: Command, actor: Actor, context: DecisionContext): Case | Refusal {
  switch (command.do) {
    case 'reply':
    case 'edit':
    case 'withdraw':
    case 'wrongRegion':
      return one.asker.id === actor.id ? decideAsker(one, command, actor, context) : { refused: 'not-yours' };
    case 'reopen':
      return reopen(one, command, actor, context);
    case 'concern':
      return concern(one, command, actor, context);
    default:
      return decideAdvisor(one, command, actor, context);
  }
}

function decideAdvisor(
  one: Case,
  command: Exclude<AdvisorCommand, { do: 'reopen' }>,
  actor: Actor,
  context: DecisionContext,
): Case | Refusal {
  if (!worksOnTheLine(actor)) return noRole(one);
  switch (command.do) {
    case 'claim':
      return claim(one, actor, context);
    case 'takeOver':
      return takeOver(one, command, actor, context);
    case 'transfer':
      return transfer(one, command, actor, context);
    case 'markRecorded':
      return markRecorded(one, command, actor, context);
    case 'addReference':
      return addReference(one, command, actor, context);
    case 'resend':
      return resend(one, actor, context);
    case 'close':
      return close(one, actor, context);
    default:
      return decideHolder(one, command, actor, context);
  }
}

type HolderCommand = Extract<
  AdvisorCommand,
  { do: 'release' | 'answer' | 'askBack' | 'grant' | 'assess' | 'redirect' | 'callbackMade' | 'handOver' }
>;

function decideHolder(
  one: Case,
  command: HolderCommand,
  actor: Actor,
  context: DecisionContext,
): Case | Refusal {
  // giving a case away does not pass by what the asker said: the next holder will see it
  const relies = command.do === 'release' || command.do === 'handOver' ? withoutSeen(context) : context;
  const no = refuseHolder(one, actor, relies);
  if (no) return no;
  if (!isHeld(one)) return wrongTime(one);
  switch (command.do) {
    case 'release':
      return release(one, actor, context);
    case 'answer':
    case 'askBack':
      return speak(one, command, actor, context);
    case 'grant':
      return grant(one, command, actor, context);
    case 'assess':
      return assess(one, command, actor, context);
    case 'redirect':
      return redirect(one, command, actor, context);
    case 'callbackMade':
      return callbackMade(one, actor, context);
    case 'handOver':
      return handOver(one, command, actor, context);
  }
}
