/** The parts of the desk that the tab asks. */
import type { FeedbackDesk } from '../desk/feedback/feedback.ts';
import type { Hours } from '../desk/hours/hours.ts';
import type { Library } from '../desk/library/library.ts';
import type { Now } from '../desk/now/now.ts';
import type { Recording } from '../desk/recording/recording.ts';
import type { Duty } from '../desk/staff/duty.ts';
import type { Roster } from '../desk/staff/roster.ts';
import type { Supervision } from '../desk/supervision/supervision.ts';
import type { MonthReports } from '../desk/tallies/month-report.ts';
import type { Tallies } from '../desk/tallies/tallies.ts';

export type TabDesk = {
  readonly supervision: Supervision;
  readonly now: Now;
  readonly roster: Roster;
  readonly duty: Duty;
  readonly hours: Hours;
  readonly library: Library;
  readonly feedback: FeedbackDesk;
  readonly recording: Recording;
  readonly tallies: Tallies;
  readonly monthReports: MonthReports;
};
