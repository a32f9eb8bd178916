/** The advisors' card: the root of a thread of its own in the region's channel, and a pointer where it once stood. */
import { channelCard, pointerCard } from '../../cards/advisor/channel-card.ts';
import type { Staff } from '../../desk/staff/staff.ts';
import { addMinutes } from '../../domain/calendar.ts';
import { newCardPlace } from '../../domain/case/card-place.ts';
import type { CardPlace, Case } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import { cardPost } from '../client/posts.ts';
import type { ChannelReference, TeamsClient } from '../client/teams-client.ts';
import { asCourtesy, type DrawingPorts, type DrawnCard, drawn, stillThere } from './drawing.ts';
import { mentionsOnDuty } from './ring-bell.ts';
import { type Showing, tryLater } from './showing.ts';

export type ChannelViewPorts = DrawingPorts & {
  readonly county: County;
  readonly staff: Pick<Staff, 'bindingOf' | 'onTheLine'>;
  readonly teams: TeamsClient;
};

/** A region without a channel is looked at again when a supervisor has had time to bind one. */
const unboundMinutes = 1;

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

export async function drawChannel(ports: ChannelViewPorts, showing: Showing): Promise<void> {
  const one = showing.case;
  const key = channelKey(one);
  const binding = await ports.staff.bindingOf(one.region);
  const { channel } = one.views;
  if (channel && channel.region === one.region && channel.shown === key) return;
  if (!binding || binding.broken) return tryLater(showing, addMinutes(ports.clock.now(), unboundMinutes));
  const isHere = channel?.region === one.region && isIn(channel, binding.channelId);
  const wanted = channel?.wanted ?? 0;
  const place = isHere && channel ? channel : { ...newCardPlace(binding.channelId), wanted };
  if (channel && !isHere) {
    await showing.hold();
    await leavePointer(ports, one, channel, binding.serviceUrl);
  }
  const draw = () => placeChannelCard(ports, one, place, binding);
  const put = (there: CardPlace) => ({ ...one.views, channel: { ...there, region: one.region } });
  await drawn(ports, showing, { place, key, draw, put, channelId: binding.channelId });
}

const isIn = (place: CardPlace, channelId: string) => place.conversation.split(';')[0] === channelId;

async function placeChannelCard(
  ports: ChannelViewPorts,
  one: Case,
  { conversation, activity }: CardPlace,
  channel: ChannelReference,
): Promise<DrawnCard> {
  const { county, teams } = ports;
  if (activity) {
    const card = channelCard(one, county);
    const at = { serviceUrl: channel.serviceUrl, id: conversation };
    const isThere = await stillThere(teams.edit(at, activity, cardPost(card, card.fallbackText)));
    if (isThere || one.purgedAt) return { conversation, activity };
  }
  // only a question that waits rings, by its mentions; a redraw never does
  const mentions = one.status === 'waiting' ? await mentionsOnDuty(ports, one) : [];
  const card = channelCard(one, county, { mentions });
  const thread = await teams.startThread(channel, cardPost(card, card.fallbackText));
  return { activity: thread.activityId, conversation: thread.conversationId };
}

/** The thread in the channel that the case left tells where it went. */
async function leavePointer(
  { county, teams }: ChannelViewPorts,
  one: Case,
  { conversation, activity }: CardPlace,
  serviceUrl: string,
): Promise<void> {
  if (!activity) return;
  const card = pointerCard(one, county);
  await asCourtesy(teams.edit({ serviceUrl, id: conversation }, activity, cardPost(card, card.fallbackText)));
}
