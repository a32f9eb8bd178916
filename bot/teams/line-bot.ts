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
import { languageOf, readTurn } from './inbound/incoming-turn.ts';
import {
  type BotPorts,
  nothing,
  openTurn,
  type Reply,
  showCard,
  type Turn,
  tell,
  text,
  type Way,
} from './inbound/turn.ts';
import { onChannelMessage } from './messages/channel-messages.ts';
import { onChatMessage } from './messages/chat-messages.ts';
import { onTeam } from './messages/setup-messages.ts';

export type LineBotPorts = BotPorts & { readonly guests: (sender: Sender) => Promise<Verdict> };

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
  const incoming = readTurn(activity);
  if (outcome !== 'met' || !incoming) return;
  const sender = senderOf(activity);
  // who is not served is told so when they write, not welcomed first
  if (!sender || (await ports.guests(sender)) !== 'employee') return;
  const turn = await openTurn(ports, incoming);
  await showCard(ports, turn, welcomeCard(turn.language, ports.county));
}

async function onPerson(ports: LineBotPorts, context: TurnContext): Promise<void> {
  const { activity } = context;
  const invoke = extensionInvoke(activity);
  if (invoke) return onExtensionInvoke(ports, context, invoke);
  const incoming = readTurn(activity);
  const sender = senderOf(activity);
  const verdict = incoming && sender ? await ports.guests(sender) : 'in-doubt';
  if (verdict !== 'employee' || !incoming) return turnAway(ports, context, verdict);
  const pressed = activity.type === 'message' ? pressedValue.safeParse(activity.value).data : undefined;
  // a live card above these words has scrolled away: it moves down when it is next drawn
  const turn = await openTurn(
    ports,
    incoming,
    activity.type === 'message' && !pressed ? incoming.message : undefined,
  );
  switch (activity.type) {
    case 'invoke':
      return onInvoke(ports, turn, context);
    case 'message':
      return pressed ? onOldClientPress(ports, turn, pressed) : onMessage(ports, turn, activity);
    case 'messageUpdate':
    case 'messageDelete':
      return onChangedMessage(ports, turn, activity);
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
  const incoming = readTurn(activity);
  const sender = senderOf(activity);
  const { verdict, chat }: Reached =
    incoming && sender ? await reach(ports, incoming, sender) : { verdict: 'in-doubt' };
  if (verdict !== 'employee' || !incoming) return turnAway(ports, context, verdict);
  const turn = await openTurn(ports, turnIn(incoming, chat));
  return answer(context, extensionAnswer(invoke, await onExtension(ports, turn, invoke, activity.value)));
}

async function onMessage(ports: BotPorts, turn: Turn, activity: Activity): Promise<void> {
  if (turn.where === 'chat') return onChatMessage(ports, turn, activity);
  if (turn.where === 'channel') return onChannelMessage(ports, turn, activity);
  return tell(ports, turn, turn.texts.talk.inPersonalChat);
}

/** What Teams kept of the words changes nothing here; the person is told where they can. */
async function onChangedMessage(ports: BotPorts, turn: Turn, activity: Activity): Promise<void> {
  if (turn.where !== 'chat') return;
  const { talk } = turn.texts;
  const isEdit = activity.type === 'messageUpdate';
  if (await ports.desk.asking.hasUnsent(turn.asker))
    return tell(ports, turn, isEdit ? talk.editedDraft : talk.deletedDraft);
  const hasOpen = (await ports.desk.casework.askedBy(turn.person)).some(isOpen);
  if (hasOpen) return tell(ports, turn, isEdit ? talk.editedMessage : talk.deletedMessage);
}

// === presses, as Teams brings them

const pressedValue = z.looseObject({ verb: z.string() });
const executed = z.looseObject({ action: z.looseObject({ verb: z.string().optional(), data: z.unknown() }) });
const submitted = z.looseObject({ data: z.looseObject({ verb: z.string().optional() }) });

/** Clients too old for Action.Execute send its fallback as a message. */
async function onOldClientPress(
  ports: BotPorts,
  turn: Turn,
  value: z.infer<typeof pressedValue>,
): Promise<void> {
  const reply = await route(handlers, ports, turn, { way: 'now', verb: value.verb, data: value });
  if (reply.say === 'text') return tell(ports, turn, reply.text);
  if (reply.say !== 'card') return;
  const post = cardPost(reply.card, reply.card.fallbackText);
  if (turn.pressedCard) await ports.teams.edit(turn.conversation, turn.pressedCard, post);
  else await ports.teams.reply(turn.conversation, post);
}

async function onInvoke(ports: BotPorts, turn: Turn, context: TurnContext): Promise<void> {
  const { name, value } = context.activity;
  switch (name) {
    case 'adaptiveCard/action': {
      const { verb, data } = executed.safeParse(value).data?.action ?? {};
      return answer(context, executeAnswer(await route(handlers, ports, turn, { way: 'now', verb, data })));
    }
    case 'task/fetch':
    case 'task/submit': {
      const way: Way = name === 'task/fetch' ? 'fetch' : 'dialog';
      const data = submitted.safeParse(value).data?.data;
      return answer(context, taskAnswer(await route(handlers, ports, turn, { way, verb: data?.verb, data })));
    }
    default: // no other invoke is ours: the SDK answers 501
  }
}

async function answer(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

function executeAnswer(reply: Reply): object {
  switch (reply.say) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
    case 'text':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text };
    case 'dialog':
    case 'nothing':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
  }
}

function taskAnswer(reply: Reply): object {
  switch (reply.say) {
    case 'dialog': {
      const { title, card } = reply.dialog;
      const value = { title, width: 'medium', height: 'medium', card: attachmentOf(card) };
      return { task: { type: 'continue', value } };
    }
    case 'text':
      return { task: { type: 'message', value: reply.text } };
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
async function sayIn({ teams }: BotPorts, context: TurnContext, words: string): Promise<void> {
  const { type, name, serviceUrl, conversation } = context.activity;
  if (type === 'invoke') {
    const invoke = extensionInvoke(context.activity);
    if (invoke) return answer(context, extensionAnswer(invoke, { say: 'text', text: words }));
    const reply = words ? text(words) : nothing;
    return answer(context, name === 'adaptiveCard/action' ? executeAnswer(reply) : taskAnswer(reply));
  }
  // nobody waits for an answer to what they edit or delete
  if (type !== 'message') return;
  await teams.reply({ serviceUrl, id: conversation.id }, messagePost({ text: words, summary: words }));
}
