/** A card's standing in Teams: when it is first put there, and when somebody wants it drawn again. */
import type { CardPlace } from './case.ts';

/** A card that is to be drawn there; `activity` when a message stands there already. */
export const newCardPlace = (conversation: string, activity?: string): CardPlace => ({
  conversation,
  ...(activity !== undefined && { activity }),
  shown: '',
  wanted: 0,
  state: 'live',
  tries: 0,
});

/** To be drawn once more and at once, whatever it shows, though somebody may be drawing it just now. */
export const wantedAgain = <Kind extends CardPlace>(view: Kind) => triedAgain(view, view.wanted + 1);

/** The card where it stands, wanted that often; what failed or was put off before no longer counts. */
export const triedAgain = <Kind extends CardPlace>({ notBefore: _, ...view }: Kind, wanted: number) => ({
  ...view,
  wanted,
  state: 'live' as const,
  tries: 0,
});
