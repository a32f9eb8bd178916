/** A card's standing in Teams: when it is first put there, and when somebody wants it drawn anew. */
import type { View } from './case.ts';

/** A card that is to be drawn there; `activity` when a message stands there already. */
export const newView = (conversation: string, activity?: string): View => ({
  conversation,
  ...(activity !== undefined && { activity }),
  shown: '',
  wanted: 0,
  state: 'live',
  tries: 0,
});

/** To be drawn once more and at once, whatever it shows, though somebody may be drawing it just now. */
export const wantedAnew = <Kind extends View>(view: Kind) => triedAfresh(view, view.wanted + 1);

/** The card where it stands, wanted that often; what failed or was put off before no longer counts. */
export const triedAfresh = <Kind extends View>({ notBefore: _, ...view }: Kind, wanted: number) => ({
  ...view,
  wanted,
  state: 'live' as const,
  tries: 0,
});
