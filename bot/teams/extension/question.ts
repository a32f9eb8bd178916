/** A message somewhere in Teams becomes a question to the line, in a dialog over the chat where it stands. */
import { createHash } from 'node:crypto';
import { questionDialog } from '../../cards/extension/question.ts';
import type { SendWish } from '../../cards/verbs/asker-readers.ts';
import { readPress } from '../../cards/verbs/read-press.ts';
import { explain } from '../../cards/wording/refusals.ts';
import type { Asked } from '../../desk/asking/asking.ts';
import { isOpen as isLineOpen } from '../../domain/calendar.ts';
import { textLimits } from '../../domain/case/case.ts';
import { spokenCaseId } from '../../domain/case/case-id.ts';
import { isRefusal } from '../../domain/case/command.ts';
import type { Room, Visit } from '../inbound/visit.ts';
import type { ExtensionSaid } from './answer.ts';

/** A message as Teams handed it over: its words without HTML. */
export type TakenMessage = { readonly id: string; readonly words: string };

const text = (words: string): ExtensionSaid => ({ say: 'text', text: words });

/** The form, filled in from the message; in plain words why there is none. */
export async function onMessageDialog(
  room: Room,
  visit: Visit,
  { id, words }: TakenMessage,
): Promise<ExtensionSaid> {
  const { message } = visit.texts.extension;
  // without a chat of their own no answer would reach them
  if (visit.where !== 'chat') return text(message.addApp);
  const most = textLimits.question;
  if (!words) return text(message.empty);
  if (words.length > most) return text(message.tooLong(most, words.length));
  const draft = await room.desk.asking.draftInDialog(visit.asker, words, deliveryKey(visit, id, words));
  return form(room, visit, { notYet: draft });
}

/** A second delivery of the same choice has the same message and words. */
const deliveryKey = ({ person }: Visit, id: string, words: string): string =>
  createHash('sha256')
    .update(JSON.stringify([person.id, 'sendToLine', id, words]))
    .digest('base64url');

/** What the dialog's own buttons do: as on the question card, by the same rules. */
export async function onMessageTaken(room: Room, visit: Visit, data: unknown): Promise<ExtensionSaid> {
  const { texts, asker } = visit;
  const { message } = texts.extension;
  if (visit.where !== 'chat') return text(message.addApp);
  const verb = (data as { readonly verb?: unknown } | undefined)?.verb;
  const { county, clock } = room;
  const read = readPress(verb, data, visit.where, { county, now: clock.now() });
  switch (read?.verb) {
    case 'discard':
      await room.desk.asking.discard(asker, read.wish.draftId);
      return text(message.discarded);
    case 'ask':
    case 'sendAnyway':
      return send(room, visit, read.wish);
    default:
      return text(texts.talk.unknownPress);
  }
}

async function send(room: Room, visit: Visit, { press, draftId, answers }: SendWish): Promise<ExtensionSaid> {
  const { texts, asker } = visit;
  const insist = press === 'sendAnyway';
  const asked = await room.desk.asking.ask(asker, draftId, answers, { insist });
  if (isRefusal(asked)) return text(explain(asked, texts, room.county, room.clock.now()));
  if (!('asked' in asked)) return form(room, visit, asked);
  return text(texts.extension.message.sent(spokenCaseId(asked.asked.id)));
}

function form(
  { county, clock }: Room,
  { language }: Visit,
  { notYet, ...why }: Extract<Asked, { notYet: unknown }>,
): ExtensionSaid {
  const now = clock.now();
  const open = isLineOpen(county.opening, now);
  return { say: 'dialog', dialog: questionDialog({ draft: notYet, county, language, open, now, ...why }) };
}
