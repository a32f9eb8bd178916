/** What people can do to a case, and the everyday refusals they may hear. */
import type { AssessmentWish } from '../assessment.ts';
import type { ConcernFacts, ConcernRefusal } from '../concern.ts';
import type { Urgency } from '../county.ts';
import type { GrantRefusal, GrantWish } from '../grant.ts';
import type { Moment, PlaceId, RedirectId, RegionId } from '../names.ts';
import type { NoRole, NotYours } from '../roles.ts';
import type { Person, Status } from './case.ts';

/** All free text in a command has passed the identity guard. */
export type AskerCommand =
  | { readonly do: 'reply'; readonly text: string }
  | { readonly do: 'edit'; readonly text: string; readonly urgency?: Urgency }
  | { readonly do: 'withdraw' }
  | { readonly do: 'wrongRegion'; readonly region: RegionId; readonly place?: PlaceId }
  | { readonly do: 'reopen'; readonly text?: string };

export type AdvisorCommand =
  | { readonly do: 'claim' }
  | { readonly do: 'release' }
  | { readonly do: 'takeOver'; readonly reason: string }
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'askBack'; readonly text: string }
  | ({ readonly do: 'grant' } & GrantWish)
  | ({ readonly do: 'assess' } & AssessmentWish)
  | { readonly do: 'redirect'; readonly to: RedirectId; readonly note?: string }
  | { readonly do: 'transfer'; readonly region: RegionId; readonly reason: string }
  | { readonly do: 'callbackMade' }
  | { readonly do: 'markRecorded'; readonly reference: string; readonly assessed?: Urgency }
  /** `outcome` is the outcome's `n`. */
  | { readonly do: 'addReference'; readonly outcome: number; readonly reference: string }
  | { readonly do: 'handOver'; readonly to: Person }
  | { readonly do: 'resend' }
  | { readonly do: 'close' }
  | { readonly do: 'reopen'; readonly text?: string };

/** Given by the asker or by the advisor who holds the case; the sealed part is kept before it. */
export type ConcernCommand = {
  readonly do: 'concern';
  readonly facts: ConcernFacts;
  readonly assessed?: Urgency;
};

export type Command = AskerCommand | AdvisorCommand | ConcernCommand;

export type Refusal =
  | { readonly refused: 'no-such-case' }
  | { readonly refused: 'purged' }
  /** The person is not the case's asker. */
  | NotYours
  /** The person has no role that allows it; a supervisor can give one. */
  | (NoRole<'advisor' | 'supervisor'> & { readonly region: RegionId })
  /** Advises elsewhere: may take over with a reason. */
  | { readonly refused: 'other-region'; readonly region: RegionId }
  | { readonly refused: 'held-by-another'; readonly holder: Person; readonly since: Moment }
  | { readonly refused: 'claim-first' }
  | { readonly refused: 'wrong-time'; readonly status: Status }
  /** What the press relied on has changed: the asker has said more, or the question was edited. */
  | { readonly refused: 'changed-since'; readonly said: string }
  | { readonly refused: 'empty-text' }
  | { readonly refused: 'too-long'; readonly most: number; readonly length: number }
  | {
      readonly refused: 'unknown-choice';
      readonly field:
        | 'service'
        | 'category'
        | 'redirect'
        | 'region'
        | 'outcome'
        | 'topic'
        | 'person'
        | 'instruction';
    }
  | { readonly refused: 'same-region'; readonly region: RegionId }
  | { readonly refused: 'no-callback' }
  /** The asker has reported a concern, which nobody takes back. */
  | { readonly refused: 'report-stays' }
  /** A concern report is not yet in the client system's register. */
  | { readonly refused: 'record-first' }
  | { readonly refused: 'not-advisor-there'; readonly person: Person; readonly region: RegionId }
  /** Nothing to count yet: a case is closed with what came of it. */
  | { readonly refused: 'no-outcome' }
  | GrantRefusal
  | ConcernRefusal;

export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}
