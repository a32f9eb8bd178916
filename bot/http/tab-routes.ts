/** What the tab can ask, and which part of the desk answers. */
import type { FeedbackDesk } from '../desk/feedback/feedback.ts';
import type { Hours } from '../desk/hours/hours.ts';
import type { Library } from '../desk/library/library.ts';
import type { Now } from '../desk/now/now.ts';
import type { Recording } from '../desk/recording/recording.ts';
import type { Duty } from '../desk/staff/duty.ts';
import type { Roster } from '../desk/staff/roster.ts';
import type { Supervision } from '../desk/supervision/supervision.ts';
import { dutyRoutes } from './duty-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { hoursRoutes } from './hours-routes.ts';
import { libraryRoutes } from './library-routes.ts';
import { meRoutes } from './me-routes.ts';
import { nowRoutes } from './now-routes.ts';
import { recordingRoutes } from './recording-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import type { TabRoute } from './tab-api.ts';
import { type TallyDesk, tallyRoutes } from './tally-routes.ts';

/** The parts of the desk that the tab asks. */
export type TabDesk = {
  readonly supervision: Supervision;
  readonly now: Now;
  readonly roster: Roster;
  readonly duty: Duty;
  readonly hours: Hours;
  readonly library: Library;
  readonly feedback: FeedbackDesk;
  readonly recording: Recording;
} & TallyDesk;

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
