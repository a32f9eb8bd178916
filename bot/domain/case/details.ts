/** What a case holds sealed: typed into a dialog, shown in a dialog only, to those with the right. */

import type { ConcernSealed } from '../concern.ts';
import type { Person } from './case.ts';

/** What a client is called and where they live; any field may be empty. */
export type ClientIdentity = {
  readonly name?: string;
  readonly henkilotunnus?: string;
  readonly address?: string;
  readonly phone?: string;
};

export type Details =
  | {
      readonly kind: 'contact';
      readonly callback?: string;
      readonly phones: readonly string[];
      readonly emails: readonly string[];
    }
  | {
      readonly kind: 'concern';
      readonly client: ClientIdentity;
      readonly report: ConcernSealed;
      readonly reporter: Person;
    }
  | { readonly kind: 'client'; readonly client: ClientIdentity };
