/** A deed that need not be done each time somebody asks. */
import type { Clock } from './ports.ts';

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
