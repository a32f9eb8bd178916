/** Misfortunes to order: calls that are refused, lost, doubled, late or never answered. */

import type { Call } from './calls.ts';
import type { Json } from './world.ts';

export type CallMatch =
  | ((call: Call) => boolean)
  | { readonly operation?: Call['operation']; readonly method?: string; readonly path?: string | RegExp };

export interface CallFault {
  /** Every call unless told; a path given as text matches anywhere in the call's path. */
  readonly match?: CallMatch;
  /**
   * `refuse` answers with `status` and does nothing · `lost-reply` does it, then drops the connection ·
   * `double` does it twice and answers once · `delay` does it after `ms`, or once `until` has come · `hang` does nothing
   * and never answers.
   */
  readonly kind?: 'refuse' | 'lost-reply' | 'double' | 'delay' | 'hang';
  /** With `refuse`; 500 unless told. */
  readonly status?: number;
  readonly code?: string;
  /** Seconds, sent as Retry-After. */
  readonly retryAfter?: number;
  readonly ms?: number;
  readonly until?: Promise<unknown>;
  /** How many matching calls it hits: once unless told. */
  readonly times?: number;
  /** How many matching calls it lets pass first. */
  readonly after?: number;
}

export interface DeliveryFault {
  readonly match?: (activity: Json) => boolean;
  /** `double`: again with a new id and time · `same-twice`: again as it was · `lost-answer`: as if no answer came. */
  readonly kind: 'double' | 'same-twice' | 'lost-answer';
  readonly times?: number;
}

export interface Ordered {
  /** How often it has struck. */
  readonly hits: number;
  remove(): void;
}

export interface Faults {
  /** Of what the bot calls: the connector and the token endpoint. */
  add(fault: CallFault): Ordered;
  /** Of what Teams delivers to the bot. */
  addToDeliveries(fault: DeliveryFault): Ordered;
  clear(): void;
  /** The fault that strikes this call; counts it. */
  strikeCall(call: Call): CallFault | undefined;
  strikeDelivery(activity: Json): DeliveryFault | undefined;
}

interface Standing<Fault> {
  readonly fault: Fault;
  passed: number;
  hits: number;
}

export function createFaults(): Faults {
  const onCalls: Standing<CallFault>[] = [];
  const onDeliveries: Standing<DeliveryFault>[] = [];
  return {
    add: (fault) => order(onCalls, fault),
    addToDeliveries: (fault) => order(onDeliveries, fault),
    clear() {
      onCalls.length = 0;
      onDeliveries.length = 0;
    },
    strikeCall: (call) => strike(onCalls, ({ match }) => matchesCall(match, call)),
    strikeDelivery: (activity) => strike(onDeliveries, ({ match }) => match?.(activity) ?? true),
  };
}

function order<Fault>(list: Standing<Fault>[], fault: Fault): Ordered {
  const standing = { fault, passed: 0, hits: 0 };
  list.push(standing);
  return {
    get hits() {
      return standing.hits;
    },
    remove() {
      const at = list.indexOf(standing);
      if (at >= 0) list.splice(at, 1);
    },
  };
}

function strike<Fault extends { readonly times?: number; readonly after?: number }>(
  list: Standing<Fault>[],
  matches: (fault: Fault) => boolean,
): Fault | undefined {
  for (const standing of list) {
    const { fault } = standing;
    if (standing.hits >= (fault.times ?? 1) || !matches(fault)) continue;
    standing.passed += 1;
    if (standing.passed <= (fault.after ?? 0)) continue;
    standing.hits += 1;
    return fault;
  }
  return undefined;
}

function matchesCall(match: CallMatch | undefined, call: Call): boolean {
  if (match === undefined) return true;
  if (typeof match === 'function') return match(call);
  const { operation, method, path } = match;
  if (operation !== undefined && operation !== call.operation) return false;
  if (method !== undefined && method !== call.method) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? call.path.includes(path) : path.test(call.path);
}
