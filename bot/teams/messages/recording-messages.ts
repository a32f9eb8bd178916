/** Asking in words to record a contact. */
import { recordCard } from '../../cards/recording-dialog.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { onlyThoseWhoRecord } from '../inbound/replies.ts';
import { type BotPorts, showCard, type Turn, tell } from '../inbound/turn.ts';

/** A message can't open a form: it is answered with the button that does. */
export async function offerRecording(ports: BotPorts, turn: Turn): Promise<void> {
  const { desk } = ports;
  if (!worksOnTheLine(await desk.staff.actor(turn.person)))
    return tell(ports, turn, await onlyThoseWhoRecord(ports, turn));
  await showCard(ports, turn, recordCard(turn.language));
}
