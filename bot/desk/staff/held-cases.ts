/** The open cases that somebody holds: theirs to answer, and not to be forgotten when they go. */
import { type Case, isHeld } from '../../domain/case/case.ts';
import type { PersonId } from '../../domain/names.ts';
import type { CaseStore } from '../ports.ts';

export async function casesHeldBy(
  cases: Pick<CaseStore, 'openCases'>,
  id: PersonId,
): Promise<readonly Case[]> {
  return (await cases.openCases()).filter((one) => isHeld(one) && one.holder.id === id);
}
