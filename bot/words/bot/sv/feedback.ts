/** What askers are asked of the line afterwards, in Swedish. */
import type { FeedbackTexts } from '../fi/feedback.ts';

export const svFeedback: FeedbackTexts = {
  heading: 'Vad tyckte du?',
  score: 'Hur sannolikt är det att du rekommenderar linjen för en kollega? (0 = inte alls, 10 = mycket)',
  anonymous: 'Svaret är anonymt: endast antal sparas. Vi frågar högst en gång i veckan.',
  statement: { helped: 'Jag fick hjälp när jag behövde den', clear: 'Jag fick begriplig information' },
  agreement: {
    1: 'Helt av annan åsikt',
    2: 'Delvis av annan åsikt',
    3: 'Varken av samma eller annan åsikt',
    4: 'Delvis av samma åsikt',
    5: 'Helt av samma åsikt',
    unsure: 'Kan inte säga',
  },
  choose: 'Välj 0–10',
  send: 'Skicka respons',
  thanks: 'Tack för din respons!',
  refused: {
    'already-given': 'Du har redan gett respons den här veckan. Tack!',
    'turned-off': 'Respons samlas inte in just nu.',
    'not-yours': 'Respons kan ges om en egen avslutad fråga.',
  },
};
