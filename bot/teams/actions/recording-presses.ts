/** Recording a phone call, an e-mail or a visit from Teams: the form, and what was sent. */
import { randomUUID } from 'node:crypto';
import {
  opensRecording,
  type RecordedPress,
  readRecorded,
  recordingDialog,
} from '../../cards/recording-dialog.ts';
import { onlyThoseWhoRecord } from '../inbound/replies.ts';
import { type Room, type Said, text, type Visit } from '../inbound/visit.ts';

/** What a press on the form or its button is answered with; undefined when it is none of these. */
export async function onRecordPress(
  room: Room,
  visit: Visit,
  verb: unknown,
  data: unknown,
): Promise<Said | undefined> {
  if (opensRecording(verb, data)) return openForm(room, visit);
  const sent = readRecorded(verb, data, room.clock.now());
  return sent && record(room, visit, sent);
}

async function openForm(room: Room, visit: Visit): Promise<Said> {
  const form = await room.recording.form(visit.person);
  if ('refused' in form) return text(await onlyThoseWhoRecord(room, visit));
  const { county } = room;
  const { language } = visit;
  const last = form.last && { last: form.last };
  return { say: 'dialog', dialog: recordingDialog({ county, language, key: randomUUID(), ...last }) };
}

async function record(room: Room, visit: Visit, { key, contact }: RecordedPress): Promise<Said> {
  const kept = await room.recording.record(visit.person, key, contact);
  if (!('refused' in kept)) return text(visit.texts.recording.done);
  if (kept.refused !== 'faulty') return text(await onlyThoseWhoRecord(room, visit));
  const { county } = room;
  const { language } = visit;
  const dialog = recordingDialog({ county, language, key, typed: contact, faults: kept.faults });
  return { say: 'dialog', dialog };
}
