/** An order that looks like chance and is the same again for the same seed. */

/** Numbers from 0 to 1 (mulberry32), begun by a number and a text. */
function chance(seed, text) {
  let state = [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) | 0, seed | 0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in another order; as they are without a seed. */
export function shuffled(things, seed, text = '') {
  if (seed === undefined) return things;
  const next = chance(seed, text);
  return things
    .map((thing) => ({ thing, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}

/** Shuffles what mocha has read of a file: suites among suites and tests among tests, at every level. */
export function shuffleSuite(suite, seed) {
  suite.tests = shuffled(suite.tests, seed, suite.fullTitle());
  suite.suites = shuffled(suite.suites, seed, suite.fullTitle());
  for (const inner of suite.suites) shuffleSuite(inner, seed);
}

/** Leaves the nth test of what mocha has read of a file, counted from 0, and says how many there were. */
export function leaveOnly(suite, nth) {
  let count = 0;
  const walk = (one) => {
    one.tests = one.tests.filter(() => count++ === nth);
    one.suites.forEach(walk);
  };
  walk(suite);
  return count;
}
