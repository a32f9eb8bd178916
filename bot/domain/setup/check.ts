/** The test question of a region: posted once for each press, received by an advisor, and never counted. */
import type { Person } from '../case/case.ts';
import type { Moment, RegionId } from '../names.ts';

/**
 * Why a test question could not be shown:
 * - `channel-gone`: the channel, or the message in it, is not there any more
 * - `app-missing`: the app is not in the channel's team
 * - `archived`: the team is archived
 * - `blocked`: Teams lets the app post nothing there
 * - `later`: Teams did not answer or asks to wait; nothing was posted
 * - `refused`: Teams did not take the card
 */
export type CheckFailure = 'channel-gone' | 'app-missing' | 'archived' | 'blocked' | 'later' | 'refused';

/** Where its card stands in Teams. */
export type CheckPlace = { readonly conversation: string; readonly activity: string };

export type ChannelCheck = {
  /** Another for each time it is sent: a press on an older card counts for nothing. */
  readonly id: string;
  readonly sentBy: Person;
  readonly sentAt: Moment;
  /** Absent as long as nobody knows whether it was posted. */
  readonly at?: CheckPlace;
  readonly failed?: CheckFailure;
  readonly received?: { readonly by: Person; readonly at: Moment };
  /** How changing its card went, once it was received. */
  readonly edited?: 'done' | CheckFailure;
};

export type CheckState =
  | 'not-sent'
  | 'sending'
  /** It was to be posted, and whether it was nobody knows. */
  | 'unsure'
  | 'failed'
  | 'waiting'
  | 'received'
  /** Received, but its card could not be changed. */
  | 'not-edited';

/** A call to Teams gives up long before: who was to tell has died. */
const sendingMs = 60_000;

export function checkState(check: ChannelCheck | undefined, now: Moment): CheckState {
  if (!check) return 'not-sent';
  if (check.received) return check.edited && check.edited !== 'done' ? 'not-edited' : 'received';
  if (check.failed) return 'failed';
  if (check.at) return 'waiting';
  return Date.parse(now) - Date.parse(check.sentAt) < sendingMs ? 'sending' : 'unsure';
}

/** The first who receives it stays; it was posted where it was pressed, whatever was known of that. */
export function receive(check: ChannelCheck, by: Person, at: Moment, place: CheckPlace): ChannelCheck {
  if (check.received) return check;
  const { failed: _, ...sent } = check;
  return { ...sent, at: place, received: { by: { id: by.id, name: by.name }, at } };
}

const notSent = '-';

/** Which test questions somebody saw: pressing "send" counts only where nothing was sent since. */
export const seenChecks = (all: ReadonlyMap<RegionId, ChannelCheck>, regions: readonly RegionId[]): string =>
  regions.map((region) => `${region}:${all.get(region)?.id ?? notSent}`).join(',');

/** Whether the region's newest test question is the one that was seen. */
export const isAsSeen = (seen: string, region: RegionId, check: ChannelCheck | undefined): boolean =>
  seen.split(',').includes(`${region}:${check?.id ?? notSent}`);
