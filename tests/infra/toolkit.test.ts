/** Agents Toolkit's files and the Entra apps: every variable has a source, every file is there, nobody else may sign in. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { before, describe, it } from 'mocha';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../bot/settings.ts';
import { appSettings } from '../../manifest/settings.ts';
import { type BicepFile, infra, readBicepFiles } from './bicep.ts';
import { settingsFaults } from './settings-faults.ts';

const action = z.strictObject({
  uses: z.enum([
    'teamsApp/create',
    'teamsApp/publishAppPackage',
    'aadApp/create',
    'aadApp/update',
    'arm/deploy',
    'script',
    'cli/runNpmCommand',
    'file/createOrUpdateEnvironmentFile',
  ]),
  name: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
const project = z.strictObject({
  // the first that makes an app's service principal, without which a single-tenant bot gets no token
  version: z.literal('v1.11'),
  environmentFolderPath: z.literal('./env'),
  provision: z.array(action),
  deploy: z.array(action),
  publish: z.array(action).optional(),
});
type Action = z.infer<typeof action>;

const read = (path: string) => readFileSync(join(infra, path), 'utf8');
const variablesIn = (text: string) => [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
const filesOf = ({ with: given }: Action): readonly string[] =>
  [
    given['manifestPath'],
    ...z
      .array(z.record(z.string(), z.string()))
      .catch([])
      .parse(given['templates'])
      .flatMap(({ path, parameters }) => [path, parameters]),
  ].filter((path): path is string => typeof path === 'string');

for (const [file, environment] of [
  ['m365agents.yml', 'dev'],
  ['m365agents.local.yml', 'local'],
] as const) {
  describe(`${file}`, () => {
    const { provision, deploy, publish = [] } = project.parse(parse(read(file)));
    const actions = [...provision, ...deploy, ...publish];
    let bicep: ReadonlyMap<string, BicepFile>;
    before(async () => {
      bicep = await readBicepFiles();
    });

    it('names only files that are there', () => {
      const named = actions.flatMap(filesOf);
      assert.ok(named.length >= 3);
      for (const path of named) assert.ok(existsSync(join(infra, path)), path);
    });

    it('uses each variable only when something before it has given it', () => {
      const env = read(`env/.env.${environment}`);
      // secrets are told of in a comment: they stand in a file that git ignores
      const told = [...env.matchAll(/^# {3}(SECRET_\w+)=/gm)].map(([, name = '']) => name);
      const known = new Set([...Object.keys(parseEnv(env)), ...told]);
      for (const one of actions) {
        // the toolkit makes the scope's id when the manifest names it so
        if (one.uses === 'aadApp/update') known.add('AAD_APP_ACCESS_AS_USER_PERMISSION_ID');
        const texts = [JSON.stringify(one), ...filesOf(one).map(read)];
        for (const name of texts.flatMap(variablesIn)) assert.ok(known.has(name), `${name} in ${one.uses}`);
        for (const name of Object.values(one.writeToEnvironmentFile ?? {})) known.add(name);
        for (const path of filesOf(one))
          for (const name of bicep.get(posix.normalize(path))?.outputs.keys() ?? []) known.add(name);
        const set = /::set-teamsfx-env (\w+)=/.exec(String(one.with['run']))?.[1];
        if (set) known.add(set);
      }
    });

    it('writes nothing secret where git would keep it', () => {
      for (const { writeToEnvironmentFile = {} } of actions)
        for (const [what, name] of Object.entries(writeToEnvironmentFile))
          assert.equal(/secret/i.test(what), name.startsWith('SECRET_'), name);
      const ignored = read('.gitignore').split('\n');
      for (const path of ['env/.env.*.user', '.localConfigs', 'build/'])
        assert.ok(ignored.includes(path), path);
    });

    it('makes the tab’s app without a secret and for the county’s tenant alone', () => {
      const apps = actions.filter(({ uses }) => uses === 'aadApp/create');
      const [tab] = apps;
      assert.equal(tab?.with['generateClientSecret'], false);
      for (const one of apps) assert.equal(one.with['signInAudience'], 'AzureADMyOrg');
    });
  });
}

describe('What Agents Toolkit asks of a county', () => {
  const env = parseEnv(read('env/.env.dev'));
  const wanted = variablesIn(read('server.parameters.json')).filter((name) => name in env);

  it('is left empty only where somebody must fill it in: the toolkit takes an empty value for a forgotten one', () => {
    const must = wanted.filter((name) => env[name] === '');
    assert.deepEqual(must.sort(), ['ALERT_EMAIL', 'COUNTY_FILE', 'FIRST_SUPERVISOR', 'OPERATORS_GROUP_ID']);
    const none = wanted.filter((name) => env[name] === 'none');
    assert.deepEqual(none.sort(), [
      'CERTIFICATE_ID',
      'CUSTOM_HOST',
      'DIRECTORY_CLIENT_ID',
      'OPERATOR_ADDRESSES',
    ]);
  });

  it('is understood by Bicep where it is none', async () => {
    const { root } = (await readBicepFiles()).get('main.bicep') ?? assert.fail();
    for (const name of ['directoryClientId', 'operatorAddresses', 'customHost', 'certificateId'])
      assert.ok(root.text.includes(`contains(none, ${name})`), name);
    assert.match(root.text, /^var none = \[ '', 'none' \]$/m);
  });
});

describe('What Agents Toolkit hands on', () => {
  const envsOf = (file: string, target: string) => {
    const { deploy, publish = [] } = project.parse(parse(read(file)));
    const one = [...deploy, ...publish].find(({ with: given }) => given['target'] === target);
    return z.record(z.string(), z.coerce.string()).parse(one?.with['envs']);
  };

  it('is all that the package of the app and the doctor ask for but secrets, and the package is where it is looked for', () => {
    const envs = envsOf('m365agents.yml', './build/line.env');
    for (const name of [...appSettings, 'COUNTY_FILE']) assert.ok(Object.hasOwn(envs, name), name);
    const guid = 'a0000000-0000-4000-8000-000000000001';
    const sample = (value: string) => (/_(?:URL|ENDPOINT)\}\}$/.test(value) ? 'https://line.example' : guid);
    const env = Object.fromEntries(
      Object.entries(envs).map(([name, value]) => [name, value.includes('${{') ? sample(value) : value]),
    );
    const faults = settingsFaults(env);
    assert.deepEqual(faults, ['DATA_KEYS']);
    const zip = /`(viranomaislinja-)\$\{version\}(\.zip)`/.exec(
      readFileSync(new URL('../../manifest/make-package.ts', import.meta.url), 'utf8'),
    );
    assert.ok(read('m365agents.yml').includes(`../build/${zip?.[1]}\${{APP_VERSION}}${zip?.[2]}`));
  });

  it('is all that the server on a developer’s machine asks for', () => {
    const guid = 'a0000000-0000-4000-8000-000000000001';
    const samples: Readonly<Record<string, string>> = {
      PUBLIC_URL: 'https://tunnel.example',
      BOT_PASSWORD: 'secret',
      DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      COUNTY_FILE: 'bot/counties/county.json',
    };
    const envs = Object.entries(envsOf('m365agents.local.yml', './.localConfigs'));
    const env = Object.fromEntries(
      envs.map(([name, value]) => [name, value.includes('${{') ? (samples[name] ?? guid) : value]),
    );
    assert.equal(readSettings(env).bot.type, 'SingleTenant');
    const names = envs.map(([name]) => name);
    for (const name of appSettings) assert.ok(names.includes(name), name);
  });
});

describe('The Entra apps', () => {
  const permission = z.object({ id: z.string(), type: z.string() });
  const app = z.object({
    signInAudience: z.literal('AzureADMyOrg'),
    identifierUris: z.array(z.string()).optional(),
    api: z
      .object({
        requestedAccessTokenVersion: z.number(),
        oauth2PermissionScopes: z.array(
          z.object({ id: z.string(), value: z.string(), isEnabled: z.boolean() }),
        ),
        preAuthorizedApplications: z.array(
          z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }),
        ),
      })
      .optional(),
    requiredResourceAccess: z.array(
      z.object({ resourceAppId: z.string(), resourceAccess: z.array(permission) }),
    ),
  });
  const tab = app.parse(JSON.parse(read('entra.manifest.json')));
  const directory = app.parse(JSON.parse(read('entra.directory.manifest.json')));

  it('let Teams’ own clients, and no others, ask who the employee is', () => {
    const [scope, ...more] = tab.api?.oauth2PermissionScopes ?? [];
    assert.equal(more.length, 0);
    assert.deepEqual([scope?.value, scope?.isEnabled], ['access_as_user', true]);
    // learn.microsoft.com, "Enable SSO for tab app": Teams on desktop and phones, Teams on the web
    const clients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
    assert.deepEqual(
      tab.api?.preAuthorizedApplications,
      clients.map((appId) => ({ appId, delegatedPermissionIds: [scope?.id] })),
    );
  });

  it('are brought about in two changes, the scope before those who may use it, neither with the app’s ids', async () => {
    const names = [...new Set(variablesIn(read('entra.manifest.json')))];
    const env = Object.fromEntries(names.map((name, n) => [name, `a0000000-0000-4000-8000-00000000000${n}`]));
    const cwd = mkdtempSync(join(tmpdir(), 'entra-'));
    const make = (words: readonly string[], given: NodeJS.ProcessEnv) =>
      promisify(execFile)(process.execPath, [join(infra, 'entra-patches.mjs'), ...words], {
        cwd,
        env: given,
      });
    await assert.rejects(make([], {}), ({ stderr }) => names.every((name) => stderr.includes(name)));
    const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    writeFileSync(join(cwd, 'line.env'), lines.join('\n'));
    // as with every command, what the file says goes before what the shell remembers
    await make(['line.env'], { [names[0] ?? '']: 'another' });
    const [first, second] = [1, 2].map((n) =>
      JSON.parse(readFileSync(join(cwd, `build/entra.${n}.json`), 'utf8')),
    );
    rmSync(cwd, { recursive: true });
    const whole = JSON.parse(
      read('entra.manifest.json').replace(/\$\{\{(\w+)\}\}/g, (_, name) => env[name] ?? ''),
    );
    const { id: _, appId: __, api, ...rest } = whole;
    const { preAuthorizedApplications, ...scopes } = api;
    assert.ok(scopes.oauth2PermissionScopes.length > 0 && preAuthorizedApplications.length > 0);
    assert.deepEqual(first, { ...rest, api: scopes });
    assert.deepEqual(second, { api });
  });

  it('give tokens of the second version, for the very resource that the app’s manifest names', () => {
    assert.equal(tab.api?.requestedAccessTokenVersion, 2);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Agents Toolkit's own sign
    assert.deepEqual(tab.identifierUris, ['api://${{PUBLIC_HOST}}/${{TAB_CLIENT_ID}}']);
  });

  it('ask nothing of Graph for the tab, and for the directory only to read people', () => {
    assert.deepEqual(tab.requiredResourceAccess, []);
    // Graph's application permission User.Read.All (bot/directory/entra.ts)
    assert.deepEqual(directory.requiredResourceAccess, [
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: [{ id: 'df021288-bdef-4463-88db-98f22de89214', type: 'Role' }],
      },
    ]);
  });
});
