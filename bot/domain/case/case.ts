/**
 * A case: one question of an employee and all that became of it.
 *
 *   waiting ──claim──▶ claimed ──askBack──▶ asked-back
 *      │  ▲            │  ▲  └──answer──▶ answered
 *      │  └──release───┘  └─────reply──────┴──┘
 *      └─withdraw─▶ withdrawn        claimed, asked-back, answered ──close──▶ closed ──reopen──▶ waiting or claimed
 */
import type { AssessmentClock, Priority75 } from '../assessment.ts';
import type { ConcernFacts } from '../concern.ts';
import type { Language, Urgency } from '../county.ts';
import type { GrantWish } from '../grant.ts';
import type {
  CareId,
  CaseId,
  CategoryId,
  Day,
  Moment,
  PersonId,
  PlaceId,
  RedirectId,
  RegionId,
  TopicId,
} from '../names.ts';

/** An employee, as shown to other employees. */
export type Person = { readonly id: PersonId; readonly name: string };

/** The asker as they were when they asked: what the directory told of them, and the language of their card. */
export type Asker = Person & { readonly language: Language; readonly title?: string; readonly unit?: string };

/** What was said in a case, guarded; `n` counts from 0. */
export type Utterance = {
  readonly n: number;
  readonly at: Moment;
  readonly by: 'asker' | 'advisor';
  readonly name: string;
  readonly kind: 'question' | 'edit' | 'reply' | 'answer' | 'ask-back';
  readonly text: string;
};

type OutcomeBase = { readonly n: number; readonly at: Moment; readonly by: Person };

/** Typed outcomes are the only source of tallies; a case may have several. */
export type Outcome =
  | (OutcomeBase & { readonly kind: 'guidance' })
  | (OutcomeBase & { readonly kind: 'grant'; readonly remindedOn?: Day } & GrantWish)
  | (OutcomeBase & {
      readonly kind: 'assessment';
      readonly category: CategoryId;
      readonly priority75: Priority75;
      readonly appointment?: string;
      readonly clock: AssessmentClock;
      readonly warned?: boolean;
      readonly reference?: string;
    })
  | (OutcomeBase & {
      readonly kind: 'concern';
      readonly facts: ConcernFacts;
      readonly assessed?: Urgency;
      /** Set when it stands in the client system's register, the authoritative copy. */
      readonly recorded?: { readonly at: Moment; readonly by: Person; readonly reference: string };
    })
  | (OutcomeBase & { readonly kind: 'redirect'; readonly to: RedirectId; readonly misdirected: boolean })
  | (OutcomeBase & { readonly kind: 'callback' });

/** One change: who, when, what, and the guarded reason where one was asked for. `line` is upkeep. */
export type Step = {
  readonly version: number;
  readonly at: Moment;
  readonly by: Person | 'line';
  readonly did: Deed;
  readonly reason?: string;
  readonly from?: RegionId;
  readonly to?: RegionId;
  readonly person?: Person;
};

export type Deed =
  | 'ask'
  | 'reply'
  | 'edit'
  | 'withdraw'
  | 'wrongRegion'
  | 'claim'
  | 'release'
  | 'takeOver'
  | 'answer'
  | 'askBack'
  | 'grant'
  | 'assess'
  | 'concern'
  | 'redirect'
  | 'transfer'
  | 'callbackMade'
  | 'markRecorded'
  | 'addReference'
  | 'handOver'
  | 'close'
  | 'reopen'
  | 'remind'
  | 'rescue'
  | 'warn'
  | 'grantEnds'
  | 'resend'
  | 'purge';

/** A message that makes somebody's phone ring: recorded before it is sent, sent at most once. */
export type Ring = {
  readonly n: number;
  readonly at: Moment;
  readonly to: 'advisors' | 'asker' | 'neighbours' | 'supervisors' | 'holder';
  readonly about:
    | 'answered'
    | 'asked-back'
    | 'outcome'
    | 'closed'
    | 'taken'
    | 'replied'
    | 'reopened'
    | 'reminded'
    | 'rescued'
    | 'assessment-due'
    | 'grant-ends'
    | 'transferred'
    | 'handed-over'
    | 'urgent'
    | 'withdrawn';
  /** Who is mentioned, when that is nobody of those whom the case is with by now. */
  readonly whom?: PersonId;
  readonly state: 'due' | 'sending' | 'sent' | 'unsure' | 'failed';
};

