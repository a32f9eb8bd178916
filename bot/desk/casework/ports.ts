/** What work on a case needs of a host: where identities are sealed, and the cards that follow it. */

import type { Details } from '../../domain/case/details.ts';
import type { CaseId, Moment } from '../../domain/names.ts';

/** Where clients' identities are kept, sealed. Written before the case that speaks of them; orphans are swept. */
export interface DetailStore {
  /** `entry` is the same for the same delivery, so that a second one replaces the first. */
  keep(id: CaseId, entry: string, details: Details, at: Moment): Promise<void>;
  of(id: CaseId): Promise<readonly (Details & { readonly at: Moment })[]>;
  purge(id: CaseId): Promise<void>;
  /** Whom details kept before `before` speak of, when no case is their owner: never opened, or purged already. */
  keptBefore(before: Moment, most: number): Promise<readonly CaseId[]>;
}

/** Brings every view of a case up to what is kept; safe to repeat, safe to run twice. */
export interface CaseCards {
  show(id: CaseId): Promise<void>;
  /** Shows without keeping the caller waiting; what fails is left to the sweep. */
  soon(id: CaseId): void;
  /** Keeps what showings that broke off had achieved, and lets go of their cases, as far as storage answers again. */
  giveBack(): Promise<void>;
}
