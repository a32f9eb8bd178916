/** What the tab is told: already cut to what the person's roles allow, and free of clients. */
import type { Words } from '../county.ts';
import type { Moment, Month, PersonId, RegionId } from '../names.ts';

export type RegionView = { readonly id: RegionId; readonly name: Words };

/** Who is asking, and what they are to the line. */
export type MeView = {
  /** Keeps one person's from another's on a shared machine. */
  readonly id: PersonId;
  readonly name: string;
  readonly supervisor: boolean;
  readonly advisorIn: readonly RegionView[];
  readonly county: Words;
  /** What the line is called here. */
  readonly line: Words;
};

/** What advisors see of their own regions and supervisors of all of them. */
export type RegionSummary = {
  readonly region: RegionView;
  /** Contacts received this month. */
  readonly contacts: number;
};

export type SummaryView = {
  readonly at: Moment;
  readonly month: Month;
  /** Contacts received this month in the whole county; hidden where a number under five could be worked out of it. */
  readonly contacts: number | 'hidden';
  /** Absent for those who don't work on the line. */
  readonly regions?: readonly RegionSummary[];
};
