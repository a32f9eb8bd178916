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

/** All that is asked of the person who reports. */
export type ConcernWish = {
  readonly basis: LegalBasis;
  readonly grounds: readonly ConcernGround[];
  readonly danger: boolean;
  readonly clientKnows: 'yes' | 'no' | 'unknown';
  readonly whyNoConsent?: string;
  readonly observed: string;
  readonly since: string;
  readonly presentHelp: string;
  readonly reporterPhone?: string;
};

/** Every field of a report chooses a side: one that has none here does not compile. */
export type Sides<Report> = { readonly [field in keyof Required<Report>]: 'clear' | 'sealed' };

/** Free text and whatever names somebody is sealed; only a choice that names nobody may stand in the clear. */
export const concernSides = {
  basis: 'clear',
  grounds: 'clear',
  danger: 'clear',
  clientKnows: 'clear',
  whyNoConsent: 'sealed',
  observed: 'sealed',
  since: 'sealed',
  presentHelp: 'sealed',
  reporterPhone: 'sealed',
} as const satisfies Sides<ConcernWish>;

type FieldsOn<Side> = {
  [field in keyof typeof concernSides]: (typeof concernSides)[field] extends Side ? field : never;
}[keyof typeof concernSides];

/** What a report tells without naming anybody: this may stand on a card and in a tally. */
export type ConcernFacts = Pick<ConcernWish, FieldsOn<'clear'>>;

/** Free text and names of a report: typed into a dialog, sealed, shown only in a dialog. */
export type ConcernSealed = Pick<ConcernWish, FieldsOn<'sealed'>>;

/** Parts a report in two: what no field's side lets into the clear is sealed. */
export function partConcern(wish: ConcernWish): {
  readonly facts: ConcernFacts;
  readonly report: ConcernSealed;
} {
  const isClear = ([field]: readonly [string, unknown]) =>
    concernSides[field as keyof ConcernWish] === 'clear';
  const fields = Object.entries(wish);
  return {
    facts: Object.fromEntries(fields.filter(isClear)) as ConcernFacts,
    report: Object.fromEntries(fields.filter((field) => !isClear(field))) as ConcernSealed,
  };
}

/** The most characters of each free text of a report. */
export const concernLimits = {
  whyNoConsent: 600,
  observed: 3000,
  since: 200,
  presentHelp: 600,
  reporterPhone: 40,
} as const satisfies Record<keyof ConcernSealed, number>;

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
