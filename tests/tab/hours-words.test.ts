/** The words of the opening hours in the tab, and times as people type them. */
import assert from 'node:assert/strict';
import { moment } from '../../bot/domain/names.ts';
import { hoursTextsFor } from '../../bot/words/tab/hours-texts.ts';
import { momentWords, timeIn, timeWords } from '../../tab/src/settings/hours/words.ts';

/** Every word with its path; those with a parameter are tried with marks, which they must tell. */
function wordsIn(texts: object, path = ''): [path: string, word: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value !== 'function')
      return typeof value === 'object' ? wordsIn(value, here) : [[here, String(value)]];
    const marks = Array.from({ length: value.length }, (_, n) => `⟦${n}⟧`);
    const word = String(value(...marks));
    for (const mark of marks) assert.ok(word.includes(mark), `${here} does not tell ${mark}`);
    return [[here, word]];
  });
}

describe('the words of the opening hours', () => {
  const finnish = wordsIn(hoursTextsFor('fi'));
  for (const language of ['sv', 'en'] as const)
    it(`are all there in ${language}, translated and none empty`, () => {
      const theirs = new Map(wordsIn(hoursTextsFor(language)));
      assert.deepEqual(
        [...theirs.keys()],
        finnish.map(([path]) => path),
      );
      assert.ok([...theirs.values()].every((word) => word.trim() !== ''));
      assert.deepEqual(
        finnish.filter(([path, word]) => theirs.get(path) === word),
        [],
      );
    });

  const typed: readonly (readonly [typed: string, time: string])[] = [
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['08:30', '08:30'],
    ['830', '08:30'],
    ['1430', '14:30'],
    [' 16 ', '16:00'],
    ['', ''],
    ['kahdeksan', 'kahdeksan'],
    ['8.3', '8.3'],
  ];
  for (const [words, time] of typed)
    it(`take “${words}” for ${time || 'nothing'}`, () => assert.equal(timeIn(words), time));

  it('tell times and moments as people of each language write them', () => {
    assert.deepEqual(
      [timeWords('fi', '08:30'), timeWords('en', '08:30'), timeWords('fi', 'ei')],
      ['8.30', '8:30', 'ei'],
    );
    assert.equal(momentWords('fi', moment('2026-11-23T10:05:00.000Z')), 'ma 23.11.2026 klo 12.05');
  });
});