/** Where a card stands in Teams and what of the case it shows. */
export type CardPlace = {
  readonly conversation: string;
  /** Absent until posted. */
  readonly activity?: string;
  /** What was drawn last: the case's version, `wanted`, and all else that shows. Empty: nothing yet. */
  readonly shown: string;
  /** How often a person has wanted it drawn again; so a wish is not lost when it is being drawn just then. */
  readonly wanted: number;
  /** `lost`: it can't be delivered, and trying again won't help. */
  readonly state: 'live' | 'lost';
  readonly tries: number;
  readonly notBefore?: Moment;
};

type CaseBase = {
  readonly id: CaseId;
  /** Grows by one with each change that people made; redrawing does not count. */
  readonly version: number;
  readonly asker: Asker;
  readonly receivedAt: Moment;
  readonly region: RegionId;
  readonly place?: PlaceId;
  readonly topic: TopicId;
  readonly category?: CategoryId;
  readonly priority75: Priority75;
  readonly urgency: Urgency;
  readonly care?: CareId;
  /** An active informal-care client (seed 001, the gap 001-23): taken and flagged. */
  readonly flagged: boolean;
  /** Sent although the client's own team answers. */
  readonly misdirected: boolean;
  /** The number itself is sealed with the client's details. */
  readonly wantsCallback: boolean;
  /** Sealed details exist and can be shown in a dialog. */
  readonly hasDetails: boolean;
  readonly question: string;
  /** The last few things said; all of them are kept in rows of their own. */
  readonly said: readonly Utterance[];
  readonly saidCount: number;
  readonly outcomes: readonly Outcome[];
  /** The last few steps; all of them are kept in rows of their own. */
  readonly trail: readonly Step[];
  readonly rings: readonly Ring[];
  readonly ringCount: number;
  /** The version in which the asker last said something an answer must take into account. */
  readonly askerSpoke: number;
  readonly answerBy: Moment;
  /** When the present wait for advisors began: asking, reopening, giving back. A waiting case that moves keeps it. */
  readonly waitingSince: Moment;
  readonly reminded: boolean;
  readonly rescued: boolean;
  readonly reopened: boolean;
  /** Of a reopened case: by when its first answer was promised. */
  readonly firstAnswerBy?: Moment;
  readonly firstClaimedAt?: Moment;
  readonly firstAnsweredAt?: Moment;
  /** The next moment at which upkeep must look at this case. */
  readonly dueAt?: Moment;
  /** The anonymous fact that tallies count; the link is cut at purge. */
  readonly contactId?: string;
  readonly views: {
    readonly channel?: CardPlace & { readonly region: RegionId };
    readonly asker?: CardPlace;
  };
  readonly purgedAt?: Moment;
};

export type WaitingCase = CaseBase & { readonly status: 'waiting' };
type Held = { readonly holder: Person; readonly claimedAt: Moment };
export type HeldCase = CaseBase & Held & { readonly status: 'claimed' | 'asked-back' | 'answered' };
export type ClosedCase = CaseBase & {
  readonly status: 'closed';
  readonly holder?: Person;
  readonly closedBy: Person;
  readonly closedAt: Moment;
};
export type WithdrawnCase = CaseBase & { readonly status: 'withdrawn'; readonly closedAt: Moment };
export type Case = WaitingCase | HeldCase | ClosedCase | WithdrawnCase;
export type Status = Case['status'];

/** How many utterances, steps and rings travel with the case itself. */
export const keptAlong = { said: 6, trail: 12, rings: 8 } as const;

/** The most characters of each free text; cards must stay under Teams' limits. */
export const textLimits = {
  question: 2000,
  reply: 2000,
  answer: 3000,
  reason: 300,
  reference: 60,
  appointment: 120,
} as const;

export const isOpen = (one: Case): one is WaitingCase | HeldCase =>
  one.status !== 'closed' && one.status !== 'withdrawn';
export const isHeld = (one: Case): one is HeldCase =>
  one.status === 'claimed' || one.status === 'asked-back' || one.status === 'answered';
