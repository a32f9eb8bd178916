/** Asking in words to record a contact. */
import { recordCard } from '../../cards/recording-dialog.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { onlyThoseWhoRecord } from '../inbound/replies.ts';
import { type Room, showCard, tell, type Visit } from '../inbound/visit.ts';

/** A message can't open a form: it is answered with the button that does. */
export async function offerRecording(room: Room, visit: Visit): Promise<void> {
  const { desk } = room;
  if (!worksOnTheLine(await desk.staff.actor(visit.person)))
    return tell(room, visit, await onlyThoseWhoRecord(room, visit));
  await showCard(room, visit, recordCard(visit.language));
}
