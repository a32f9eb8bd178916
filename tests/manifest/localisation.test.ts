import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { type Language, languages } from '../../bot/domain/county.ts';
import { appManifest, fileOf, otherLanguages } from '../../manifest/app-manifest.ts';
import { localisationOf, stringsIn, wordsOf } from '../../manifest/localisation.ts';
import { saarimaa } from '../support/counties.ts';
import { anApp } from './an-app.ts';

const app = { ...anApp, county: saarimaa };
const finnish = appManifest(app);

type Limits = { readonly maxLength: number };
type Schema = {
  readonly properties: Readonly<Record<string, Limits>>;
  readonly patternProperties: Readonly<Record<string, Limits>>;
};

/** Microsoft's schema of a localisation file. Its patterns are not in the dialect that its own validator reads. */
function localisationSchema(): Schema {
  const build = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
  const path = new URL(localisationOf(finnish).$schema).pathname;
  return JSON.parse(readFileSync(join(build, path), 'utf8')) as Schema;
}
const schema = localisationSchema();

/** How long a string may be; undefined for a key that Teams doesn't know. */
function limitOf(key: string): number | undefined {
  const named = schema.properties[key];
  const fitting = Object.entries(schema.patternProperties).find(([pattern]) => new RegExp(pattern).test(key));
  return (named ?? fitting?.[1])?.maxLength;
}

describe('The translations of the app', () => {
  it('lie beside the manifest under the names that it gives them, all three languages told', () => {
    const { defaultLanguageTag, additionalLanguages = [] } = finnish.localizationInfo ?? {};
    assert.deepEqual(
      [defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)],
      languages,
    );
    assert.deepEqual(
      additionalLanguages.map(({ file }) => file),
      otherLanguages.map(fileOf),
    );
  });

  for (const language of otherLanguages) {
    const translated = appManifest(app, language);

    it(`hold every string that is shown, and nothing else (${language})`, () => {
      const shown = stringsIn(finnish);
      const theirs = new Map(stringsIn(translated));
      const differing = shown.filter(([key, text]) => theirs.get(key) !== text).map(([key]) => key);
      const { $schema, ...strings } = localisationOf(translated);
      const missing = differing.filter((key) => !(key in strings));
      assert.deepEqual(missing, []);
      assert.deepEqual(Object.keys(strings), Object.keys(wordsOf(finnish)));
      assert.ok($schema.endsWith('MicrosoftTeams.Localization.schema.json'));
    });

    it(`are translated, string by string (${language})`, () => {
      const theirs = wordsOf(translated);
      const same = Object.entries(wordsOf(finnish)).filter(([key, text]) => theirs[key] === text);
      assert.deepEqual(same, []);
    });
  }

  for (const language of languages) {
    it(`have keys that Teams knows and keep to its limits (${language})`, () => {
      const strings = Object.entries(wordsOf(appManifest(app, language)));
      assert.ok(strings.length > 30);
      for (const [key, text] of strings) {
        const limit = limitOf(key);
        assert.ok(limit !== undefined, `${key} is no key of a localisation file`);
        assert.ok(text.length > 0 && text.length <= limit, `${key}: ${text.length} of ${limit}`);
      }
    });

    it(`say in full more than in short, and don’t repeat it (${language})`, () => {
      const { short, full } = appManifest(app, language).description;
      assert.equal(full.includes(short), false);
      assert.ok(full.length > short.length);
    });
  }

  it('are measured by the limits that are known of Teams', () => {
    const known: readonly (readonly [key: string, limit: number])[] = [
      ['name.short', 30],
      ['name.full', 100],
      ['description.short', 80],
      ['description.full', 4000],
      ['bots[0].commandLists[0].commands[0].title', 128],
      ['bots[0].commandLists[0].commands[0].description', 4000],
      ['composeExtensions[0].commands[0].title', 32],
      ['composeExtensions[0].commands[0].description', 128],
    ];
    for (const [key, limit] of known) assert.equal(limitOf(key), limit, key);
    assert.equal(limitOf('developer.name'), undefined);
  });
});

/** Older clients cut what newer schemas allow: 32 and 128 characters for a command's title and description. */
describe('The commands of the app’s menus', () => {
  const menusIn = (language: Language) =>
    (appManifest(app, language).bots?.[0]?.commandLists ?? []).map(({ commands }) => commands);

  for (const language of languages) {
    it(`can be read in full on any client (${language})`, () => {
      for (const { title, description = '' } of menusIn(language).flat()) {
        assert.ok(title.length <= 32, title);
        assert.ok(description.length <= 128, description);
      }
    });

    it(`are few enough for their list (${language})`, () => {
      for (const menu of menusIn(language)) assert.ok(menu.length > 0 && menu.length <= 10);
    });
  }
});
