/** Words in a channel that mention the bot: a reply in a case's thread becomes a preview, the rest are commands. */
import type { Activity } from 'botbuilder';
import { previewCard } from '../../cards/advisor/preview-card.ts';
import { commandWord } from '../../cards/wording/command-word.ts';
import { isOpen } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { guardText } from '../../domain/identity-guard.ts';
import { wordsOf } from '../inbound/incoming-turn.ts';
import { type BotPorts, showCard, type Turn, tell } from '../inbound/turn.ts';
import { advisorCommand, handlersOf, showHandlers } from './advisor-commands.ts';

export async function onChannelMessage(ports: BotPorts, turn: Turn, activity: Activity): Promise<void> {
  const words = wordsOf(activity);
  const handled = handlersOf(words);
  if (handled) return showHandlers(ports, turn, handled);
  const command = commandWord(words);
  if (command && isForChannels.has(command.command)) return advisorCommand(ports, turn, command);
  const found = await ports.desk.casework.inThread(turn.conversation.id);
  if (!found) return tell(ports, turn, turn.texts.talk.channelHelp);
  if (!words) return tell(ports, turn, turn.texts.talk.emptyPreview);
  if (!isOpen(found)) return tell(ports, turn, turn.texts.talk.threadClosed(spokenCaseId(found.id)));
  // the thread is read by all who see the channel: the preview shows what would be sent, guarded
  await showCard(ports, turn, previewCard(found, guardText(words).text, ports.county));
}

export const isForChannels: ReadonlySet<string> = new Set([
  'case',
  'my-cases',
  'record',
  'people',
  'channels',
  'setup',
]);
