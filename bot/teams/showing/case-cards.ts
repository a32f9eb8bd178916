/** Brings every view of a case in Teams up to what is kept: level-triggered, safe to repeat and to run twice. */

import { channelCard, pointerCard } from '../../cards/advisor/channel-card.ts';
import { askerCard, askerLine } from '../../cards/asker/asker-card.ts';
import type { CaseCards } from '../../desk/casework/ports.ts';
import type { Clock, Log } from '../../desk/ports.ts';
import type { Notices, PersonRecord } from '../../desk/staff/ports.ts';
import type { Staff } from '../../desk/staff/staff.ts';
import type { Lease, Shown, ShowStore } from '../../desk/upkeep/ports.ts';
import { addMinutes, isOpen as isLineOpen } from '../../domain/calendar.ts';
import { newCardPlace } from '../../domain/case/card-place.ts';
import type { CardPlace, Case, Ring } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import type { County } from '../../domain/county.ts';
import type { CaseId, Moment } from '../../domain/names.ts';
import { cardPost } from '../client/posts.ts';
import type { ChannelReference, TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { mentionsOnDuty, type RingPorts, sendRing } from './ring-bell.ts';

export type CaseCardsPorts = {
  readonly county: County;
  readonly shows: ShowStore;
  readonly staff: Pick<Staff, 'find' | 'bindingOf' | 'onTheLine' | 'channelBroke'>;
  readonly notices: Notices;
  readonly teams: TeamsClient;
  readonly clock: Clock;
  readonly log: Log;
};

/** Longer than the usual patience with one call to Teams, so that a slow showing is not taken over by another. */
const leaseMinutes = 3;
/** How old a lease must be to be renewed. */
const renewMinutes = 0.5;

type ShowingPorts = CaseCardsPorts & {
  /** Keeps the lease of a showing that takes its time. @throws when somebody else shows the case by now. */
  readonly hold: () => Promise<void>;
};
type Views = Case['views'];
/** What is being shown, as it comes true step by step. */
type ShowProgress = { readonly case: Case; readonly retryAt?: Moment };

export function createCaseCards(ports: CaseCardsPorts): CaseCards & { finish(): Promise<void> } {
  const inHand = new Set<Promise<void>>();

  async function show(id: CaseId): Promise<void> {
    const now = ports.clock.now();
    let until = addMinutes(now, leaseMinutes);
    const lease = await ports.shows.lease(id, now, until);
    if (!lease) return;
    const hold = async () => {
      const next = addMinutes(ports.clock.now(), leaseMinutes);
      if (next < addMinutes(until, renewMinutes)) return;
      until = next;
      await lease.renew(until);
    };
    let next: Case | undefined = lease.shown;
    while (next) next = await showOnce({ ...ports, hold }, lease, next);
  }

  return {
    show,
    soon(id) {
      const showing = show(id).catch((error: unknown) => {
        // the mark in the store stays: the sweep comes again
        ports.log('error', 'a case could not be shown', { caseId: id, error });
      });
      inHand.add(showing);
      void showing.finally(() => inHand.delete(showing));
    },
    async finish() {
      await Promise.allSettled(inHand);
    },
  };
}

/** Shows the case as it is in `one`; gives it again when it changed meanwhile. */
async function showOnce(ports: ShowingPorts, lease: Lease, one: Case): Promise<Case | undefined> {
  const due = one.rings.filter(({ state }) => state === 'due');
  let progress: ShowProgress = { case: one };
  progress = await drawAsker(ports, progress);
  progress = await ring(
    ports,
    lease,
    progress,
    due.filter(({ to }) => to === 'asker'),
  );
  progress = await drawChannel(ports, progress);
  progress = await ring(
    ports,
    lease,
    progress,
    due.filter(({ to }) => to !== 'asker'),
  );
  progress = await drawChannel(ports, progress);
  const shown = achieved(progress.case);
  if (progress.retryAt) {
    await lease.later(shown, progress.retryAt);
    return undefined;
  }
  return (await lease.done(shown))?.again;
}

const achieved = ({ views, rings }: Case): Shown => ({
  views,
  rings: new Map(rings.map(({ n, state }) => [n, state])),
});

const withViews = (progress: ShowProgress, views: Views): ShowProgress => ({
  ...progress,
  case: { ...progress.case, views },
});

const later = (progress: ShowProgress, at: Moment): ShowProgress => ({
  ...progress,
  retryAt: progress.retryAt && progress.retryAt < at ? progress.retryAt : at,
});

// === the asker's live card

/** Everything that shows on the asker's card. */
const askerKey = ({ version }: Case, { wanted }: CardPlace) => `${version} ${wanted}`;

async function drawAsker(ports: ShowingPorts, progress: ShowProgress): Promise<ShowProgress> {
  const one = progress.case;
  const asker = await ports.staff.find(one.asker.id);
  if (!asker?.chat) return progress;
  const place = one.views.asker ?? newCardPlace(asker.chat.conversation);
  const key = askerKey(one, place);
  if (place.shown === key || place.state === 'lost') return progress;
  const draw = () => placeAskerCard(ports, one, place, asker);
  return attempt(ports, progress, { place, key, draw, put: (drawn) => ({ ...one.views, asker: drawn }) });
}

/** Edits the card in place; when the talk has moved on, posts it again at the bottom and shrinks the old one. */
async function placeAskerCard(
  ports: CaseCardsPorts,
  one: Case,
  place: CardPlace,
  asker: PersonRecord,
): Promise<string> {
  const { county, clock, teams } = ports;
  const at = { serviceUrl: asker.chat?.serviceUrl ?? '', id: place.conversation };
  const now = clock.now();
  const card = askerCard(one, county, { now, open: isLineOpen(county.opening, now) });
  const post = cardPost(card, card.fallbackText);
  const { activity } = place;
  // a card whose content is purged is news to nobody: it stays where it is, if it still is
  const staysPut = one.purgedAt !== undefined || !hasScrolledAway(asker.lastMessage, activity);
  if (activity && staysPut) {
    const isThere = await stillThere(teams.edit(at, activity, post));
    if (isThere || one.purgedAt) return activity;
  }
  const placed = await teams.reply(at, post);
  if (activity)
    await stillThere(teams.edit(at, activity, cardPost(askerLine(one, county), spokenCaseId(one.id))));
  return placed;
}

/** Message ids in a chat are times: a later one stands further down. */
function hasScrolledAway(lastMessage: string | undefined, activity: string | undefined): boolean {
  return lastMessage !== undefined && Number(lastMessage) > Number(activity);
}

/** False when the message is gone, however it went; it is then no failure. */
async function stillThere(edit: Promise<void>): Promise<boolean> {
  try {
    await edit;
    return true;
  } catch (error) {
    if (error instanceof TeamsFailure && error.kind === 'gone') return false;
    throw error;
  }
}

// === the advisors' card

/** Everything that shows on the advisors' card: the case's own version, and what of it Teams changed. */
function channelKey({ version, views, rings }: Case): string {
  const troubled = rings.filter(({ state }) => state === 'failed' || state === 'unsure');
  return [
    version,
    views.channel?.wanted ?? 0,
    views.asker?.state,
    ...troubled.map(({ n, state }) => `${n}${state}`),
  ].join(' ');
}

async function drawChannel(ports: ShowingPorts, progress: ShowProgress): Promise<ShowProgress> {
  const one = progress.case;
  const key = channelKey(one);
  const binding = await ports.staff.bindingOf(one.region);
  const { channel } = one.views;
  if (channel && channel.region === one.region && channel.shown === key) return progress;
  if (!binding || binding.broken) return later(progress, addMinutes(ports.clock.now(), unboundMinutes));
  const isHere = channel?.region === one.region && isIn(channel, binding.channelId);
  const wanted = channel?.wanted ?? 0;
  const place = isHere && channel ? channel : { ...newCardPlace(binding.channelId), wanted };
  if (channel && !isHere) {
    await ports.hold();
    await leavePointer(ports, one, channel, binding.serviceUrl);
  }
  const draw = () => placeChannelCard(ports, one, place, binding);
  const put = (drawn: CardPlace) => ({ ...one.views, channel: { ...drawn, region: one.region } });
  return attempt(ports, progress, { place, key, draw, put, channelId: binding.channelId });
}

/** A region without a channel is looked at again when a supervisor has had time to bind one. */
const unboundMinutes = 1;

const isIn = (place: CardPlace, channelId: string) => place.conversation.split(';')[0] === channelId;

async function placeChannelCard(
  ports: CaseCardsPorts,
  one: Case,
  place: CardPlace,
  channel: ChannelReference,
): Promise<DrawnCard> {
  const { county, teams } = ports;
  if (place.activity) {
    const card = channelCard(one, county);
    const at = { serviceUrl: channel.serviceUrl, id: place.conversation };
    const isThere = await stillThere(teams.edit(at, place.activity, cardPost(card, card.fallbackText)));
    if (isThere || one.purgedAt) return place.activity;
  }
  // only a question that waits rings, by its mentions; a redraw never does
  const mentions = one.status === 'waiting' ? await mentionsOnDuty(ports, one) : [];
  const card = channelCard(one, county, { mentions });
  const thread = await teams.startThread(channel, cardPost(card, card.fallbackText));
  return { activity: thread.activityId, conversation: thread.conversationId };
}

/** The thread in the channel that the case left tells where it went. */
async function leavePointer(
  ports: CaseCardsPorts,
  one: Case,
  old: CardPlace,
  serviceUrl: string,
): Promise<void> {
  if (!old.activity) return;
  const card = pointerCard(one, ports.county);
  const at = { serviceUrl, id: old.conversation };
  await stillThere(ports.teams.edit(at, old.activity, cardPost(card, card.fallbackText))).catch(
    (error: unknown) => {
      // the old card is a courtesy; the case must reach its new channel all the same
      if (!(error instanceof TeamsFailure)) throw error;
    },
  );
}

// === what may go wrong

type DrawnCard = string | { readonly activity: string; readonly conversation: string };
type Attempt = {
  readonly place: CardPlace;
  readonly key: string;
  readonly draw: () => Promise<DrawnCard>;
  readonly put: (place: CardPlace) => Views;
  readonly channelId?: string;
};

async function attempt(ports: ShowingPorts, progress: ShowProgress, drawing: Attempt): Promise<ShowProgress> {
  const { place, key, draw, put } = drawing;
  const now = ports.clock.now();
  if (place.notBefore && place.notBefore > now) return later(progress, place.notBefore);
  await ports.hold();
  try {
    const drawn = await draw();
    const { notBefore: _, ...rest } = place;
    const placed = typeof drawn === 'string' ? { activity: drawn } : drawn;
    return withViews(progress, put({ ...rest, ...placed, shown: key, tries: 0 }));
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    return failed(ports, progress, drawing, error);
  }
}

async function failed(
  ports: CaseCardsPorts,
  progress: ShowProgress,
  drawing: Attempt,
  failure: TeamsFailure,
) {
  const { place, key, put, channelId } = drawing;
  const { clock, log, staff } = ports;
  log('warn', 'a card could not be shown', { caseId: progress.case.id, kind: failure.kind });
  const isFinal = failure.kind === 'blocked' || failure.kind === 'gone';
  if (isFinal && channelId)
    await staff.channelBroke(channelId, failure.kind === 'gone' ? 'deleted' : 'unreachable');
  if (isFinal && !channelId) return withViews(progress, put({ ...place, shown: key, state: 'lost' }));
  const at = addMinutes(clock.now(), Math.min(30, 2 ** place.tries / 4));
  return later(withViews(progress, put({ ...place, tries: place.tries + 1, notBefore: at })), at);
}

// === messages that ring

/** A ring speaks of a card: it waits until the card is there and tells what the ring speaks of. */
function canRing(one: Case, to: Ring['to']): boolean {
  const { channel, asker } = one.views;
  if (to === 'advisors' || to === 'holder') return channel?.activity !== undefined;
  const lags = asker?.state === 'live' && asker.shown !== askerKey(one, asker);
  return to !== 'asker' || !lags;
}

/** Each is recorded as being sent before it is: a crash in between loses the ring, never doubles it. */
async function ring(
  ports: ShowingPorts & RingPorts,
  lease: Lease,
  progress: ShowProgress,
  due: readonly Ring[],
): Promise<ShowProgress> {
  const sendable = due.filter(({ to }) => canRing(progress.case, to));
  if (sendable.length === 0) return progress;
  await lease.sending(sendable.map(({ n }) => n));
  let now = progress;
  for (const each of sendable) {
    await ports.hold();
    const state = await sendRing(ports, now.case, each);
    now = {
      ...now,
      case: { ...now.case, rings: now.case.rings.map((old) => (old.n === each.n ? { ...old, state } : old)) },
    };
    if (state === 'due') now = later(now, addMinutes(ports.clock.now(), 1));
  }
  return now;
}
