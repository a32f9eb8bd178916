/** What people do in Teams, and what Teams makes of the bot's answer: one function a deed, for tests and page alike. */

import { type ActivityOrigin, activityBy, messageActivity } from '../service/activities.ts';
import { flawOf, isRecord } from '../service/card-rules.ts';
import { type BotAnswer, deliver, deliverInvoke } from '../service/delivery.ts';
import { phrasesFor } from '../service/phrases.ts';
import { type Spot, wipe } from '../service/posting.ts';
import type { Stage, TeamsDialog } from '../service/stage.ts';
import {
  type Attachment,
  chatOf,
  findChannel,
  findMessage,
  type Json,
  type Message,
  messagesIn,
  nextMessageId,
  personOf,
  type TeamsCard,
} from '../service/world.ts';
import type { PressedAction } from './pressing.ts';

/** What the person who pressed sees happen. */
export type ActOutcome =
  /** The card before them became another; the others still see the old one. */
  | { readonly saw: 'card'; readonly card: TeamsCard }
  | { readonly saw: 'text'; readonly text: string }
  | { readonly saw: 'dialog'; readonly dialog: TeamsDialog }
  /** The dialog closed, or nothing was to be seen. */
  | { readonly saw: 'nothing' }
  /** It went to the bot as a message; the bot's answer, if any, is in the chat. */
  | { readonly saw: 'sent' }
  /** Teams' client did not let it go. */
  | {
      readonly saw: 'blocked';
      readonly errors: readonly { readonly input: string; readonly message: string }[];
    }
  | { readonly saw: 'results'; readonly results: readonly FoundResult[] }
  | { readonly saw: 'link'; readonly url: string }
  | { readonly saw: 'error'; readonly text: string; readonly status?: number };

/** One row of a search, and the card it puts into the chat. */
export interface FoundResult {
  readonly title: string;
  readonly text: string;
  readonly card: TeamsCard;
}

export interface Saying {
  readonly attachments?: readonly Attachment[];
  readonly mentionBot?: boolean;
}

/** Says something in a chat or a channel; fulfilled when the bot, if it hears it, has answered. */
export async function say(
  stage: Stage,
  by: string,
  spot: Spot,
  text: string,
  saying: Saying = {},
): Promise<Message> {
  const scene = sceneOf(stage, by, spot);
  const isMentioned = scene.team !== undefined && saying.mentionBot === true;
  const message = writeDown(stage, scene, isMentioned ? `<at>${stage.botName}</at> ${text}` : text, {
    attachments: [...(saying.attachments ?? [])],
    mentions: isMentioned ? ['bot'] : [],
  });
  await deliverIfHeard(stage, { ...scene, spot: message }, message, {});
  return message;
}

export async function edit(stage: Stage, by: string, message: Message, text: string): Promise<void> {
  const scene = ownScene(stage, by, message);
  const isMentioned = message.mentions.includes('bot');
  message.text = isMentioned ? `<at>${stage.botName}</at> ${text}` : text;
  message.editedAt = stage.now();
  stage.changed();
  await deliverIfHeard(stage, scene, message, { type: 'messageUpdate', eventType: 'editMessage' });
}

export async function remove(stage: Stage, by: string, message: Message): Promise<void> {
  const scene = ownScene(stage, by, message);
  const { mentions } = message;
  wipe(stage, message);
  await deliverIfHeard(
    stage,
    scene,
    { ...message, mentions },
    { type: 'messageDelete', eventType: 'softDeleteMessage' },
  );
}

/** Adds a reaction to a message, or takes it back with `undefined`; the bot hears of those on its own messages. */
export async function react(
  stage: Stage,
  by: string,
  message: Message,
  reaction: string | undefined,
): Promise<void> {
  const scene = sceneOf(stage, by, message);
  const before = message.reactions[by];
  if (reaction === undefined) delete message.reactions[by];
  else message.reactions[by] = reaction;
  stage.changed();
  if (message.from !== 'bot') return;
  await deliver(stage, {
    ...activityBy(stage, scene, nextMessageId(stage.world, stage.now())),
    type: 'messageReaction',
    replyToId: message.id,
    ...(reaction === undefined ? {} : { reactionsAdded: [{ type: reaction }] }),
    ...(before === undefined || before === reaction ? {} : { reactionsRemoved: [{ type: before }] }),
  });
}

