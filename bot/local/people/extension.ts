/** The app in other people's chats: its command in a message's menu, and its search beside the writing box. */

import { type ActivityOrigin, messagePayload } from '../service/activities.ts';
import { keep } from '../service/calls.ts';
import { flawOf, isRecord } from '../service/card-rules.ts';
import { type BotAnswer, deliverInvoke } from '../service/delivery.ts';
import { phrasesFor } from '../service/phrases.ts';
import type { Spot } from '../service/posting.ts';
import type { Stage } from '../service/stage.ts';
import {
  type Attachment,
  chatOf,
  conversationOf,
  type Json,
  type Message,
  type TeamsCard,
} from '../service/world.ts';
import { type ActOutcome, type FoundResult, invokeActivity, readDialogAnswer, sceneOf } from './acting.ts';

/** `query` empty: the search has just been opened. */
export interface ExtensionQuery {
  readonly commandId: string;
  readonly query?: string;
  readonly skip?: number;
  readonly count?: number;
}

/** As many as Teams asks for, and shows, at a time. */
const pageSize = 25;

/** The command `sendToLine` on a message, as the manifest names it. */
export async function sendToLine(stage: Stage, by: string, message: Message): Promise<ActOutcome> {
  const scene = usersScene(stage, by, message);
  const taken = {
    commandId: 'sendToLine',
    commandContext: 'message',
    messagePayload: messagePayload(stage, message),
  };
  const value = { ...taken, context: { theme: 'default' } };
  const activity = invokeActivity(stage, scene, 'composeExtension/fetchTask', value);
  return readDialogAnswer(stage, scene, message, await deliverInvoke(stage, activity), taken);
}

export async function search(
  stage: Stage,
  by: string,
  spot: Spot,
  asked: ExtensionQuery,
): Promise<ActOutcome> {
  const scene = usersScene(stage, by, spot);
  const { commandId, query = '', skip = 0, count = pageSize } = asked;
  const first = { name: 'initialRun', value: 'true' };
  const activity = invokeActivity(stage, scene, 'composeExtension/query', {
    commandId,
    parameters: [query === '' ? first : { name: 'query', value: query }],
    queryOptions: { skip, count },
    context: { theme: 'default' },
  });
  return readResults(stage, scene, count, await deliverInvoke(stage, activity));
}

/** Only who has the app, or is in a team that has it, finds its commands. */
function usersScene(stage: Stage, by: string, spot: Spot): ActivityOrigin {
  const scene = sceneOf(stage, by, spot);
  const { person, team } = scene;
  if (!team?.botInstalled && chatOf(stage.world, person.id).bot !== 'installed')
    throw new Error(`${person.name} does not have ${stage.botName}`);
  return scene;
}

function readResults(
  stage: Stage,
  { person, spot }: ActivityOrigin,
  count: number,
  answer: BotAnswer,
): ActOutcome {
  const phrases = phrasesFor(person.locale);
  if ('failure' in answer || answer.status !== 200) return { saw: 'error', text: phrases.unreachable };
  const said = isRecord(answer.body) ? answer.body['composeExtension'] : undefined;
  if (!isRecord(said)) return { saw: 'error', text: phrases.somethingWrong };
  if (said['type'] === 'message') return { saw: 'text', text: String(said['text']) };
  const found = Array.isArray(said['attachments']) ? said['attachments'].filter(isRecord) : [];
  const flaw = found.map(({ content }) => flawOf(content)).find(Boolean);
  if (said['type'] !== 'result' || flaw)
    return { saw: 'error', text: `${phrases.somethingWrong} (${flaw ?? String(said['type'])})` };
  for (const { preview } of found.slice(Math.min(count, pageSize)))
    keep(stage.ignored, {
      at: stage.now(),
      conversation: conversationOf(spot),
      what: `result ${JSON.stringify(rowOf(preview)['title'])}: more than asked for`,
    });
  return { saw: 'results', results: found.slice(0, Math.min(count, pageSize)).map(resultOf) };
}

const rowOf = (preview: unknown): Json =>
  isRecord(preview) && isRecord(preview['content']) ? preview['content'] : {};

function resultOf({ content, preview }: Json): FoundResult {
  const { title = '', text = '' } = rowOf(preview);
  return { title: fromHtml(String(title)), text: fromHtml(String(text)), card: content as TeamsCard };
}

/** The words of a thumbnail are HTML. */
const fromHtml = (html: string) =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

export const attachmentOf = (card: TeamsCard): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});
