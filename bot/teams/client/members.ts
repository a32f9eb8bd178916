/** What Teams knows of a team: its channels' names and its own people. */
import type { ChannelPlace, Member } from '../../desk/staff/staff.ts';
import { personId } from '../../domain/names.ts';
import type { TeamsClient } from './teams-client.ts';

type OfTeams = { readonly teams: TeamsClient };

/** Teams sends a channel's name seldom: the team's list knows it. The general channel has the team's own id. */
export async function channelName({ teams }: OfTeams, channel: ChannelPlace): Promise<string> {
  if (channel.channelName) return channel.channelName;
  const all = await teams.channels({ serviceUrl: channel.serviceUrl, teamId: channel.teamId });
  return all.find(({ id }) => id === channel.channelId)?.name ?? 'General';
}

/** The team's own people: guests are not served by the line (seed 001), and can't serve it. */
export async function employeesOf(
  { teams }: OfTeams,
  { serviceUrl, teamId }: Pick<ChannelPlace, 'serviceUrl' | 'teamId'>,
): Promise<Member[]> {
  const members = await teams.members({ serviceUrl, teamId });
  return members.flatMap(({ id: teamsId, personId: id, name, principalName }) => {
    const isEmployee = id && name && !principalName?.toUpperCase().includes('#EXT#');
    return isEmployee ? [{ id: personId(id), name, teamsId }] : [];
  });
}
