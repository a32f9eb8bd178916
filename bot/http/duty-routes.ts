/** Who is away until when, over HTTP: advisors their own, supervisors any advisor's. */
import { z } from 'zod';
import type { Duty } from '../desk/staff/duty.ts';
import { day, personId } from '../domain/names.ts';
import { answerTo, badInput, deskAnswer } from './desk-answers.ts';
import { personOf, type TabRoute } from './tab-api.ts';

// which day is none, or none to be had, the rules say; only the absurd is refused here
const someDay = z.string().max(100).transform(day);
const leaveShape = z.strictObject({ lastDay: z.exactOptional(someDay), seen: z.exactOptional(someDay) });

export function dutyRoutes(duty: Duty): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/me/duty',
      answer: async (request) => deskAnswer(await duty.see(personOf(request))),
    },
    {
      method: 'PUT',
      path: '/me/duty',
      answer: (request) => answerTo(request, leaveShape, (wish) => duty.setOwn(personOf(request), wish)),
    },
    {
      method: 'PUT',
      path: '/staff/people/:personId/duty',
      async answer(request) {
        const id = z.guid().safeParse(request.path['personId']);
        if (!id.success) return badInput();
        return answerTo(request, leaveShape, (wish) => duty.set(personOf(request), personId(id.data), wish));
      },
    },
  ];
}
