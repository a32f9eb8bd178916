/** What the stand-in Teams remembers: people, teams, channels, chats and messages, as plain data that can be kept as JSON. */

import { createHash } from 'node:crypto';

export type Json = Record<string, unknown>;
export type TeamsCard = Json & { readonly type: 'AdaptiveCard' };

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

/** `guest` lives in another directory but was invited to this one; Teams shows the bot a guest as an ordinary user. */
export type PersonKind = 'member' | 'guest' | 'other-tenant';

export interface TeamsPerson {
  /** The Entra object id. */
  readonly id: string;
  /** The id by which this bot alone knows the person: `29:…`. */
  readonly mri: string;
  name: string;
  upn: string;
  /** BCP 47, as Teams sends it: `fi-FI`. */
  locale: string;
  readonly kind: PersonKind;
  readonly tenantId: string;
  left: boolean;
}

export interface Channel {
  readonly id: string;
  name: string;
  deleted: boolean;
}

export interface Team {
  /** Also the id of its General channel. */
  readonly id: string;
  readonly aadGroupId: string;
  name: string;
  archived: boolean;
  deleted: boolean;
  botInstalled: boolean;
  /** Whether the bot has been told of its installation. */
  announced: boolean;
  /** Object ids. */
  members: string[];
  channels: Channel[];
}

/** One person's chat with the bot. */
export interface Chat {
  readonly id: string;
  readonly person: string;
  /** `none`: never had; `removed`: had, and took away. */
  bot: 'none' | 'installed' | 'removed';
  announced: boolean;
  blocked: boolean;
}

export interface Message {
  readonly id: string;
  /** The chat's or the channel's id, without `;messageid=`. */
  readonly place: string;
  /** The thread's first message; its own id for that message; absent in a chat. */
  readonly thread?: string;
  /** `bot` or an object id. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  editedAt?: number;
  deleted?: boolean;
  text: string;
  summary?: string;
  attachments: Attachment[];
  entities: Json[];
  suggestedActions?: Json[];
  /** Object ids of those it mentions; `bot` for the bot. */
  mentions: string[];
  /** Cards that only the named person sees, after a press of theirs. */
  views: Record<string, TeamsCard>;
  reactions: Record<string, string>;
}

export interface Toast {
  readonly person: string;
  readonly at: number;
  readonly place: string;
  readonly thread?: string;
  readonly message: string;
  readonly title: string;
  /** Whether it also stands under Activity: a mention, or a chat message with `notification.alert`. */
  readonly inFeed: boolean;
  /** What the banner says: the summary, else the text, else that a card was sent. */
  readonly text: string;
}

export interface World {
  people: TeamsPerson[];
  teams: Team[];
  chats: Chat[];
  /** By chat or channel. */
  messages: Record<string, Message[]>;
  toasts: Toast[];
  lastMessage: number;
}

export interface PersonSpec {
  readonly id: string;
  readonly name: string;
  readonly upn?: string;
  readonly locale?: string;
  readonly kind?: PersonKind;
  /** Whether the organisation has given them the bot; members have it unless told otherwise. */
  readonly hasBot?: boolean;
}

export interface ChannelSpec {
  readonly id?: string;
  readonly name: string;
}

export interface TeamSpec {
  readonly id?: string;
  readonly name: string;
  /** Besides General, which every team has. */
  readonly channels?: readonly ChannelSpec[];
  /** Object ids. */
  readonly members?: readonly string[];
  readonly hasBot?: boolean;
}

export interface WorldSpec {
  readonly people?: readonly PersonSpec[];
  readonly teams?: readonly TeamSpec[];
}

/** The two things every made-up id is derived from, so that ids are the same on every machine. */
export interface Home {
  readonly tenantId: string;
  readonly botId: string;
}

export function emptyWorld(): World {
  return { people: [], teams: [], chats: [], messages: {}, toasts: [], lastMessage: 0 };
}

export function createWorld(spec: WorldSpec, home: Home): World {
  const world = emptyWorld();
  for (const person of spec.people ?? []) addPerson(world, person, home);
  for (const team of spec.teams ?? []) addTeam(world, team, home);
  return world;
}

