/** What supervisors are told of the line's hours: those in force, what lies ahead, and how they came to be. */
import type { Holiday } from '../calendar.ts';
import type { OpenHours, OpeningException, OpenWeek } from '../county.ts';
import type { Day, Moment } from '../names.ts';
import type { HoursChange, HoursShown } from '../opening-hours/opening-hours.ts';

export type HoursView = HoursShown & {
  /** The version that this is: a change says which one it goes on from. 0 before the first change. */
  readonly seen: number;
  readonly today: Day;
  /** Who set these; absent while they are the county file's. */
  readonly set?: { readonly at: Moment; readonly by: string };
  readonly week: OpenWeek;
  /** Today's and later ones. */
  readonly exceptions: readonly OpeningException[];
  /** Of a year from today. `hours`: by an exception; closed without. */
  readonly holidays: readonly {
    readonly day: Day;
    readonly holiday: Holiday;
    readonly hours?: readonly OpenHours[];
  }[];
};

/** What one change did. `by` is absent for the county file's own, where all began. */
export type HoursVersionView = HoursShown & {
  readonly n: number;
  readonly at: Moment;
  readonly by?: string;
  readonly restored?: number;
  readonly changes: readonly HoursChange[];
};

/** The newest first. */
export type HoursHistory = {
  readonly versions: readonly HoursVersionView[];
  readonly more: boolean;
  readonly today: Day;
};
