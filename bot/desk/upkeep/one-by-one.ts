/** Takes what upkeep has found one by one, so that one that breaks keeps none of the others waiting. */
import { addMinutes } from '../../domain/calendar.ts';
import type { CaseId, Moment } from '../../domain/names.ts';
import type { Clock, Log } from '../ports.ts';

/**
 * Minutes: at first two seconds, then twice as long each time, for a breakage may be over soon or stand until mended.
 * Never so long that an urgent case's reminder comes too late for it when storage is well again.
 */
const firstWait = 2 / 60;
const longestWait = 4;

type Broken = { readonly tries: number; readonly until: Moment };

/**
 * A part of upkeep: gives what does `deed` to each that `find` finds, `atOnce` at a time, and tells how many were
 * taken. Those that broke lately are passed over. They may stand first in the queue for as long as they are broken, so
 * it asks for so many more. What was set aside is forgotten with the process: the next one tries again.
 */
export function oneByOne<One>(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  part: { readonly name: string; readonly atOnce: number; readonly idOf: (one: One) => CaseId },
) {
  const broken = new Map<CaseId, Broken>();

  async function take(id: CaseId, deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
      broken.delete(id);
    } catch (error) {
      // a boundary, whatever broke: a case is no other case's business, and the queue would stand still for all of them
      log('error', 'upkeep failed', { kind: part.name, caseId: id, error });
      const tries = (broken.get(id)?.tries ?? 0) + 1;
      const wait = Math.min(longestWait, firstWait * 2 ** (tries - 1));
      broken.set(id, { tries, until: addMinutes(clock.now(), wait) });
    }
  }

  return async (
    find: (most: number) => Promise<readonly One[]>,
    deed: (one: One) => Promise<unknown>,
  ): Promise<number> => {
    const found = await find(part.atOnce + broken.size);
    const ids = new Set(found.map(part.idOf));
    // mended by other hands, or not due any more
    for (const id of broken.keys()) if (!ids.has(id)) broken.delete(id);
    const now = clock.now();
    const taken = found.filter((one) => (broken.get(part.idOf(one))?.until ?? now) <= now);
    for (const one of taken) await take(part.idOf(one), () => deed(one));
    return taken.length;
  };
}
