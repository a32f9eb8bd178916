/** A concern report: what is asked, what may be shown without naming anybody, and what stays sealed (SHL 35 §). */
import type { Urgency } from './county.ts';

/** Consent makes it a contact for assessing need; without consent it is a notification notwithstanding secrecy. */
export type LegalBasis = 'consent' | 'no-consent';

/** The grounds of a report, as counties' forms list them (vanhuspalvelulaki 25 §). */
export const concernGrounds = [
  'does-not-cope',
  'housing',
  'own-affairs',
  'cannot-seek',
  'maltreatment',
  'substances',
  'own-safety',
  'aids',
] as const;
export type ConcernGround = (typeof concernGrounds)[number];

/** What a report tells without naming anybody: this may stand on a card and in a tally. */
export type ConcernFacts = {
  readonly basis: LegalBasis;
  readonly grounds: readonly ConcernGround[];
  readonly danger: boolean;
  readonly clientKnows: 'yes' | 'no' | 'unknown';
};

/** Free text and names of a report: typed into a dialog, sealed, shown only in a dialog. */
export type ConcernSealed = {
  readonly whyNoConsent?: string;
  readonly observed: string;
  readonly since: string;
  readonly presentHelp: string;
  readonly reporterPhone?: string;
};

export type ConcernWish = ConcernFacts & ConcernSealed;

/** The most characters of each free text of a report. */
export const concernLimits = {
  whyNoConsent: 600,
  observed: 3000,
  since: 200,
  presentHelp: 600,
  reporterPhone: 40,
} as const;

/** How soon somebody must look at a report: its urgency is assessed at once (SHL 36 §). */
export const urgencyOf = ({ danger }: Pick<ConcernFacts, 'danger'>): Urgency => (danger ? 'urgent' : 'today');

export type ConcernRefusal =
  | { readonly refused: 'missing'; readonly field: 'grounds' | 'observed' | 'whyNoConsent' | 'client' }
  | { readonly refused: 'too-long'; readonly most: number; readonly length: number };

/** Why the report can't be taken yet; undefined when it is whole. */
export function refuseConcern(wish: ConcernWish): ConcernRefusal | undefined {
  if (wish.grounds.length === 0) return { refused: 'missing', field: 'grounds' };
  if (wish.observed.trim() === '') return { refused: 'missing', field: 'observed' };
  if (wish.basis === 'no-consent' && !wish.whyNoConsent?.trim())
    return { refused: 'missing', field: 'whyNoConsent' };
  return overLong(wish);
}

function overLong(wish: ConcernSealed): ConcernRefusal | undefined {
  for (const [field, most] of Object.entries(concernLimits)) {
    const length = wish[field as keyof ConcernSealed]?.length ?? 0;
    if (length > most) return { refused: 'too-long', most, length };
  }
  return undefined;
}
