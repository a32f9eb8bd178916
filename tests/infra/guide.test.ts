/** The operator's guide as far as it can be followed here: each variable has a source before its use, each step its file. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { after, before, describe, it } from 'mocha';
import { readSettings } from '../../bot/settings.ts';
import { appSettings } from '../../manifest/settings.ts';
import { infra, readBicepFiles, readParameters } from './bicep.ts';
import { settingsFaults } from './settings-faults.ts';

const guide = readFileSync(join(infra, 'README.md'), 'utf8');
/** What is to be typed, block after block. */
const fences = [...guide.matchAll(/^( *)```\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', text = '']) =>
  text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);
const fenceWith = (words: string) => fences.find((text) => text.includes(words)) ?? assert.fail(words);

describe('The operator’s guide', () => {
  const lineEnv = fenceWith('# line.env');
  const listed = Object.keys(parseEnv(lineEnv));
  let outputs: readonly string[];
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guide-'));
    const main = (await readBicepFiles()).get('main.bicep') ?? assert.fail();
    outputs = [...main.outputs.keys()];
  });
  after(() => rmSync(folder, { recursive: true }));

  it('lists in line.env all that the deployment can’t do without, and tells of the rest by name', async () => {
    const read = [...(await readParameters('main.bicepparam')).values()].map(({ text }) =>
      /readEnvironmentVariable\('(\w+)'(, )?/.exec(text),
    );
    assert.ok(read.length > 10);
    for (const [, name = '', hasDefault] of read.map((found) => found ?? assert.fail()))
      assert.ok(hasDefault ? guide.includes(name) : listed.includes(name), name);
  });

  it('has the server’s settings for the doctor with what the deployment gives out, and but for the secret all', () => {
    const guid = 'a0000000-0000-4000-8000-000000000001';
    const sample = (name: string) => (/_(?:URL|ENDPOINT)$/.test(name) ? 'https://line.example' : guid);
    const told = parseEnv(lineEnv);
    const env = Object.fromEntries(
      [...listed, ...outputs].map((name) => [name, told[name]?.trim() || sample(name)]),
    );
    assert.deepEqual(settingsFaults(env), ['DATA_KEYS']);
    assert.equal(readSettings({ ...env, DATA_KEYS: key }).bot.type, 'UserAssignedMsi');
    for (const name of appSettings) assert.ok(name in env, name);
    // the tab's app is brought about from the same file
    const wanted = readFileSync(join(infra, 'entra.manifest.json'), 'utf8').matchAll(/\$\{\{(\w+)\}\}/g);
    for (const [, name = ''] of wanted) assert.ok(name in env, name);
  });

  it('names the county’s file as it lies in the checkout; the deployment finds it in the image under dist/', async () => {
    const { COUNTY_FILE: file = '' } = parseEnv(lineEnv);
    assert.ok(readFileSync(new URL(`../../${file}`, import.meta.url)).length > 0);
    const { text = '' } = (await readParameters('main.bicepparam')).get('countyFile') ?? {};
    assert.match(text, /^'dist\/\$\{readEnvironmentVariable\('COUNTY_FILE'\)\}'$/);
  });

  it('means the same by line.env to the shell and to the commands', () => {
    const file = join(folder, 'line.env');
    writeFileSync(file, lineEnv);
    const shown = execFileSync('bash', ['--norc', '-c', `set -a; . ${file}; env -0`], {
      encoding: 'utf8',
      env: {},
    });
    const inShell = new Map(
      shown.split('\0').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    for (const [name, value] of Object.entries(parseEnv(lineEnv)))
      assert.equal(inShell.get(name), value, name);
  });

  it('writes what the deployment gives out under its own names, whatever letters Azure gives back', () => {
    const [, script = ''] = /node --eval '([^']+)'/.exec(fenceWith('deployment group create')) ?? [];
    // as Azure's first letters do
    const odd = (name: string) => name.replace(/^[A-Z]{1,3}(?=[A-Z])/, (first) => first.toLowerCase());
    const given = Object.fromEntries(
      outputs.map((name) => [odd(name), { type: 'String', value: `of-${name}` }]),
    );
    assert.ok(outputs.some((name) => !(name in given)));
    const written = execFileSync(process.execPath, ['--eval', script], { input: JSON.stringify(given) });
    // after a value from an earlier deployment, the later one holds
    assert.deepEqual(
      parseEnv(`BOT_ID=earlier\n${written}`),
      Object.fromEntries(outputs.map((name) => [name, `of-${name}`])),
    );
  });

  it('uses no variable that nothing before has set', () => {
    const known = new Set<string>();
    for (const text of fences) {
      for (const [, name = ''] of text.matchAll(/^(?:echo "|\s*for )?([A-Za-z_]+)(?:=| in )/gm))
        known.add(name);
      if (text.includes('properties.outputs')) for (const name of outputs) known.add(name);
      for (const [, name = ''] of text.replaceAll(/'[^'\n]*'/g, '').matchAll(/\$\{?(\w+)/g))
        assert.ok(known.has(name), `$${name} in:\n${text}`);
    }
  });

  it('shows where the key comes from before every command that opens what is sealed', () => {
    const opening = fences.filter((text) => /npm run (?:doctor|backup|restore|migrate|lost-key)/.test(text));
    assert.ok(opening.length >= 2);
    for (const text of opening)
      assert.match(
        text,
        /^DATA_KEYS="\$\(az keyvault secret show .*--name data-keys .*\\\n {2}npm run .*--env line\.env/m,
      );
  });

  it('does not promise to destroy what the vault protects', () => {
    const vault = readFileSync(join(infra, 'modules/vault.bicep'), 'utf8');
    const [, days = ''] = /softDeleteRetentionInDays: (\d+)/.exec(vault) ?? [];
    assert.match(vault, /enablePurgeProtection: true/);
    assert.ok(guide.includes(`can't be destroyed before ${days} days have passed`));
    assert.doesNotMatch(guide, /keyvault purge|purge it by hand/);
  });

  it('tells of the very Node that the image brings', () => {
    const [, major = ''] = /^FROM node:(\d+)\./m.exec(readFileSync(join(infra, 'Dockerfile'), 'utf8')) ?? [];
    assert.ok(guide.includes(`The image brings Node ${major}`));
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    assert.ok(readme.includes(`Production runs Node ${major}`));
  });
});

const key = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
