import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NotJson, readLocatedJson } from '../../bot/counties/located-json.ts';

describe('JSON that knows its lines', () => {
  it('holds what JSON.parse would read', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, spaces) => {
        const text = JSON.stringify(value, null, spaces);
        assert.deepEqual(readLocatedJson(text).value, JSON.parse(text));
      }),
    ));

  it('refuses every text that breaks off', () =>
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value, null, 1);
        assert.throws(() => readLocatedJson(text.slice(0, cut % text.length)), NotJson);
      }),
    ));

  const text = ['{', '  "a": [', '    1,', '    { "b": 2 }', '  ],', '  "c": 3', '}'].join('\r\n');
  const places: [path: (string | number)[], line: number][] = [
    [[], 1],
    [['a'], 2],
    [['a', 0], 3],
    [['a', 1], 4],
    [['a', 1, 'b'], 4],
    [['c'], 6],
    [['a', 1, 'missing'], 4],
    [['missing', 'deeper'], 1],
  ];
  for (const [path, line] of places) {
    it(`finds ${JSON.stringify(path)} on line ${line}`, () =>
      assert.equal(readLocatedJson(text).lineOf(path), line));
  }

  it('notices a key that stands twice, with the line of the second', () => {
    const { doubled, lineOf } = readLocatedJson('{ "a": 1,\n"b": 2,\n"a": 3 }');
    assert.deepEqual(doubled, [['a']]);
    assert.equal(lineOf(['a']), 3);
  });

  const mistakes: [text: string, line: number, words: string][] = [
    ['', 1, 'expected a value, found the end of the file'],
    ['{\n"a": 1,\n}', 3, 'expected a key, found }'],
    ['{\n"a" 1\n}', 2, 'expected :, found 1'],
    ['{\n"a": 1\n"b": 2 }', 3, 'expected , or }, found "b"'],
    ['[\n1,\n]', 3, 'expected a value, found ]'],
    ['[\n1\n', 2, 'expected , or ], found the end of the file'],
    ['[1]\n[2]', 2, 'there is more after the end'],
    ['{ "a":\n"unclosed }', 2, 'expected a value, found "'],
    ["{ 'a': 1 }", 1, "expected a key, found 'a'"],
    ['[\nTrue]', 2, 'expected a value, found True'],
  ];
  for (const [wrong, line, words] of mistakes) {
    it(`says of ${JSON.stringify(wrong)}: line ${line}, ${words}`, () =>
      assert.throws(() => readLocatedJson(wrong), { line, message: words }));
  }
});
