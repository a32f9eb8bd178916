/** What happens to teams, channels and people in Teams, told to the desk so that no case is lost behind its back. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Staff } from '../../desk/staff/staff.ts';
import { personId } from '../../domain/names.ts';

const members = z.array(z.looseObject({ id: z.string(), aadObjectId: z.string().optional() })).optional();

const shape = z.looseObject({
  type: z.string(),
  action: z.string().optional(),
  recipient: z.looseObject({ id: z.string() }).optional(),
  membersAdded: members,
  membersRemoved: members,
  channelData: z
    .looseObject({
      eventType: z.string().optional(),
      team: z.looseObject({ id: z.string() }).nullish(),
      channel: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
    })
    .optional(),
});
type Event = z.infer<typeof shape>;

/** `met`: the bot has just come to somebody's chat and should introduce itself; `added`, `removed`: to a team, from it. */
export type EventOutcome = 'met' | 'added' | 'removed' | 'noted';

export async function onEvent(staff: Staff, activity: Activity): Promise<EventOutcome> {
  const event = shape.parse(activity);
  const team = event.channelData?.team?.id;
  if (event.type === 'installationUpdate') return onInstallation(staff, event, team);
  if (isBotIn(event, event.membersAdded)) return met(staff, team);
  if (isBotIn(event, event.membersRemoved)) {
    if (team) await staff.teamBroke(team, 'bot-removed');
    return team ? 'removed' : 'noted';
  }
  if (team) await onMembers(staff, event, team);
  await onChange(staff, event, team);
  return 'noted';
}

async function onMembers(staff: Staff, { membersAdded, membersRemoved }: Event, team: string): Promise<void> {
  for (const { aadObjectId } of membersRemoved ?? [])
    if (aadObjectId) await staff.memberLeft(team, personId(aadObjectId));
  for (const { aadObjectId } of membersAdded ?? [])
    if (aadObjectId) await staff.memberCame(team, personId(aadObjectId));
}

const isBotIn = ({ recipient }: Event, members: Event['membersAdded']) =>
  members?.some(({ id }) => id === recipient?.id) ?? false;

async function met(staff: Staff, team: string | undefined): Promise<EventOutcome> {
  if (team) await staff.teamHealed(team);
  return team ? 'added' : 'met';
}

async function onInstallation(
  staff: Staff,
  { action }: Event,
  team: string | undefined,
): Promise<EventOutcome> {
  // a chat's welcome comes with the conversationUpdate that Teams sends beside this
  if (!team) return 'noted';
  if (action?.startsWith('remove')) await staff.teamBroke(team, 'bot-removed');
  if (action?.startsWith('add')) await staff.teamHealed(team);
  return action?.startsWith('remove') ? 'removed' : action?.startsWith('add') ? 'added' : 'noted';
}

async function onChange(staff: Staff, { channelData }: Event, team: string | undefined): Promise<void> {
  const channel = channelData?.channel;
  switch (channelData?.eventType) {
    case 'channelRenamed':
      if (channel) await staff.channelRenamed(channel.id, channel.name ?? '');
      break;
    case 'channelDeleted':
      if (channel) await staff.channelBroke(channel.id, 'deleted');
      break;
    case 'channelRestored':
      if (channel) await staff.channelHealed(channel.id);
      break;
    case 'teamArchived':
      if (team) await staff.teamBroke(team, 'archived');
      break;
    case 'teamUnarchived':
    case 'teamRestored':
      if (team) await staff.teamHealed(team);
      break;
    case 'teamDeleted':
    case 'teamHardDeleted':
      if (team) await staff.teamBroke(team, 'deleted');
      break;
    default: // what else Teams tells changes nothing of ours
  }
}
