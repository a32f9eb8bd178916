/** What the shared instructions need of a host: every version kept, and the news of them told. */

import type { Person } from '../../domain/case/case.ts';
import type { InstructionRefusal } from '../../domain/instructions/changes.ts';
import type { Instruction, Reader, Version } from '../../domain/instructions/instructions.ts';
import type { InstructionId, Moment, PersonId, RegionId } from '../../domain/names.ts';

/** Whom the news of an instruction goes to. */
export type NudgeTarget =
  | { readonly to: 'channel'; readonly region: RegionId }
  | { readonly to: 'person'; readonly person: PersonId };

/** News of an instruction, to be told to each once at most. */
export type Nudge = {
  /** The same news has the same id, so that it is recorded once. */
  readonly id: string;
  readonly instruction: InstructionId;
  readonly version: number;
  readonly at: Moment;
  readonly to: readonly NudgeTarget[];
};

/** Where the shared instructions are kept: every version for good, and who has read what. */
export interface LibraryStore {
  /** Every page, retired ones too; never their former versions. */
  all(): Promise<readonly Instruction[]>;
  find(id: InstructionId): Promise<Instruction | undefined>;
  /** Keeps a new page. When the id is kept already, gives what is kept and changes nothing. */
  begin(begun: Instruction): Promise<{ readonly kept: Instruction; readonly isNew: boolean }>;
  /**
   * Keeps what `decision` makes of the page, its new version and the news of it in one transaction; decides again
   * when somebody else was faster. A decision that gives back the very same object changes nothing.
   */
  change(
    id: InstructionId,
    decision: (current: Instruction) => Instruction | InstructionRefusal,
    newsOf?: (next: Instruction) => Nudge | undefined,
  ): Promise<Instruction | InstructionRefusal>;
  /** Every version, the newest first. */
  versions(id: InstructionId): Promise<readonly Version[]>;
  version(id: InstructionId, n: number): Promise<Version | undefined>;
  reader(id: PersonId): Promise<Reader | undefined>;
  readers(): Promise<readonly Reader[]>;
  /** Creates or changes what somebody has read. */
  changeReader(person: Person, decision: (current: Reader) => Reader): Promise<Reader>;
  /** Records news; false when the same was recorded before. */
  addNudge(nudge: Nudge): Promise<boolean>;
  /** News that somebody has still to be told. */
  dueNudges(): Promise<readonly Nudge[]>;
  /** Records that the next one is about to be told, and says who; undefined when all were. */
  takeTarget(nudge: Nudge): Promise<NudgeTarget | undefined>;
  /** Forgets news recorded before then. @returns how many. */
  forgetNudges(before: Moment): Promise<number>;
  /** Runs `plant` unless it has been to its end before. */
  once(what: string, plant: () => Promise<void>): Promise<void>;
}

/** Tells one channel or person the news of an instruction; one that can't be reached is not told. */
export interface LibraryNews {
  tell(
    target: NudgeTarget,
    news: { readonly instruction: Instruction; readonly version: Version },
  ): Promise<void>;
}
