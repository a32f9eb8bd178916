/** Remembers what was read, a bounded number of things for a bounded time, and reads through that. */
import type { Clock } from './ports.ts';

export type Cache<Value> = {
  get(key: string): Value | undefined;
  /** For the cache's own time when none is told. */
  put(key: string, value: Value, forMs?: number): void;
  drop(key: string): void;
};

export type CacheOptions = {
  readonly atMost: number;
  readonly forMs: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** `atMost` things, those put longest ago leave first. */
export function createCache<Value>({ atMost, forMs, now = Date.now }: CacheOptions): Cache<Value> {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      if (!found || found.until > now()) return found?.value;
      kept.delete(key);
      return undefined;
    },
    put(key, value, ms = forMs) {
      kept.delete(key); // a Map remembers the order of first insertion
      kept.set(key, { value, until: now() + ms });
      const [oldest] = kept.keys();
      if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
    },
    drop(key) {
      kept.delete(key);
    },
  };
}

/**
 * Reads what is not remembered: once for all who ask meanwhile. A failed reading is not kept, nor one that `keeps` does
 * not want.
 */
export function readThrough<Value>(
  options: CacheOptions & { readonly keeps?: (value: Value) => boolean },
): (key: string, read: () => Promise<Value>) => Promise<Value> {
  const { keeps = () => true } = options;
  const cache = createCache<Promise<Value>>(options);
  return (key, read) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const begun = read();
    cache.put(key, begun);
    const forget = () => {
      // somebody may have begun again since
      if (cache.get(key) === begun) cache.drop(key);
    };
    begun.then((value) => keeps(value) || forget(), forget);
    return begun;
  };
}

/** The newest reading, no matter who asks: again only when it is older than that, or of another key. */
export const newest = (forMs: number, clock: Clock): CacheOptions => ({
  atMost: 1,
  forMs,
  now: () => Date.parse(clock.now()),
});
