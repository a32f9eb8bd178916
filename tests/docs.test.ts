/** The documents stay true: what they link to, name, quote and picture is there, and nothing an outsider needs is left out. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { readSettings, SettingsError } from '../bot/settings.ts';
import { textsFor } from '../bot/words/bot/texts.ts';
import { appSettings } from '../manifest/settings.ts';
import { openBrowser } from './support/browser.ts';
import {
  type GuideLanguage,
  guideFolder,
  guideLanguages,
  guidePictures,
  guideRoles,
} from './support/guide-pictures.ts';
import { printGuide } from './support/guide-print.tsx';
import { readmePictures } from './support/readme-pictures.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }).scripts;

/** Of the repository itself, not of what is installed or made. */
const documents = ['.', 'bot', 'infra', 'manifest', 'tab', 'tests']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.' }).map((name) => join(folder, String(name))),
  )
  .filter((path) => path.endsWith('.md') && !path.includes('node_modules'));

/** What is written between fences is no prose: no link stands there. */
const prose = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]*`/g, '');
const linksIn = (text: string) => [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
const isElsewhere = (link: string) => /^[a-z]+:/i.test(link);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** As GitHub makes them of headings. */
const anchorsIn = (text: string) =>
  all(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The starter pages of a county's instructions link within the tab, whose own tests follow them. */
const isForPeopleHere = (path: string) => !path.startsWith('bot/counties/');

describe('The documents', () => {
  it('link only to files and headings that are there', () => {
    const lost = documents.filter(isForPeopleHere).flatMap((path) =>
      linksIn(read(path)).flatMap((link) => {
        if (isElsewhere(link)) return [];
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? join(root, path) : join(root, dirname(path), decodeURI(file));
        if (!existsSync(target)) return [`${path}: ${link}`];
        const isThere = !anchor || anchorsIn(readFileSync(target, 'utf8')).includes(anchor);
        return isThere ? [] : [`${path}: ${link}`];
      }),
    );
    assert.deepEqual(lost, []);
  });

  it('name only files that are there', () => {
    const files = ['bot', 'infra', 'manifest', 'tab', 'tests'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => `/${folder}/${String(name)}`),
    );
    const lost = documents.filter(isForPeopleHere).flatMap((path) =>
      all(read(path), /`([\w./-]+\.(?:tsx?|mjs|json|svg|bicep|ndjson))`/g)
        .filter(
          (named) => !existsSync(join(root, named)) && !files.some((file) => file.endsWith(`/${named}`)),
        )
        .map((named) => `${path}: ${named}`),
    );
    assert.deepEqual(lost, []);
  });

  it('name only commands that package.json has', () => {
    const named = documents.flatMap((path) => all(read(path), /\bnpm run ([a-z][a-z:-]*)/g));
    assert.ok(named.length > 20, 'the documents name commands');
    assert.deepEqual(
      [...new Set(named)].filter((name) => !scripts[name]),
      [],
    );
  });

  it('tell of every command: in the README what those who run the line need, the rest at least to makers', () => {
    const isNamedIn = (text: string, name: string) => new RegExp(`npm (run )?${name}(?![a-z:-])`).test(text);
    const forRunning = /^(node dist|tsx (bot|manifest)\/)/;
    const silent = Object.entries(scripts).flatMap(([name, does]) => {
      const where = forRunning.test(does) ? readme : readme + read('CONTRIBUTING.md');
      return isNamedIn(where, name) ? [] : [name];
    });
    assert.deepEqual(silent, []);
  });

  it('show the two commands to try it before the first picture, on the first screen', () => {
    const first = readme.slice(0, readme.indexOf('!['));
    assert.match(first, /npm ci && npm start/);
    assert.match(first, /npm ci && npm test/);
    const lines = first.split('\n').reduce((sum, line) => sum + Math.ceil(Math.max(line.length, 1) / 110), 0);
    assert.ok(lines <= 36, `the words before the first picture take ${lines} lines of a screen`);
  });
});

describe('The README’s table of settings', () => {
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+/.test(line));
  const told = new Set(rows.flatMap((row) => all(row, /`([A-Z][A-Z_]+)(?:=[^`]*)?`/g)));

  it('has every setting that the server reads, and every one of the app’s package', () => {
    assert.deepEqual(
      [...settingsRead(), ...appSettings].filter((name) => !told.has(name)),
      [],
    );
  });

  it('has none that nothing reads', () => {
    const known = new Set<string>([...settingsRead(), ...appSettings]);
    const named = rows.flatMap((row) => all(row.split('|')[1] ?? '', /`([A-Z][A-Z_]+)(?:=[^`]*)?`/g));
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });

  /** The names that are looked up while all of them are missing, and while a bot with a password is wished for. */
  function settingsRead(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const given of [{}, { BOT_TYPE: 'SingleTenant' }]) {
      const env = new Proxy<Record<string, string>>(given, {
        get(held, name) {
          names.add(String(name));
          return held[String(name)];
        },
      });
      assert.throws(() => readSettings(env), SettingsError);
    }
    return names;
  }
});

describe('The pictures', () => {
  it('of the README are those that its command draws', () => {
    const shown = linksIn(readme).filter((link) => link.endsWith('.png'));
    const drawn = readmePictures.map((name) => `infra/pictures/${name}.png`);
    assert.deepEqual(shown.toSorted(), drawn.toSorted());
    assert.deepEqual(readdirSync(join(root, 'infra/pictures')).toSorted(), drawn.map(lastPart).toSorted());
  });

  it('of the guides are those that their command draws, each shown in a guide of its own language', () => {
    for (const language of guideLanguages) {
      const shown = guideRoles.flatMap((role) => linksIn(guide(role, language)));
      const drawn = guidePictures.map((name) => `pictures/${name}.${language}.png`);
      assert.deepEqual(shown.toSorted(), drawn.toSorted());
    }
    const kept = readdirSync(`${guideFolder}pictures`);
    const drawn = guidePictures.flatMap((name) =>
      guideLanguages.map((language) => `${name}.${language}.png`),
    );
    assert.deepEqual(kept.toSorted(), drawn.toSorted());
  });

  it('are each small enough to be sent', () => {
    const folders = [join(root, 'infra/pictures'), `${guideFolder}pictures`];
    const heavy = folders.flatMap((folder) =>
      readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 150_000),
    );
    assert.deepEqual(heavy, []);
  });
});

describe('The guides', () => {
  for (const role of guideRoles) {
    it(`tell the ${role} the same in every language`, () => {
      const [first = '', ...others] = guideLanguages.map((language) => shapeOf(guide(role, language)));
      assert.match(first, /# .*## .*1 .*picture/s);
      for (const other of others) assert.equal(other, first);
    });

    for (const language of guideLanguages) {
      it(`quote to the ${role} only words that the product shows (${language})`, async () => {
        const shown = await wordsShown(language);
        const quoted = all(guide(role, language), /\*\*([^*]+)\*\*/g);
        assert.ok(quoted.length > 5, 'a guide quotes buttons');
        assert.deepEqual(
          quoted.filter((words) => !shown.has(words)),
          [],
        );
      });

      it(`have the ${role} type only words that the bot knows (${language})`, () => {
        const { common, talk } = textsFor(language);
        const known = new Set([...Object.values(common.commands).flat(), ...talk.handlersCommand]);
        const typed = all(guide(role, language), /`([^`]+)`/g);
        assert.ok(typed.length > 0, 'a guide names commands');
        assert.deepEqual(
          typed.filter((words) => !known.has(words)),
          [],
        );
      });
    }
  }

  it('each fit on one page of paper', async () => {
    const browser = await openBrowser();
    try {
      for (const role of guideRoles)
        for (const language of guideLanguages) {
          const { pages } = await printGuide(browser, role, language);
          assert.equal(pages, 1, `${role}.${language}`);
        }
    } finally {
      await browser.close();
    }
  });
});

