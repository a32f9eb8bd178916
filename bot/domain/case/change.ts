/** The small moves that every command is made of: a step in the trail, something said, an outcome, a ring. */

import type { County } from '../county.ts';
import type { Moment, PersonId } from '../names.ts';
import { duesOf } from '../promises.ts';
import {
  type Case,
  type Deed,
  keptAlong,
  type Outcome,
  type Person,
  type Ring,
  type Step,
  type Utterance,
} from './case.ts';

type Without<Union, Keys extends string> = Union extends unknown ? Omit<Union, Keys> : never;

/** Goes to the next version, telling who did what. */
export function stepped<C extends Case>(
  one: C,
  by: Step['by'],
  at: Moment,
  did: Deed,
  more: Pick<Step, 'reason' | 'from' | 'to' | 'person'> = {},
): C {
  const step: Step = { version: one.version + 1, at, by, did, ...more };
  return { ...one, version: one.version + 1, trail: [...one.trail, step].slice(-keptAlong.trail) };
}

/** The last few things said. The newest answer is among them however long ago it was given: the asker's card shows it. */
function lastSaid(all: readonly Utterance[]): readonly Utterance[] {
  const last = all.slice(-keptAlong.said);
  const answer = all.findLast(({ kind }) => kind === 'answer');
  return !answer || last.includes(answer) ? last : [answer, ...last.slice(1)];
}

/** Adds what was said; the older ones stay in rows of their own. */
export function saying<C extends Case>(one: C, words: Omit<Utterance, 'n'>): C {
  const said = lastSaid([...one.said, { ...words, n: one.saidCount }]);
  const isAsker = words.by === 'asker';
  return { ...one, said, saidCount: one.saidCount + 1, ...(isAsker && { askerSpoke: one.version }) };
}

export function withOutcome<C extends Case>(
  one: C,
  outcome: Without<Outcome, 'n' | 'at' | 'by'>,
  by: Person,
  at: Moment,
): C {
  const added = { ...outcome, n: one.outcomes.length, at, by } as Outcome;
  return { ...one, outcomes: [...one.outcomes, added] };
}

export function replaceOutcome<C extends Case>(one: C, changed: Outcome): C {
  return { ...one, outcomes: one.outcomes.map((old) => (old.n === changed.n ? changed : old)) };
}

const isSame = (a: Pick<Ring, 'to' | 'about' | 'whom'>, b: Ring) =>
  a.to === b.to && a.about === b.about && a.whom === b.whom;
const isDue = ({ state }: Ring) => state === 'due';
/** It was tried, and perhaps nobody heard it. */
export const isStuck = ({ state }: Ring) => state === 'failed' || state === 'unsure';

/**
 * Asks for somebody's phone to ring: `whom`, or those whom the case is with when it is sent. One of the same that is still due,
 * or failed, gives way to it under a new number: the old one may be on its way just now, telling of what was before. Of
 * those sent only the last few are kept.
 */
export function ringing<C extends Case>(
  one: C,
  to: Ring['to'],
  about: Ring['about'],
  at: Moment,
  whom?: PersonId,
): C {
  const ring: Ring = { n: one.ringCount, at, to, about, ...(whom && { whom }), state: 'due' };
  const sent = one.rings.filter(({ state }) => state === 'sent');
  const surplus = sent.slice(0, Math.max(0, sent.length - keptAlong.rings + 1));
  const kept = one.rings.filter(
    (other) => !surplus.includes(other) && !((isDue(other) || isStuck(other)) && isSame(ring, other)),
  );
  return { ...one, rings: [...kept, ring], ringCount: one.ringCount + 1 };
}

/** Every stuck ring becomes due, once for each recipient and matter. */
export function ringingAgain(rings: readonly Ring[]): readonly Ring[] {
  const again = rings.map((ring) => (isStuck(ring) ? { ...ring, state: 'due' as const } : ring));
  const firstDue = (ring: Ring) => again.find((other) => isDue(other) && isSame(ring, other));
  return again.filter((ring) => !isDue(ring) || firstDue(ring) === ring);
}

/** Sets when upkeep must look again. Every decision ends here. */
export function settled(county: County, one: Case): Case {
  const { dueAt: _, ...rest } = one;
  const next = duesOf(county, one)[0];
  return { ...rest, ...(next && { dueAt: next.at }) } as Case;
}

/** Everything but what only a held case has. */
export function unheld(one: Case) {
  if (!('holder' in one)) return one;
  const { holder: _holder, ...rest } = one;
  const { claimedAt: _claimed, ...free } = rest as typeof rest & { claimedAt?: Moment };
  return free;
}
