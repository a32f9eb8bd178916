/** How often and how much a bot may say in Teams, and when it may try again (Microsoft's rate-limit page, 8 October 2026). */

import type { Json } from './world.ts';

/** `count` operations within `seconds`. */
type CallWindow = readonly [count: number, seconds: number];

const speaking: readonly CallWindow[] = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1800, 3600],
];
const reading: readonly CallWindow[] = [
  [14, 1],
  [16, 2],
  [120, 30],
  [3600, 3600],
];

/** What is counted, per chat or channel. Teams publishes no figures for edits; they get those of sends, apart. */
export type LimitedCall = 'send' | 'create' | 'edit' | 'members';

const perPlace: Record<LimitedCall, readonly CallWindow[]> = {
  send: speaking,
  create: speaking,
  edit: speaking,
  members: reading,
};
const altogether: readonly CallWindow[] = [[50, 1]];

export interface Rates {
  /** Counts the call and returns undefined, or returns the seconds to wait and counts nothing. */
  admit(counted: LimitedCall | undefined, place: string): number | undefined;
}

export function createRates(now: () => number): Rates {
  const logs = new Map<string, number[]>();
  return {
    admit(counted, place) {
      const at = now();
      const all = logFor(logs, 'all');
      const log = counted && logFor(logs, `${counted} ${place}`);
      const waits = [waitFor(altogether, all, at), log && counted ? waitFor(perPlace[counted], log, at) : 0];
      const wait = Math.max(...waits);
      if (wait > 0) return wait;
      remember(all, at, altogether);
      if (log && counted) remember(log, at, perPlace[counted]);
      return undefined;
    },
  };
}

export const noRates: Rates = { admit: () => undefined };

/** Seconds, rounded up, until one more fits in every window; 0 when it fits now. */
function waitFor(windows: readonly CallWindow[], log: readonly number[], at: number): number {
  const waits = windows.map(([count, seconds]) => {
    const oldest = log[log.length - count];
    return oldest === undefined ? 0 : Math.ceil((oldest + seconds * 1000 - at) / 1000);
  });
  return Math.max(0, ...waits);
}

function remember(log: number[], at: number, windows: readonly CallWindow[]): void {
  log.push(at);
  const most = Math.max(...windows.map(([count]) => count));
  // trimmed in batches: a shift at every call would move the whole log
  if (log.length > 2 * most) log.splice(0, log.length - most);
}

function logFor(logs: Map<string, number[]>, name: string): number[] {
  const log = logs.get(name) ?? [];
  logs.set(name, log);
  return log;
}

/** About 100 KB, text, mentions and cards together, two bytes a character. */
export const largestMessage = 100 * 1024;

export function sizeOf(activity: Json): number {
  return 2 * JSON.stringify(activity).length;
}
