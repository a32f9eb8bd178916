/** What carries out a press once it is read: each verb of the table has exactly one. */
import type { Wishes } from '../../cards/verbs/verbs.ts';
import type { Press, Room, Said, Visit } from '../inbound/visit.ts';

export type Handler<Wish> = (room: Room, visit: Visit, press: Press, wish: Wish) => Promise<Said>;

export type Handlers = { readonly [V in keyof Wishes]: Handler<Wishes[V]> };
