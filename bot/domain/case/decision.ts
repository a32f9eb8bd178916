/** The circumstances of a decision, and what may stand in its way. */

import type { County } from '../county.ts';
import type { Moment, PersonId } from '../names.ts';
import { type Actor, advisesIn, noRole as lacking, worksOnTheLine } from '../roles.ts';
import { type Case, type HeldCase, isHeld } from './case.ts';
import type { Refusal } from './command.ts';

export type DecisionContext = {
  readonly now: Moment;
  readonly county: County;
  /** The version of the card that was pressed; absent when none was. */
  readonly seen?: number;
  /** Who held the case and works on the line no more. */
  readonly gone?: PersonId;
};

export type Decision<C extends { do: string }, From extends Case = Case> = (
  one: From,
  command: C,
  actor: Actor,
  context: DecisionContext,
) => Case | Refusal;

export const person = ({ id, name }: Actor) => ({ id, name });

export function refuseText(text: string, most: number): Refusal | undefined {
  if (text.trim() === '') return { refused: 'empty-text' };
  return text.length > most ? { refused: 'too-long', most, length: text.length } : undefined;
}

export const wrongTime = ({ status }: Case): Refusal => ({ refused: 'wrong-time', status });

export const noRole = ({ region }: Case): Refusal => ({ ...lacking('advisor'), region });

export const heldByAnother = ({ holder, claimedAt }: HeldCase): Refusal => ({
  refused: 'held-by-another',
  holder,
  since: claimedAt,
});

/** Who holds the case, or held it until it was closed. */
export const isHolder = (one: Case, actor: Actor) => 'holder' in one && one.holder?.id === actor.id;

/** What stands in the way of working on a case one must hold; undefined when nothing does. */
export function refuseHolder(one: Case, actor: Actor, context: DecisionContext): Refusal | undefined {
  // a holder whose roles were taken away can do nothing more
  if (!worksOnTheLine(actor)) return noRole(one);
  if (isHeld(one)) return isHolder(one, actor) ? changedSince(one, context) : heldByAnother(one);
  if (one.status !== 'waiting') return wrongTime(one);
  return refuseElsewhere(one, actor) ?? { refused: 'claim-first' };
}

/** The region's own advisors and the holder, wherever from, may touch a case. */
export function refuseElsewhere(one: Case, actor: Actor): Refusal | undefined {
  if (advisesIn(actor, one.region) || isHolder(one, actor)) return undefined;
  return { refused: 'other-region', region: one.region };
}

/**
 * Who may read what stands in a case: its region's advisors, its holder, and all on the line once it was offered to them.
 * Asked before anything of a case is shown, whatever else is refused.
 */
export function refuseReader(one: Case, actor: Actor): Refusal | undefined {
  if (!worksOnTheLine(actor)) return noRole(one);
  return one.rescued ? undefined : refuseElsewhere(one, actor);
}

/** A card may be older than the case: an answer must not pass by what the asker has just added. */
function changedSince(one: Case, { seen }: DecisionContext): Refusal | undefined {
  if (seen === undefined || seen >= one.askerSpoke) return undefined;
  const latest = one.said.filter(({ by }) => by === 'asker').at(-1);
  return { refused: 'changed-since', said: latest?.text ?? one.question };
}

export const withoutSeen = ({ now, county }: DecisionContext): DecisionContext => ({ now, county });
