/** What feedback needs of a host. */

import type { Feedback, FeedbackCounts } from '../../domain/feedback.ts';
import type { Day, Month, PersonId } from '../../domain/names.ts';

/** Where feedback is counted; nothing in it ties an answer to a case or a person. */
export interface FeedbackStore {
  /** Notes under a keyed hash that somebody has answered this week; false when they had already. */
  markAnswered(person: PersonId, week: Day): Promise<boolean>;
  /** Adds one answer to the month's counters. */
  count(month: Month, feedback: Feedback): Promise<void>;
  of(month: Month): Promise<FeedbackCounts | undefined>;
  /** Forgets who answered in weeks that began before then. @returns how many. */
  forgetWeeks(before: Day): Promise<number>;
}
