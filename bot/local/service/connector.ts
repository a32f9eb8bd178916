/** The connector API v3 that a bot in Teams calls: what is done, and what is refused, call by call. */

import type { Call } from './calls.ts';
import { badSyntax, type CardRefusal, isRecord, refusalOf } from './card-rules.ts';
import type { LimitedCall } from './limits.ts';
import { editFromBot, isWithinReach, postFromBot, type Spot, wipe } from './posting.ts';
import type { Stage } from './stage.ts';
import {
  type Channel,
  type Chat,
  chatOf,
  findChannel,
  findMessage,
  findPerson,
  type Json,
  type Message,
  personOf,
  splitConversation,
  type Team,
  type TeamsPerson,
} from './world.ts';

export interface HttpReply {
  readonly status: number;
  readonly body?: unknown;
  /** Seconds. */
  readonly retryAfter?: number;
}

type Addressed = Pick<Call, 'operation' | 'conversation' | 'activity' | 'member'>;

const routes: readonly [method: string, path: RegExp, operation: Call['operation']][] = [
  ['POST', /^\/v3\/conversations$/, 'create'],
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities$/, 'send'],
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'reply'],
  ['PUT', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'update'],
  ['DELETE', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'delete'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/(?:paged)?members$/, 'members'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, 'member'],
  ['GET', /^\/v3\/teams\/([^/]+)$/, 'team'],
  ['GET', /^\/v3\/teams\/([^/]+)\/conversations$/, 'channels'],
];

/** What a request asks for; `path` from `/v3/` on, still encoded. */
export function addressOf(method: string, path: string): Addressed {
  for (const [verb, pattern, operation] of routes) {
    const found = verb === method ? pattern.exec(path) : null;
    if (!found) continue;
    const [conversation, second] = found.slice(1).map(decodeURIComponent);
    return {
      operation,
      ...(conversation === undefined ? {} : { conversation }),
      ...(second === undefined ? {} : operation === 'member' ? { member: second } : { activity: second }),
    };
  }
  return { operation: 'unknown' };
}

/** Does what the call asks, within the rate limits. */
export function answerCall(stage: Stage, call: Call): HttpReply {
  const wait = stage.rates.admit(counted[call.operation], placeOf(call));
  if (wait !== undefined)
    return { ...refuse(429, 'TooManyRequests', 'API calls quota exceeded'), retryAfter: wait };
  return handlers[call.operation](stage, call);
}

const counted: Partial<Record<Call['operation'], LimitedCall>> = {
  create: 'create',
  send: 'send',
  reply: 'send',
  update: 'edit',
  delete: 'edit',
  members: 'members',
  member: 'members',
};

const handlers: Record<Call['operation'], (stage: Stage, call: Call) => HttpReply> = {
  create,
  send,
  reply: send,
  update,
  delete: remove,
  members: listMembers,
  member: showMember,
  team: showTeam,
  channels: listChannels,
  token: () => refuse(404, 'NotFound', 'No such operation'),
  unknown: () => refuse(404, 'NotFound', 'No such operation'),
};

function placeOf({ operation, conversation, body }: Call): string {
  if (operation !== 'create') return splitConversation(conversation ?? '').place;
  return channelNamedIn(body) ?? memberNamedIn(body) ?? '';
}

function create(stage: Stage, { body }: Call): HttpReply {
  const channel = channelNamedIn(body);
  return channel === undefined ? createChat(stage, body) : createThread(stage, body, channel);
}

function createThread(stage: Stage, body: Json, channel: string): HttpReply {
  if (body['isGroup'] !== true) return say(badSyntax('A thread in a channel needs isGroup'));
  const { activity } = body;
  if (!isRecord(activity)) return say(badSyntax('A thread in a channel needs its first activity'));
  const place = openChannel(stage, channel, 'write');
  const refusal = isRefused(place) ? place : refusalOf(activity);
  if (refusal) return say(refusal);
  const message = postFromBot(stage, { place: channel }, activity);
  const root = message ?? stage.world.messages[channel]?.at(-1);
  const id = `${channel};messageid=${root?.thread}`;
  return { status: 201, body: message ? { id, activityId: message.id } : { id } };
}

