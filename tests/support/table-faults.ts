/** Faults between the store and its tables, request by request: a process that dies, an answer that gets lost. */
import { RestError } from '@azure/data-tables';
import type { MemoryStep } from '../../bot/store/memory/memory-table.ts';
import type { Policies } from '../../bot/store/tables/tables.ts';

/** What a test sees when its process "died": nothing in the store may catch it. */
export class Killed extends Error {
  constructor() {
    super('The process was killed');
    this.name = 'Killed';
  }
}

/**
 * `kill`: the process dies before that write. `killAfter`: right after it.
 * `lose`: the write is made, its answer is lost, and the SDK gives up. `resend`: the SDK sends it again itself.
 * `drop`: it never arrives, and the SDK gives up.
 */
export type Fault = 'kill' | 'killAfter' | 'lose' | 'resend' | 'drop';

const lostAnswer = () => new RestError('socket hang up', { code: 'ECONNRESET' });

/** Counts writes from the moment of `strike`: the fault meets the one with that number, the first being 1. */
export function createTableFaults() {
  let dead = false;
  let written = 0;
  let requests = 0;
  let planned: { readonly fault: Fault; readonly nth: number } | undefined;
  let rush: (() => Promise<void>) | undefined;
  let meanwhile: (() => Promise<void>) | undefined;

  async function pass<Answer>(writes: boolean, next: () => Promise<Answer>): Promise<Answer> {
    if (dead) throw new Killed();
    requests += 1;
    if (!writes) return next();
    written += 1;
    const between = rush;
    rush = undefined;
    if (between) await between();
    const fault = planned?.nth === written ? planned.fault : undefined;
    if (fault === 'kill') dead = true;
    if (dead) throw new Killed();
    if (fault === 'drop') throw lostAnswer();
    const answer = await next();
    if (fault === 'killAfter') {
      dead = true;
      throw new Killed();
    }
    if (fault === 'lose') {
      await meanwhile?.();
      throw lostAnswer();
    }
    return fault === 'resend' ? next() : answer;
  }
  const policy: Policies[number]['policy'] = {
    name: 'tableFaults',
    sendRequest: (request, next) => pass(request.method !== 'GET', () => next(request)),
  };
  const step: MemoryStep = ({ writes }, next) => pass(writes, next);

  return {
    // outside the SDK's own retries
    policies: [{ policy, position: 'perCall' }] satisfies Policies,
    step,
    strike(fault: Fault, nth = 1) {
      written = 0;
      planned = { fault, nth };
    },
    /** Loses the next write's answer, and lets others act before that is noticed. */
    loseWhile(act: () => Promise<void>) {
      written = 0;
      planned = { fault: 'lose', nth: 1 };
      meanwhile = act;
    },
    /** Lets somebody else act once, between the next reading and its write. */
    beforeNextWrite(act: () => Promise<void>) {
      rush = act;
    },
    get isDead() {
      return dead;
    },
    /** Requests sent so far. */
    get requests() {
      return requests;
    },
  };
}
