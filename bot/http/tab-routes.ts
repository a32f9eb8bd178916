/** What the tab can ask, and which part of the desk answers. */
import type { Now } from '../desk/now.ts';
import type { Roster } from '../desk/roster.ts';
import type { Supervision } from '../desk/supervision.ts';
import { meRoutes } from './me-routes.ts';
import { nowRoutes } from './now-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import type { TabRoute } from './tab-api.ts';
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
