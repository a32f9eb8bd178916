/** A deed that need not be done each time. */
import assert from 'node:assert/strict';
import { atMostEvery } from '../../bot/desk/at-most-every.ts';
import { addMinutes } from '../../bot/domain/calendar.ts';
import { noon } from '../support/cases.ts';

/** A clock, and a deed that counts itself and breaks when told to. */
function counting() {
  let now = noon;
  let done = 0;
  let breaks = false;
  return {
    clock: { now: () => now },
    later: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    breaking: (is: boolean) => {
      breaks = is;
    },
    done: () => done,
    deed: async () => {
      if (breaks) throw new Error('out');
      done += 1;
      return done;
    },
  };
}

describe('a deed that is done at most every ten minutes', () => {
  it('is done at once, then not before they are over', async () => {
    const { clock, later, deed, done } = counting();
    const now = atMostEvery(10 * 60_000, clock, deed);
    await now();
    await now();
    later(9);
    await now();
    assert.equal(done(), 1);
    later(1);
    await now();
    assert.equal(done(), 2);
  });

  it('that broke is done again at the next call', async () => {
    const { clock, breaking, deed, done } = counting();
    const now = atMostEvery(10 * 60_000, clock, deed);
    breaking(true);
    await assert.rejects(now(), /out/);
    breaking(false);
    await now();
    assert.equal(done(), 1);
  });
});
