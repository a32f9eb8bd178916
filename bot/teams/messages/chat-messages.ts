/** Words in the personal chat: a command of the menu, a reply to an open case, or a question of its own. */
import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { myQuestionsCard, pickCaseCard } from '../../cards/asker/my-questions.ts';
import { questionCard } from '../../cards/asker/question-card.ts';
import { concernCard, helpCard, menuCard } from '../../cards/menu.ts';
import { commandWord, type TypedCommand } from '../../cards/wording/command-word.ts';
import { explain } from '../../cards/wording/refusals.ts';
import type { MessageOutcome } from '../../desk/asking/asking.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import { textLimits } from '../../domain/case/case.ts';
import { isRefusal } from '../../domain/case/command.ts';
import type { Draft } from '../../domain/case/draft.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { wordsOf } from '../inbound/incoming-turn.ts';
import { maskedLine } from '../inbound/replies.ts';
import { type BotPorts, showCard, type Turn, tell } from '../inbound/turn.ts';
import { advisorCommand, handlersOf, showHandlers } from './advisor-commands.ts';

export async function onChatMessage(ports: BotPorts, turn: Turn, activity: Activity): Promise<void> {
  const words = wordsOf(activity);
  if (!words) return onWordless(ports, turn, activity);
  const handled = handlersOf(words);
  if (handled) return showHandlers(ports, turn, handled);
  const command = commandWord(words);
  if (command?.command === 'thanks' && (await isAskedBack(ports, turn))) return onWords(ports, turn, words);
  if (command) return onCommand(ports, turn, command);
  const most = textLimits.question;
  if (words.length > most) return tell(ports, turn, turn.texts.talk.tooLong(most, words.length));
  return onWords(ports, turn, words);
}

/** Thanks may be the answer that an advisor waits for. */
async function isAskedBack({ desk }: BotPorts, { person }: Turn): Promise<boolean> {
  return (await desk.casework.askedBy(person)).some(({ status }) => status === 'asked-back');
}

async function onWordless(ports: BotPorts, turn: Turn, activity: Activity): Promise<void> {
  const attached = (activity.attachments ?? []).filter(({ contentType }) => contentType !== 'text/html');
  if (attached.length === 0) return showMenu(ports, turn);
  // what a search put into the chat is for the eye: it asks for nothing
  if (attached.every(({ contentType }) => contentType === cardType)) return;
  await tell(ports, turn, turn.texts.talk.onlyAttachment);
}

const cardType = 'application/vnd.microsoft.card.adaptive';

async function showMenu(ports: BotPorts, turn: Turn): Promise<void> {
  const advises = worksOnTheLine(await ports.desk.staff.actor(turn.person));
  await showCard(ports, turn, menuCard(turn.language, ports.county, advises));
}

async function onWords(ports: BotPorts, turn: Turn, words: string): Promise<void> {
  const { desk, county } = ports;
  const heard = await desk.asking.hear(turn.asker, words, deliveryKey(turn, words));
  if (isRefusal(heard)) return tell(ports, turn, explain(heard, turn.texts, county, ports.clock.now()));
  switch (heard.heard) {
    case 'draft':
      return showDraft(ports, turn, heard.draft);
    case 'reply':
      return heard.masked.length > 0 ? tell(ports, turn, maskedLine(turn, heard.masked)) : undefined;
    case 'pick':
      return showPick(ports, turn, heard);
  }
}

/** Which of the open cases the words belong to; asked once, however often they are delivered. */
async function showPick(
  ports: BotPorts,
  turn: Turn,
  heard: Extract<MessageOutcome, { heard: 'pick' }>,
): Promise<void> {
  const { draft } = heard;
  if (draft.card) return;
  const { county, desk } = ports;
  const activity = await showCard(ports, turn, pickCaseCard({ ...heard, county, language: turn.language }));
  await desk.asking.drawn(draft.id, { conversation: turn.conversation.id, activity });
}

/** Teams redelivers with new ids: the same person, chat and words within a short while are one message. */
export function deliveryKey({ person, conversation }: Turn, words: string): string {
  return createHash('sha256').update([person.id, conversation.id, words].join('\n')).digest('base64url');
}

/** Posts a draft's card once; a second delivery finds it posted. */
export async function showDraft(ports: BotPorts, turn: Turn, draft: Draft): Promise<void> {
  if (draft.card) return;
  const { county, clock, desk } = ports;
  const open = isLineOpen(county.opening, clock.now());
  const card = questionCard({ draft, county, language: turn.language, open });
  const activity = await showCard(ports, turn, card);
  await desk.asking.drawn(draft.id, { conversation: turn.conversation.id, activity });
}

export async function onCommand(ports: BotPorts, turn: Turn, command: TypedCommand): Promise<void> {
  const { county, desk } = ports;
  switch (command.command) {
    case 'ask':
      return showDraft(ports, turn, await desk.asking.draft(turn.asker, '', deliveryKey(turn, 'ask')));
    case 'menu':
      return showMenu(ports, turn);
    case 'concern':
      await showCard(ports, turn, concernCard(turn.language, county));
      return;
    case 'thanks':
      return tell(ports, turn, turn.texts.talk.welcome);
    case 'help': {
      const { supervisor } = await desk.staff.actor(turn.person);
      await showCard(ports, turn, helpCard(turn.language, county, supervisor));
      return;
    }
    case 'my-questions': {
      const cases = await desk.casework.askedBy(turn.person);
      await showCard(ports, turn, myQuestionsCard(cases, county, turn.language));
      return;
    }
    default:
      return advisorCommand(ports, turn, command);
  }
}
