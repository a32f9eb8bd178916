/** The line's opening hours over HTTP: for supervisors, with their history. */
import { z } from 'zod';
import type { Hours } from '../desk/hours/hours.ts';
import { day } from '../domain/names.ts';
import { answerTo, badInput, deskAnswer, wholeNumber } from './desk-answers.ts';
import { personOf, type TabRoute } from './tab-api.ts';

export function hoursRoutes(hours: Hours): readonly TabRoute[] {
  return [
    {
      method: 'GET',
      path: '/hours',
      answer: async (request) => deskAnswer(await hours.see(personOf(request))),
    },
    {
      method: 'GET',
      path: '/hours/history',
      async answer(request) {
        const before = wholeNumber(request.query.get('before'));
        return before === 'bad' ? badInput() : deskAnswer(await hours.history(personOf(request), before));
      },
    },
    {
      method: 'POST',
      path: '/hours/changes',
      answer: (request) => answerTo(request, changeShape, (wish) => hours.change(personOf(request), wish)),
    },
  ];
}

// times, days and lengths are refused by the rules, with the spot; only the absurd is refused here
const text = z.string().max(1000);
const stretches = z.array(z.strictObject({ from: text, to: text })).max(100);
const week = z.strictObject({
  mon: stretches,
  tue: stretches,
  wed: stretches,
  thu: stretches,
  fri: stretches,
  sat: stretches,
  sun: stretches,
});
const someDay = text.transform(day);
const seen = z.int().min(0);
const changeShape = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('setWeek'), seen, week }),
  z.strictObject({
    do: z.literal('setException'),
    seen,
    day: someDay,
    hours: stretches,
    note: z.exactOptional(text),
    instead: z.exactOptional(someDay),
  }),
  z.strictObject({ do: z.literal('removeException'), seen, day: someDay }),
  z.strictObject({ do: z.literal('confirm'), seen }),
  z.strictObject({ do: z.literal('restore'), seen, version: seen }),
]);
