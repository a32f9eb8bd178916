/** What happens to people, teams and channels, and how the bot is told of it. */

import { activityBy, botMri, teamActivity } from './activities.ts';
import { deliver } from './delivery.ts';
import type { Stage } from './stage.ts';
import {
  addChannel,
  type Channel,
  type ChannelSpec,
  type Chat,
  chatOf,
  type Json,
  nextMessageId,
  personOf,
  type Team,
} from './world.ts';

/** Tells the bot of every installation it has not heard of; of chats only those that `isTold` lets pass. */
export async function announce(stage: Stage, isTold: (person: string) => boolean): Promise<void> {
  for (const chat of stage.world.chats) {
    if (chat.bot === 'installed' && !chat.announced && isTold(chat.person)) await announceChat(stage, chat);
  }
  for (const team of stage.world.teams) {
    if (team.botInstalled && !team.announced) await announceTeam(stage, team);
  }
}

export async function installFor(stage: Stage, person: string): Promise<void> {
  const chat = chatOf(stage.world, person);
  if (chat.bot === 'installed') return;
  chat.bot = 'installed';
  stage.changed();
  await announceChat(stage, chat);
}

export async function removeFor(stage: Stage, person: string): Promise<void> {
  const chat = chatOf(stage.world, person);
  if (chat.bot !== 'installed') return;
  chat.bot = 'removed';
  chat.announced = false;
  stage.changed();
  await deliver(stage, { ...inChat(stage, chat), type: 'installationUpdate', action: 'remove' });
}

/** A person who blocks the bot stops getting its messages; Teams does not tell the bot. */
export function setBlocked(stage: Stage, person: string, blocked: boolean): void {
  chatOf(stage.world, person).blocked = blocked;
  stage.changed();
}

/** `by`: who adds it, one of the team's people. */
export async function installInTeam(stage: Stage, team: Team, by?: string): Promise<void> {
  if (by !== undefined && !team.members.includes(by)) throw new Error('Only its members add apps to a team');
  if (team.botInstalled) return;
  team.botInstalled = true;
  stage.changed();
  await announceTeam(stage, team, by);
}

export async function removeFromTeam(stage: Stage, team: Team): Promise<void> {
  if (!team.botInstalled) return;
  const update = teamActivity(stage, team, { eventType: 'teamMemberRemoved' });
  team.botInstalled = false;
  team.announced = false;
  stage.changed();
  await deliver(stage, { ...teamActivity(stage, team, {}), type: 'installationUpdate', action: 'remove' });
  await deliver(stage, { ...update, membersRemoved: [{ id: botMri(stage) }] });
}

export async function addMember(stage: Stage, team: Team, person: string): Promise<void> {
  const { mri, id } = personOf(stage.world, person);
  if (team.members.includes(id)) return;
  team.members.push(id);
  await tell(stage, team, { eventType: 'teamMemberAdded' }, { membersAdded: [{ id: mri, aadObjectId: id }] });
}

export async function removeMember(stage: Stage, team: Team, person: string): Promise<void> {
  const { mri, id } = personOf(stage.world, person);
  if (!team.members.includes(id)) return;
  team.members = team.members.filter((each) => each !== id);
  await tell(
    stage,
    team,
    { eventType: 'teamMemberRemoved' },
    { membersRemoved: [{ id: mri, aadObjectId: id }] },
  );
}

export async function renameTeam(stage: Stage, team: Team, name: string): Promise<void> {
  team.name = name;
  await tell(stage, team, { eventType: 'teamRenamed' });
}

export async function setArchived(stage: Stage, team: Team, archived: boolean): Promise<void> {
  team.archived = archived;
  await tell(stage, team, { eventType: archived ? 'teamArchived' : 'teamUnarchived' });
}

export async function deleteTeam(stage: Stage, team: Team): Promise<void> {
  team.deleted = true;
  await tell(stage, team, { eventType: 'teamDeleted' });
}

export async function createChannel(stage: Stage, team: Team, spec: ChannelSpec): Promise<Channel> {
  const channel = addChannel(team, spec);
  await tell(stage, team, { eventType: 'channelCreated', channel });
  return channel;
}

export async function renameChannel(stage: Stage, team: Team, channel: Channel, name: string): Promise<void> {
  channel.name = name;
  await tell(stage, team, { eventType: 'channelRenamed', channel });
}

export async function setDeleted(
  stage: Stage,
  team: Team,
  channel: Channel,
  deleted: boolean,
): Promise<void> {
  if (channel.id === team.id) throw new Error('General goes only with its team');
  channel.deleted = deleted;
  await tell(stage, team, { eventType: deleted ? 'channelDeleted' : 'channelRestored', channel });
}

/** The person's account is closed: they leave every team, and the bot can't reach them. */
export async function leave(stage: Stage, person: string): Promise<void> {
  for (const team of stage.world.teams) await removeMember(stage, team, person);
  personOf(stage.world, person).left = true;
  stage.changed();
}

async function tell(
  stage: Stage,
  team: Team,
  about: { eventType: string; channel?: Channel },
  more: Json = {},
): Promise<void> {
  stage.changed();
  if (team.botInstalled) await deliver(stage, { ...teamActivity(stage, team, about), ...more });
}

async function announceChat(stage: Stage, chat: Chat): Promise<void> {
  chat.announced = true;
  const { mri, id } = personOf(stage.world, chat.person);
  const base = inChat(stage, chat);
  await deliver(stage, { ...base, type: 'installationUpdate', action: 'add' });
  const membersAdded = [{ id: mri, aadObjectId: id }, { id: botMri(stage) }];
  await deliver(stage, { ...base, type: 'conversationUpdate', membersAdded });
}

async function announceTeam(stage: Stage, team: Team, by?: string): Promise<void> {
  team.announced = true;
  const adder = by === undefined ? {} : { person: personOf(stage.world, by) };
  const base = teamActivity(stage, team, adder);
  await deliver(stage, { ...base, type: 'installationUpdate', action: 'add' });
  const update = teamActivity(stage, team, { eventType: 'teamMemberAdded', ...adder });
  await deliver(stage, { ...update, membersAdded: [{ id: botMri(stage) }] });
}

function inChat(stage: Stage, chat: Chat): Json {
  const person = personOf(stage.world, chat.person);
  const id = `f:${nextMessageId(stage.world, stage.now())}`;
  return activityBy(stage, { person, spot: { place: chat.id } }, id);
}
