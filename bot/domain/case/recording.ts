/** What is added to a case beside its course: a concern report, references of the client system, a message sent again. */

import { type ConcernFacts, urgencyOf } from '../concern.ts';
import { answerDue, moreUrgent } from '../promises.ts';
import type { Actor } from '../roles.ts';
import { wantedAgain } from './card-place.ts';
import { type Case, isHeld, isOpen, textLimits } from './case.ts';
import { isStuck, replaceOutcome, ringing, ringingAgain, stepped, withOutcome } from './change.ts';
import type { AdvisorCommand, ConcernCommand, Refusal } from './command.ts';
import {
  type Decision,
  type DecisionContext,
  person,
  refuseElsewhere,
  refuseHolder,
  refuseText,
  wrongTime,
} from './decision.ts';

/** The asker may report a concern of an open case, and it is the holder's turn again; an advisor of the one they hold. */
export const concern: Decision<ConcernCommand> = (one, { facts, assessed }, actor, context) => {
  const isAsker = one.asker.id === actor.id;
  const no = isAsker ? (isOpen(one) ? undefined : wrongTime(one)) : refuseHolder(one, actor, context);
  if (no) return no;
  const back: Case = isAsker && one.status === 'answered' ? { ...one, status: 'claimed' } : one;
  const told = withOutcome(
    stepped({ ...back, hasDetails: true }, person(actor), context.now, 'concern'),
    { kind: 'concern', facts, ...(assessed && { assessed }) },
    person(actor),
    context.now,
  );
  if (!isAsker) return ringing(told, 'asker', 'outcome', context.now);
  const spoke = hastened({ ...told, askerSpoke: told.version }, facts, context);
  if (isHeld(spoke)) return ringing(spoke, 'holder', 'replied', context.now);
  const isUrgentNow = spoke.urgency === 'urgent' && one.urgency !== 'urgent';
  return ringing(spoke, 'advisors', isUrgentNow ? 'urgent' : 'replied', context.now);
};

/** A report beside a question waits no longer than one that came alone; a promise that ends sooner stays. */
function hastened(
  one: Case,
  facts: ConcernFacts,
  { now, county }: Pick<DecisionContext, 'now' | 'county'>,
): Case {
  const urgency = moreUrgent(one.urgency, urgencyOf(facts));
  if (urgency === one.urgency) return one;
  const due = answerDue(county, now, urgency);
  // anyone who was reminded, or offered the case, is not told a second time: the report's own ring goes out now
  return { ...one, urgency, answerBy: due < one.answerBy ? due : one.answerBy };
}

/** The authoritative copy of a concern report stands in the client system; here is only its reference. */
export const markRecorded: Decision<Extract<AdvisorCommand, { do: 'markRecorded' }>> = (
  one,
  command,
  actor,
  { now },
) => {
  const no = refuseElsewhere(one, actor) ?? refuseText(command.reference, textLimits.reference);
  if (no) return no;
  const reference = command.reference.trim();
  const reports = one.outcomes.filter((outcome) => outcome.kind === 'concern');
  const report = reports.findLast((outcome) => !outcome.recorded);
  if (!report) return reports.at(-1)?.recorded?.reference === reference ? one : noOutcome;
  const recorded = { at: now, by: person(actor), reference };
  const { assessed = report.assessed } = command;
  const changed = { ...report, recorded, ...(assessed && { assessed }) };
  return replaceOutcome(stepped(one, person(actor), now, 'markRecorded'), changed);
};

const noOutcome: Refusal = { refused: 'unknown-choice', field: 'outcome' };

/** A decision's reference may come later than the decision, even after closing. */
export const addReference: Decision<Extract<AdvisorCommand, { do: 'addReference' }>> = (
  one,
  command,
  actor,
  { now },
) => {
  const no = refuseElsewhere(one, actor) ?? refuseText(command.reference, textLimits.reference);
  if (no) return no;
  const outcome = one.outcomes.find(({ n }) => n === command.outcome);
  if (outcome?.kind !== 'grant' && outcome?.kind !== 'assessment') return noOutcome;
  const reference = command.reference.trim();
  if (reference === outcome.reference) return one;
  const changed = { ...outcome, reference };
  return replaceOutcome(stepped(one, person(actor), now, 'addReference'), changed);
};

/**
 * A person judges that a message may be sent again: every ring that failed or is unsure becomes due. Supervisors see
 * what is stuck in every region, and may judge so as well.
 */
export function resend(one: Case, actor: Actor, { now }: DecisionContext): Case | Refusal {
  const no = actor.supervisor ? undefined : refuseElsewhere(one, actor);
  if (no) return no;
  if (!one.rings.some(isStuck) && one.views.asker?.state !== 'lost') return one;
  const rings = ringingAgain(one.rings);
  return stepped({ ...one, rings, views: retried(one.views) }, person(actor), now, 'resend');
}

function retried({ asker, ...views }: Case['views']): Case['views'] {
  if (!asker) return views;
  return { ...views, asker: wantedAgain(asker) };
}
