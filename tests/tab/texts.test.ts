/** The tab's words: whole in every language. */
import assert from 'node:assert/strict';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';

/** Every word with its path; those with a parameter are tried with a number and a name. */
function wordsIn(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value === 'function') return [1, 2].map((n) => [`${here}(${n})`, String(value(n))]);
    return typeof value === 'object' ? wordsIn(value, here) : [[here, String(value)]];
  });
}

describe('the tab’s words', () => {
  const finnish = wordsIn(tabTextsFor('fi'));

  for (const language of ['sv', 'en'] as const) {
    const theirs = new Map(wordsIn(tabTextsFor(language)));
    it(`are all there in ${language}, none empty`, () => {
      assert.deepEqual(
        [...theirs.keys()],
        finnish.map(([path]) => path),
      );
      assert.ok([...theirs.values()].every((word) => word.trim() !== ''));
    });

    it(`are translated into ${language}`, () => {
      const same = finnish.filter(([path, word]) => theirs.get(path) === word).map(([path]) => path);
      assert.deepEqual(same, []);
    });
  }
});