/** Carries out a press on a card in a message, or in the dialog the person has open. */
export function press(
  stage: Stage,
  by: string,
  message: Message,
  pressed: PressedAction,
): Promise<ActOutcome> | ActOutcome {
  const scene = sceneOf(stage, by, message);
  switch (pressed.action['type']) {
    case 'Action.Execute':
      return execute(stage, scene, message, pressed, 'manual');
    case 'Action.Submit':
      return submit(stage, scene, message, pressed);
    case 'Action.OpenUrl':
      return { saw: 'link', url: String(pressed.action['url']) };
    default:
      return { saw: 'nothing' };
  }
}

/** What a client does by itself when a card that wants refreshing comes into view: asks once after every edit. */
export async function look(stage: Stage, by: string, message: Message, card: TeamsCard): Promise<ActOutcome> {
  const { refresh } = card;
  if (message.views[by]) return { saw: 'nothing' };
  if (!isRecord(refresh) || !isRecord(refresh['action'])) return { saw: 'nothing' };
  const users = refresh['userIds'];
  if (Array.isArray(users) && !users.includes(personOf(stage.world, by).mri)) return { saw: 'nothing' };
  const action = refresh['action'];
  const data = isRecord(action['data']) ? action['data'] : undefined;
  return execute(stage, sceneOf(stage, by, message), message, { action, data }, 'automatic');
}

async function execute(
  stage: Stage,
  scene: ActivityOrigin,
  message: Message,
  { action, data }: PressedAction,
  trigger: 'manual' | 'automatic',
): Promise<ActOutcome> {
  const { verb, id } = action;
  const activity = pressActivity(stage, scene, message, 'adaptiveCard/action', {
    action: { type: 'Action.Execute', ...(id ? { id } : {}), ...(verb ? { verb } : {}), data },
    trigger,
  });
  return readCardAnswer(stage, scene, message, await deliverInvoke(stage, activity));
}

function readCardAnswer(
  stage: Stage,
  { person }: ActivityOrigin,
  message: Message,
  answer: BotAnswer,
): ActOutcome {
  const phrases = phrasesFor(person.locale);
  if ('failure' in answer) return { saw: 'error', text: phrases.unreachable };
  const { status, body } = answer;
  if (status !== 200 || !isRecord(body)) return { saw: 'error', text: phrases.somethingWrong, status };
  const { type, value, statusCode } = body;
  if (type === 'application/vnd.microsoft.activity.message') return { saw: 'text', text: String(value) };
  if (type === 'application/vnd.microsoft.card.adaptive' && flawOf(value) === undefined) {
    message.views[person.id] = value as TeamsCard;
    stage.changed();
    return { saw: 'card', card: value as TeamsCard };
  }
  const said = isRecord(value) ? value['message'] : undefined;
  return { saw: 'error', text: String(said ?? phrases.somethingWrong), status: Number(statusCode ?? status) };
}

function submit(
  stage: Stage,
  scene: ActivityOrigin,
  message: Message,
  { data }: PressedAction,
): Promise<ActOutcome> {
  const msteams = isRecord(data) && isRecord(data['msteams']) ? data['msteams'] : {};
  switch (msteams['type']) {
    case 'task/fetch':
      return fetchDialog(stage, scene, message, data);
    case 'imBack':
      return speak(stage, scene, { text: String(msteams['value']), shown: String(msteams['value']) });
    case 'messageBack':
      return speak(stage, scene, messageBack(message, msteams, data));
    default:
      return speak(stage, scene, { value: data, replyToId: message.id });
  }
}

