/** What time alone does to a case: reminds, rescues, warns, and at last purges. Each is recorded exactly once. */

import { addDays, dayOf } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Moment } from '../names.ts';
import { type Due, duesOf, isPending } from '../promises.ts';
import { type Case, isHeld, type Outcome } from './case.ts';
import { replaceOutcome, ringing, settled, stepped } from './change.ts';

/** The case after everything that has fallen due by `now`; the very same case when nothing has and nothing was to. */
export function tick(county: County, one: Case, now: Moment): Case {
  const due = duesOf(county, one).filter(({ at }) => at <= now);
  // what was due by the hours of then may not be by the hours of now: it must not keep coming back
  if (due.length === 0) return one.dueAt !== undefined && one.dueAt <= now ? settled(county, one) : one;
  return settled(
    county,
    due.reduce((current, each) => happen(county, current, each, now), one),
  );
}

function happen(county: County, one: Case, due: Due, now: Moment): Case {
  switch (due.due) {
    case 'remind':
      return ringing({ ...stepped(one, 'line', now, 'remind'), reminded: true }, 'advisors', 'reminded', now);
    case 'rescue':
      return rescue(one, now);
    case 'warn':
    case 'grantEnds':
      return tellOfOutcome(one, due, now);
    case 'purge':
      return purge(county, one, now);
  }
}

/** Offered to supervisors and to the neighbouring region; the case itself stays where it is. */
function rescue(one: Case, now: Moment): Case {
  const next = { ...stepped(one, 'line', now, 'rescue'), rescued: true };
  return ringing(ringing(next, 'supervisors', 'rescued', now), 'neighbours', 'rescued', now);
}

function tellOfOutcome(one: Case, due: Extract<Due, { outcome: number }>, now: Moment): Case {
  const outcome = one.outcomes.find(({ n }) => n === due.outcome);
  const to = isHeld(one) ? 'holder' : 'advisors';
  if (outcome?.kind === 'assessment') {
    const warned = replaceOutcome(stepped(one, 'line', now, 'warn'), { ...outcome, warned: true });
    return ringing(warned, to, 'assessment-due', now);
  }
  if (outcome?.kind === 'grant') {
    const told = replaceOutcome(stepped(one, 'line', now, 'grantEnds'), {
      ...outcome,
      remindedOn: dayOf(now),
    });
    return ringing(told, to, 'grant-ends', now);
  }
  return one;
}

/**
 * Text and identity go; the counted fact stays, without its link to the case. What still runs or is still to be
 * reminded of stays as bare facts, and so does a reminder of this very moment: none holds a word of anybody.
 */
function purge(county: County, one: Case, now: Moment): Case {
  const { contactId: _contact, dueAt: _due, trail, ...rest } = stepped(one, 'line', now, 'purge');
  return {
    ...rest,
    question: '',
    said: [],
    trail: trail.slice(-1),
    rings: one.rings.filter(({ state, at }) => state === 'due' && at === now),
    outcomes: one.outcomes
      .filter((outcome) => isPending(county, outcome) || runsStill(outcome, now))
      .map(bare),
    hasDetails: false,
    wantsCallback: false,
    purgedAt: now,
  };
}

const runsStill = (outcome: Outcome, now: Moment) => outcome.kind === 'grant' && outcome.to >= dayOf(now);

/** Without what was typed freely, and without what leads to the client's decision. */
function bare(outcome: Outcome): Outcome {
  if (outcome.kind === 'grant') {
    const { reference: _, ...facts } = outcome;
    return facts;
  }
  if (outcome.kind !== 'assessment') return outcome;
  const { reference: _reference, appointment: _appointment, ...facts } = outcome;
  return facts;
}

/** The day on which a case closed today will be purged. */
export const purgeDay = (county: County, closedAt: Moment) => addDays(dayOf(closedAt), county.purgeAfterDays);
