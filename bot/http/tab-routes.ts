/** What the tab can ask, and which part of the desk answers. */
import type { Now } from '../desk/now.ts';
import type { Roster } from '../desk/roster.ts';
import type { Supervision } from '../desk/supervision.ts';
import type { Answer } from './answers.ts';
import { nowRoutes } from './now-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { personOf, type TabRoute } from './tab-api.ts';
import { type TallyDesk, tallyRoutes } from './tally-routes.ts';

/** The parts of the desk that the tab asks. */
export type TabDesk = {
  readonly supervision: Supervision;
  readonly now: Now;
  readonly roster: Roster;
} & TallyDesk;

export function tabRoutes({ supervision, now, roster, ...counting }: TabDesk): readonly TabRoute[] {
  return [...meRoutes(supervision), ...nowRoutes(now), ...staffRoutes(roster), ...tallyRoutes(counting)];
}

function meRoutes(supervision: Supervision): readonly TabRoute[] {
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