function createChat(stage: Stage, body: Json): HttpReply {
  const member = memberNamedIn(body);
  if (member === undefined) return say(badSyntax('A chat needs exactly one member'));
  const tenant = body['tenantId'] ?? readAt(body, 'channelData', 'tenant', 'id');
  if (tenant !== stage.home.tenantId) return say(badSyntax('tenantId is missing or another'));
  const person = findPerson(stage.world, member);
  if (!person || !isWithinReach(stage, person.id))
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of a conversation with this user');
  const chat = chatOf(stage.world, person.id);
  if (chat.blocked) return say(writesBlocked);
  const { activity } = body;
  if (!isRecord(activity)) return { status: 201, body: { id: chat.id } };
  const refusal = refusalOf(activity);
  if (refusal) return say(refusal);
  const message = postFromBot(stage, { place: chat.id }, activity);
  return { status: 201, body: { id: chat.id, ...(message ? { activityId: message.id } : {}) } };
}

function send(stage: Stage, { conversation = '', activity: replyTo, body }: Call): HttpReply {
  const spot = openSpot(stage, conversation, 'write');
  if (isRefused(spot)) return say(spot);
  if (body['type'] === 'typing' || body['type'] === 'trace') return { status: 202, body: {} };
  const refusal = refusalOf(body);
  if (refusal) return say(refusal);
  const answered = replyTo === undefined ? undefined : findMessage(stage.world, spot.place, replyTo);
  const thread = spot.thread ?? answered?.thread;
  const message = postFromBot(
    stage,
    { place: spot.place, ...(thread === undefined ? {} : { thread }) },
    body,
  );
  // a message that Teams split in two is named nowhere
  return { status: 201, body: message ? { id: message.id } : {} };
}

function update(stage: Stage, call: Call): HttpReply {
  const message = ownMessage(stage, call);
  if (isRefused(message)) return say(message);
  const refusal = refusalOf(call.body);
  if (refusal) return say(refusal);
  editFromBot(stage, message, call.body);
  return { status: 200, body: { id: message.id } };
}

function remove(stage: Stage, call: Call): HttpReply {
  const message = ownMessage(stage, call);
  if (isRefused(message)) return say(message);
  wipe(stage, message);
  return { status: 200, body: {} };
}

function ownMessage(stage: Stage, { conversation = '', activity = '' }: Call): Message | CardRefusal {
  const spot = openSpot(stage, conversation, 'write');
  if (isRefused(spot)) return spot;
  const message = findMessage(stage.world, spot.place, activity);
  const isElsewhere = spot.thread !== undefined && message?.thread !== spot.thread;
  if (!message || message.deleted || isElsewhere)
    return { status: 404, code: 'ActivityNotFoundInConversation', message: `No activity ${activity} here` };
  if (message.from !== 'bot')
    return { status: 403, code: 'Forbidden', message: 'A bot changes only messages of its own' };
  return message;
}

function listMembers(stage: Stage, { conversation = '', path, query }: Call): HttpReply {
  const people = peopleIn(stage, conversation);
  if (isRefused(people)) return say(people);
  const accounts = people.map(accountOf);
  if (!path.includes('/pagedmembers')) return { status: 200, body: accounts };
  const from = Number(query['continuationToken'] ?? 0);
  // Teams gives at least 50 a page, whatever is asked
  const size = Math.min(500, Math.max(50, Number(query['pageSize'] ?? 200)));
  const continuationToken = from + size < accounts.length ? { continuationToken: String(from + size) } : {};
  return { status: 200, body: { members: accounts.slice(from, from + size), ...continuationToken } };
}

function showMember(stage: Stage, { conversation = '', member = '' }: Call): HttpReply {
  const people = peopleIn(stage, conversation);
  if (isRefused(people)) return say(people);
  const person = people.find(({ id, mri }) => id === member || mri === member);
  if (!person) return refuse(404, 'MemberNotFoundInConversation', 'No such member in this conversation');
  return { status: 200, body: accountOf(person) };
}

function peopleIn(stage: Stage, conversation: string): TeamsPerson[] | CardRefusal {
  const spot = openSpot(stage, conversation, 'read');
  if (isRefused(spot)) return spot;
  const chat = stage.world.chats.find(({ id }) => id === spot.place);
  const ids = chat ? [chat.person] : (findChannel(stage.world, spot.place)?.team.members ?? []);
  return ids.map((id) => personOf(stage.world, id)).filter(({ left }) => !left);
}

