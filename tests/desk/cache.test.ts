/** What is remembered: so many things, for so long, and which of them leave first. */
import assert from 'node:assert/strict';
import { createCache, newest, readThrough } from '../../bot/desk/cache.ts';
import { addMinutes } from '../../bot/domain/calendar.ts';
import { noon } from '../support/cases.ts';

/** A cache on a clock that stands until it is moved. */
function opened(atMost: number) {
  let ms = 0;
  const cache = createCache<string>({ atMost, forMs: 1000, now: () => ms });
  return {
    ...cache,
    at: (moment: number) => {
      ms = moment;
    },
    /** Which of these it knows, without asking in an order of its own. */
    known: (...keys: readonly string[]) => keys.filter((key) => cache.get(key) !== undefined),
  };
}

describe('a cache', () => {
  it('gives what was put there, the latest of a key, and nothing of another', () => {
    const { get, put } = opened(2);
    put('a', 'one');
    put('a', 'two');
    assert.deepEqual([get('a'), get('b')], ['two', undefined]);
  });

  it('forgets what was put there longest ago when it is full', () => {
    const { put, known } = opened(2);
    for (const key of ['a', 'b', 'c']) put(key, key);
    assert.deepEqual(known('a', 'b', 'c'), ['b', 'c']);
    put('d', 'd');
    assert.deepEqual(known('b', 'c', 'd'), ['c', 'd']);
  });

  it('takes what is put there again for the newest', () => {
    const { put, known } = opened(2);
    for (const key of ['a', 'b', 'a', 'c']) put(key, key);
    assert.deepEqual(known('a', 'b', 'c'), ['a', 'c']);
  });

  it('takes what is only looked at for no newer than it was', () => {
    const { get, put, known } = opened(2);
    for (const key of ['a', 'b']) put(key, key);
    get('a');
    put('c', 'c');
    assert.deepEqual(known('a', 'b', 'c'), ['b', 'c']);
  });

  it('forgets when its time is over, not before, and counts from the last putting', () => {
    const { put, at, get } = opened(2);
    put('a', 'one');
    at(500);
    put('a', 'two');
    at(1499);
    assert.equal(get('a'), 'two');
    at(1500);
    assert.equal(get('a'), undefined);
  });

  it('forgets a thing after a time of its own', () => {
    const { put, at, known } = opened(2);
    put('brief', 'x', 10);
    put('usual', 'x');
    at(10);
    assert.deepEqual(known('brief', 'usual'), ['usual']);
  });

  it('forgets what is dropped, and nothing else', () => {
    const { put, drop, known } = opened(2);
    for (const key of ['a', 'b']) put(key, key);
    drop('a');
    assert.deepEqual(known('a', 'b'), ['b']);
  });
});

/** Readings that count themselves, each answered when the test says so. */
function counting() {
  const waiting: { readonly done: (n: number) => void; readonly broke: (why: Error) => void }[] = [];
  const read = () =>
    new Promise<number>((done, broke) => {
      waiting.push({ done, broke });
    });
  const answer = (nth: number, n = nth) => waiting[nth - 1]?.done(n);
  const fail = (nth: number) => waiting[nth - 1]?.broke(new Error('out'));
  return { read, answer, fail, begun: () => waiting.length };
}

describe('what is read through a cache', () => {
  const bounds = { atMost: 2, forMs: 1000, now: () => 0 };

  it('is read once for all who ask meanwhile', async () => {
    const { read, answer, begun } = counting();
    const ask = readThrough<number>(bounds);
    const both = [ask('a', read), ask('a', read)];
    answer(1);
    assert.deepEqual(await Promise.all(both), [1, 1]);
    assert.deepEqual([await ask('a', read), begun()], [1, 1]);
  });

  it('is read again once a reading failed, and each who waited is told', async () => {
    const { read, answer, fail } = counting();
    const ask = readThrough<number>(bounds);
    const both = [ask('a', read), ask('a', read)];
    fail(1);
    for (const one of both) await assert.rejects(one, /out/);
    const again = ask('a', read);
    answer(2);
    assert.equal(await again, 2);
  });

  it('is read again when it was not worth keeping', async () => {
    const { read, answer, begun } = counting();
    const ask = readThrough<number>({ ...bounds, keeps: (n) => n > 0 });
    const doubtful = ask('a', read);
    answer(1, 0);
    await doubtful;
    const sure = ask('a', read);
    answer(2);
    await sure;
    assert.deepEqual([await ask('a', read), begun()], [2, 2]);
  });

  it('is not forgotten for an earlier reading that fails late', async () => {
    const { read, answer, fail, begun } = counting();
    const ask = readThrough<number>({ ...bounds, atMost: 1 });
    const early = ask('a', read);
    ask('b', read).catch(() => undefined);
    const late = ask('a', read);
    answer(3);
    await late;
    fail(1);
    await assert.rejects(early, /out/);
    assert.deepEqual([await ask('a', read), begun()], [3, 3]);
  });

  it('newest is read once for the same key, and again for another or when it is old', async () => {
    let now = noon;
    let n = 0;
    const read = async () => {
      n += 1;
      return n;
    };
    const ask = readThrough<number>(newest(60_000, { now: () => now }));
    assert.deepEqual([await ask('a', read), await ask('a', read), await ask('b', read)], [1, 1, 2]);
    assert.deepEqual([await ask('a', read), await ask('b', read)], [3, 4]);
    now = addMinutes(now, 1);
    assert.equal(await ask('b', read), 5);
  });
});
