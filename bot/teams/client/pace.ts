/** Keeps what we send within Teams' rate limits, by letting calls wait for their turn. */

/** Time as the line sees it: milliseconds since 1970, and a pause. */
export type PaceClock = { now(): number; sleep(ms: number): Promise<void> };

export type RateWindow = { readonly calls: number; readonly ms: number };

/** By what is counted: posts and edits in one conversation, looks at one roster, all calls together. */
export type Limits = { readonly [counted in 'send' | 'members' | 'all']: readonly RateWindow[] };

/** What a bot may do in one conversation and with all of Teams (learn.microsoft.com, "Optimize your bot: rate limiting"). */
export const teamsLimits: Limits = {
  send: windows([7, 1], [8, 2], [60, 30], [1800, 3600]),
  members: windows([14, 1], [16, 2], [120, 30], [3600, 3600]),
  all: windows([50, 1]),
};

export type Pace = {
  /**
   * Waits for a turn under `key`. Gives the milliseconds one should have waited, and no turn, when that is more
   * than `patienceMs`; undefined when it is one's turn.
   */
  turn(key: string, patienceMs: number): Promise<number | undefined>;
  /** Nobody under `key` goes before `ms` have passed. */
  hold(key: string, ms: number): void;
};

type Queue = { readonly taken: number[]; closedUntil: number };

export function createPace(limits: readonly RateWindow[], clock: PaceClock): Pace {
  const queues = new Map<string, Queue>();
  const longest = Math.max(...limits.map(({ ms }) => ms));
  let swept = clock.now();
  const queueOf = (key: string) => {
    const queue = queues.get(key) ?? { taken: [], closedUntil: 0 };
    queues.set(key, queue);
    return queue;
  };
  const sweep = (now: number) => {
    if (now - swept < 60_000) return;
    swept = now;
    for (const [key, queue] of queues) if (isIdle(queue, now - longest)) queues.delete(key);
  };
  return {
    async turn(key, patienceMs) {
      const now = clock.now();
      sweep(now);
      const queue = queueOf(key);
      forget(queue, now - longest);
      const at = earliest(queue, limits, now);
      if (at - now > patienceMs) return at - now;
      queue.taken.push(at);
      if (at > now) await clock.sleep(at - now);
      return undefined;
    },
    hold(key, ms) {
      const queue = queueOf(key);
      queue.closedUntil = Math.max(queue.closedUntil, clock.now() + ms);
    },
  };
}

function windows(...limits: readonly (readonly [calls: number, seconds: number])[]): readonly RateWindow[] {
  // a tenth longer than Teams says: its clock starts when a call arrives, ours when it leaves
  return limits.map(([calls, seconds]) => ({ calls, ms: seconds * 1100 }));
}

/** Turns are handed out in order, so the n-th last one tells when the window has room again. */
function earliest({ taken, closedUntil }: Queue, limits: readonly RateWindow[], now: number): number {
  const rooms = limits.map(({ calls, ms }) => (taken.at(-calls) ?? -Infinity) + ms);
  return Math.max(now, closedUntil, taken.at(-1) ?? now, ...rooms);
}

function forget({ taken }: Queue, before: number): void {
  const kept = taken.findIndex((at) => at > before);
  taken.splice(0, kept === -1 ? taken.length : kept);
}

function isIdle({ taken, closedUntil }: Queue, before: number): boolean {
  return closedUntil <= before && (taken.at(-1) ?? 0) <= before;
}
