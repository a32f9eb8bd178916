/** What the tab can ask, and which part of the desk answers. */
import type { Supervision } from '../desk/supervision.ts';
import type { Answer } from './answers.ts';
import type { TabRequest, TabRoute } from './tab-api.ts';

export function tabRoutes(supervision: Supervision): readonly TabRoute[] {
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

/** Who asks is known from the verified token and from nothing else. */
const personOf = ({ caller }: TabRequest) => ({ id: caller.personId, name: caller.name });
