/** Words in the personal chat: a command of the menu, a reply to an open case, or a question of its own. */
import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { myQuestionsCard, pickCaseCard } from '../../cards/asker/my-questions.ts';
import { questionCard } from '../../cards/asker/question-card.ts';
import { concernCard, helpCard, menuCard } from '../../cards/menu.ts';
import { type Command, commandWord } from '../../cards/wording/command-word.ts';
import { explain } from '../../cards/wording/refusals.ts';
import type { Heard } from '../../desk/asking/asking.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import { textLimits } from '../../domain/case/case.ts';
import { isRefusal } from '../../domain/case/command.ts';
import type { Draft } from '../../domain/case/draft.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { maskedLine } from '../inbound/replies.ts';
import { wordsOf } from '../inbound/turn.ts';
import { type Room, showCard, tell, type Visit } from '../inbound/visit.ts';
import { advisorCommand, handlersOf, showHandlers } from './advisor-commands.ts';

export async function onChatMessage(room: Room, visit: Visit, activity: Activity): Promise<void> {
  const words = wordsOf(activity);
  if (!words) return onWordless(room, visit, activity);
  const handled = handlersOf(words);
  if (handled) return showHandlers(room, visit, handled);
  const command = commandWord(words);
  if (command?.command === 'thanks' && (await isAskedBack(room, visit))) return onWords(room, visit, words);
  if (command) return onCommand(room, visit, command);
  const most = textLimits.question;
  if (words.length > most) return tell(room, visit, visit.texts.talk.tooLong(most, words.length));
  return onWords(room, visit, words);
}

/** Thanks may be the answer that an advisor waits for. */
async function isAskedBack({ desk }: Room, { person }: Visit): Promise<boolean> {
  return (await desk.casework.askedBy(person)).some(({ status }) => status === 'asked-back');
}

async function onWordless(room: Room, visit: Visit, activity: Activity): Promise<void> {
  const attached = (activity.attachments ?? []).filter(({ contentType }) => contentType !== 'text/html');
  if (attached.length === 0) return showMenu(room, visit);
  // what a search put into the chat is for the eye: it asks for nothing
  if (attached.every(({ contentType }) => contentType === cardType)) return;
  await tell(room, visit, visit.texts.talk.onlyAttachment);
}

const cardType = 'application/vnd.microsoft.card.adaptive';

async function showMenu(room: Room, visit: Visit): Promise<void> {
  const advises = worksOnTheLine(await room.desk.staff.actor(visit.person));
  await showCard(room, visit, menuCard(visit.language, room.county, advises));
}

async function onWords(room: Room, visit: Visit, words: string): Promise<void> {
  const { desk, county } = room;
  const heard = await desk.asking.hear(visit.asker, words, deliveryKey(visit, words));
  if (isRefusal(heard)) return tell(room, visit, explain(heard, visit.texts, county, room.clock.now()));
  switch (heard.heard) {
    case 'draft':
      return showDraft(room, visit, heard.draft);
    case 'reply':
      return heard.masked.length > 0 ? tell(room, visit, maskedLine(visit, heard.masked)) : undefined;
    case 'pick':
      return showPick(room, visit, heard);
  }
}

/** Which of the open cases the words belong to; asked once, however often they are delivered. */
async function showPick(room: Room, visit: Visit, heard: Extract<Heard, { heard: 'pick' }>): Promise<void> {
  const { draft } = heard;
  if (draft.card) return;
  const { county, desk } = room;
  const activity = await showCard(room, visit, pickCaseCard({ ...heard, county, language: visit.language }));
  await desk.asking.drawn(draft.id, { conversation: visit.conversation.id, activity });
}

/** Teams redelivers with new ids: the same person, chat and words within a short while are one message. */
export function deliveryKey({ person, conversation }: Visit, words: string): string {
  return createHash('sha256').update([person.id, conversation.id, words].join('\n')).digest('base64url');
}

/** Posts a draft's card once; a second delivery finds it posted. */
export async function showDraft(room: Room, visit: Visit, draft: Draft): Promise<void> {
  if (draft.card) return;
  const { county, clock, desk } = room;
  const open = isLineOpen(county.opening, clock.now());
  const card = questionCard({ draft, county, language: visit.language, open });
  const activity = await showCard(room, visit, card);
  await desk.asking.drawn(draft.id, { conversation: visit.conversation.id, activity });
}

export async function onCommand(room: Room, visit: Visit, command: Command): Promise<void> {
  const { county, desk } = room;
  switch (command.command) {
    case 'ask':
      return showDraft(room, visit, await desk.asking.draft(visit.asker, '', deliveryKey(visit, 'ask')));
    case 'menu':
      return showMenu(room, visit);
    case 'concern':
      await showCard(room, visit, concernCard(visit.language, county));
      return;
    case 'thanks':
      return tell(room, visit, visit.texts.talk.welcome);
    case 'help': {
      const { supervisor } = await desk.staff.actor(visit.person);
      await showCard(room, visit, helpCard(visit.language, county, supervisor));
      return;
    }
    case 'my-questions': {
      const cases = await desk.casework.askedBy(visit.person);
      await showCard(room, visit, myQuestionsCard(cases, county, visit.language));
      return;
    }
    default:
      return advisorCommand(room, visit, command);
  }
}
