/** Draws one card of a case where it stands, and what becomes of it when Teams refuses. */
import type { Clock, Log } from '../../desk/ports.ts';
import type { Staff } from '../../desk/staff/staff.ts';
import { addMinutes } from '../../domain/calendar.ts';
import type { CardPlace, Case } from '../../domain/case/case.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { type Showing, tryLater, withViews } from './showing.ts';

export type DrawingPorts = {
  readonly staff: Pick<Staff, 'channelBroke'>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Where a card stands, and what draws it. */
export type Drawing = {
  readonly place: CardPlace;
  /** Everything that shows on the card. */
  readonly key: string;
  readonly draw: () => Promise<DrawnCard>;
  readonly put: (place: CardPlace) => Case['views'];
  /** The channel in which it is drawn, which may be broken. */
  readonly channelId?: string;
};
export type DrawnCard = Pick<CardPlace, 'conversation'> & { readonly activity: string };

export async function drawn(ports: DrawingPorts, showing: Showing, drawing: Drawing): Promise<void> {
  const { place, key, draw, put } = drawing;
  if (place.notBefore && place.notBefore > ports.clock.now()) return tryLater(showing, place.notBefore);
  await showing.hold();
  try {
    const placed = await draw();
    const { notBefore: _, ...rest } = place;
    withViews(showing, put({ ...rest, ...placed, shown: key, tries: 0 }));
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    await failed(ports, showing, drawing, error);
  }
}

async function failed(
  { clock, log, staff }: DrawingPorts,
  showing: Showing,
  { place, key, put, channelId }: Drawing,
  { kind }: TeamsFailure,
): Promise<void> {
  log('warn', 'a card could not be shown', { caseId: showing.case.id, kind });
  const isFinal = kind === 'blocked' || kind === 'gone';
  if (isFinal && channelId) await staff.channelBroke(channelId, kind === 'gone' ? 'deleted' : 'unreachable');
  if (isFinal && !channelId) return withViews(showing, put({ ...place, shown: key, state: 'lost' }));
  const at = addMinutes(clock.now(), Math.min(30, 2 ** place.tries / 4));
  withViews(showing, put({ ...place, tries: place.tries + 1, notBefore: at }));
  tryLater(showing, at);
}

/** False when the message is gone, however it went; it is then no failure. */
export async function stillThere(edit: Promise<void>): Promise<boolean> {
  try {
    await edit;
    return true;
  } catch (error) {
    if (error instanceof TeamsFailure && error.kind === 'gone') return false;
    throw error;
  }
}

/** The card that was left behind is told where to look: a courtesy, without which the new one stands all the same. */
export async function asCourtesy(edit: Promise<void>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
  }
}
