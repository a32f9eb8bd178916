/** Takes each turn of Teams to the one that answers it; has no rule of its own. */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { againDialog } from '../cards/again-dialog.ts';
import { welcomeCard } from '../cards/menu.ts';
import { isOpen } from '../domain/case/case.ts';
import { textsFor } from '../words/bot/texts.ts';
import { handlers } from './actions/handlers.ts';
import { route } from './actions/router.ts';
import { attachmentOf, cardPost, messagePost } from './client/posts.ts';
import { type ExtensionInvoke, extensionAnswer, extensionInvoke } from './extension/answer.ts';
import { onExtension, typedInDialog } from './extension/extension.ts';
import { type Reached, reach, turnIn } from './extension/reach.ts';
import { onEvent } from './inbound/events.ts';
import { type Sender, senderOf, type Verdict } from './inbound/guests.ts';
import { languageOf, readTurn } from './inbound/turn.ts';
import {
  enter,
  nothing,
  type Room,
  type Said,
  showCard,
  tell,
  text,
  type Visit,
  type Way,
} from './inbound/visit.ts';
import { onChannelMessage } from './messages/channel-messages.ts';
import { onChatMessage } from './messages/chat-messages.ts';
import { onTeam } from './messages/setup-messages.ts';

export type LineBotPorts = Room & { readonly guests: (sender: Sender) => Promise<Verdict> };

export function createLineBot(ports: LineBotPorts) {
  return {
    onTurn: (context: TurnContext) => onTurn(ports, context),
    onBroken: (context: TurnContext) => onBroken(ports, context),
  };
}

async function onTurn(ports: LineBotPorts, context: TurnContext): Promise<void> {
  const { activity } = context;
  switch (activity.type) {
    case 'conversationUpdate':
    case 'installationUpdate':
      return onTeamsEvent(ports, activity);
    case 'message':
    case 'messageUpdate':
    case 'messageDelete':
    case 'invoke':
      return onPerson(ports, context);
    default: // reactions, typing and the like ask for nothing
  }
}

async function onTeamsEvent(ports: LineBotPorts, activity: Activity): Promise<void> {
  const outcome = await onEvent(ports.desk.staff, activity);
  if (outcome === 'added' || outcome === 'removed') return onTeam(ports, activity, outcome);
  const turn = readTurn(activity);
  if (outcome !== 'met' || !turn) return;
  const sender = senderOf(activity);
  // who is not served is told so when they write, not welcomed first
  if (!sender || (await ports.guests(sender)) !== 'employee') return;
  const visit = await enter(ports, turn);
  await showCard(ports, visit, welcomeCard(visit.language, ports.county));
}

async function onPerson(ports: LineBotPorts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const invoke = extensionInvoke(activity);
  if (invoke) return onExtensionInvoke(ports, context, invoke);
  const turn = readTurn(activity);
  const sender = senderOf(activity);
  const verdict = turn && sender ? await ports.guests(sender) : 'in-doubt';
  if (verdict !== 'employee' || !turn) return turnAway(ports, context, verdict);
  const pressed = activity.type === 'message' ? pressedValue.safeParse(activity.value).data : undefined;
  // a live card above these words has scrolled away: it moves down when it is next drawn
  const visit = await enter(ports, turn, activity.type === 'message' && !pressed ? turn.message : undefined);
  switch (activity.type) {
    case 'invoke':
      return onInvoke(ports, visit, context);
    case 'message':
      return pressed ? onOldClientPress(ports, visit, pressed) : onMessage(ports, visit, activity);
    case 'messageUpdate':
    case 'messageDelete':
      return onChangedMessage(ports, visit, activity);
    default:
      return;
  }
}

/** In any chat, one where the app is not a member too: who acts is judged, and answered, in their own. */
async function onExtensionInvoke(
  ports: LineBotPorts,
  context: TurnContext,
  invoke: ExtensionInvoke,
): Promise<void> {
  const { activity } = context;
  const turn = readTurn(activity);
  const sender = senderOf(activity);
  const { verdict, chat }: Reached =
    turn && sender ? await reach(ports, turn, sender) : { verdict: 'in-doubt' };
  if (verdict !== 'employee' || !turn) return turnAway(ports, context, verdict);
  const visit = await enter(ports, turnIn(turn, chat));
  return answer(context, extensionAnswer(invoke, await onExtension(ports, visit, invoke, activity.value)));
}

async function onMessage(room: Room, visit: Visit, activity: Activity): Promise<void> {
  if (visit.where === 'chat') return onChatMessage(room, visit, activity);
  if (visit.where === 'channel') return onChannelMessage(room, visit, activity);
  return tell(room, visit, visit.texts.talk.inPersonalChat);
}

