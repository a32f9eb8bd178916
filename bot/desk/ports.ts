/** What every subject of the desk needs of a host; what one alone needs stands in its own folder. */

import type { Case, Person, Step, Utterance } from '../domain/case/case.ts';
import type { Refusal } from '../domain/case/command.ts';
import type { CaseId, Moment, Month, PersonId, RegionId } from '../domain/names.ts';
import type { Contact } from '../domain/tally/tally.ts';

/** Where cases are kept: one transaction per change, guarded by etag; showing is marked in the same write. */
export interface CaseStore {
  /** Keeps a new case and forgets its draft. When it is kept already, gives what is kept and changes nothing. */
  open(opened: Case): Promise<{ readonly kept: Case; readonly isNew: boolean }>;
  find(id: CaseId): Promise<Case | undefined>;
  /**
   * Keeps what `decision` makes of the stored case; decides again when somebody else was faster. A decision that
   * gives back the very same object changes nothing. `once` names a delivery that must count only once.
   */
  change(id: CaseId, decision: (current: Case) => Case | Refusal, once?: string): Promise<Case | Refusal>;
  /** Deletes all that was said and done in a purged case; until then the case falls due. */
  forget(id: CaseId): Promise<void>;
  /** Every utterance, oldest first. */
  said(id: CaseId): Promise<readonly Utterance[]>;
  /** Every step, oldest first. */
  trail(id: CaseId): Promise<readonly Step[]>;
  /** Open cases; of one region when named. Bounded by what is open, never by history. */
  openCases(region?: RegionId): Promise<readonly Case[]>;
  /** The asker's cases not yet purged, newest first. */
  askedBy(asker: PersonId): Promise<readonly Case[]>;
  /** Cases for which something falls due by `now`, and drafts likewise. */
  dueBy(
    now: Moment,
    most: number,
  ): Promise<readonly { readonly id: CaseId; readonly kind: 'case' | 'draft' }[]>;
  /** Facts of a month, for the tallies. */
  contacts(month: Month): Promise<readonly Contact[]>;
  /** Deletes the marks of deliveries that can't come again. @returns how many. */
  forgetSeen(now: Moment): Promise<number>;
}

/** A case as it is to be kept, and the anonymous fact that it is counted as, unless that stands already. */
export type Counted = { readonly case: Case; readonly fact?: Contact };

/** What a host provides: a `CaseStore` to which each change brings its fact (`casework/counting.ts`). */
export interface CountedCaseStore extends Omit<CaseStore, 'open' | 'change'> {
  open(opened: Counted): ReturnType<CaseStore['open']>;
  change(
    id: CaseId,
    decision: (current: Case) => Counted | Refusal,
    once?: string,
  ): ReturnType<CaseStore['change']>;
}

/** Who, when, what, which case, why; never content (703/2023). */
export type AuditEntry = {
  readonly at: Moment;
  readonly by: Person | 'line';
  readonly did: string;
  readonly caseId?: CaseId;
  readonly why?: string;
  /** A reason was given that no key of ours opens any more. */
  readonly whyLost?: true;
};

/** Append-only. */
export interface AuditLog {
  /** `key`, with the entry's case, makes a second write of the same entry change nothing. */
  write(entry: AuditEntry, key?: string): Promise<void>;
  of(id: CaseId): Promise<readonly AuditEntry[]>;
  /** All of a month, oldest first; the reasons of those deeds alone. */
  ofMonth(month: Month, withReasons?: readonly string[]): Promise<readonly AuditEntry[]>;
}

export interface Clock {
  now(): Moment;
}

/** Chance, for ids that say nothing. */
export interface Chance {
  /** A whole number from 0 up to but not including `below`. */
  number(below: number): number;
  id(): string;
}

/** Facts only: no free text, no identity. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: LogFacts) => void;

export type LogFacts = {
  readonly caseId?: CaseId;
  readonly turn?: string | undefined;
  readonly verb?: string;
  readonly deed?: string;
  readonly attempt?: number;
  readonly route?: string;
  readonly method?: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly kind?: string;
  readonly ms?: number;
  readonly count?: number;
  readonly region?: string;
  readonly error?: unknown;
};
