/** What the line’s hours need of a host. */

import type { Person } from '../../domain/case/case.ts';
import type { OpeningHours } from '../../domain/county.ts';
import type { Moment } from '../../domain/names.ts';

/** The line's hours as somebody left them. Version 0 is the county file's, as it was before the first change. */
export type HoursVersion = {
  readonly n: number;
  readonly at: Moment;
  readonly by: Person | 'county-file';
  readonly did: 'setWeek' | 'setException' | 'removeException' | 'confirm' | 'restore' | 'begin';
  /** The version that was brought back. */
  readonly restored?: number;
  readonly opening: OpeningHours;
};

/** Every version of the line's hours, from the first change on. */
export interface HoursStore {
  newest(): Promise<HoursVersion | undefined>;
  version(n: number): Promise<HoursVersion | undefined>;
  /** The newest first, at most so many, those before `before` when told. */
  versions(most: number, before?: number): Promise<readonly HoursVersion[]>;
  /**
   * Keeps what `decision` makes of the newest version, or of `first` where nothing was kept yet, which is then kept
   * beside it; decides again when somebody else was faster.
   */
  change<No extends { readonly refused: string }>(
    first: HoursVersion,
    decision: (newest: HoursVersion) => HoursVersion | No,
  ): Promise<HoursVersion | No>;
}
