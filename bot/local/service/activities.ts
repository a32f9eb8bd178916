/** Builds what Teams sends a bot: messages, presses, installations and news of the team. */

import type { Spot } from './posting.ts';
import { type Stage, serviceUrlOf } from './stage.ts';
import {
  type Attachment,
  type Channel,
  chatOf,
  conversationOf,
  findPerson,
  type Json,
  type Message,
  type Team,
  type TeamsPerson,
} from './world.ts';

export interface ActivityOrigin {
  readonly person: TeamsPerson;
  readonly spot: Spot;
  /** Absent in a chat. */
  readonly team?: Team;
  readonly channel?: Channel;
}

/** What every activity of a person carries. */
export function activityBy(stage: Stage, scene: ActivityOrigin, id: string): Json {
  const { person } = scene;
  return {
    ...envelope(stage, id),
    from: { id: person.mri, name: person.name, aadObjectId: person.id },
    conversation: conversationIn(stage, scene),
    channelData: channelDataIn(stage, scene),
    locale: person.locale,
    entities: [clientInfo(stage, person)],
  };
}

export function messageActivity(
  stage: Stage,
  scene: ActivityOrigin,
  message: Message,
  botMention: boolean,
): Json {
  const base = activityBy(stage, scene, message.id);
  const name = `<at>${stage.botName}</at>`;
  const mention = { type: 'mention', mentioned: { id: botMri(stage), name: stage.botName }, text: name };
  const entities = base['entities'] as Json[];
  return {
    ...base,
    type: 'message',
    textFormat: 'plain',
    text: message.text,
    attachments: [htmlOf(message.text), ...message.attachments],
    entities: botMention ? [mention, ...entities] : entities,
  };
}

/** A message as Teams hands it to a command of its menu (Microsoft's page on action commands, messagePayload). */
export function messagePayload(stage: Stage, { id, from, at, text, attachments }: Message): Json {
  const user = findPerson(stage.world, from);
  const ids = attachments.map((_, n) => ({ id: `${id}-${n}` }));
  return {
    id,
    createdDateTime: new Date(at).toISOString(),
    deleted: false,
    importance: 'normal',
    locale: 'en-us',
    from: {
      user: user ? { userIdentityType: 'aadUser', id: user.id, displayName: user.name } : null,
      application: user ? null : { id: stage.home.botId, displayName: stage.botName },
    },
    body: {
      contentType: 'html',
      content: [
        ...text.split('\n').map((line) => `<p>${inHtml(line)}</p>`),
        ...ids.map((one) => `<attachment id="${one.id}"></attachment>`),
      ].join(''),
    },
    attachments: attachments.map(({ contentType, content }, n) => ({
      ...ids[n],
      contentType,
      content: content === undefined ? null : JSON.stringify(content),
    })),
    mentions: [],
    reactions: [],
  };
}

/** The conversation and channelData of what happens in a team rather than to a message in it. */
export function teamActivity(
  stage: Stage,
  team: Team,
  about: { person?: TeamsPerson; eventType?: string; channel?: Channel },
): Json {
  const { person, eventType, channel } = about;
  const tenant = { id: stage.home.tenantId };
  return {
    ...envelope(stage, `f:${stage.now()}`),
    type: 'conversationUpdate',
    from: person ? { id: person.mri, aadObjectId: person.id } : { id: team.id },
    conversation: { id: team.id, isGroup: true, conversationType: 'channel', tenantId: tenant.id },
    channelData: {
      team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
      ...(channel ? { channel: { id: channel.id, name: channel.name } } : {}),
      ...(eventType ? { eventType } : {}),
      tenant,
    },
  };
}

export function botMri({ home }: Pick<Stage, 'home'>): string {
  return `28:${home.botId}`;
}

/** The stamp that delivery renews when it has to deliver again. */
export function timesAt(now: number, timezone: string): Json {
  const localTimestamp = inZone(now, timezone);
  return { timestamp: new Date(now).toISOString(), localTimestamp, localTimezone: timezone };
}

function envelope(stage: Stage, id: string): Json {
  return {
    id,
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(stage),
    ...timesAt(stage.now(), stage.timezone),
    recipient: { id: botMri(stage), name: stage.botName },
  };
}

function conversationIn(stage: Stage, { person, spot, team }: ActivityOrigin): Json {
  if (!team)
    return { conversationType: 'personal', tenantId: person.tenantId, id: chatOf(stage.world, person.id).id };
  return {
    isGroup: true,
    conversationType: 'channel',
    tenantId: stage.home.tenantId,
    id: conversationOf(spot),
  };
}

function channelDataIn(stage: Stage, { person, team, channel }: ActivityOrigin): Json {
  if (!team || !channel) return { tenant: { id: person.tenantId } };
  return {
    teamsChannelId: channel.id,
    teamsTeamId: team.id,
    channel: { id: channel.id },
    team: { id: team.id },
    tenant: { id: stage.home.tenantId },
  };
}

function clientInfo({ timezone }: Stage, { locale }: TeamsPerson): Json {
  return { type: 'clientInfo', locale, country: locale.slice(3), platform: 'Web', timezone };
}

function htmlOf(text: string): Attachment {
  return { contentType: 'text/html', content: `<p>${inHtml(text)}</p>` };
}

const inHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/<(?!\/?at>)/g, '&lt;');

/** Making a format is what telling the time in a zone costs. */
const formats = new Map<string, { shown: Intl.DateTimeFormat; offsets: Intl.DateTimeFormat }>();

function formatsFor(timeZone: string) {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = {
    shown: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
    offsets: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }),
  };
  formats.set(timeZone, made);
  return made;
}

function inZone(now: number, timeZone: string): string {
  const { shown, offsets } = formatsFor(timeZone);
  const parts = shown.format(now);
  const offset = offsets.format(now).split('GMT')[1];
  return `${parts.replace(' ', 'T')}.${String(now % 1000).padStart(3, '0')}${offset || '+00:00'}`;
}
