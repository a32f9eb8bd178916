import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { after, before, describe, it } from 'mocha';
import { appManifest } from '../../manifest/app-manifest.ts';
import { manifestFaults } from '../../manifest/app-package.ts';
import { localisationOf } from '../../manifest/localisation.ts';
import { type Made, makePackage, type PackageOptions } from '../../manifest/make-package.ts';
import { appSettings } from '../../manifest/settings.ts';
import { countyFiles, saarimaa } from '../support/counties.ts';
import { readsTypeScript } from '../support/own-process.ts';
import { anApp, enough } from './an-app.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...enough, COUNTY_FILE: countyFiles.saarimaa };
const make = (changed: Partial<Omit<PackageOptions, 'env'>> & { env?: PackageOptions['env'] } = {}) =>
  makePackage({ version: '1.2.3', folder, ...changed, env: { ...env, ...changed.env } });

const faultsIn = (made: Made) => ('faults' in made ? made.faults : []);
const pathOf = (made: Made) => ('path' in made ? made.path : assert.fail(JSON.stringify(made)));

describe('The app’s package', () => {
  it('holds the manifest, its translations and its icons, at its root and nothing else', async () => {
    const path = pathOf(await make());
    assert.equal(path, join(folder, 'viranomaislinja-1.2.3.zip'));
    const files = unzipSync(readFileSync(path));
    const app = { ...anApp, county: saarimaa };
    const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as unknown;
    assert.deepEqual(Object.keys(files).sort(), [
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
      'sv.json',
    ]);
    assert.deepEqual(read('manifest.json'), appManifest(app));
    assert.deepEqual(read('sv.json'), localisationOf(appManifest(app, 'sv')));
    assert.deepEqual(read('en.json'), localisationOf(appManifest(app, 'en')));
    for (const name of ['color.png', 'outline.png'])
      assert.deepEqual(Buffer.from(files[name] ?? []), readFileSync(join(root, 'manifest/icons', name)));
  });

  it('is the same, byte for byte, whenever and wherever it is made from the same settings', async () => {
    const first = readFileSync(pathOf(await make()));
    const envFile = join(folder, 'same.env');
    writeFileSync(
      envFile,
      Object.entries(env)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    for (const TZ of ['Pacific/Auckland', 'America/Anchorage']) {
      const zip = join(folder, `${TZ.replace('/', '-')}.zip`);
      await run([envFile, zip], { TZ });
      assert.deepEqual(readFileSync(zip), first, TZ);
    }
  });

  it('changes with what it is made of', async () => {
    const one = readFileSync(pathOf(await make()));
    const other = readFileSync(pathOf(await make({ env: { DEVELOPER_NAME: 'Another' } })));
    assert.notDeepEqual(one, other);
  });

  it('takes settings from a file before those of the environment', async () => {
    const envFile = join(folder, 'line.env');
    writeFileSync(envFile, '# the line\nDEVELOPER_NAME="From the file"\n');
    const files = unzipSync(readFileSync(pathOf(await make({ envFile }))));
    const { developer } = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    assert.equal(developer.name, 'From the file');
  });
});

/** Makes the package in a process of its own, in another time zone; its zip is copied to where the test looks. */
function run([envFile, zip]: readonly [string, string], changed: NodeJS.ProcessEnv): Promise<unknown> {
  const code = `
    import { copyFile } from 'node:fs/promises';
    import { makePackage } from './manifest/make-package.ts';
    const [, envFile, zip, folder] = process.argv;
    const made = await makePackage({ env: {}, envFile, version: '1.2.3', folder });
    await copyFile(made.path, zip);`;
  const words = [...readsTypeScript, '--input-type=module', '--eval', code, envFile, zip, `${zip}-made`];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd: root, env: { ...process.env, ...changed } }, (error, said) =>
      error ? reject(error) : resolve(said),
    );
  });
}

