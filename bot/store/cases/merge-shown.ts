/** Brings what showing achieved together with what the case has become meanwhile. */

import type { Shown } from '../../desk/upkeep/ports.ts';
import { triedAgain } from '../../domain/case/card-place.ts';
import type { CardPlace, Case, Ring } from '../../domain/case/case.ts';

type MergeParts = {
  /** The case as it was handed out to be shown. */
  readonly base: Case;
  /** The case as it is kept now. */
  readonly kept: { readonly case: Case };
  readonly mark: { readonly sending: readonly number[] };
};

/** The kept case with the views and rings that were shown; its version stays. */
export function mergeShown({ base, kept, mark }: MergeParts, shown: Shown): Case {
  const before = new Map(base.rings.map(({ n, state }) => [n, state]));
  const isTouched = ({ n }: Ring) => mark.sending.includes(n) || shown.rings.get(n) !== before.get(n);
  const rings = kept.case.rings.map((ring) =>
    // somebody may have asked for it to be sent again meanwhile
    isTouched(ring) ? { ...ring, state: stateOf(ring, shown, mark.sending) } : ring,
  );
  return { ...kept.case, rings, views: mergeViews(base.views, kept.case.views, shown.views) };
}

/** One that was about to be sent and of which nothing was told may have rung. */
function stateOf({ n, state }: Ring, shown: Shown, sending: readonly number[]): Ring['state'] {
  const isOpen = state === 'due' || state === 'sending';
  return shown.rings.get(n) ?? (isOpen && sending.includes(n) ? 'unsure' : state);
}

function mergeViews(base: Case['views'], kept: Case['views'], shown: Case['views']): Case['views'] {
  const channel = mergeView(base.channel, kept.channel, shown.channel);
  const asker = mergeView(base.asker, kept.asker, shown.asker);
  return { ...(channel && { channel }), ...(asker && { asker }) };
}

/** What showing did not touch stays as it is kept; a card wanted again meanwhile stands as shown, and is still wanted. */
function mergeView<Kind extends CardPlace>(
  base: Kind | undefined,
  kept: Kind | undefined,
  shown: Kind | undefined,
) {
  if (isSame(base, shown)) return kept;
  if (!shown || !kept || kept.wanted === base?.wanted) return shown;
  return triedAgain(shown, kept.wanted);
}

const isSame = (one: object | undefined, other: object | undefined) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
