/** The record of every call the bot made to Teams and of everything Teams delivered to the bot. */

import type { Json } from './world.ts';

export type Operation =
  | 'token'
  | 'create'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'member'
  | 'team'
  | 'channels'
  | 'unknown';

export interface Call {
  readonly at: number;
  readonly operation: Operation;
  readonly method: string;
  /** Decoded, from `/v3/` on, with its query. */
  readonly path: string;
  /** As the bot named it, thread and all. */
  readonly conversation?: string;
  /** The activity named in the path: replied to, updated or deleted. */
  readonly activity?: string;
  readonly member?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  /** Absent while unanswered, and for good when the connection hung. */
  status?: number;
  answer?: unknown;
  /** The fault that struck it. */
  fault?: string;
}

export interface ActivityDelivery {
  readonly at: number;
  readonly activity: Json;
  /** What the bot answered; absent when it did not. */
  status?: number;
  answer?: unknown;
  /** Why there is no status. */
  failure?: 'timeout' | 'unreachable';
}

/** Something the bot asked for that Teams quietly left out. */
export interface Ignored {
  readonly at: number;
  readonly conversation: string;
  readonly what: string;
}

const mostKept = 20_000;

/** Adds to a record that must not grow for ever. */
export function keep<Kept>(record: Kept[], one: Kept): Kept {
  record.push(one);
  if (record.length > mostKept) record.splice(0, mostKept / 10);
  return one;
}