describe('A package that can’t be made', () => {
  it('names every missing setting at once, each with its remedy', async () => {
    const faults = faultsIn(await makePackage({ env: {}, version: '1.2.3', folder }));
    assert.deepEqual(
      faults.map(({ what, fault }) => [what, fault]),
      [...appSettings, 'COUNTY_FILE'].map((name) => [name, 'is missing']),
    );
    for (const { what, remedy } of faults) assert.match(remedy, /^(give|make) /, what);
  });

  const zeros = '00000000-0000-0000-0000-000000000000';
  const wrong: readonly (readonly [setting: string, value: string, fault: RegExp])[] = [
    ['TEAMS_APP_ID', 'viranomaislinja', /not a GUID/],
    ['TEAMS_APP_ID', zeros, /zeros/],
    ['BOT_ID', '11111111222243338444555555555555', /not a GUID/],
    ['BOT_ID', '   ', /missing/],
    ['TAB_CLIENT_ID', '{{TAB_CLIENT_ID}}', /not a GUID/],
    ['PUBLIC_URL', 'http://line.example', /not an https/],
    ['PUBLIC_URL', 'line.example', /not an https/],
    ['PUBLIC_URL', 'https://line.example/line', /more than a host/],
    ['PUBLIC_URL', 'https://line.example/?to=all', /more than a host/],
    ['DEVELOPER_NAME', 'D'.repeat(33), /more than 32/],
    ['DEVELOPER_URL', 'http://county.example', /not an https/],
    ['PRIVACY_URL', 'privacy.html', /not an https/],
    ['TERMS_URL', `https://county.example/${'t'.repeat(2048)}`, /more than 2048/],
    ['COUNTY_FILE', 'no-such-county.json', /no such file/],
  ];
  for (const [setting, value, fault] of wrong) {
    it(`names ${setting}=${value.slice(0, 40)}`, async () => {
      const [found, ...more] = faultsIn(await make({ env: { [setting]: value } }));
      assert.deepEqual(more, []);
      assert.ok(found?.what.startsWith(setting), found?.what);
      assert.match(found?.fault ?? '', fault);
    });
  }

  it('takes an address with a slash at its end as the same address', async () => {
    const path = pathOf(await make({ env: { PUBLIC_URL: 'https://line.example/' } }));
    const { 'manifest.json': manifest = new Uint8Array() } = unzipSync(readFileSync(path));
    assert.equal(JSON.parse(strFromU8(manifest)).staticTabs[0].contentUrl, 'https://line.example/tab/');
  });

  it('names what is wrong in the county’s file by its line, together with the rest', async () => {
    const file = join(folder, 'county.json');
    writeFileSync(file, readFileSync(countyFiles.saarimaa, 'utf8').replace('"lineName"', '"linename"'));
    const faults = faultsIn(await make({ env: { COUNTY_FILE: file, BOT_ID: '' }, version: '1.2' }));
    const [missing, ...others] = faults;
    assert.equal(missing?.what, 'BOT_ID');
    assert.ok(
      others.some(({ what, fault }) => what.includes(`${file}, line`) && /linename|lineName/.test(fault)),
      JSON.stringify(others),
    );
    assert.equal(others.at(-1)?.what, 'version in package.json');
  });

  for (const version of ['1.2', '1.2.3-rc.1', '01.2.3', '1.2.x', 'v1.2.3']) {
    it(`names the version ${version}, which Teams doesn’t take`, async () => {
      const found = faultsIn(await make({ version }));
      assert.deepEqual(
        found.map(({ what }) => what),
        ['version in package.json'],
      );
    });
  }

  it('names an env file that can’t be read', async () => {
    const [found] = faultsIn(await make({ envFile: join(folder, 'none.env') }));
    assert.equal(found?.what, join(folder, 'none.env'));
  });

  it('names each flaw that Microsoft’s schema finds, in the file that has it', async () => {
    const long = 'N'.repeat(90);
    const county = { ...saarimaa, name: { ...saarimaa.name, sv: long } };
    const faults = await manifestFaults({ ...anApp, county });
    assert.deepEqual(
      faults.map(({ what, fault }) => [what, fault]),
      [['sv.json', '/name/full must NOT have more than 100 characters']],
    );
    const misbuilt = { ...anApp, settings: { ...enough, BOT_ID: 'none', DEVELOPER_NAME: long } };
    const places = (await manifestFaults(misbuilt)).map(
      ({ what, fault }) => `${what} ${fault.split(' ')[0]}`,
    );
    for (const file of ['manifest.json', 'sv.json', 'en.json'])
      assert.ok(places.includes(`${file} /bots/0/botId`) && places.includes(`${file} /developer/name`), file);
  });
});

describe('npm run package', () => {
  const packed = (args: readonly string[], env: NodeJS.ProcessEnv) =>
    new Promise<{ code: number; said: string; complaint: string }>((resolve) => {
      const words = [...readsTypeScript, join(root, 'manifest/package.ts'), ...args];
      execFile(process.execPath, words, { cwd: folder, env }, (error, said, complaint) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said, complaint }),
      );
    });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { PATH } = process.env;

  it('makes the zip of this version, says where it is and what to do with it', async () => {
    const { code, said } = await packed([], { PATH, ...env });
    assert.equal(code, 0);
    const zip = join('build', `viranomaislinja-${version}.zip`);
    assert.ok(said.includes(zip), said);
    assert.match(said, /Upload/);
    assert.ok(unzipSync(readFileSync(join(folder, zip)))['manifest.json']);
  });

  it('fails with a line for each thing that is wrong', async () => {
    const { code, said, complaint } = await packed([], {
      PATH,
      ...env,
      BOT_ID: '',
      TERMS_URL: 'http://a.example',
    });
    assert.equal(code, 1);
    assert.equal(said, '');
    assert.deepEqual(
      complaint.match(/^- \w+ .+: .+\.$/gm)?.map((line) => line.split(' ')[1]),
      ['BOT_ID', 'TERMS_URL'],
    );
  });
});
