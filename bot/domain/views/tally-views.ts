/** What the tab is told of a month's tallies: already cut to what the person's roles allow. */

import type { Words } from '../county.ts';
import type { CaseId, Moment, Month } from '../names.ts';
import type { NoRole } from '../roles.ts';
import type { Dimension } from '../tally/dimensions.ts';
import type { Cut } from '../tally/facts.ts';
import type { Share, Times } from '../tally/figures.ts';
import type { SameDays } from '../tally/month-tally.ts';
import type { RegionView } from './tab-views.ts';

/** `hidden`: a small number, or one that would give a small number away. `no-data` is not zero. */
export type Cell = number | 'hidden' | 'no-data';

/** `value` is an id, or '' for contacts that have none; a word of the county file is in `names`. */
export type CountRow = { readonly value: string; readonly now: Cell; readonly lastYear: Cell };

/** The same of this month and of the same month last year. */
export type Compared<Figure> = { readonly now: Figure; readonly lastYear: Figure | 'no-data' };

/** The dimensions that are told as lists of their own. */
export const listed = [
  'region',
  'place',
  'channel',
  'topic',
  'category',
  'urgency',
  'outcome',
  'service',
  'redirect',
  'concern',
  'role',
  'unit',
] as const satisfies readonly Dimension[];
export type Listed = (typeof listed)[number];

export type FiguresView = {
  readonly contacts: Compared<number>;
  /** Of a running month; the other comparisons of a running month are `no-data`. */
  readonly sameDays?: SameDays;
  readonly sameDaysByRegion?: readonly ({ readonly region: string } & SameDays)[];
  readonly lists: { readonly [dimension in Listed]: readonly CountRow[] };
  /** Minutes of opening time; `none` when nothing was measured. */
  readonly toClaim: Compared<Times | 'none'>;
  readonly toAnswer: Compared<Times | 'none'>;
  readonly promises: Compared<Share>;
  readonly misdirected: Compared<Share>;
  /** Where misdirected contacts should have gone. */
  readonly misdirectedTo: readonly CountRow[];
  readonly digital: Compared<Share>;
  /** Growth of digital contacts since last year as a share: 0.3 is 30 % more. */
  readonly digitalGrowth: number | 'no-data';
  readonly assessments: Compared<{ readonly all: number; readonly statutory: Share }>;
  /** Monday first, midnight first. */
  readonly heat: readonly (readonly number[])[];
};

/** What may be shared with everybody in the county. */
export type CountyView = {
  readonly contacts: Cell;
  readonly lastYear: Cell;
  /** Absent in a running month: who looks twice would see each contact come. */
  readonly lists?: { readonly [dimension in Wide]: readonly CountRow[] };
};
export const wide = [
  'region',
  'channel',
  'topic',
  'urgency',
  'outcome',
] as const satisfies readonly Dimension[];
export type Wide = (typeof wide)[number];

/**
 * What may be set beside the regions in a table for everybody. Of each a contact has exactly one, so that all these
 * tables share the regions' sums and no more: hidden by them, they can be compared without telling a small number.
 */
export const sharedAcross = [
  'topic',
  'channel',
  'urgency',
  'weekday',
  'misdirected',
] as const satisfies readonly Dimension[];
export type SharedAcross = (typeof sharedAcross)[number];

/** A month of the 24-month run: of what the person sees in full, and of the whole county. */
export type RunPoint = {
  readonly month: Month;
  readonly contacts: Cell;
  readonly digital: Cell;
  readonly county: Cell;
};

/** `all`: every region in full; `own`: the advisor's own regions; `county`: what everybody may see. */
export type Sees = 'all' | 'own' | 'county';

export type Names = { readonly [dimension in Dimension]?: { readonly [value: string]: Words } };

export type TallyView = {
  readonly month: Month;
  readonly at: Moment;
  readonly running: boolean;
  readonly sees: Sees;
  /** The regions seen in full. */
  readonly regions: readonly RegionView[];
  readonly cut: Cut;
  /** Absent for those who see only what everybody may. */
  readonly figures?: FiguresView | 'no-data';
  /** Absent for supervisors, who see all of it above. */
  readonly county?: CountyView | 'no-data';
  /** Oldest first; the last one is the month itself. */
  readonly run: readonly RunPoint[];
  readonly names: Names;
};

export type TableView = {
  readonly month: Month;
  readonly rows: Dimension;
  readonly across: Dimension;
  /** Whether small numbers are hidden, so that the table may be passed on. */
  readonly shared: boolean;
  readonly cut: Cut;
  readonly columns: readonly string[];
  readonly lines: readonly { readonly value: string; readonly cells: readonly Cell[]; readonly sum: Cell }[];
  readonly sums: readonly Cell[];
  /** More than the contacts where a contact can stand in several cells. */
  readonly total: Cell;
  readonly names: Names;
};

/** The cases behind a figure that are not purged yet; their number may be less than the figure. */
export type CasesBehind = {
  readonly month: Month;
  /** What the figure counts. */
  readonly contacts: number;
  readonly cases: readonly { readonly id: CaseId; readonly receivedAt: Moment; readonly link?: string }[];
  /** False when there were too many cases to look through. */
  readonly all: boolean;
};

export type TallyRefusal = NoRole<'line'> | { readonly refused: 'no-data' | 'not-shared' | 'running' };
