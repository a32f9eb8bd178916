/** What the view of this moment needs of a host. */

import type { Case } from '../../domain/case/case.ts';
import type { Day } from '../../domain/names.ts';

/** What stands out at this moment, found by index rows and never by reading history. */
export interface WatchStore {
  /** Cases with a grant that ends on that day or later; a purged one as long as its grant is to be reminded of. */
  grantedUntil(day: Day): Promise<readonly Case[]>;
  /** Cases with something that did not reach its receiver, or may not have. */
  undelivered(): Promise<readonly Case[]>;
}