interface Speech {
  readonly text?: string;
  /** What stands in the chat as the person's own words; nothing when absent. */
  readonly shown?: string;
  readonly value?: unknown;
  readonly replyToId?: string;
}

function messageBack({ id }: Message, msteams: Json, data: unknown): Speech {
  const { msteams: _, ...inputs } = isRecord(data) ? data : {};
  const { value, text, displayText } = msteams;
  return {
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof displayText === 'string' ? { shown: displayText } : {}),
    value: isRecord(value) ? { ...inputs, ...value } : (value ?? inputs),
    replyToId: id,
  };
}

async function speak(stage: Stage, scene: ActivityOrigin, { shown, ...speech }: Speech): Promise<ActOutcome> {
  const message =
    shown === undefined ? undefined : writeDown(stage, scene, shown, { attachments: [], mentions: [] });
  const id = message?.id ?? nextMessageId(stage.world, stage.now());
  await deliver(stage, { ...activityBy(stage, scene, id), type: 'message', ...speech });
  return { saw: 'sent' };
}

async function fetchDialog(
  stage: Stage,
  scene: ActivityOrigin,
  message: Message,
  data: unknown,
): Promise<ActOutcome> {
  const activity = pressActivity(stage, scene, message, 'task/fetch', {
    data,
    context: { theme: 'default' },
  });
  return readDialogAnswer(stage, scene, message, await deliverInvoke(stage, activity));
}

/** Sends what was filled in the open dialog; what comes back replaces or closes it. */
export async function submitDialog(
  stage: Stage,
  by: string,
  { action, data }: PressedAction,
): Promise<ActOutcome> {
  const dialog = stage.dialogs.get(by);
  if (!dialog) throw new Error('No dialog is open');
  if (action['type'] === 'Action.OpenUrl') return { saw: 'link', url: String(action['url']) };
  if (action['type'] !== 'Action.Submit')
    throw new Error(`A dialog in Teams submits with Action.Submit, not ${String(action['type'])}`);
  const scene = sceneOf(stage, by, dialog);
  const message = findMessage(stage.world, dialog.place, dialog.message);
  if (!message) throw new Error('The message that opened the dialog is gone');
  const { taken } = dialog;
  const value = { ...taken, data, context: { theme: 'default' } };
  const activity = taken
    ? invokeActivity(stage, scene, 'composeExtension/submitAction', value)
    : pressActivity(stage, scene, message, 'task/submit', value);
  return readDialogAnswer(stage, scene, message, await deliverInvoke(stage, activity), taken);
}

export function closeDialog(stage: Stage, by: string): void {
  stage.dialogs.delete(by);
  stage.changed();
}

/** `taken`: the dialog belongs to a command of the message's menu. */
export function readDialogAnswer(
  stage: Stage,
  { person }: ActivityOrigin,
  message: Message,
  answer: BotAnswer,
  taken?: Json,
): ActOutcome {
  const phrases = phrasesFor(person.locale);
  if ('failure' in answer) return { saw: 'error', text: phrases.unreachable };
  const { status, body } = answer;
  // a refused submit leaves the dialog and what was typed in it
  if (status >= 300) return { saw: 'error', text: phrases.unreachable, status };
  const task = isRecord(body) && isRecord(body['task']) ? body['task'] : undefined;
  if (task?.['type'] === 'continue') return openDialog(stage, person.id, message, task['value'], taken);
  closeDialog(stage, person.id);
  return task?.['type'] === 'message' ? { saw: 'text', text: String(task['value']) } : { saw: 'nothing' };
}

