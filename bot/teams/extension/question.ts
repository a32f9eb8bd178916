/** A message somewhere in Teams becomes a question to the line, in a dialog over the chat where it stands. */
import { createHash } from 'node:crypto';
import { questionDialog } from '../../cards/extension/question.ts';
import type { SendWish } from '../../cards/verbs/asker-readers.ts';
import { readPress } from '../../cards/verbs/read-press.ts';
import { explain } from '../../cards/wording/refusals.ts';
import type { AskOutcome } from '../../desk/asking/asking.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import { textLimits } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { isRefusal } from '../../domain/case/command.ts';
import type { BotPorts, Turn } from '../inbound/turn.ts';
import type { ExtensionSaid } from './answer.ts';

/** A message as Teams handed it over: its words without HTML. */
export type TakenMessage = { readonly id: string; readonly words: string };

const text = (words: string): ExtensionSaid => ({ say: 'text', text: words });

/** The form, filled in from the message; in plain words why there is none. */
export async function onMessageDialog(
  ports: BotPorts,
  turn: Turn,
  { id, words }: TakenMessage,
): Promise<ExtensionSaid> {
  const { message } = turn.texts.extension;
  // without a chat of their own no answer would reach them
  if (turn.where !== 'chat') return text(message.addApp);
  const most = textLimits.question;
  if (!words) return text(message.empty);
  if (words.length > most) return text(message.tooLong(most, words.length));
  const draft = await ports.desk.asking.draftInDialog(turn.asker, words, deliveryKey(turn, id, words));
  return form(ports, turn, { notYet: draft });
}

/** A second delivery of the same choice has the same message and words. */
const deliveryKey = ({ person }: Turn, id: string, words: string): string =>
  createHash('sha256')
    .update(JSON.stringify([person.id, 'sendToLine', id, words]))
    .digest('base64url');

/** What the dialog's own buttons do: as on the question card, by the same rules. */
export async function onMessageTaken(ports: BotPorts, turn: Turn, data: unknown): Promise<ExtensionSaid> {
  const { texts, asker } = turn;
  const { message } = texts.extension;
  if (turn.where !== 'chat') return text(message.addApp);
  const verb = (data as { readonly verb?: unknown } | undefined)?.verb;
  const { county, clock } = ports;
  const read = readPress(verb, data, turn.where, { county, now: clock.now() });
  switch (read?.verb) {
    case 'discard':
      await ports.desk.asking.discard(asker, read.wish.draftId);
      return text(message.discarded);
    case 'ask':
    case 'sendAnyway':
      return send(ports, turn, read.wish);
    default:
      return text(texts.talk.unknownPress);
  }
}

async function send(
  ports: BotPorts,
  turn: Turn,
  { press, draftId, answers }: SendWish,
): Promise<ExtensionSaid> {
  const { texts, asker } = turn;
  const insist = press === 'sendAnyway';
  const asked = await ports.desk.asking.ask(asker, draftId, answers, { insist });
  if (isRefusal(asked)) return text(explain(asked, texts, ports.county, ports.clock.now()));
  if (!('asked' in asked)) return form(ports, turn, asked);
  return text(texts.extension.message.sent(spokenCaseId(asked.asked.id)));
}

function form(
  { county, clock }: BotPorts,
  { language }: Turn,
  { notYet, ...why }: Extract<AskOutcome, { notYet: unknown }>,
): ExtensionSaid {
  const now = clock.now();
  const open = isLineOpen(county.opening, now);
  return { say: 'dialog', dialog: questionDialog({ draft: notYet, county, language, open, now, ...why }) };
}
