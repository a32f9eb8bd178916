/** What a person sees of chats and channels: copies of the messages as they stand, safe to keep and compare. */

import type { Stage } from '../service/stage.ts';
import {
  type Attachment,
  cardsOf,
  conversationOf,
  findPerson,
  type Json,
  type Message,
  messagesIn,
  type TeamsCard,
} from '../service/world.ts';

export interface SeenMessage {
  readonly id: string;
  readonly place: string;
  /** In a channel: the id of the thread's first message. */
  readonly thread?: string;
  /** As the bot names the conversation: a chat, or a channel with its thread. */
  readonly conversation: string;
  /** `bot` or an object id. */
  readonly from: string;
  readonly name: string;
  readonly at: Date;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly text: string;
  readonly summary?: string;
  readonly attachments: readonly Attachment[];
  /** The first adaptive card, as this person sees it. */
  readonly card?: TeamsCard;
  readonly cards: readonly TeamsCard[];
  /** Object ids of those mentioned; `bot` for the bot. */
  readonly mentions: readonly string[];
  readonly suggestedActions: readonly Json[];
  readonly reactions: Readonly<Record<string, string>>;
}

export interface SeenThread {
  readonly id: string;
  readonly conversation: string;
  readonly root: SeenMessage;
  readonly replies: readonly SeenMessage[];
  /** The root first. */
  readonly messages: readonly SeenMessage[];
}

/** A chat's or channel's messages, oldest first, as `person` sees them (as everybody does, when undefined). */
export function messagesSeen(stage: Stage, place: string, person?: string): SeenMessage[] {
  return messagesIn(stage.world, place).map((message) => seen(stage, message, person));
}

/** A channel's threads, oldest first. */
export function threadsSeen(stage: Stage, channel: string, person?: string): SeenThread[] {
  const threads = new Map<string, SeenMessage[]>();
  for (const message of messagesSeen(stage, channel, person)) {
    const id = message.thread ?? message.id;
    threads.set(id, [...(threads.get(id) ?? []), message]);
  }
  return [...threads].flatMap(([id, messages]) => {
    const [root, ...replies] = messages;
    return root ? [{ id, conversation: root.conversation, root, replies, messages }] : [];
  });
}

export function seen(stage: Stage, message: Message, person?: string): SeenMessage {
  const { views, editedAt, deleted, at, suggestedActions = [], ...rest } = structuredClone(message);
  const [first, ...others] = cardsOf(rest.attachments);
  const card = (person === undefined ? undefined : views[person]) ?? first;
  return {
    ...rest,
    conversation: conversationOf(message),
    name: nameOf(stage, message.from),
    at: new Date(at),
    edited: editedAt !== undefined,
    deleted: deleted ?? false,
    ...(card ? { card } : {}),
    cards: card ? [card, ...others] : [],
    suggestedActions,
  };
}

function nameOf({ world, botName }: Stage, from: string): string {
  return from === 'bot' ? botName : (findPerson(world, from)?.name ?? '');
}

/** Every text on a card in reading order, one a line: for searching, not for showing. */
export function wordsOn(card: TeamsCard | undefined): string {
  return textsIn(card).join('\n');
}

const worded = new Set(['text', 'title', 'value', 'label', 'placeholder', 'altText', 'errorMessage']);

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'data' || key === 'msteams') return [];
    return typeof value === 'string' ? (worded.has(key) ? [value] : []) : textsIn(value);
  });
}
