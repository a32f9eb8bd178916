/** Feedback's figures over HTTP. It is given on the asker's card, never here. */
import type { FeedbackDesk } from '../desk/feedback/feedback.ts';
import { month } from '../domain/names.ts';
import { badInput, deskAnswer } from './desk-answers.ts';
import { personOf, type TabRoute } from './tab-api.ts';

export function feedbackRoutes(feedback: FeedbackDesk): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/feedback/:month',
      async answer(request) {
        const wanted = request.path['month'] ?? '';
        if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(wanted)) return badInput();
        return deskAnswer(await feedback.month(personOf(request), month(wanted)));
      },
    },
  ];
}
