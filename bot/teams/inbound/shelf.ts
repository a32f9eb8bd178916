/** Remembers a bounded number of things for a bounded time. */
export type Shelf<Value> = {
  get(key: string): Value | undefined;
  put(key: string, value: Value): void;
  drop(key: string): void;
};

/** `atMost` things, the oldest leave first; each for `forMs`. */
export function createShelf<Value>(options: {
  readonly atMost: number;
  readonly forMs: number;
  readonly now?: () => number;
}): Shelf<Value> {
  const { atMost, forMs, now = Date.now } = options;
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      if (!found || found.until > now()) return found?.value;
      kept.delete(key);
      return undefined;
    },
    put(key, value) {
      kept.delete(key); // a Map remembers the order of first insertion
      kept.set(key, { value, until: now() + forMs });
      const [oldest] = kept.keys();
      if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
    },
    drop: (key) => {
      kept.delete(key);
    },
  };
}
