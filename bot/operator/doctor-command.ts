/** The doctor as an operator runs it: examines, tells in words or as JSON, and ends with what it found. */
import { moment } from '../domain/names.ts';
import { ownVersion } from '../version.ts';
import { allChecks } from './checks/all-checks.ts';
import { examine, inWords, tallyOf } from './doctor.ts';
import { openInstallation } from './installation.ts';

export type DoctorWish = {
  readonly planned: boolean;
  /** Of the Teams app. */
  readonly packageFile?: string | undefined;
  readonly json: boolean;
};

/** Ends the process: with 1 when something is broken. */
export async function doctor({ planned, packageFile, json }: DoctorWish): Promise<void> {
  const version = ownVersion();
  const wish = { env: process.env, version, planned, ...(packageFile && { packageFile }) };
  const findings = await examine(openInstallation(wish), allChecks);
  const tally = tallyOf(findings);
  const told = { at: moment(new Date().toISOString()), version, tally, findings };
  const words = json ? `${JSON.stringify(told, undefined, 2)}\n` : inWords(findings);
  await new Promise<void>((written) => process.stdout.write(words, () => written()));
  // what still waits for somebody that does not answer has been told of
  process.exit(tally.failure > 0 ? 1 : 0);
}
