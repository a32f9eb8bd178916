/** What the tab is told of feedback. */
import type { FeedbackFigures } from '../feedback.ts';
import type { Month } from '../names.ts';

/** `figures` is absent while fewer than five have answered. */
export type FeedbackView = { readonly month: Month; readonly figures?: FeedbackFigures };
