/** Begins taking the line into use: when the app comes to a team, and when a supervisor asks for it in words. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { addedCard } from '../../cards/setup/test-card.ts';
import type { KnownTeam } from '../../desk/setup/ports.ts';
import type { Person } from '../../domain/case/case.ts';
import { personId } from '../../domain/names.ts';
import { noRoles } from '../../domain/roles.ts';
import { withoutChannel } from '../../domain/setup/setup.ts';
import { cardPost } from '../client/posts.ts';
import { TeamsFailure } from '../client/teams-failure.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type BotPorts, type Turn, tell } from '../inbound/turn.ts';
import { leadInChat, postBoard } from '../showing/setup-boards.ts';

/** `käyttöönotto`: the board as it stands now, in the chat or in the channel where it was asked for. */
export async function openSetup(ports: BotPorts, turn: Turn): Promise<void> {
  const { staff } = ports.desk;
  if (!(await staff.actor(turn.person)).supervisor)
    return tell(ports, turn, await onlySupervisors(ports, turn));
  const { channel, person, conversation } = turn;
  if (!channel) return postBoard(ports, { person: person.id }, conversation, turn.language);
  await ports.setup.teamSpoke({ ...teamOf(channel), name: '' });
  await postBoard(ports, { channel: channel.channelId }, conversation, ports.county.channelLanguage);
}

const teamOf = ({ teamId, serviceUrl, tenantId }: KnownTeam | NonNullable<Turn['channel']>) => ({
  teamId,
  serviceUrl,
  tenantId,
});

const shape = z.looseObject({
  serviceUrl: z.string(),
  from: z.looseObject({ aadObjectId: z.string().optional() }).optional(),
  conversation: z.looseObject({ tenantId: z.string().optional() }).optional(),
  channelData: z.looseObject({
    team: z.looseObject({ id: z.string(), name: z.string().nullish() }),
    tenant: z.looseObject({ id: z.string() }).optional(),
  }),
});

/** The app came to a team or left it. Told of both twice, and sometimes more often: said once. */
export async function onTeam(ports: BotPorts, activity: Activity, what: 'added' | 'removed'): Promise<void> {
  const read = shape.safeParse(activity);
  if (!read.success) return;
  const { serviceUrl, from, conversation, channelData } = read.data;
  const { team, tenant } = channelData;
  if (what === 'removed') return ports.setup.teamLeft(team.id);
  const tenantId = tenant?.id ?? conversation?.tenantId ?? '';
  const known = { teamId: team.id, serviceUrl, tenantId, name: team.name ?? '' };
  if (await ports.setup.teamAdded(known)) await greet(ports, known, from?.aadObjectId);
}

/** Says who can take the line into use, and leads them in their chat; in the channel where no chat can be reached. */
async function greet(ports: BotPorts, team: KnownTeam, adder: string | undefined): Promise<void> {
  const { setup, county, teams } = ports;
  const isInUse = withoutChannel(await setup.look()).length === 0;
  const all = await whomToLead(ports, team, adder);
  // where all works, only who brought it to another team may have something in mind
  const leaders = isInUse ? all.filter(({ id }) => id === adder) : all;
  const led = await Promise.all(leaders.map((one) => leadInChat(ports, one, team.serviceUrl)));
  const isLed = led.includes(true);
  const names = leaders.flatMap(({ name }) => (name ? [name] : [])).join(', ');
  const card = addedCard({ county, isInUse, names, isLed });
  const general = { serviceUrl: team.serviceUrl, channelId: team.teamId };
  try {
    const { conversationId } = await teams.startThread(general, cardPost(card, card.fallbackText));
    const isLeaderHere = leaders.some(({ id }) => id === adder);
    if (isLed || !isLeaderHere) return;
    const at = { serviceUrl: team.serviceUrl, id: conversationId };
    await postBoard(ports, { channel: team.teamId }, at, county.channelLanguage);
  } catch (error) {
    // who may not write in the general channel is no reason to fail: the command opens the same
    if (!(error instanceof TeamsFailure)) throw error;
  }
}

/** The first supervisor may never have met the bot: the team knows their name. */
async function whomToLead(ports: BotPorts, team: KnownTeam, adder: string | undefined) {
  const known = await ports.setup.toLead(adder === undefined ? undefined : personId(adder));
  if (known.length > 0) return known;
  const first = await memberOf(ports, team);
  return first ? [{ ...noRoles, ...first, supervisor: true }] : [];
}

async function memberOf(
  { teams, firstSupervisor }: BotPorts,
  { serviceUrl, teamId }: KnownTeam,
): Promise<Person | undefined> {
  try {
    const { name = '' } = await teams.member({ serviceUrl, id: teamId }, firstSupervisor);
    return { id: firstSupervisor, name };
  } catch (error) {
    // not in this team: then nobody can be named
    if (!(error instanceof TeamsFailure)) throw error;
    return undefined;
  }
}
