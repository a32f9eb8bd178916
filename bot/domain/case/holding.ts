/** Who has the case: claimed, taken over, given back, handed on, moved to another region. */

import type { Moment, RegionId } from '../names.ts';
import type { Actor } from '../roles.ts';
import { type Case, type Deed, type HeldCase, isHeld, isOpen, textLimits, type WaitingCase } from './case.ts';
import { ringing, stepped, unheld } from './change.ts';
import { type AdvisorCommand, isRefusal, type Refusal } from './command.ts';
import {
  type Decision,
  type DecisionContext,
  heldByAnother,
  isHolder,
  person,
  refuseElsewhere,
  refuseHolder,
  refuseText,
  withoutSeen,
  wrongTime,
} from './decision.ts';

/** Into another region's queue; its place in time stays. Within the same region only the asker may mend something. */
export function moved(
  one: WaitingCase,
  region: RegionId,
  actor: Actor,
  context: DecisionContext,
  did: 'wrongRegion' | 'transfer',
  reason?: string,
) {
  if (!context.county.regions.some(({ id }) => id === region)) {
    return { refused: 'unknown-choice', field: 'region' } as const;
  }
  if (region === one.region) {
    return did === 'transfer'
      ? ({ refused: 'same-region', region } as const)
      : stepped(one, person(actor), context.now, did);
  }
  const step = { from: one.region, to: region, ...(reason && { reason }) };
  // the new region's card rings its advisors; a wait that is already long is rescued there again
  return stepped({ ...one, region, rescued: false }, person(actor), context.now, did, step);
}

export function claim(one: Case, actor: Actor, { now }: DecisionContext): Case | Refusal {
  // a second press of the same button is not a mistake
  if (isHeld(one)) return isHolder(one, actor) ? one : heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  return refuseElsewhere(one, actor) ?? heldBy(stepped(one, person(actor), now, 'claim'), actor, now);
}

function heldBy(one: Case, actor: HeldCase['holder'], now: Moment): HeldCase {
  const free = unheld(one);
  const status = isHeld(one) ? one.status : 'claimed';
  const holder = { id: actor.id, name: actor.name };
  // who has it again is not told that they lost it
  const rings = one.rings.filter(({ whom, state }) => whom !== actor.id || state === 'sent');
  const firstClaimedAt = one.firstClaimedAt ?? now;
  return { ...free, status, holder, rings, claimedAt: now, firstClaimedAt } as HeldCase;
}

/** By any advisor or supervisor, from a holder or from the queue, with a reason. */
export const takeOver: Decision<Extract<AdvisorCommand, { do: 'takeOver' }>> = (
  one,
  { reason },
  actor,
  context,
) => {
  if (!isOpen(one)) return wrongTime(one);
  if (isHolder(one, actor)) return one;
  const no = refuseText(reason, textLimits.reason) ?? takenSince(one, context);
  if (no) return no;
  const from = isHeld(one) ? { person: one.holder } : {};
  const taken = stepped(one, person(actor), context.now, 'takeOver', { reason, ...from });
  const rung = ringing(heldBy(taken, actor, context.now), 'asker', 'taken', context.now);
  // who had it may be at work on it: a card redrawn tells nobody
  return isHeld(one) ? ringing(rung, 'advisors', 'taken', context.now, one.holder.id) : rung;
};

const takings: readonly Deed[] = ['claim', 'takeOver', 'handOver', 'reopen'];

/** A take-over relies on who held the case: somebody who took it meanwhile is not overrun unseen. */
function takenSince(one: Case, { seen }: DecisionContext): Refusal | undefined {
  if (seen === undefined || !isHeld(one)) return undefined;
  const taking = one.trail.findLast(({ did }) => takings.includes(did));
  return taking && taking.version > seen ? heldByAnother(one) : undefined;
}

function waitingAgain(one: Case, now: Moment): WaitingCase {
  return {
    ...unheld(one),
    status: 'waiting',
    waitingSince: now,
    reminded: false,
    rescued: false,
  } as WaitingCase;
}

export function release(one: HeldCase, actor: Actor, { now }: DecisionContext): Case {
  return ringing(
    waitingAgain(stepped(one, person(actor), now, 'release'), now),
    'advisors',
    'handed-over',
    now,
  );
}

export const handOver: Decision<Extract<AdvisorCommand, { do: 'handOver' }>, HeldCase> = (
  one,
  { to },
  actor,
  { now },
) => {
  if (to.id === actor.id) return one;
  return ringing(
    heldBy(stepped(one, person(actor), now, 'handOver', { person: to }), to, now),
    'holder',
    'handed-over',
    now,
  );
};

/** To another region's queue: by the holder, or by an advisor of the case's region while nobody holds it. */
export const transfer: Decision<Extract<AdvisorCommand, { do: 'transfer' }>> = (
  one,
  { region, reason },
  actor,
  context,
) => {
  if (!isOpen(one)) return wrongTime(one);
  const no = isHeld(one) ? refuseHolder(one, actor, withoutSeen(context)) : refuseElsewhere(one, actor);
  if (no) return no;
  const poor = refuseText(reason, textLimits.reason);
  if (poor) return poor;
  const waiting = isHeld(one) ? waitingAgain(one, context.now) : one;
  const next = moved(waiting, region, actor, context, 'transfer', reason);
  return isRefusal(next) ? next : ringing(next, 'asker', 'transferred', context.now);
};
