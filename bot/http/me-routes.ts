/** What the tab asks first: who one is to the line, and how the month goes. */
import type { Supervision } from '../desk/supervision/supervision.ts';
import type { Answer } from './answers.ts';
import { personOf, type TabRoute } from './tab-api.ts';

export function meRoutes(supervision: Supervision): readonly TabRoute[] {
  return [
    { method: 'GET', path: '/me', answer: async (request) => found(await supervision.me(personOf(request))) },
    {
      method: 'GET',
      path: '/summary',
      answer: async (request) => found(await supervision.summary(personOf(request))),
    },
  ];
}

const found = (body: object): Answer => ({ status: 200, body });
