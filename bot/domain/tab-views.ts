/** What the tab is told: already cut to what the person's roles allow, and free of clients. */
import type { Status } from './case.ts';
import type { Urgency, Words } from './county.ts';
import type { CaseId, Moment, Month, RegionId } from './names.ts';

export type RegionView = { readonly id: RegionId; readonly name: Words };

/** Who is asking, and what they are to the line. */
export type MeView = {
  readonly name: string;
  readonly supervisor: boolean;
  readonly advisorIn: readonly RegionView[];
  readonly county: Words;
  /** What the line is called here. */
  readonly line: Words;
};

/** An open case, without a word of what was said in it. */
export type OpenCaseView = {
  readonly id: CaseId;
  readonly topic: Words;
  readonly status: Status;
  readonly urgency: Urgency;
  readonly waitingSince: Moment;
  readonly answerBy: Moment;
  /** The promised time has passed and nobody has answered. */
  readonly late: boolean;
  /** The advisor who has it. */
  readonly holder?: string;
};

/** What advisors see of their own regions and supervisors of all of them. */
export type RegionSummary = {
  readonly region: RegionView;
  /** Contacts received this month. */
  readonly contacts: number;
  /** Those that wait for somebody first, the oldest of each kind first. */
  readonly open: readonly OpenCaseView[];
};

export type SummaryView = {
  readonly at: Moment;
  readonly month: Month;
  /** Contacts received this month in the whole county. */
  readonly contacts: number;
  /** Absent for those who don't work on the line. */
  readonly regions?: readonly RegionSummary[];
};
