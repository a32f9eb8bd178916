/** Decides what a command makes of a case: the next case, or an everyday no. Rules live in the domain and nowhere else. */

import { type Actor, worksOnTheLine } from '../roles.ts';
import { assess, callbackMade, grant, redirect, speak } from './answering.ts';
import { decideAsker } from './asker-moves.ts';
import { type Case, isHeld } from './case.ts';
import { settled } from './change.ts';
import { type AdvisorCommand, type Command, isRefusal, type Refusal } from './command.ts';
import { close, reopen } from './ending.ts';
import { claim, handOver, release, takeOver, transfer } from './holding.ts';
import { addReference, concern, markRecorded, resend } from './recording.ts';
import { noRole, refuseHolder, type Turn, withoutSeen, wrongTime } from './turn.ts';

export { noRole, refuseHolder, type Turn } from './turn.ts';

/** What `command`, given by `actor`, makes of the case. The next version when it is allowed. */
export function decide(one: Case, command: Command, actor: Actor, turn: Turn): Case | Refusal {
  if (one.purgedAt) return { refused: 'purged' };
  const next = decideFor(one, command, actor, turn);
  if (isRefusal(next)) return next;
  return next === one ? one : settled(turn.county, next);
}

function decideFor(one: Case, command: Command, actor: Actor, turn: Turn): Case | Refusal {
  switch (command.do) {
    case 'reply':
    case 'edit':
    case 'withdraw':
    case 'wrongRegion':
      return one.asker.id === actor.id ? decideAsker(one, command, actor, turn) : { refused: 'not-yours' };
    case 'reopen':
      return reopen(one, command, actor, turn);
    case 'concern':
      return concern(one, command, actor, turn);
    default:
      return decideAdvisor(one, command, actor, turn);
  }
}

function decideAdvisor(
  one: Case,
  command: Exclude<AdvisorCommand, { do: 'reopen' }>,
  actor: Actor,
  turn: Turn,
): Case | Refusal {
  if (!worksOnTheLine(actor)) return noRole(one);
  switch (command.do) {
    case 'claim':
      return claim(one, actor, turn);
    case 'takeOver':
      return takeOver(one, command, actor, turn);
    case 'transfer':
      return transfer(one, command, actor, turn);
    case 'markRecorded':
      return markRecorded(one, command, actor, turn);
    case 'addReference':
      return addReference(one, command, actor, turn);
    case 'resend':
      return resend(one, actor, turn);
    case 'close':
      return close(one, actor, turn);
    default:
      return decideHolder(one, command, actor, turn);
  }
}

type HolderCommand = Extract<
  AdvisorCommand,
  { do: 'release' | 'answer' | 'askBack' | 'grant' | 'assess' | 'redirect' | 'callbackMade' | 'handOver' }
>;

function decideHolder(one: Case, command: HolderCommand, actor: Actor, turn: Turn): Case | Refusal {
  // giving a case away does not pass by what the asker said: the next holder will see it
  const relies = command.do === 'release' || command.do === 'handOver' ? withoutSeen(turn) : turn;
  const no = refuseHolder(one, actor, relies);
  if (no) return no;
  if (!isHeld(one)) return wrongTime(one);
  switch (command.do) {
    case 'release':
      return release(one, actor, turn);
    case 'answer':
    case 'askBack':
      return speak(one, command, actor, turn);
    case 'grant':
      return grant(one, command, actor, turn);
    case 'assess':
      return assess(one, command, actor, turn);
    case 'redirect':
      return redirect(one, command, actor, turn);
    case 'callbackMade':
      return callbackMade(one, actor, turn);
    case 'handOver':
      return handOver(one, command, actor, turn);
  }
}