describe('The templates', () => {
  const placeholders = (text: string) => new Set(all(text, /\{\{([A-Z_]+)\}\}/g));

  for (const name of ['accessibility-statement', 'privacy-notice'])
    it(`of the ${name} say that they are templates, and ask for the same in both languages`, () => {
      const [fi, sv] = (['fi', 'sv'] as const).map((language) =>
        read(`infra/templates/${name}.${language}.md`),
      );
      assert.ok(fi && sv);
      assert.match(fi.split('\n')[0] ?? '', /malli/);
      assert.match(sv.split('\n')[0] ?? '', /mall/);
      assert.ok(placeholders(fi).size > 5, 'a template asks for what only the county knows');
      assert.deepEqual([...placeholders(sv)].toSorted(), [...placeholders(fi)].toSorted());
      assert.deepEqual(shapeOf(sv), shapeOf(fi));
    });
});

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const guide = (role: string, language: GuideLanguage) => read(`infra/guides/${role}.${language}.md`);

/** A text's headings, points and pictures, one sign each: what two languages must share. */
const shapeOf = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => [
      ...all(line, /^(#+) /g).map((marks) => `${marks} `),
      ...all(line, /^ *(-|\d)\.? /g).map((mark) => `${mark} `),
      ...all(line, /\/([a-z-]+)\.(?:fi|sv)\.png/g).map((name) => `picture ${name} `),
    ])
    .join('\n');

/** Every word or sentence that the product shows in that language: cards, dialogs, the tab, what Teams says of the app. */
async function wordsShown(language: GuideLanguage): Promise<ReadonlySet<string>> {
  const files = ['bot', 'tab'].flatMap((part) => {
    const folder = join(root, 'bot/words', part, language);
    return readdirSync(folder).map((name) => join(folder, name));
  });
  const paths = [...files, join(root, `manifest/texts-${language}.ts`)];
  const found = new Set<string>();
  for (const path of paths) collect(await import(pathToFileURL(path).href), found);
  return found;
}

function collect(texts: unknown, into: Set<string>): void {
  if (typeof texts === 'string') into.add(texts);
  else if (typeof texts === 'object' && texts !== null)
    for (const value of Object.values(texts)) collect(value, into);
}
