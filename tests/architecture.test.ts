/** The walls of the house: what each folder may import, and that the counties stay in their files. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { loadCounty } from '../bot/counties/read-county.ts';
import type { County } from '../bot/domain/county.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);
const config = require('../.dependency-cruiser.cjs') as {
  forbidden: { name: string; from: { path?: string } }[];
};

type Cruised = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

/** The same check as `npm run arrows`, in the house or in a copy of it. */
function cruise(folder: string): Promise<Cruised> {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  // the copy borrows the house's packages by a link
  const how = ['--config', '.dependency-cruiser.cjs', '--preserve-symlinks', '--output-type', 'json'];
  const words = [tool, ...how, 'bot', 'manifest', 'tab', 'tests'];
  return new Promise((resolve, reject) => {
    // it ends with the number of faults, which are in what it says
    execFile(process.execPath, words, { cwd: folder, maxBuffer: 2 ** 26 }, (error, said, complaint) => {
      if (said === '') reject(error ?? new Error(complaint));
      else resolve(JSON.parse(said) as Cruised);
    });
  });
}

const faultsIn = ({ summary }: Cruised) =>
  summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);

const foldersIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

describe('The arrows between the folders', () => {
  it('hold in the whole house, all of it read', async () => {
    const house = await cruise(root);
    assert.deepEqual(faultsIn(house), []);
    const read = house.modules.filter(({ source }) => /^(bot|manifest|tab|tests)\//.test(source));
    assert.ok(read.length > 100, `only ${read.length} modules were read`);
  });

  it('have a line for every folder of bot/ and tab/', () => {
    const lines = config.forbidden.map(({ from }) => from.path);
    const without = [...foldersIn('bot'), ...foldersIn('tab')].filter(
      (folder) => !lines.includes(`^${folder}/`),
    );
    assert.deepEqual(without, []);
  });

  it('have a line for every folder within a room whose folders have lines', () => {
    const lines = config.forbidden.map(({ from }) => from.path);
    const without = ['bot/teams', 'bot/words'].flatMap((room) =>
      foldersIn(room).filter((folder) => !lines.includes(`^${folder}/`)),
    );
    assert.deepEqual(without, []);
  });

  describe('catch what is planted:', () => {
    let copy: string;
    let found: readonly string[];

    // file → what it holds: what the planted ones reach for, all of it allowed
    const innocent: Readonly<Record<string, string>> = {
      'bot/index.ts': "import { a } from './domain/a.ts';\nexport const start = a;",
      'bot/domain/a.ts':
        "import { Temporal } from 'temporal-polyfill';\nexport const a = Temporal;\nexport type A = typeof a;",
      'bot/desk/a.ts': "import type { A } from '../domain/a.ts';\nexport type B = A;",
      'bot/http/a.ts':
        "import { createHash } from 'node:crypto';\nimport { z } from 'zod';\nexport const a = [createHash, z];",
      'bot/store/memory/a.ts': 'export const m = 1;',
      'bot/teams/a.ts': "import type { Activity } from 'botbuilder';\nexport type C = Activity;",
      'bot/words/bot/a.ts': "import type { A } from '../../domain/a.ts';\nexport const words: A[] = [];",
      'bot/teams/inbound/a.ts': "import type { B } from '../../desk/a.ts';\nexport type D = B;",
      'bot/teams/actions/a.ts': "import type { D } from '../inbound/a.ts';\nexport type E = D;",
      'bot/local/a.ts': "import { a } from '../http/a.ts';\nexport const b = a;",
      'manifest/a.ts': "import { a } from '../bot/domain/a.ts';\nexport const m = a;",
      'tab/src/a.ts': "import { a } from '../../bot/domain/a.ts';\nexport const t = a;",
      'tests/a.test.ts': "import { start } from '../bot/domain/a.ts';\nexport const c = start;",
      'tests/b.test.ts': "import { m } from '../bot/store/memory/a.ts';\nexport const d = m;",
    };
    const planted: readonly (readonly [fault: string, file: string, code: string, rule: RegExp])[] = [
      [
        'a package',
        'bot/domain/p1.ts',
        "import { z } from 'zod';\nexport const x = z;",
        /^bot\/domain imports only/,
      ],
      [
        'a core module',
        'bot/domain/p2.ts',
        "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
        /^bot\/domain imports only/,
      ],
      [
        'a core module, in passing',
        'bot/desk/p3.ts',
        "export const x = await import('node:fs');",
        /^bot\/desk imports only/,
      ],
      [
        'a type only',
        'bot/domain/p4.ts',
        "import type { B } from '../desk/a.ts';\nexport type X = B;",
        /^bot\/domain imports only/,
      ],
      [
        'another folder',
        'bot/cards/p5.ts',
        "import { a } from '../http/a.ts';\nexport const x = a;",
        /^bot\/cards imports only/,
      ],
      [
        'the SDK outside its folder',
        'bot/http/p6.ts',
        "import type { Activity } from 'botbuilder';\nexport type X = Activity;",
        /^bot\/http imports only/,
      ],
      [
        'a word, in a rule',
        'bot/domain/p15.ts',
        "import { words } from '../words/bot/a.ts';\nexport const x = words;",
        /^bot\/domain imports only/,
      ],
      [
        'a folder of the same room that stands above it',
        'bot/teams/client/p16.ts',
        "import type { D } from '../inbound/a.ts';\nexport type X = D;",
        /^bot\/teams\/client imports of bot\/teams only itself$/,
      ],
      [
        "the tab's words, in the bot's",
        'bot/words/bot/p17.ts',
        "import { t } from '../tab/p18.ts';\nexport const x = t;",
        /^bot\/words\/bot imports of bot\/words only itself$/,
      ],
      [
        'the server, from the tab',
        'tab/src/p7.ts',
        "import { a } from '../../bot/http/a.ts';\nexport const x = a;",
        /^tab\/src imports only/,
      ],
      [
        'the desk, from the manifest',
        'manifest/p14.ts',
        "import type { B } from '../bot/desk/a.ts';\nexport type X = B;",
        /^manifest imports only/,
      ],
      [
        'the SDK, where the parts are joined',
        'bot/p8.ts',
        "import type { Activity } from 'botbuilder';\nexport type X = Activity;",
        /^bot\/\* imports only/,
      ],
      [
        'the start',
        'bot/p9.ts',
        "import { start } from './index.ts';\nexport const x = start;",
        /^nobody imports the start$/,
      ],
      [
        'a test',
        'bot/p10.ts',
        "import { c } from '../tests/a.test.ts';\nexport const x = c;",
        /^only tests import tests$/,
      ],
      [
        'the stand-in Teams',
        'bot/p11.ts',
        "import { b } from './local/a.ts';\nexport const x = b;",
        /^the stand-in Teams stays out of the product$/,
      ],
      [
        'the tables in memory',
        'bot/store/p15.ts',
        "import { m } from './memory/a.ts';\nexport const x = m;",
        /^only tests and bot\/store\/memory itself import bot\/store\/memory$/,
      ],
      [
        'a circle',
        'bot/http/p12.ts',
        "import { y } from './p13.ts';\nexport const x = () => y;",
        /^no circles$/,
      ],
    ];

    before(async () => {
      copy = mkdtempSync(join(tmpdir(), 'arrows-'));
      const write = (file: string, code: string) => {
        mkdirSync(dirname(join(copy, file)), { recursive: true });
        writeFileSync(join(copy, file), `${code}\n`);
      };
      for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
        cpSync(join(root, file), join(copy, file));
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
      for (const [file, code] of Object.entries(innocent)) write(file, code);
      for (const [, file, code] of planted) write(file, code);
      write('bot/words/tab/p18.ts', 'export const t = 1;');
      // two folders that lean on each other, though no two files do
      write('bot/desk/one/p19.ts', "import type { Z } from '../two/p20.ts';\nexport type Y = Z;");
      write('bot/desk/two/p20.ts', 'export type Z = string;');
      write('bot/desk/two/p21.ts', "import type { W } from '../one/p22.ts';\nexport type V = W;");
      write('bot/desk/one/p22.ts', 'export type W = string;');
      write('bot/http/p13.ts', "import { x } from './p12.ts';\nexport const y = () => x;");
      found = faultsIn(await cruise(copy));
    });
    after(() => rmSync(copy, { recursive: true, force: true }));

    for (const [fault, file, , rule] of planted) {
      it(fault, () => {
        const rules = found
          .filter((line) => line.startsWith(`${file} →`))
          .map((line) => line.split(': ').at(-1) ?? '');
        assert.ok(
          rules.some((name) => rule.test(name)),
          `${file}: ${rules.join(' · ') || 'nothing was found'}`,
        );
      });
    }

    it('two folders that lean on each other, though no two files do', () => {
      assert.ok(
        found.some((line) => /^bot\/desk\/one → bot\/desk\/two: no circles between folders$/.test(line)),
        found.filter((line) => line.includes('desk')).join('\n'),
      );
    });

    it('and nothing that is allowed', () => {
      const files = Object.keys(innocent);
      assert.deepEqual(
        found.filter((line) => files.some((file) => line.startsWith(`${file} →`))),
        [],
      );
    });
  });
});

// what a county calls its own and yet is an ordinary word of the language, or says nothing of where
const ordinary = new Set(['äldre', 'koko hyvinvointialue', 'hela välfärdsområdet', 'the whole county']);

// where a name may stand in code, and why
const mayStand: Readonly<Record<string, RegExp>> = {
  // which file `npm start` opens when none is given
  'bot/local/start/start.ts': /^pohjois-savo$/i,
  // nouns of the Finnish language that towns are called by: a fact of the language, whichever the county
  'bot/domain/places/ordinary-words.ts': /^(varkaus|kotka|hanko|karjaa)$/i,
};

function namesOf({ id, name, regions, routing }: County): readonly string[] {
  const places = routing.by === 'place' ? routing.places : [];
  const unsettled = routing.by === 'place' ? routing.unsettled : [];
  const situations = routing.by === 'situation' ? routing.situations : [];
  return [
    ...[id, ...Object.values(name)],
    ...regions.flatMap((region) => [region.id, ...Object.values(region.name)]),
    ...places.flatMap((place) => [
      place.id,
      place.genitive,
      place.municipality.name,
      ...Object.values(place.name),
      ...place.aliases,
    ]),
    ...unsettled.flatMap((one) => [one.name, one.genitive]),
    ...situations.map((one) => one.id),
  ];
}

/** The lines of code without their comments, which may give examples. */
const codeOf = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line) => (/^\s*(\/?\*|\/\/)/.test(line) ? '' : line.replace(/\s\/\/ .*$/, '')));

const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file));

describe('The county', () => {
  it('is named in its file only, not in code', async () => {
    const files = readdirSync(join(root, 'bot/counties')).filter((file) => file.endsWith('.json'));
    const counties = await Promise.all(files.map((file) => loadCounty(join(root, 'bot/counties', file))));
    const names = counties.flatMap(namesOf).filter((name) => !ordinary.has(name.toLowerCase()));
    assert.ok(
      files.length >= 3 && names.length > 100,
      `only ${names.length} names of ${files.length} counties`,
    );
    const word = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(word).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    const standing = [...sources('bot'), ...sources('tab')].flatMap((file) =>
      codeOf(file).flatMap((line, at) =>
        [...line.matchAll(named)]
          .filter(([name]) => !mayStand[file]?.test(name))
          .map(([name]) => `${file}:${at + 1} ${name}`),
      ),
    );
    assert.deepEqual(standing, []);
  });
});
