/** Sends one message that makes somebody's phone ring, once, and tells how it went. */
import { rescueCard, ringMessage } from '../../cards/rings.ts';
import type { Clock, Log } from '../../desk/ports.ts';
import type { PersonRecord } from '../../desk/staff/ports.ts';
import type { Staff } from '../../desk/staff/staff.ts';
import { dayOf } from '../../domain/calendar.ts';
import { type Case, isHeld, type Ring } from '../../domain/case/case.ts';
import { type County, type Language, regionOf } from '../../domain/county.ts';
import { mostRung, onDuty, rungFor } from '../../domain/duty.ts';
import type { RegionId } from '../../domain/names.ts';
import { cardPost, messagePost, ringingPost, type TextMessage } from '../client/posts.ts';
import type { TeamsClient } from '../client/teams-client.ts';
import { TeamsFailure } from '../client/teams-failure.ts';

export type RingPorts = {
  readonly county: County;
  readonly staff: Pick<Staff, 'find' | 'bindingOf' | 'onTheLine'>;
  readonly teams: TeamsClient;
  readonly clock: Clock;
  readonly log: Log;
};

type RingState = Ring['state'];

/** `due` again when it is certain that nothing was sent. */
export async function sendRing(ports: RingPorts, one: Case, ring: Ring): Promise<RingState> {
  try {
    return await send(ports, one, ring);
  } catch (error) {
    if (!(error instanceof TeamsFailure)) throw error;
    ports.log('warn', 'a message could not be sent', { caseId: one.id, kind: error.kind });
    return stateAfter(error);
  }
}

function stateAfter({ kind }: TeamsFailure): RingState {
  switch (kind) {
    case 'throttled':
    case 'unreachable':
      return 'due';
    case 'ambiguous':
      return 'unsure';
    case 'gone':
    case 'blocked':
    case 'too-big':
    case 'refused':
      return 'failed';
  }
}

async function send(ports: RingPorts, one: Case, ring: Ring): Promise<RingState> {
  switch (ring.to) {
    case 'asker':
      return sendToAsker(ports, one, ring);
    case 'advisors':
    case 'holder':
      return sendToThread(ports, one, ring);
    case 'neighbours':
      return sendToNeighbours(ports, one);
    case 'supervisors':
      return offer(ports, one, 'supervisors');
  }
}

async function sendToAsker({ staff, teams, county }: RingPorts, one: Case, ring: Ring): Promise<RingState> {
  const chat = (await staff.find(one.asker.id))?.chat;
  if (!chat) return 'failed';
  const message = ringMessage(ring, one, county, one.asker.language, []);
  await teams.reply({ serviceUrl: chat.serviceUrl, id: chat.conversation }, ringingPost(message));
  return 'sent';
}

/** In the case's thread, mentioning those who should look. */
async function sendToThread(ports: RingPorts, one: Case, ring: Ring): Promise<RingState> {
  const { staff, teams, county } = ports;
  const binding = await staff.bindingOf(one.region);
  const { channel } = one.views;
  if (!binding || !channel?.activity) return 'due';
  const mentions = await mentioned(ports, one, ring);
  const message: TextMessage = ringMessage(ring, one, county, county.channelLanguage, mentions);
  await teams.reply({ serviceUrl: binding.serviceUrl, id: channel.conversation }, messagePost(message));
  return 'sent';
}

async function mentioned(ports: RingPorts, one: Case, { to, whom }: Ring) {
  const { staff } = ports;
  if (whom) return mentionsOf([await staff.find(whom)]);
  if (to === 'holder' && isHeld(one)) return mentionsOf([await staff.find(one.holder.id)]);
  return mentionsOnDuty(ports, one);
}

/** The advisors on duty in the case's region, of those whom a mention reaches. */
export async function mentionsOnDuty(
  { staff, clock }: Pick<RingPorts, 'clock'> & { readonly staff: Pick<Staff, 'onTheLine'> },
  { id, region }: Pick<Case, 'id' | 'region'>,
) {
  const reached = (await staff.onTheLine(region)).filter(({ teamsId }) => teamsId);
  return mentionsOf(rungFor(id, onDuty(reached, region, dayOf(clock.now()))));
}

export function mentionsOf(people: readonly (PersonRecord | undefined)[]) {
  return people
    .flatMap((one) => (one?.teamsId && !one.left ? [{ name: one.name, teamsId: one.teamsId }] : []))
    .slice(0, mostRung);
}

/** The nearest neighbour that has a channel. */
async function sendToNeighbours(ports: RingPorts, one: Case): Promise<RingState> {
  for (const neighbour of regionOf(ports.county, one.region).neighbours) {
    const binding = await ports.staff.bindingOf(neighbour);
    if (binding && !binding.broken) return offer(ports, one, neighbour);
  }
  return 'failed';
}

async function offer(ports: RingPorts, one: Case, to: RegionId | 'supervisors'): Promise<RingState> {
  const { staff, teams, county } = ports;
  const binding = await staff.bindingOf(to);
  if (!binding || binding.broken) return 'failed';
  const language: Language = county.channelLanguage;
  const card = rescueCard(one, county, language);
  await teams.startThread(binding, cardPost(card, card.fallbackText));
  return 'sent';
}
