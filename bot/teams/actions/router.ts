/** Takes a press from the line's server to its handler: read by the table of verbs, logged, and asked for its right. */
import { createHash } from 'node:crypto';
import { type ReadPress, readPress } from '../../cards/verbs/read-press.ts';
import { type Verb, verbs } from '../../cards/verbs/verbs.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type Press, type Room, type Said, text, type Visit, type Way } from '../inbound/visit.ts';
import type { Handlers } from './handler.ts';

/** As Teams brought it. */
export type Sent = { readonly way: Way; readonly verb: unknown; readonly data: unknown };

export async function route(handlers: Handlers, room: Room, visit: Visit, sent: Sent): Promise<Said> {
  const { way, verb, data } = sent;
  const { county, clock } = room;
  const read = readPress(verb, data, visit.where, { county, now: clock.now() });
  const isLogged = !read || !('unlogged' in verbs[read.verb]);
  if (isLogged) room.log('info', 'pressed', { verb: String(verb).slice(0, 40), kind: way });
  if (!read) return text(visit.texts.talk.unknownPress);
  const isLeading = verbs[read.verb].who === 'supervisor' && !('asks' in verbs[read.verb]);
  if (isLeading && !(await leads(room, visit))) return text(await onlySupervisors(room, visit));
  return handle(handlers, room, visit, { way, once: onceOf(visit, sent), fields: fieldsOf(data) }, read);
}

const leads = async ({ desk }: Room, { person }: Visit): Promise<boolean> =>
  (await desk.staff.actor(person)).supervisor;

const handle = <V extends Verb>(
  handlers: Handlers,
  room: Room,
  visit: Visit,
  press: Press,
  { verb, wish }: ReadPress<V>,
): Promise<Said> => handlers[verb](room, visit, press, wish);

/** The same press delivered twice has the same person, verb, case, version and words; its id differs. */
function onceOf({ person }: Visit, { verb, data }: Sent): string {
  return createHash('sha256')
    .update(JSON.stringify([person.id, verb, data]))
    .digest('base64url');
}

function fieldsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
