/** What asking needs of a host: where cards that are not sent are kept, and who an employee is. */

import type { Draft } from '../../domain/case/draft.ts';
import type { CaseId, PersonId } from '../../domain/names.ts';

/** Where question cards that are not sent yet are kept. */
export interface DraftStore {
  /** Keeps a new draft under `key`; when the same key was kept moments ago, gives that draft and keeps nothing. */
  keep(draft: Draft, key: string): Promise<{ readonly draft: Draft; readonly isNew: boolean }>;
  find(id: CaseId): Promise<Draft | undefined>;
  change(id: CaseId, decision: (current: Draft) => Draft): Promise<Draft | undefined>;
  /** Only when it is still as `seen`, if told. @returns whether it was discarded. */
  discard(id: CaseId, seen?: Draft): Promise<boolean>;
  /** Drafts of that person, newest first. */
  of(asker: PersonId): Promise<readonly Draft[]>;
}

/** What the county's directory tells of an employee; absent when it is not configured or does not answer. */
export interface Directory {
  profileOf(
    id: PersonId,
  ): Promise<{ readonly title?: string; readonly unit?: string; readonly phone?: string } | undefined>;
}
