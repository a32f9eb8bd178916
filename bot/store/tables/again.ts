/** Tries a write again when somebody else was faster, or when its answer was lost on the way. */
import { setTimeout as wait } from 'node:timers/promises';
import { BusyError, isInDoubt, wasOvertaken } from './failures.ts';

const mostTries = 16;
// a line that stays dead is the caller's to hear of: the SDK has tried each of these several times already
const mostDoubts = 3;

/**
 * Runs `attempt` until it gives a value. It must read again each time and know its own write when it meets it.
 * @throws BusyError when others are faster every time; what `attempt` throws otherwise.
 */
export async function untilKept<Value>(
  what: string,
  attempt: (tried: number) => Promise<Value>,
): Promise<Value> {
  let doubts = 0;
  for (let tried = 0; ; tried += 1) {
    try {
      return await attempt(tried);
    } catch (error) {
      if (isInDoubt(error)) doubts += 1;
      else if (!wasOvertaken(error)) throw error;
      if (doubts > mostDoubts) throw error;
      if (tried + 1 >= mostTries) throw new BusyError(what, mostTries, error);
    }
    // jittered, so that those who met once do not meet again
    await wait(Math.random() * 10 * Math.min(tried + 1, 8));
  }
}
