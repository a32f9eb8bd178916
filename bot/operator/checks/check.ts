/** What a check of an installation is, and what it can find. */
import type { Installation } from '../installation.ts';

export type CheckOutcome = 'ok' | 'warning' | 'failure' | 'skipped';
/** What is so, and what to do about it; a sentence each. */
export type CheckResult = { readonly state: CheckOutcome; readonly says: string; readonly remedy?: string };

export type Check = {
  /** One or two words; no two checks share them. */
  readonly name: string;
  /** The checks that must not fail for this one to make sense; they stand before it. */
  readonly needs?: readonly string[];
  /** Looks at what only a running server brings about. */
  readonly running?: true;
  /** At least one finding. What it throws is a failure that nobody foresaw. */
  run(installation: Installation): Promise<readonly CheckResult[]>;
};

export const ok = (says: string): CheckResult => ({ state: 'ok', says });
export const skipped = (says: string): CheckResult => ({ state: 'skipped', says });
export const warning = (says: string, remedy: string): CheckResult => ({ state: 'warning', says, remedy });
export const failure = (says: string, remedy: string): CheckResult => ({ state: 'failure', says, remedy });

/** What is wrong; if nothing is, that all is well. */
export const unlessFine = (found: readonly CheckResult[], fine: string): readonly CheckResult[] =>
  found.length > 0 ? found : [ok(fine)];
