/** What the tab is told of feedback. */
import type { FeedbackFigures } from '../feedback.ts';
import type { Day, Month } from '../names.ts';

/** `figures` is absent when fewer than five have answered, and until `toldFrom` while the month runs. */
export type FeedbackView = {
  readonly month: Month;
  readonly toldFrom?: Day;
  readonly figures?: FeedbackFigures;
};
