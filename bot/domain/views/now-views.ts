/** What the tab is told of this moment: rows to act on, free of clients and of every word that was said. */

import type { Ring, Status } from '../case/case.ts';
import type { Promised } from '../case/standing.ts';
import type { Urgency, Words } from '../county.ts';
import type { CaseId, Day, Moment, RegionId } from '../names.ts';
import type { RegionView } from './tab-views.ts';

/** What did not arrive: a message to somebody, or the asker's own card. */
export type Undelivered = Ring['to'] | 'asker-card';

type NowRow = {
  readonly id: CaseId;
  readonly region: RegionId;
  readonly topic: Words;
  /** Opens the case's thread; absent until it has been posted. */
  readonly thread?: string;
};

export type CaseRow = NowRow & {
  readonly status: Status;
  readonly urgency: Urgency;
  readonly waitingSince: Moment;
  readonly answerBy: Moment;
  readonly promised: Promised;
  /** The advisor who has it. */
  readonly holder?: string;
};

export type UndeliveredRow = NowRow & {
  readonly what: readonly Undelivered[];
  /** Whom to phone instead, when what was for the asker did not arrive. */
  readonly asker: string;
};

export type GrantRow = NowRow & {
  /** Tells two grants of one case apart. */
  readonly n: number;
  readonly service: Words;
  readonly amount: number;
  readonly unit: Words;
  readonly from: Day;
  readonly to: Day;
};

export type NowView = {
  readonly at: Moment;
  /** Those that the reader may see: an advisor's own, all of a supervisor's. */
  readonly regions: readonly RegionView[];
  /** Unclaimed first, then by the promised time. */
  readonly open: readonly CaseRow[];
  readonly undelivered: readonly UndeliveredRow[];
  /** What was granted and runs on this day, the first to end first. */
  readonly running: readonly GrantRow[];
};
