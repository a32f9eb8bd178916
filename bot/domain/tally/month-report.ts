/** The report of a finished month: the figures that are talked about first, kept as they were when it was made. */
import type { Moment, Month, PersonId, RegionId } from '../names.ts';
import { changesWorthTelling, type TallyChange } from './changes.ts';
import type { Facts } from './facts.ts';
import {
  countBy,
  countOf,
  digitalShare,
  misdirectedShare,
  promisesKept,
  type Share,
  type Times,
  timesOf,
} from './figures.ts';
import type { ContactChannel } from './tally.ts';
import { channels } from './tally.ts';

export type ReportFigures = {
  readonly contacts: number;
  readonly regions: { readonly [region in RegionId]?: number };
  readonly channels: { readonly [channel in ContactChannel]: number };
  readonly toAnswer?: Times;
  readonly promises: Share;
  readonly misdirected: Share;
  readonly digital: Share;
};

/** What the month is compared with: the same month last year, else the month before, else nothing. */
export type ComparedWith = 'last-year' | 'month-before' | 'nothing';

export type MonthReport = {
  readonly month: Month;
  readonly madeAt: Moment;
  readonly figures: ReportFigures;
  readonly comparedWith: ComparedWith;
  /** Contacts in the month it is compared with. */
  readonly before?: number;
  readonly changes: readonly TallyChange[];
  /**
   * `due`: not tried yet; `sending`: somebody is posting it, or died doing so; `unsure`: it may have arrived. Only
   * what is due is posted by itself, so that it is posted at most once.
   */
  readonly posting: {
    readonly state: 'due' | 'sending' | 'sent' | 'unsure' | 'failed';
    readonly at?: Moment;
    /** Who asked for it to be posted again. */
    readonly by?: PersonId;
  };
};

export function monthReport(
  month: Month,
  facts: Facts,
  {
    lastYear,
    monthBefore,
  }: { readonly lastYear?: Facts | undefined; readonly monthBefore?: Facts | undefined },
  madeAt: Moment,
): MonthReport {
  const before = lastYear ?? monthBefore;
  return {
    month,
    madeAt,
    figures: figuresOf(facts),
    comparedWith: lastYear ? 'last-year' : monthBefore ? 'month-before' : 'nothing',
    ...(before && { before: before.size }),
    changes: before ? changesWorthTelling(facts, before) : [],
    posting: { state: 'due' },
  };
}

function figuresOf(facts: Facts): ReportFigures {
  const byChannel = countBy(facts, 'channel');
  const toAnswer = timesOf(facts, 'toAnswer');
  return {
    contacts: facts.size,
    regions: Object.fromEntries(countBy(facts, 'region')),
    channels: Object.fromEntries(
      channels.map((one) => [one, countOf(byChannel, one)]),
    ) as ReportFigures['channels'],
    ...(toAnswer && { toAnswer }),
    promises: promisesKept(facts),
    misdirected: misdirectedShare(facts),
    digital: digitalShare(facts),
  };
}
