/** What an asker says of the line: counted and forgotten. The card stays as it is, since the case must not know. */
import type { FeedbackWish } from '../../cards/verbs/feedback-reader.ts';
import { text } from '../inbound/turn.ts';
import type { Handler } from './handler.ts';

export const onFeedback: Handler<FeedbackWish> = async (
  { feedback },
  { person, texts },
  _,
  { id, given },
) => {
  const outcome = await feedback.give(person, id, given);
  return text('refused' in outcome ? texts.feedback.refused[outcome.refused] : texts.feedback.thanks);
};