function openDialog(
  stage: Stage,
  person: string,
  { id, place, thread }: Message,
  value: unknown,
  taken: Json | undefined,
): ActOutcome {
  const { title = '', card, url, height, width } = isRecord(value) ? value : {};
  const content = isRecord(card) ? card['content'] : undefined;
  const flaw = url === undefined ? flawOf(content) : undefined;
  if (flaw)
    return {
      saw: 'error',
      text: `${phrasesFor(personOf(stage.world, person).locale).somethingWrong} (${flaw})`,
    };
  const dialog = {
    title: String(title),
    message: id,
    place,
    ...(thread === undefined ? {} : { thread }),
    ...(taken ? { taken } : {}),
    ...(content === undefined ? {} : { card: content as TeamsCard }),
    ...(typeof url === 'string' ? { url } : {}),
    ...(isSize(height) ? { height } : {}),
    ...(isSize(width) ? { width } : {}),
  };
  stage.dialogs.set(person, dialog);
  stage.changed();
  return { saw: 'dialog', dialog };
}

function isSize(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

function pressActivity(
  stage: Stage,
  scene: ActivityOrigin,
  message: Message,
  name: string,
  value: Json,
): Json {
  const base = invokeActivity(stage, scene, name, value);
  const source = { source: { name: 'message' }, legacy: { replyToId: message.id } };
  return {
    ...base,
    replyToId: message.id,
    channelData: { ...(base['channelData'] as Json), ...source },
  };
}

export function invokeActivity(stage: Stage, scene: ActivityOrigin, name: string, value: Json): Json {
  return { ...activityBy(stage, scene, `f:${nextMessageId(stage.world, stage.now())}`), name, value };
}

async function deliverIfHeard(
  stage: Stage,
  scene: ActivityOrigin,
  message: Message,
  { type, eventType }: { type?: string; eventType?: string },
): Promise<void> {
  const isMentioned = message.mentions.includes('bot');
  const isHeard = scene.team ? scene.team.botInstalled && (isMentioned || stage.readsAllMessages) : true;
  if (!isHeard) return;
  const activity = messageActivity(stage, scene, message, isMentioned);
  const channelData = { ...(activity['channelData'] as Json), ...(eventType ? { eventType } : {}) };
  await deliver(stage, { ...activity, ...(type ? { type } : {}), channelData });
}

function writeDown(
  stage: Stage,
  { person, spot, team }: ActivityOrigin,
  text: string,
  rest: Pick<Message, 'attachments' | 'mentions'>,
): Message {
  if (text === '' && rest.attachments.length === 0) throw new Error('Teams sends no empty message');
  const id = nextMessageId(stage.world, stage.now());
  const thread = team ? (spot.thread ?? id) : undefined;
  const message: Message = {
    id,
    place: spot.place,
    ...(thread === undefined ? {} : { thread }),
    from: person.id,
    at: stage.now(),
    text,
    ...rest,
    entities: [],
    views: {},
    reactions: {},
  };
  messagesIn(stage.world, spot.place).push(message);
  stage.changed();
  return message;
}

function ownScene(stage: Stage, by: string, message: Message): ActivityOrigin {
  if (message.from !== by) throw new Error('People change only messages of their own');
  return sceneOf(stage, by, message);
}

/** Where somebody acts; throws when Teams would not let them. */
export function sceneOf(stage: Stage, by: string, { place, thread }: Spot): ActivityOrigin {
  const person = personOf(stage.world, by);
  if (person.left) throw new Error(`${person.name} has left the organisation`);
  const spot = { place, ...(thread === undefined ? {} : { thread }) };
  const found = findChannel(stage.world, place);
  if (!found) return chatScene(stage, { person, spot });
  const { team, channel } = found;
  if (!team.members.includes(by)) throw new Error(`${person.name} is not a member of ${team.name}`);
  if (team.archived) throw new Error(`${team.name} is archived: nobody can act in it`);
  if (team.deleted || channel.deleted) throw new Error(`${channel.name} has been deleted`);
  return { person, spot, team, channel };
}

function chatScene(stage: Stage, scene: ActivityOrigin): ActivityOrigin {
  const { person, spot } = scene;
  const chat = chatOf(stage.world, person.id);
  if (spot.place !== chat.id) throw new Error(`${person.name} has no such chat`);
  if (chat.blocked) throw new Error(`${person.name} has blocked the bot`);
  if (chat.bot === 'removed') throw new Error(`${person.name} has removed the bot`);
  return scene;
}
