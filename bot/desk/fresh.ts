/** Reads and deeds that need not be done each time somebody asks. */
import type { Clock } from './ports.ts';

/** Reads again only when what was read is older than `ms`, or is of another key. A failed reading is not kept. */
export function freshFor<Key, Value>(ms: number, clock: Clock, read: (key: Key) => Promise<Value>) {
  let kept: { readonly key: Key; readonly until: number; readonly value: Promise<Value> } | undefined;
  return (key: Key): Promise<Value> => {
    const now = Date.parse(clock.now());
    if (kept && kept.key === key && now < kept.until) return kept.value;
    const fresh = { key, until: now + ms, value: read(key) };
    kept = fresh;
    fresh.value.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.value;
  };
}

/** Does it at most once in so many milliseconds; what broke is tried again at the next call. */
export function atMostEvery(ms: number, clock: Clock, deed: () => Promise<unknown>): () => Promise<void> {
  let notBefore = 0;
  return async () => {
    const now = Date.parse(clock.now());
    if (now < notBefore) return;
    await deed();
    notBefore = now + ms;
  };
}
