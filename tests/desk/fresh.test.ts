/** What need not be read or done each time. */
import assert from 'node:assert/strict';
import { atMostEvery, freshFor } from '../../bot/desk/fresh.ts';
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

describe('what is read fresh for a minute', () => {
  it('is read once for the same key, and again for another or when it is old', async () => {
    const { clock, later, deed } = counting();
    const read = freshFor(60_000, clock, (_key: string) => deed());
    assert.deepEqual([await read('a'), await read('a'), await read('b')], [1, 1, 2]);
    later(1);
    assert.equal(await read('b'), 3);
  });
});
