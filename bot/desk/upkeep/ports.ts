/** What showing needs of a host: which cards lag behind, and the right to draw one. */

import type { Case, Ring } from '../../domain/case/case.ts';
import type { CaseId, Moment } from '../../domain/names.ts';

/** What showing one case achieved: merged into the case without a new version. */
export type Shown = { readonly views: Case['views']; readonly rings: ReadonlyMap<number, Ring['state']> };

/** Which cases lag behind in Teams, and who is showing them. */
export interface ShowStore {
  /** Cases whose cards lag and that nobody is showing at `now`. */
  lagging(now: Moment, most: number): Promise<readonly CaseId[]>;
  /** Takes the right to show a case until `until`; undefined when somebody else has it or nothing lags. */
  lease(id: CaseId, now: Moment, until: Moment): Promise<Lease | undefined>;
}

export type Lease = {
  readonly shown: Case;
  /** Keeps others out until `until`. @throws when the lease was lost: then nothing more may be shown. */
  renew(until: Moment): Promise<void>;
  /** Records that these rings are about to be sent. @throws when the lease was lost: then nothing may be sent. */
  sending(rings: readonly number[]): Promise<void>;
  /** Merges what was shown. `again` gives the case as it is now when it changed meanwhile: show that too. */
  done(shown: Shown): Promise<{ readonly again: Case } | undefined>;
  /** Something could not be shown: tries again at `at`. What was achieved is merged. */
  later(shown: Shown, at: Moment): Promise<void>;
  /** Showing broke off: merges what was achieved and frees the case for all others. Nothing when the lease was lost. */
  giveBack(shown: Shown, now: Moment): Promise<void>;
};
