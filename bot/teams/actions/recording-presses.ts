/** Recording a phone call, an e-mail or a visit from Teams: the form, and what was sent. */
import { randomUUID } from 'node:crypto';
import { recordingDialog } from '../../cards/recording-dialog.ts';
import type { RecordWish } from '../../cards/verbs/recording-reader.ts';
import { onlyThoseWhoRecord } from '../inbound/replies.ts';
import { type Room, type Said, text, type Visit } from '../inbound/visit.ts';
import type { Handler } from './handler.ts';

export const onRecord: Handler<RecordWish> = async (room, visit, _, wish) =>
  wish.press === 'form' ? openForm(room, visit) : record(room, visit, wish);

async function openForm(room: Room, visit: Visit): Promise<Said> {
  const form = await room.recording.form(visit.person);
  if ('refused' in form) return text(await onlyThoseWhoRecord(room, visit));
  const { county } = room;
  const { language } = visit;
  const last = form.last && { last: form.last };
  return { say: 'dialog', dialog: recordingDialog({ county, language, key: randomUUID(), ...last }) };
}

type Recorded = Extract<RecordWish, { press: 'recorded' }>;

async function record(room: Room, visit: Visit, { key, contact }: Recorded): Promise<Said> {
  const kept = await room.recording.record(visit.person, key, contact);
  if (!('refused' in kept)) return text(visit.texts.recording.done);
  if (kept.refused !== 'faulty') return text(await onlyThoseWhoRecord(room, visit));
  const { county } = room;
  const { language } = visit;
  const dialog = recordingDialog({ county, language, key, typed: contact, faults: kept.faults });
  return { say: 'dialog', dialog };
}
