/** Takes a press from the line's server to its handler: read by the table of verbs, logged, and asked for its right. */
import { createHash } from 'node:crypto';
import { type ReadPress, readPress } from '../../cards/verbs/read-press.ts';
import { type Verb, verbs } from '../../cards/verbs/verbs.ts';
import { onlySupervisors } from '../inbound/replies.ts';
import { type BotPorts, type Press, type Reply, type Turn, text, type Way } from '../inbound/turn.ts';
import type { Handlers } from './handler.ts';

/** As Teams brought it. */
export type SentPress = { readonly way: Way; readonly verb: unknown; readonly data: unknown };

export async function route(
  handlers: Handlers,
  ports: BotPorts,
  turn: Turn,
  sent: SentPress,
): Promise<Reply> {
  const { way, verb, data } = sent;
  const { county, clock } = ports;
  const read = readPress(verb, data, turn.where, { county, now: clock.now() });
  const isLogged = !read || !('unlogged' in verbs[read.verb]);
  if (isLogged) ports.log('info', 'pressed', { verb: String(verb).slice(0, 40), kind: way });
  if (!read) return text(turn.texts.talk.unknownPress);
  const isLeading = verbs[read.verb].who === 'supervisor' && !('asks' in verbs[read.verb]);
  if (isLeading && !(await leads(ports, turn))) return text(await onlySupervisors(ports, turn));
  return handle(handlers, ports, turn, { way, once: onceOf(turn, sent), fields: fieldsOf(data) }, read);
}

const leads = async ({ desk }: BotPorts, { person }: Turn): Promise<boolean> =>
  (await desk.staff.actor(person)).supervisor;

const handle = <V extends Verb>(
  handlers: Handlers,
  ports: BotPorts,
  turn: Turn,
  press: Press,
  { verb, wish }: ReadPress<V>,
): Promise<Reply> => handlers[verb](ports, turn, press, wish);

/** The same press delivered twice has the same person, verb, case, version and words; its id differs. */
function onceOf({ person }: Turn, { verb, data }: SentPress): string {
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
