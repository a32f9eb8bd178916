/** A message somewhere in Teams becomes a question to the line, in a dialog over the chat where it stands. */
import { createHash } from 'node:crypto';
import { readAskerPress } from '../../cards/asker/card-action.ts';
import { questionDialog } from '../../cards/extension/question.ts';
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
  const wish = readAskerPress(verb, data, room.county);
  const { asking } = room.desk;
  switch (wish?.press) {
    case 'discard':
      await asking.discard(asker, wish.draftId);
      return text(message.discarded);
    case 'ask':
    case 'sendAnyway': {
      const asked = await asking.ask(asker, wish.draftId, wish.answers, {
        insist: wish.press === 'sendAnyway',
      });
      if (isRefusal(asked)) return text(explain(asked, texts, room.county, room.clock.now()));
      return 'asked' in asked ? text(message.sent(spokenCaseId(asked.asked.id))) : form(room, visit, asked);
    }
    default:
      return text(texts.talk.unknownPress);
  }
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
