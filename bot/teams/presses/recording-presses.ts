/** Recording a phone call, an e-mail or a visit from Teams: the card that offers it, the form, and what was sent. */
import { randomUUID } from 'node:crypto';
import {
  opensRecording,
  type RecordedPress,
  readRecorded,
  recordCard,
  recordingDialog,
} from '../../cards/recording-dialog.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { type Room, type Said, showCard, supervisorNames, tell, text, type Visit } from '../door/visit.ts';

/** A message can't open a form: it is answered with the button that does. */
export async function offerRecording(room: Room, visit: Visit): Promise<void> {
  const { desk } = room;
  if (!worksOnTheLine(await desk.staff.actor(visit.person)))
    return tell(room, visit, await whomToAsk(room, visit));
  await showCard(room, visit, recordCard(visit.language));
}

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
  if ('refused' in form) return text(await whomToAsk(room, visit));
  const { county } = room;
  const { language } = visit;
  const last = form.last && { last: form.last };
  return { say: 'dialog', dialog: recordingDialog({ county, language, key: randomUUID(), ...last }) };
}

async function record(room: Room, visit: Visit, { key, contact }: RecordedPress): Promise<Said> {
  const kept = await room.recording.record(visit.person, key, contact);
  if (!('refused' in kept)) return text(visit.texts.recording.done);
  if (kept.refused !== 'faulty') return text(await whomToAsk(room, visit));
  const { county } = room;
  const { language } = visit;
  const dialog = recordingDialog({ county, language, key, typed: contact, faults: kept.faults });
  return { say: 'dialog', dialog };
}

/** Those who can't record are told who can let them. */
async function whomToAsk(room: Room, { texts }: Visit): Promise<string> {
  const whom = texts.talk.askForRole(await supervisorNames(room));
  return [texts.recording.notOnTheLine, whom].filter(Boolean).join(' ');
}
