/** What the holder gives the asker: an answer, a question back, and typed outcomes. */
import { assessmentClock } from '../assessment.ts';
import { isOpen as isOpenAt } from '../calendar.ts';
import { refuseGrant } from '../grant.ts';
import type { Moment } from '../names.ts';
import type { Actor } from '../roles.ts';
import { type Case, type HeldCase, textLimits } from './case.ts';
import { ringing, saying, stepped, withOutcome } from './change.ts';
import type { AdvisorCommand, Refusal } from './command.ts';
import { type Decision, type DecisionContext, person, refuseText } from './decision.ts';

export function speak(
  one: HeldCase,
  command: Extract<AdvisorCommand, { do: 'answer' | 'askBack' }>,
  actor: Actor,
  { now }: DecisionContext,
): Case | Refusal {
  const no = refuseText(command.text, textLimits.answer);
  if (no) return no;
  const isAnswer = command.do === 'answer';
  const next = saying(stepped(one, person(actor), now, command.do), {
    at: now,
    by: 'advisor',
    name: actor.name,
    kind: isAnswer ? 'answer' : 'ask-back',
    text: command.text,
  });
  const counted =
    isAnswer && !next.outcomes.some(({ kind }) => kind === 'guidance')
      ? withOutcome(next, { kind: 'guidance' }, person(actor), now)
      : next;
  const said = isAnswer ? answered(counted, now) : { ...counted, status: 'asked-back' as const };
  return ringing(said, 'asker', isAnswer ? 'answered' : 'asked-back', now);
}

const answered = (one: HeldCase, now: Moment): HeldCase => ({
  ...one,
  status: 'answered',
  firstAnsweredAt: one.firstAnsweredAt ?? now,
});

export const grant: Decision<Extract<AdvisorCommand, { do: 'grant' }>, HeldCase> = (
  one,
  command,
  actor,
  { now, county },
) => {
  const no =
    refuseGrant(county, command, isOpenAt(county.opening, now)) ?? refuseReference(command.reference);
  if (no) return no;
  const { do: _, ...wish } = command;
  return toldOutcome(one, 'grant', { kind: 'grant', ...wish }, actor, now);
};

const refuseReference = (reference: string | undefined): Refusal | undefined =>
  reference !== undefined && reference.length > textLimits.reference
    ? { refused: 'too-long', most: textLimits.reference, length: reference.length }
    : undefined;

export const assess: Decision<Extract<AdvisorCommand, { do: 'assess' }>, HeldCase> = (
  one,
  command,
  actor,
  { now, county },
) => {
  if (!county.categories.some(({ id }) => id === command.category))
    return { refused: 'unknown-choice', field: 'category' };
  const { appointment = '' } = command;
  if (appointment.length > textLimits.appointment) {
    return { refused: 'too-long', most: textLimits.appointment, length: appointment.length };
  }
  const { do: _, ...wish } = command;
  const clock = assessmentClock(county, one.receivedAt, command.priority75);
  return toldOutcome(one, 'assess', { kind: 'assessment', ...wish, clock }, actor, now);
};

export const redirect: Decision<Extract<AdvisorCommand, { do: 'redirect' }>, HeldCase> = (
  one,
  command,
  actor,
  { now, county },
) => {
  const target = county.redirects.find(({ id }) => id === command.to);
  if (!target) return { refused: 'unknown-choice', field: 'redirect' };
  const no = command.note === undefined ? undefined : refuseNote(command.note);
  if (no) return no;
  const outcome = { kind: 'redirect', to: target.id, misdirected: target.misdirected } as const;
  const told = toldOutcome(one, 'redirect', outcome, actor, now);
  if (!command.note?.trim()) return told;
  const note = { at: now, by: 'advisor', name: actor.name, kind: 'answer', text: command.note } as const;
  return saying(told, note);
};

const refuseNote = (note: string): Refusal | undefined =>
  note.length > textLimits.answer
    ? { refused: 'too-long', most: textLimits.answer, length: note.length }
    : undefined;

export function callbackMade(one: HeldCase, actor: Actor, { now }: DecisionContext): Case | Refusal {
  if (!one.wantsCallback) return { refused: 'no-callback' };
  if (one.outcomes.some(({ kind }) => kind === 'callback')) return one;
  const next = withOutcome(
    stepped(one, person(actor), now, 'callbackMade'),
    { kind: 'callback' },
    person(actor),
    now,
  );
  return answered(next, now);
}

/** An outcome is itself an answer to the asker: it stops the answer clock and rings them once. */
function toldOutcome(
  one: HeldCase,
  did: 'grant' | 'assess' | 'redirect',
  outcome: Parameters<typeof withOutcome>[1],
  actor: Actor,
  now: Moment,
): HeldCase {
  const next = withOutcome(stepped(one, person(actor), now, did), outcome, person(actor), now);
  return ringing(answered(next, now), 'asker', 'outcome', now);
}
