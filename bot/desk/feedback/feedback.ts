/** Takes feedback: once a week from a person, counted and forgotten. Nothing of it is logged or audited. */
import { monthOf, nextMonth } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import { asksFeedback, type Feedback, figuresOf, weekOf } from '../../domain/feedback.ts';
import type { CaseId, Day, Month } from '../../domain/names.ts';
import type { Actor } from '../../domain/roles.ts';
import type { FeedbackView } from '../../domain/views/feedback-views.ts';
import { guardOf } from '../guard.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { FeedbackStore } from './ports.ts';

export type FeedbackPorts = {
  readonly county: Pick<County, 'feedback'>;
  readonly feedback: FeedbackStore;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly clock: Clock;
  readonly staff: { actor(person: Person): Promise<Actor> };
};

/** `not-yours`: no closed question of that person. */
export type GivingRefusal = { readonly refused: 'already-given' | 'turned-off' | 'not-yours' };

export function createFeedback({ county, feedback, cases, clock, staff }: FeedbackPorts) {
  const only = guardOf(staff);
  return {
    /** Counts an answer given on the card of one's own closed question; which question it was is not kept. */
    async give(
      person: Person,
      on: CaseId,
      given: Feedback,
    ): Promise<{ readonly given: true } | GivingRefusal> {
      if (county.feedback === false) return { refused: 'turned-off' };
      const one = await cases.find(on);
      if (!one || one.asker.id !== person.id || !asksFeedback(county, one)) return { refused: 'not-yours' };
      const now = clock.now();
      // noted first: an answer may be lost to a crash, but nobody counts twice
      if (!(await feedback.markAnswered(person.id, weekOf(now)))) return { refused: 'already-given' };
      await feedback.count(monthOf(now), given);
      return { given: true };
    },

    /**
     * A month's figures for those who work on the line: once it has ended, from five answers up. While it runs, who
     * looks before and after closing a case would see what its asker answered.
     */
    month: (person: Person, month: Month) =>
      only('line', person, async (): Promise<FeedbackView> => {
        if (month >= monthOf(clock.now())) return { month, toldFrom: `${nextMonth(month)}-01` as Day };
        const counts = await feedback.of(month);
        const figures = counts && figuresOf(counts);
        return { month, ...(figures && { figures }) };
      }),

    /** For upkeep: who answered matters for a week only. @returns how many were forgotten. */
    forgetWeeks: () => feedback.forgetWeeks(weekOf(clock.now())),
  };
}

export type FeedbackDesk = ReturnType<typeof createFeedback>;
