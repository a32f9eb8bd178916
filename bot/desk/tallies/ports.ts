/** What the tallies need of a host: finished months kept once and for all, and what a running month is counted from. */
import type { Case } from '../../domain/case/case.ts';
import type { Day, Month } from '../../domain/names.ts';
import type { MonthReport } from '../../domain/tally/month-report.ts';
import type { DayCounts, MonthSummary, MonthTally } from '../../domain/tally/month-tally.ts';
import type { Contact } from '../../domain/tally/tally.ts';

/** Where finished months are kept: a row each, so that reading years of them costs no more than their number. */
export interface TallyStore {
  find(month: Month): Promise<MonthTally | undefined>;
  /** The kept ones from `from` to `to`, both included, oldest first; months without data are absent. */
  summaries(from: Month, to: Month): Promise<readonly MonthSummary[]>;
  /**
   * Keeps what `count` makes; counts again when another process kept the month meanwhile, so that an older count never
   * replaces a newer one. undefined: there is no data of the month, and what was kept of it is told no more.
   */
  keep(month: Month, count: () => Promise<MonthTally | undefined>): Promise<void>;
  /** Months whose facts changed since they were kept. */
  stale(): Promise<readonly StaleMonth[]>;
  /** Contacts of each day, tied to nothing else of them. */
  days(month: Month): Promise<DayCounts>;
  /** Counts a contact that no case stands behind (a phone call). The same `id` is counted once. */
  record(contact: Contact, day: Day, id: string): Promise<void>;
  /** Cases not purged yet, at most so many; `all` tells whether there are no more. Bounded by the purge, not by history. */
  notPurged(most: number): Promise<{ readonly cases: readonly Case[]; readonly all: boolean }>;
}

export type StaleMonth = {
  readonly month: Month;
  /** It has been counted; if it changed again since it was read here, it stays stale. */
  counted(): Promise<void>;
};

/** Where month reports are kept, once each. */
export interface ReportStore {
  find(month: Month): Promise<MonthReport | undefined>;
  /** The month of the newest report. */
  newest(): Promise<Month | undefined>;
  /** Keeps the report unless the month has one; @returns what is kept. */
  open(report: MonthReport): Promise<MonthReport>;
  /** Keeps what `decision` makes of it; decides again on a conflict. undefined when there is no such report. */
  change(month: Month, decision: (current: MonthReport) => MonthReport): Promise<MonthReport | undefined>;
  /** Reports still to be posted, oldest first. */
  due(): Promise<readonly MonthReport[]>;
}

/** Posts a report where supervisors read it. Once: nothing here tries again. */
export interface Reports {
  /** `later`: nothing was posted for sure, for want of a channel or of Teams; `unsure`: it may have arrived. */
  post(report: MonthReport): Promise<'sent' | 'unsure' | 'failed' | 'later'>;
}
