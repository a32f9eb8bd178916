/** What the tab can ask, and which part of the desk answers. */
import { dutyRoutes } from './duty-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { hoursRoutes } from './hours-routes.ts';
import { libraryRoutes } from './library-routes.ts';
import { meRoutes } from './me-routes.ts';
import { nowRoutes } from './now-routes.ts';
import { recordingRoutes } from './recording-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import type { TabRoute } from './tab-api.ts';
import type { TabDesk } from './tab-desk.ts';
import { tallyRoutes } from './tally-routes.ts';

export function tabRoutes(desk: TabDesk): readonly TabRoute[] {
  return [
    ...meRoutes(desk.supervision),
    ...nowRoutes(desk.now),
    ...staffRoutes(desk.roster),
    ...dutyRoutes(desk.duty),
    ...hoursRoutes(desk.hours),
    ...tallyRoutes(desk),
    ...libraryRoutes(desk.library),
    ...feedbackRoutes(desk.feedback),
    ...recordingRoutes(desk.recording),
  ];
}
