/** When an answer is due, when to remind, when to rescue, when to purge: upkeep's rules. */
import { addDays, addOpenMinutes, dayOf, momentAt } from './calendar.ts';
import { type Case, isOpen, type Outcome } from './case/case.ts';
import { type County, type Urgency, urgencies } from './county.ts';
import type { Day, Moment } from './names.ts';

/** When the asker may expect an answer: the urgency's minutes, counted in the line's opening time. */
export function answerDue(county: County, from: Moment, urgency: Urgency): Moment {
  return addOpenMinutes(county.opening, from, county.promises[urgency].answerWithin);
}

export const moreUrgent = (one: Urgency, other: Urgency): Urgency =>
  urgencies.find((urgency) => urgency === one || urgency === other) ?? one;

/**
 * By when the first answer was promised: reopening makes a new promise, the first answer is measured by the first. Cases
 * reopened before it was kept have theirs worked out again.
 */
export function firstPromise(county: County, one: Case): Moment {
  if (!one.reopened) return one.answerBy;
  return one.firstAnswerBy ?? answerDue(county, one.receivedAt, one.urgency);
}

/** What falls due in a case, and when. A moment that has passed is due now. */
export type Due =
  | { readonly due: 'remind' | 'rescue' | 'purge'; readonly at: Moment }
  | { readonly due: 'warn' | 'grantEnds'; readonly at: Moment; readonly outcome: number };

/** Before people open the line that day; never an hour that a clock change skips. */
const morningOf = (day: Day) => momentAt(day, '06:00');

function waitingDues(county: County, one: Case): Due[] {
  if (one.status !== 'waiting') return [];
  const { remindAfter, rescueAfter } = county.promises[one.urgency];
  const after = (minutes: number) => addOpenMinutes(county.opening, one.waitingSince, minutes);
  return [
    ...(one.reminded ? [] : [{ due: 'remind' as const, at: after(remindAfter) }]),
    ...(one.rescued ? [] : [{ due: 'rescue' as const, at: after(rescueAfter) }]),
  ];
}

function outcomeDue(county: County, outcome: Outcome): Due[] {
  if (outcome.kind === 'assessment' && !outcome.warned) {
    return [{ due: 'warn', at: morningOf(outcome.clock.warnOn), outcome: outcome.n }];
  }
  if (outcome.kind === 'grant' && !outcome.remindedOn) {
    const service = county.services.find(({ id }) => id === outcome.service);
    const ahead = service?.remindDaysBefore ?? 1;
    return [{ due: 'grantEnds', at: morningOf(addDays(outcome.to, -ahead)), outcome: outcome.n }];
  }
  return [];
}

/** Text and identity go on their day, whatever is still to be reminded of: a reminder needs neither. */
function purgeDue(county: County, one: Case): Due[] {
  if (isOpen(one) || one.purgedAt) return [];
  return [{ due: 'purge', at: morningOf(addDays(dayOf(one.closedAt), county.purgeAfterDays)) }];
}

/** What an outcome still has to be reminded of. */
export const isPending = (county: County, outcome: Outcome): boolean =>
  outcomeDue(county, outcome).length > 0;

/** Everything that will fall due if nothing changes, soonest first; of the same moment, reminders before the purge. */
export function duesOf(county: County, one: Case): readonly Due[] {
  if (one.status === 'withdrawn') return purgeDue(county, one);
  const pending = one.outcomes.flatMap((outcome) => outcomeDue(county, outcome));
  const all = [...waitingDues(county, one), ...pending, ...purgeDue(county, one)];
  return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The asker's own reminder that a card was not sent: minutes of clock time after it was drawn. */
export const draftReminderMinutes = 30;
/** A card that was never sent is forgotten after this many days. */
export const draftDays = 7;