function accountOf({ id, mri, name, upn, tenantId }: TeamsPerson): Json {
  const [givenName = '', ...rest] = name.split(' ');
  return {
    id: mri,
    objectId: id,
    aadObjectId: id,
    name,
    givenName,
    surname: rest.join(' '),
    email: upn,
    userPrincipalName: upn,
    tenantId,
    userRole: 'user', // of guests too
  };
}

function showTeam(stage: Stage, { conversation = '' }: Call): HttpReply {
  const team = openTeam(stage, conversation);
  if (isRefused(team)) return say(team);
  const { id, name, aadGroupId, members, channels } = team;
  const channelCount = channels.filter(({ deleted }) => !deleted).length;
  const body = { id, name, aadGroupId, type: 'standard', tenantId: stage.home.tenantId };
  return { status: 200, body: { ...body, channelCount, memberCount: members.length } };
}

function listChannels(stage: Stage, { conversation = '' }: Call): HttpReply {
  const team = openTeam(stage, conversation);
  if (isRefused(team)) return say(team);
  // Teams does not name General: every client calls it in its own language
  const shown = team.channels.filter(({ deleted }) => !deleted);
  const conversations = shown.map(({ id, name }) => ({
    id,
    name: id === team.id ? null : name,
    type: 'standard',
  }));
  return { status: 200, body: { conversations } };
}

function openTeam(stage: Stage, id: string): Team | CardRefusal {
  const team = stage.world.teams.find((each) => each.id === id);
  if (!team || team.deleted) return notFound;
  return team.botInstalled ? team : notInRoster;
}

function openSpot(stage: Stage, conversation: string, wish: 'read' | 'write'): Spot | CardRefusal {
  const { place, thread } = splitConversation(conversation);
  const chat = stage.world.chats.find(({ id }) => id === place);
  const opened = chat ? openChat(stage, chat) : openChannel(stage, place, wish);
  if (isRefused(opened)) return opened;
  if (thread === undefined) return { place };
  return findMessage(stage.world, place, thread) ? { place, thread } : notFound;
}

function openChat(stage: Stage, chat: Chat): Chat | CardRefusal {
  if (chat.blocked || chat.bot === 'removed') return writesBlocked;
  return isWithinReach(stage, chat.person) ? chat : notInRoster;
}

function openChannel(stage: Stage, id: string, wish: 'read' | 'write'): Channel | CardRefusal {
  const found = findChannel(stage.world, id);
  if (!found || found.channel.deleted || found.team.deleted) return notFound;
  if (!found.team.botInstalled) return notInRoster;
  if (found.team.archived && wish === 'write')
    return { status: 403, code: 'Forbidden', message: 'The team is archived: nothing can be written in it' };
  return found.channel;
}

const notFound: CardRefusal = {
  status: 404,
  code: 'ConversationNotFound',
  message: 'Conversation not found.',
};
const notInRoster: CardRefusal = {
  status: 403,
  code: 'BotNotInConversationRoster',
  message: 'The bot is not part of the conversation roster.',
};
const writesBlocked: CardRefusal = {
  status: 403,
  code: 'MessageWritesBlocked',
  message: 'Message writes are blocked by the user or the bot is not installed for them.',
};

export function isRefused<Other extends object>(value: Other | CardRefusal): value is CardRefusal {
  return 'status' in value && 'code' in value;
}

function channelNamedIn(body: Json): string | undefined {
  const id = readAt(body, 'channelData', 'channel', 'id');
  return typeof id === 'string' ? id : undefined;
}

function memberNamedIn(body: Json): string | undefined {
  const members = body['members'];
  const only = Array.isArray(members) && members.length === 1 ? members[0] : undefined;
  return isRecord(only) && typeof only['id'] === 'string' ? only['id'] : undefined;
}

function readAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function say({ status, code, message }: CardRefusal): HttpReply {
  return { status, body: { error: { code, message } } };
}

export function refuse(status: number, code: string, message: string): HttpReply {
  return say({ status, code, message });
}
