/** Each card looks as it was accepted, and its golden holds all of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { languages } from '../../bot/domain/county.ts';
import { accept, acceptedIn, fileOf, goldenCards } from '../support/golden/folder.ts';
import { inEach, isList, isTree, type Merged, merged, Words } from '../support/golden/in-each.ts';
import { cardsIn } from '../support/golden/read.ts';
import { goldenOf } from '../support/golden/write.ts';
import { allExamples } from './all-examples.ts';

const states = allExamples();

describe('the cards', () => {
  const golden = acceptedIn(goldenCards);

  for (const [state, cards] of states) {
    it(`${state} looks as it was accepted, in every language`, () => {
      const now = goldenOf(cards);
      const then = golden.get(fileOf(state));
      assert.ok(then !== undefined, `No golden ${state}: look at the card, then run npm run test:accept`);
      assert.equal(now, then);
      assert.deepEqual(
        cardsIn(now),
        JSON.parse(JSON.stringify(cards)),
        'the golden does not hold the whole card',
      );
    });
  }

  it('have no golden left over that no card is held against', () => {
    const known = new Set([...states.keys()].map(fileOf));
    assert.deepEqual(
      [...golden.keys()].filter((file) => !known.has(file)),
      [],
    );
  });

  for (const language of languages.filter((one) => one !== 'fi')) {
    it(`leave no words in Finnish in ${language} that another place has in ${language}`, () => {
      const all = [...states.values()].flatMap((cards) => wordsOf(merged(cards)));
      const isLeft = (words: Words) => words.in[language] === words.in.fi;
      const translated = new Set(all.filter((words) => !isLeft(words)).map((words) => words.in.fi));
      const left = all.filter(isLeft).map((words) => words.in.fi);
      assert.ok(translated.size > 0 && left.length > 0);
      assert.deepEqual(
        left.filter((text) => translated.has(text)),
        [],
      );
    });
  }
});

function wordsOf(value: Merged): Words[] {
  if (value instanceof Words) return [value];
  if (isList(value)) return value.flatMap((one) => wordsOf(one as Merged));
  return isTree(value) ? Object.values(value).flatMap(wordsOf) : [];
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...' |"{}[]=:.-\n\r\u2028\\', 'fi', 'sv', 'all', '1', 'true') }),
);
const numbers = fc.oneof(fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true }));
const keys = fc
  .stringMatching(/^[a-z][\w-]{0,5}$/)
  .filter((key) => !['type', 'all', ...languages].includes(key));
/** Anything that a list of a card could hold. */
const { node: anyNode } = fc.letrec<{ node: object; inside: object; value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(texts, texts, numbers, fc.boolean(), fc.constant(null)),
    tie('inside'),
    fc.array(tie('node'), { maxLength: 3 }),
  ),
  inside: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  node: fc
    .tuple(fc.constantFrom({}, { type: 'TextBlock' }, { type: 'Action.Submit' }), tie('inside'))
    .map(([type, inside]) => ({ ...type, ...inside })),
}));

/** Every second text is another in each language. */
function translated(value: unknown, language: string): unknown {
  if (typeof value === 'string') return value.length % 2 === 0 ? `${language}${value}` : value;
  if (isList(value)) return value.map((one) => translated(one, language));
  if (!isTree(value)) return value;
  const inside = Object.entries(value).map(([key, one]) => [
    key,
    key === 'type' ? one : translated(one, language),
  ]);
  return Object.fromEntries(inside);
}

describe('a golden', () => {
  const block = (text: string, more = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });
  const cards = (of: (language: string) => object) =>
    inEach((language) => ({ type: 'AdaptiveCard', ...of(language) }));

  it('gives back the very cards it was made of, whatever is in them', () => {
    fc.assert(
      fc.property(anyNode, (node) => {
        const each = inEach((language) => JSON.parse(JSON.stringify(translated(node, language))));
        assert.deepEqual(cardsIn(goldenOf(each)), each);
      }),
    );
  });

  it('cannot be made where a language misses an element, or has other data', () => {
    const missing = (language: string) => ({ body: language === 'sv' ? [] : [block('Hei')] });
    assert.throws(() => goldenOf(cards(missing)), /built differently at card\.body/);
    const other = (language: string) => ({
      body: [block('Hei', language === 'en' ? { size: 'small' } : {})],
    });
    assert.throws(() => goldenOf(cards(other)), /built differently at card\.body\.0/);
    const version = (language: string) => ({ data: { version: language === 'fi' ? 1 : 2 } });
    assert.throws(() => goldenOf(cards(version)), /built differently at card\.data\.version/);
  });

  it('differs in one line where one word differs, and in its own lines alone where an element moves', () => {
    const golden = (swedish: string, [one, two] = ['Yksi', 'Kaksi']) =>
      goldenOf(
        cards((language) => ({
          body: [one, two, language === 'sv' ? swedish : 'Kolme'].map((text) => block(text ?? '')),
        })),
      );
    const lines = (text: string) => text.split('\n');
    const before = lines(golden('Tre'));
    const differing = lines(golden('Fyra')).filter((line, n) => line !== before[n]);
    assert.deepEqual(
      differing.map((line) => line.trim()),
      ['text sv Fyra'],
    );
    assert.deepEqual(lines(golden('Tre', ['Kaksi', 'Yksi'])).toSorted(), before.toSorted());
  });
});

describe('accepting', () => {
  it('rewrites what changed, leaves the rest untouched and removes what is left over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'goldens-'));
    try {
      const long = new Date(0);
      const isUntouched = (file: string) => statSync(join(folder, file)).mtimeMs === 0;
      for (const file of ['same.txt', 'changed.txt', 'left-over.txt', 'left-over.fi.json']) {
        writeFileSync(join(folder, file), 'before');
        utimesSync(join(folder, file), long, long);
      }
      const goldens = new Map([
        ['same', 'before'],
        ['changed', 'after'],
        ['new', 'first'],
      ]);
      assert.deepEqual(accept(goldens, folder), {
        written: ['changed.txt', 'new.txt'],
        removed: ['left-over.fi.json', 'left-over.txt'],
      });
      assert.deepEqual(Object.fromEntries(acceptedIn(folder)), {
        'changed.txt': 'after',
        'new.txt': 'first',
        'same.txt': 'before',
      });
      assert.deepEqual(['same.txt', 'changed.txt'].map(isUntouched), [true, false]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