/** What Teams kept of the words changes nothing here; the person is told where they can. */
async function onChangedMessage(room: Room, visit: Visit, activity: Activity): Promise<void> {
  if (visit.where !== 'chat') return;
  const { talk } = visit.texts;
  const isEdit = activity.type === 'messageUpdate';
  if (await room.desk.asking.hasUnsent(visit.asker))
    return tell(room, visit, isEdit ? talk.editedDraft : talk.deletedDraft);
  const hasOpen = (await room.desk.casework.askedBy(visit.person)).some(isOpen);
  if (hasOpen) return tell(room, visit, isEdit ? talk.editedMessage : talk.deletedMessage);
}

// === presses, as Teams brings them

const pressedValue = z.looseObject({ verb: z.string() });
const executed = z.looseObject({ action: z.looseObject({ verb: z.string().optional(), data: z.unknown() }) });
const submitted = z.looseObject({ data: z.looseObject({ verb: z.string().optional() }) });

/** Clients too old for Action.Execute send its fallback as a message. */
async function onOldClientPress(
  room: Room,
  visit: Visit,
  value: z.infer<typeof pressedValue>,
): Promise<void> {
  const said = await route(handlers, room, visit, { way: 'now', verb: value.verb, data: value });
  if (said.say === 'text') return tell(room, visit, said.text);
  if (said.say !== 'card') return;
  const post = cardPost(said.card, said.card.fallbackText);
  if (visit.pressedCard) await room.line.edit(visit.conversation, visit.pressedCard, post);
  else await room.line.reply(visit.conversation, post);
}

async function onInvoke(room: Room, visit: Visit, context: TurnContext): Promise<void> {
  const { name, value } = context.activity;
  switch (name) {
    case 'adaptiveCard/action': {
      const { verb, data } = executed.safeParse(value).data?.action ?? {};
      return answer(context, executeAnswer(await route(handlers, room, visit, { way: 'now', verb, data })));
    }
    case 'task/fetch':
    case 'task/submit': {
      const way: Way = name === 'task/fetch' ? 'fetch' : 'dialog';
      const data = submitted.safeParse(value).data?.data;
      return answer(context, taskAnswer(await route(handlers, room, visit, { way, verb: data?.verb, data })));
    }
    default: // no other invoke is ours: the SDK answers 501
  }
}

async function answer(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

function executeAnswer(said: Said): object {
  switch (said.say) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: said.card };
    case 'text':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: said.text };
    case 'dialog':
    case 'nothing':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
  }
}

function taskAnswer(said: Said): object {
  switch (said.say) {
    case 'dialog': {
      const { title, card } = said.dialog;
      const value = { title, width: 'medium', height: 'medium', card: attachmentOf(card) };
      return { task: { type: 'continue', value } };
    }
    case 'text':
      return { task: { type: 'message', value: said.text } };
    case 'card':
    case 'nothing':
      return {};
  }
}

// === those who are not served, and what breaks

/** Politely: the line is for the county's own employees (seed 001), the others are told of their own door. */
async function turnAway(
  ports: LineBotPorts,
  context: TurnContext,
  verdict: Reached['verdict'],
): Promise<void> {
  ports.log('info', 'turned away', { kind: verdict });
  if (verdict === 'bot') return;
  const language = languageOf(context.activity.locale);
  const { talk, extension } = textsFor(language);
  if (verdict === 'no-chat') {
    const say = context.activity.name === 'composeExtension/query' ? extension.search : extension.message;
    return sayIn(ports, context, say.addApp);
  }
  const { name, contact } = ports.county.clientDoor;
  const words =
    verdict === 'in-doubt'
      ? talk.inDoubt
      : `${talk.onlyEmployees} ${talk.clients(name[language], contact[language])}`;
  await sayIn(ports, context, words);
}

async function onBroken(ports: LineBotPorts, context: TurnContext): Promise<void> {
  const { name, value, locale } = context.activity;
  const language = languageOf(locale);
  const apology = textsFor(language).talk.apology(ports.county.linePhone);
  const typed = name === undefined ? undefined : typedIn(name, value);
  // a line of text would close the dialog, and what was typed in it would be gone
  if (!typed) return sayIn(ports, context, apology);
  await answer(context, taskAnswer({ say: 'dialog', dialog: againDialog(language, apology, typed) }));
}

function typedIn(name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (name === 'task/submit') return submitted.safeParse(value).data?.data;
  return name === 'composeExtension/submitAction' ? typedInDialog(value) : undefined;
}

/** In the way that this turn can be answered at all. */
async function sayIn({ line }: Room, context: TurnContext, words: string): Promise<void> {
  const { type, name, serviceUrl, conversation } = context.activity;
  if (type === 'invoke') {
    const invoke = extensionInvoke(context.activity);
    if (invoke) return answer(context, extensionAnswer(invoke, { say: 'text', text: words }));
    const said = words ? text(words) : nothing;
    return answer(context, name === 'adaptiveCard/action' ? executeAnswer(said) : taskAnswer(said));
  }
  // nobody waits for an answer to what they edit or delete
  if (type !== 'message') return;
  await line.reply({ serviceUrl, id: conversation.id }, messagePost({ text: words, summary: words }));
}
