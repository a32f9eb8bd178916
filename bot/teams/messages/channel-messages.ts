/** Words in a channel that mention the bot: a reply in a case's thread becomes a preview, the rest are commands. */
import type { Activity } from 'botbuilder';
import { previewCard } from '../../cards/advisor/preview-card.ts';
import { commandWord } from '../../cards/wording/command-word.ts';
import { isOpen } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { guardText } from '../../domain/identity-guard.ts';
import { wordsOf } from '../inbound/turn.ts';
import { type Room, showCard, tell, type Visit } from '../inbound/visit.ts';
import { advisorCommand, handlersOf, showHandlers } from './advisor-commands.ts';

export async function onChannelMessage(room: Room, visit: Visit, activity: Activity): Promise<void> {
  const words = wordsOf(activity);
  const handled = handlersOf(words);
  if (handled) return showHandlers(room, visit, handled);
  const command = commandWord(words);
  if (command && isForChannels.has(command.command)) return advisorCommand(room, visit, command);
  const found = await room.desk.casework.inThread(visit.conversation.id);
  if (!found) return tell(room, visit, visit.texts.talk.channelHelp);
  if (!words) return tell(room, visit, visit.texts.talk.emptyPreview);
  if (!isOpen(found)) return tell(room, visit, visit.texts.talk.threadClosed(spokenCaseId(found.id)));
  // the thread is read by all who see the channel: the preview shows what would be sent, guarded
  await showCard(room, visit, previewCard(found, guardText(words).text, room.county));
}

export const isForChannels: ReadonlySet<string> = new Set([
  'case',
  'my-cases',
  'record',
  'people',
  'channels',
  'setup',
]);
