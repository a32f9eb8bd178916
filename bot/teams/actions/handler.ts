/** What carries out a press once it is read: each verb of the table has exactly one. */
import type { Wishes } from '../../cards/verbs/verbs.ts';
import type { BotPorts, Press, Reply, Turn } from '../inbound/turn.ts';

export type Handler<Wish> = (ports: BotPorts, turn: Turn, press: Press, wish: Wish) => Promise<Reply>;

export type Handlers = { readonly [V in keyof Wishes]: Handler<Wishes[V]> };
