/** Puts the bot's messages into chats and channels, and rings whom they should ring. */

import { keep } from './calls.ts';
import { attachmentsOf, ignoredIn, isRecord, mentionsIn, shownSuggestions, textOf } from './card-rules.ts';
import { phrasesFor } from './phrases.ts';
import type { Stage } from './stage.ts';
import {
  chatOf,
  conversationOf,
  findChannel,
  findPerson,
  type Json,
  type Message,
  messagesIn,
  nextMessageId,
  personOf,
  type Toast,
} from './world.ts';

export interface Spot {
  readonly place: string;
  /** Absent in a chat, and for a new thread in a channel. */
  readonly thread?: string;
}

/** Posts and rings; returns the message's id, or undefined when Teams splits it in two and names neither. */
export function postFromBot(stage: Stage, spot: Spot, activity: Json): Message | undefined {
  const isSplit = textOf(activity) !== '' && attachmentsOf(activity).length > 0;
  const parts = isSplit
    ? [
        { ...activity, attachments: [] },
        { ...activity, text: '' },
      ]
    : [activity];
  let message: Message | undefined;
  for (const part of parts) {
    // the second half of a new thread's first message answers the first
    message = write(
      stage,
      message?.thread === undefined ? spot : { place: spot.place, thread: message.thread },
      part,
    );
    for (const person of ringsAt(stage, message)) ring(stage, message, person, isAlert(activity));
  }
  stage.changed();
  return isSplit ? undefined : message;
}

/** Replaces what a message says; an edit rings nobody and ends what only the presser saw. */
export function editFromBot(stage: Stage, message: Message, activity: Json): void {
  Object.assign(message, contentOf(stage, message, activity), { views: {}, editedAt: stage.now() });
  if (activity['summary'] === undefined) delete message.summary;
  stage.changed();
}

export function wipe(stage: Stage, message: Message): void {
  Object.assign(message, { deleted: true, text: '', attachments: [], entities: [], mentions: [], views: {} });
  delete message.summary;
  delete message.suggestedActions;
  stage.changed();
}

function write(stage: Stage, { place, thread }: Spot, activity: Json): Message {
  const { world, now } = stage;
  const id = nextMessageId(world, now());
  const isChannel = findChannel(world, place) !== undefined;
  const message: Message = {
    id,
    place,
    ...(isChannel ? { thread: thread ?? id } : {}),
    from: 'bot',
    at: now(),
    views: {},
    reactions: {},
    ...contentOf(stage, { place, ...(isChannel ? { thread: thread ?? id } : {}) }, activity),
  };
  messagesIn(world, place).push(message);
  return message;
}

function contentOf(stage: Stage, spot: Spot, activity: Json) {
  const isPersonal = findChannel(stage.world, spot.place) === undefined;
  for (const what of ignoredIn(activity, isPersonal)) ignore(stage, spot, what);
  const suggestedActions = shownSuggestions(activity, isPersonal);
  return {
    text: textOf(activity),
    attachments: attachmentsOf(activity),
    entities: (activity['entities'] as Json[] | undefined) ?? [],
    mentions: mentionedBy(stage, spot, activity),
    ...(typeof activity['summary'] === 'string' ? { summary: activity['summary'] } : {}),
    ...(suggestedActions.length > 0 ? { suggestedActions } : {}),
  };
}

function mentionedBy(stage: Stage, spot: Spot, activity: Json): string[] {
  const members = findChannel(stage.world, spot.place)?.team.members;
  return mentionsIn(activity).flatMap(({ id, isCarried }) => {
    const person = findPerson(stage.world, id) ?? stage.world.people.find(({ upn }) => upn === id);
    const isHere = person && !person.left && (members?.includes(person.id) ?? true);
    if (person && isHere && isCarried) return [person.id];
    ignore(
      stage,
      spot,
      `mention of ${id || 'nobody'}${isCarried ? ': not a member here' : ': its <at> text is missing'}`,
    );
    return [];
  });
}

function ringsAt(stage: Stage, message: Message): string[] {
  const chat = stage.world.chats.find(({ id }) => id === message.place);
  return chat ? [chat.person] : [...new Set(message.mentions)];
}

function isAlert({ channelData }: Json): boolean {
  const notification = isRecord(channelData) ? channelData['notification'] : undefined;
  return isRecord(notification) && notification['alert'] === true;
}

function ring(stage: Stage, message: Message, person: string, alert: boolean): void {
  const { world, botName } = stage;
  const { locale } = personOf(world, person);
  const found = findChannel(world, message.place);
  const plain = message.text.replace(/<\/?at>/g, '');
  const toast: Toast = {
    person,
    at: stage.now(),
    place: message.place,
    ...(message.thread === undefined ? {} : { thread: message.thread }),
    message: message.id,
    inFeed: found !== undefined || alert,
    title: found ? `${botName} · ${found.channel.name}` : botName,
    text: message.summary || plain || phrasesFor(locale).sentCard,
  };
  keep(world.toasts, toast);
}

function ignore(stage: Stage, spot: Spot, what: string): void {
  keep(stage.ignored, { at: stage.now(), conversation: conversationOf(spot), what });
}

/** Whether the bot may be in a chat with this person at all: given to them, or met in a team they share. */
export function isWithinReach(stage: Stage, person: string): boolean {
  const { world, home } = stage;
  const { left, tenantId } = personOf(world, person);
  if (left || tenantId !== home.tenantId) return false;
  const { bot } = chatOf(world, person);
  if (bot !== 'none') return bot === 'installed';
  return world.teams.some((team) => team.botInstalled && !team.deleted && team.members.includes(person));
}
