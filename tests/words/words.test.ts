import assert from 'node:assert/strict';
import { languages } from '../../bot/domain/county.ts';
import { day, moment } from '../../bot/domain/names.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import {
  daysText,
  dayText,
  fullDayText,
  hourText,
  momentText,
  timeText,
  weekdayAndDay,
} from '../../bot/words/when.ts';

/** Words that are rightly the same in Finnish and Swedish. */
const sameInBoth: ReadonlySet<string> = new Set([]);

type Leaf = { readonly path: string; readonly text: string; readonly used: number; readonly takes: number };

const mark = (n: number) => `⟦${n}⟧`;

/** Every text with its path; a text that takes values is given marks, and tells how many of them it uses. */
function leavesOf(node: unknown, path = ''): Leaf[] {
  if (typeof node === 'string') return [{ path, text: node, used: 0, takes: 0 }];
  if (typeof node === 'function') {
    const marks = Array.from({ length: node.length }, (_, n) => mark(n));
    const text = String(node(...marks));
    return [{ path, text, takes: marks.length, used: marks.filter((one) => text.includes(one)).length }];
  }
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no text`);
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key));
}

const fi = leavesOf(textsFor('fi'));
const isCommand = ({ path }: Leaf) => path.startsWith('common.commands.');

describe('what people read', () => {
  for (const language of languages) {
    const leaves = leavesOf(textsFor(language));
    const byPath = new Map(leaves.map((leaf) => [leaf.path, leaf]));

    it(`is all there in ${language}, and nothing else`, () => {
      const paths = (all: readonly Leaf[]) => all.filter((leaf) => !isCommand(leaf)).map(({ path }) => path);
      assert.deepEqual(paths(leaves).toSorted(), paths(fi).toSorted());
    });

    it(`is never empty in ${language}, nor ends in a blank`, () => {
      for (const { path, text } of leaves) {
        assert.notEqual(text.trim(), '', path);
        assert.equal(text, text.trim(), path);
      }
    });

    it(`tells in ${language} every value that Finnish tells`, () => {
      for (const { path, used, takes } of fi.filter((leaf) => leaf.takes > 0)) {
        assert.equal(used, takes, `${path} is given a value it does not tell`);
        assert.equal(byPath.get(path)?.used, used, path);
      }
    });

    it(`names no county in ${language}`, () => {
      for (const { path, text } of leaves)
        assert.doesNotMatch(text, /Pohjois-Savo|Norra Savolax|North Savo|Kymenlaakso|Uusimaa|Nyland/, path);
    });
  }

  it('has no text left in Finnish among the Swedish ones', () => {
    const sv = new Map(leavesOf(textsFor('sv')).map(({ path, text }) => [path, text]));
    const same = fi.filter(
      (leaf) => !isCommand(leaf) && sv.get(leaf.path) === leaf.text && /\p{L}/u.test(withoutMarks(leaf.text)),
    );
    assert.deepEqual(
      same.map(({ path, text }) => `${path}: ${text}`).filter((one) => !sameInBoth.has(one)),
      [],
    );
  });

  it('gives no command two meanings', () => {
    const meanings = new Map<string, string>();
    for (const language of languages) {
      for (const [command, words] of Object.entries(textsFor(language).common.commands)) {
        for (const word of words) {
          assert.equal(word, word.toLowerCase());
          assert.equal(meanings.get(word) ?? command, command, word);
          meanings.set(word, command);
        }
      }
    }
  });
});

const withoutMarks = (text: string) => text.replace(/⟦\d⟧/g, '');

describe('days and times', () => {
  const at = moment('2026-11-23T08:42:00.000Z');
  const summer = moment('2026-07-01T05:05:00.000Z');
  const examples: [what: string, shown: string, expected: string][] = [
    ['a time in Finnish', timeText('fi', at), 'klo 10.42'],
    ['a time in Swedish', timeText('sv', at), 'kl. 10.42'],
    ['a time in English', timeText('en', at), '10:42'],
    ['a time in summer', timeText('fi', summer), 'klo 8.05'],
    ['a day in Finnish', dayText('fi', day('2026-11-27')), '27.11.'],
    ['a day in Swedish', dayText('sv', day('2026-11-27')), '27.11'],
    ['a day in English', dayText('en', day('2026-11-07')), '7 Nov'],
    ['a day with its year in Finnish', fullDayText('fi', day('2026-11-27')), '27.11.2026'],
    ['a day with its year in Swedish', fullDayText('sv', day('2026-11-27')), '27.11.2026'],
    ['a day with its year in English', fullDayText('en', day('2026-11-27')), '27 Nov 2026'],
    ['a stretch of days', daysText('fi', day('2026-12-01'), day('2026-12-14')), '1.12.–14.12.'],
    ['a stretch of one day', daysText('fi', day('2026-12-01'), day('2026-12-01')), '1.12.'],
    ['an opening hour', hourText('fi', '08:00'), '8.00'],
    ['a day with its weekday', weekdayAndDay('sv', day('2026-12-08')), 'tis 8.12'],
    ['a moment of today', momentText('fi', at, moment('2026-11-23T06:00:00.000Z')), 'klo 10.42'],
    [
      'a moment of another day',
      momentText('fi', at, moment('2026-11-24T06:00:00.000Z')),
      'ma 23.11. klo 10.42',
    ],
    ['a moment of another day in English', momentText('en', at, summer), 'Mon 23 Nov, 10:42'],
    [
      'half past midnight, which is still yesterday in UTC',
      momentText('fi', moment('2026-11-23T22:30:00.000Z'), moment('2026-11-24T06:00:00.000Z')),
      'klo 0.30',
    ],
  ];
  for (const [what, shown, expected] of examples) {
    it(`${what} is written ${expected}`, () => assert.equal(shown, expected));
  }
});
