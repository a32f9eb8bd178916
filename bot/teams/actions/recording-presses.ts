/** Recording a phone call, an e-mail or a visit from Teams: the form, and what was sent. */
import { randomUUID } from 'node:crypto';
import { recordingDialog } from '../../cards/recording-dialog.ts';
import type { RecordWish } from '../../cards/verbs/recording-reader.ts';
import { onlyThoseWhoRecord } from '../inbound/replies.ts';
import { type BotPorts, type Reply, type Turn, text } from '../inbound/turn.ts';
import type { Handler } from './handler.ts';

export const onRecord: Handler<RecordWish> = async (ports, turn, _, wish) =>
  wish.press === 'form' ? openForm(ports, turn) : record(ports, turn, wish);

async function openForm(ports: BotPorts, turn: Turn): Promise<Reply> {
  const form = await ports.recording.form(turn.person);
  if ('refused' in form) return text(await onlyThoseWhoRecord(ports, turn));
  const { county } = ports;
  const { language } = turn;
  const last = form.last && { last: form.last };
  return { say: 'dialog', dialog: recordingDialog({ county, language, key: randomUUID(), ...last }) };
}

type RecordedPressWish = Extract<RecordWish, { press: 'recorded' }>;

async function record(ports: BotPorts, turn: Turn, { key, contact }: RecordedPressWish): Promise<Reply> {
  const kept = await ports.recording.record(turn.person, key, contact);
  if (!('refused' in kept)) return text(turn.texts.recording.done);
  if (kept.refused !== 'faulty') return text(await onlyThoseWhoRecord(ports, turn));
  const { county } = ports;
  const { language } = turn;
  const dialog = recordingDialog({ county, language, key, typed: contact, faults: kept.faults });
  return { say: 'dialog', dialog };
}
