/** A question card that is not sent yet: what the text told, kept so that nothing typed is lost. */

import type { Priority75 } from '../assessment.ts';
import type { Urgency } from '../county.ts';
import type { IdentityKind } from '../identity-guard.ts';
import type { CareId, CaseId, CategoryId, Moment, PlaceId, TopicId } from '../names.ts';
import type { PlaceFinding } from '../places/places.ts';
import type { Asker } from './case.ts';

/** What the asker has filled in; anything may still be open. */
export type Answers = {
  readonly question: string;
  readonly place?: PlaceId;
  readonly topic?: TopicId;
  readonly category?: CategoryId;
  readonly priority75?: Priority75;
  readonly urgency?: Urgency;
  readonly care?: CareId;
  readonly callback?: string;
};

/** Phone numbers and addresses that the guard took out of free text; sealed with the case. */
export type Taken = { readonly phones: readonly string[]; readonly emails: readonly string[] };

export type Draft = {
  /** The case's id to be: sending the same card twice makes one case. */
  readonly id: CaseId;
  readonly asker: Asker;
  readonly at: Moment;
  readonly answers: Answers;
  readonly taken: Taken;
  /** Which kinds of identity were masked in the text, to be told. */
  readonly masked: readonly IdentityKind[];
  readonly finding: PlaceFinding;
  /** The card in the asker's chat, once posted. */
  readonly card?: { readonly conversation: string; readonly activity: string };
  readonly reminded: boolean;
  /** When upkeep must look at it: to remind once, later to forget it. */
  readonly dueAt: Moment;
};
