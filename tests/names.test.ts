/** One idea, one name: no two types are called alike, and words that the field has plainer ones for stay out. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Files of a folder, or the file itself, by their path from the root. */
const filesOf = (place: string, ending: RegExp): readonly string[] =>
  (/\.\w+$/.test(place)
    ? [place]
    : readdirSync(join(root, place), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => ending.test(file) && !/node_modules|\/build\/|\/golden\//.test(file));

type Named = { readonly name: string; readonly file: string };

const declaration =
  /^\s*(?:export )?(?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)(?=[\s<{=])/gm;

const typesIn = (file: string, code: string): readonly Named[] =>
  [...code.matchAll(declaration)].map(([, name = '']) => ({ name, file }));

/** Names that several files give a type, and why they may. */
const mayRepeat: Readonly<Record<string, RegExp>> = {
  // what a component of React is given, where nobody but its own file sees it
  Props: /^tab\/src\/.+\.tsx$/,
};

function doubled(types: readonly Named[]): readonly string[] {
  const byName = new Map<string, string[]>();
  for (const { name, file } of types) {
    if (!mayRepeat[name]?.test(file)) byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return [...byName].flatMap(([name, files]) => (files.length > 1 ? [`${name}: ${files.join(', ')}`] : []));
}

describe('A type', () => {
  const files = ['bot', 'tab/src', 'manifest'].flatMap((folder) => filesOf(folder, /\.tsx?$/));
  const types = files.flatMap((file) => typesIn(file, readFileSync(join(root, file), 'utf8')));

  it('has a name of its own', () => {
    assert.ok(types.length > 800, `only ${types.length} types were found`);
    assert.deepEqual(doubled(types), []);
  });

  it('of the same name in another file is found, exported or not', () => {
    const planted = [
      ...typesIn('bot/a.ts', 'export type Wish = string;'),
      ...typesIn('bot/b.ts', 'interface Wish {\n  a: 1;\n}'),
      ...typesIn('tab/src/c.tsx', 'type Props<Value> = Value;\nexport class Seal {}'),
      ...typesIn('tab/src/d.tsx', 'type Props = string;'),
    ];
    assert.deepEqual(doubled(planted), ['Wish: bot/a.ts, bot/b.ts']);
  });
});

// what we do not say → what we say
const plainer: Readonly<Record<string, string>> = {
  anew: 'again',
  afresh: 'again',
  nought: 'zero',
  noughts: 'zeros',
  noes: 'refusals',
  whoever: 'anyone who, the person who, no matter who',
  lest: 'so that … not',
  hence: 'so, therefore',
  thence: 'from there',
};

/** Words as they stand and words within a name: `drawAnew` holds two. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

const oddIn = (file: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, at) =>
    wordsOf(line)
      .filter((word) => Object.hasOwn(plainer, word))
      .map((word) => `${file}:${at + 1} ${word}: say ${plainer[word]}`),
  );

describe('Code and documents', () => {
  it('say in plain words what has a plain word', () => {
    const places = ['bot', 'tab/src', 'manifest', 'tests', 'infra', 'README.md', 'CONTRIBUTING.md'];
    const files = places
      .flatMap((place) => filesOf(place, /\.(tsx?|mjs|md|bicep|bicepparam)$/))
      // this file names them
      .filter((file) => file !== 'tests/names.test.ts');
    assert.ok(files.length > 600, `only ${files.length} files were read`);
    assert.deepEqual(
      files.flatMap((file) => oddIn(file, readFileSync(join(root, file), 'utf8'))),
      [],
    );
  });

  it('are caught at an odd word, within a name too', () => {
    assert.deepEqual(oddIn('a.ts', 'const a = 1;\nfunction drawAnew() {}'), ['a.ts:2 anew: say again']);
  });
});
