/** What askers are asked of the line afterwards, in English. */
import type { FeedbackTexts } from '../fi/feedback.ts';

export const enFeedback: FeedbackTexts = {
  heading: 'What did you think?',
  score: 'How likely are you to recommend the line to a colleague? (0 = not at all, 10 = very)',
  anonymous: 'Your answer is anonymous: only counts are kept. We ask once a week at most.',
  statement: { helped: 'I got help when I needed it', clear: 'I got information I could understand' },
  agreement: {
    1: 'Fully disagree',
    2: 'Somewhat disagree',
    3: 'Neither agree nor disagree',
    4: 'Somewhat agree',
    5: 'Fully agree',
    unsure: 'Can’t say',
  },
  choose: 'Choose 0–10',
  send: 'Send feedback',
  thanks: 'Thank you for your feedback!',
  refused: {
    'already-given': 'You have given feedback this week already. Thank you!',
    'turned-off': 'Feedback is not collected now.',
    'not-yours': 'Feedback can be given on your own finished question.',
  },
};
