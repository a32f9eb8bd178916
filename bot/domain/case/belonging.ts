/** Whether words written while a case is open belong to it, or are perhaps a question about another client. */

import type { PlaceFinding } from '../places/places.ts';
import type { Case } from './case.ts';

/**
 * Words that name another place are asked about, never put silently into the open case: its region would get a question
 * that is another's. Who was asked back answers, and a hospital's town is no home.
 */
export function isPerhapsAnother(one: Case, finding: PlaceFinding): boolean {
  if (one.status === 'asked-back' || !one.place) return false;
  switch (finding.found) {
    case 'one':
      return finding.place !== one.place;
    case 'several':
      return finding.between.length > 1 && !finding.between.includes(one.place);
    case 'none':
      return false;
  }
}