export function addPerson(world: World, spec: PersonSpec, home: Home): TeamsPerson {
  if (world.people.some(({ id }) => id === spec.id)) throw new Error(`There is already a person ${spec.id}`);
  const kind = spec.kind ?? 'member';
  const person: TeamsPerson = {
    id: spec.id,
    mri: `29:1${digest(home.botId, spec.id)}`,
    name: spec.name,
    upn: spec.upn ?? upnOf(spec.name, kind),
    locale: spec.locale ?? 'fi-FI',
    kind,
    tenantId: kind === 'other-tenant' ? guid('another tenant', home.tenantId) : home.tenantId,
    left: false,
  };
  world.people.push(person);
  const bot = (spec.hasBot ?? kind === 'member') ? 'installed' : 'none';
  const id = `a:1${digest(home.botId, 'chat', spec.id)}`;
  world.chats.push({ id, person: spec.id, bot, announced: false, blocked: false });
  return person;
}

export function addTeam(world: World, spec: TeamSpec, home: Home): Team {
  const id = spec.id ?? threadId(home.tenantId, spec.name);
  if (world.teams.some((team) => team.id === id)) throw new Error(`There is already a team ${id}`);
  const team: Team = {
    id,
    aadGroupId: guid('group', id),
    name: spec.name,
    archived: false,
    deleted: false,
    botInstalled: spec.hasBot ?? true,
    announced: false,
    members: [...(spec.members ?? [])],
    channels: [{ id, name: 'General', deleted: false }],
  };
  world.teams.push(team);
  for (const channel of spec.channels ?? []) addChannel(team, channel);
  return team;
}

export function addChannel(team: Team, spec: ChannelSpec): Channel {
  // a channel made again under an old name gets a new id, as in Teams
  const again = team.channels.filter(({ name }) => name === spec.name).length;
  const id = spec.id ?? threadId(team.id, `${spec.name}${again || ''}`);
  const channel: Channel = { id, name: spec.name, deleted: false };
  team.channels.push(channel);
  return channel;
}

export function personOf(world: World, id: string): TeamsPerson {
  const person = world.people.find((each) => each.id === id);
  if (!person) throw new Error(`There is no person ${id} in this Teams`);
  return person;
}

/** Finds by object id or by `29:…`. */
export function findPerson(world: World, id: string): TeamsPerson | undefined {
  return world.people.find((each) => each.id === id || each.mri === id);
}

export function chatOf(world: World, person: string): Chat {
  const chat = world.chats.find((each) => each.person === person);
  if (!chat) throw new Error(`There is no person ${person} in this Teams`);
  return chat;
}

export function findChannel(world: World, id: string): { team: Team; channel: Channel } | undefined {
  for (const team of world.teams) {
    const channel = team.channels.find((each) => each.id === id);
    if (channel) return { team, channel };
  }
  return undefined;
}

export function messagesIn(world: World, place: string): Message[] {
  world.messages[place] ??= [];
  return world.messages[place];
}

export function findMessage(world: World, place: string, id: string): Message | undefined {
  return world.messages[place]?.findLast((each) => each.id === id);
}

/** Message ids are the moment in milliseconds, as in Teams, and never the same twice. */
export function nextMessageId(world: World, now: number): string {
  world.lastMessage = Math.max(now, world.lastMessage + 1);
  return String(world.lastMessage);
}

/** The name of a place as the bot addresses it: a chat's id, or a channel's with its thread. */
export function conversationOf(message: Pick<Message, 'place' | 'thread'>): string {
  return message.thread === undefined ? message.place : `${message.place};messageid=${message.thread}`;
}

export function splitConversation(id: string): { place: string; thread?: string } {
  const [place = '', thread] = id.split(';messageid=');
  return thread === undefined ? { place } : { place, thread };
}

export function cardsOf(attachments: readonly Attachment[]): TeamsCard[] {
  return attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
    .map(({ content }) => content as TeamsCard);
}

function upnOf(name: string, kind: PersonKind): string {
  const local = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  const domain = { member: 'county.example', guest: 'partner.example', 'other-tenant': 'elsewhere.example' }[
    kind
  ];
  return kind === 'guest' ? `${local}_${domain}#EXT#@county.example` : `${local}@${domain}`;
}

function threadId(...seed: string[]): string {
  return `19:${digest(...seed).slice(0, 32)}@thread.tacv2`;
}

/** A made-up but steady GUID. */
export function guid(...seed: string[]): string {
  const hex = createHash('sha256').update(seed.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function digest(...seed: string[]): string {
  return createHash('sha256').update(seed.join('|')).digest('base64url');
}
