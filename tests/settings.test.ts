import assert from 'node:assert/strict';
import { readSettings, SettingsError, trustSettings } from '../bot/settings.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const otherKey = Buffer.alloc(32, 8).toString('base64');
const guid = (digit: number) => `${String(digit).repeat(8)}-2222-4333-8444-555555555555`;

type Env = Record<string, string | undefined>;
const enough: Env = {
  BOT_ID: guid(1),
  BOT_TYPE: 'UserAssignedMsi',
  BOT_TENANT_ID: guid(2),
  TABLES_ENDPOINT: 'https://county.table.core.windows.net',
  DATA_KEYS: `new:${key},old:${otherKey}`,
  FIRST_SUPERVISOR: guid(3),
  TAB_CLIENT_ID: guid(4),
  TEAMS_APP_ID: guid(5),
  PUBLIC_URL: 'https://line.example/',
  COUNTY_FILE: 'a-county.json',
};
const trust: Env = {
  BOT_OPENID_METADATA: 'http://127.0.0.1:4000/.well-known/openidconfiguration',
  BOT_TOKEN_ISSUER: 'http://127.0.0.1:4000',
  SERVICE_URLS: 'http://127.0.0.1:4000/teams/, http://127.0.0.1:4001/',
  TAB_OPENID_METADATA: 'http://127.0.0.1:4000/tab/.well-known/openid-configuration',
  TAB_TOKEN_ISSUER: 'http://127.0.0.1:4000/tab',
};
const atHome: Env = { LOCAL: '1', HOST: '127.0.0.1', PUBLIC_URL: 'http://127.0.0.1:3978' };

/** What is named as wrong when `changed` is laid over settings that are enough. */
function faultsOf(changed: Env, before: Env = enough): readonly string[] {
  try {
    readSettings({ ...before, ...changed });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ setting }) => setting);
    throw error;
  }
}

describe('the settings', () => {
  it('are read whole when they are right', () => {
    assert.deepEqual(readSettings(enough), {
      host: '0.0.0.0',
      port: 3978,
      publicUrl: 'https://line.example',
      bot: { id: guid(1), type: 'UserAssignedMsi', tenantId: guid(2) },
      tables: { endpoint: 'https://county.table.core.windows.net' },
      dataKeys: [
        { id: 'new', key: Buffer.alloc(32, 7) },
        { id: 'old', key: Buffer.alloc(32, 8) },
      ],
      countyFile: 'a-county.json',
      firstSupervisor: guid(3),
      tabClientId: guid(4),
      teamsAppId: guid(5),
      local: false,
    });
  });

  it('are all named at once when none is there, each with a remedy', () => {
    try {
      readSettings({});
      assert.fail('it started');
    } catch (error) {
      assert.ok(error instanceof SettingsError);
      assert.deepEqual(
        new Set(error.faults.map(({ setting }) => setting)),
        new Set([
          'BOT_ID',
          'BOT_TENANT_ID',
          'BOT_TYPE',
          'TABLES_CONNECTION or TABLES_ENDPOINT',
          'DATA_KEYS',
          'PUBLIC_URL',
          'COUNTY_FILE',
          'FIRST_SUPERVISOR',
          'TAB_CLIENT_ID',
          'TEAMS_APP_ID',
        ]),
      );
      for (const { setting, remedy } of error.faults) {
        assert.ok(error.message.includes(`- ${setting} is missing: ${remedy}.`));
        assert.ok(remedy.length > 15);
      }
    }
  });

  const cases: readonly (readonly [what: string, changed: Env, faults: readonly string[]])[] = [
    ['an empty value counts as none', { BOT_ID: ' ' }, ['BOT_ID']],
    ['a bot id is a GUID', { BOT_ID: 'bot' }, ['BOT_ID']],
    ['a tenant is a GUID', { BOT_TENANT_ID: 'county.onmicrosoft.com' }, ['BOT_TENANT_ID']],
    ['no other kind of bot is known', { BOT_TYPE: 'MultiTenant' }, ['BOT_TYPE']],
    ['a single-tenant bot has a password', { BOT_TYPE: 'SingleTenant' }, ['BOT_PASSWORD']],
    ['a single-tenant bot with its password is right', { BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 's' }, []],
    ['a managed identity has no password', { BOT_PASSWORD: 's' }, ['BOT_PASSWORD']],
    [
      'one way to the tables is enough',
      { TABLES_CONNECTION: 'x' },
      ['TABLES_CONNECTION and TABLES_ENDPOINT'],
    ],
    ['a connection string will do', { TABLES_CONNECTION: 'x', TABLES_ENDPOINT: '' }, []],
    ['tables are reached by https', { TABLES_ENDPOINT: 'http://county.example' }, ['TABLES_ENDPOINT']],
    ['a key without an id is none', { DATA_KEYS: key }, ['DATA_KEYS']],
    ['a key of 31 bytes is none', { DATA_KEYS: `a:${Buffer.alloc(31).toString('base64')}` }, ['DATA_KEYS']],
    ['a key of 33 bytes is none', { DATA_KEYS: `a:${Buffer.alloc(33).toString('base64')}` }, ['DATA_KEYS']],
    ['one bad key among good ones is told', { DATA_KEYS: `a:${key},b:short` }, ['DATA_KEYS']],
    ['two keys have two ids', { DATA_KEYS: `a:${key},a:${otherKey}` }, ['DATA_KEYS']],
    [
      'the first supervisor is an Entra object id',
      { FIRST_SUPERVISOR: 'anna@county.example' },
      ['FIRST_SUPERVISOR'],
    ],
    ['a port is a port', { PORT: '70000' }, ['PORT']],
    ['a port is a number', { PORT: 'three' }, ['PORT']],
    ['people reach the server by https', { PUBLIC_URL: 'http://line.example' }, ['PUBLIC_URL']],
    ['LOCAL is 1 or nothing', { LOCAL: 'yes' }, ['LOCAL']],
    [
      'the directory wants both of its settings',
      { DIRECTORY_CLIENT_ID: guid(6) },
      ['DIRECTORY_CLIENT_SECRET'],
    ],
    ['the directory may be left out', {}, []],
    ['a machine of its own must not be open to others', { LOCAL: '1' }, ['LOCAL']],
    ['a machine of its own may listen to itself', atHome, []],
    ['a machine of its own may listen by IPv6', { ...atHome, HOST: '::1' }, []],
    ['a name that only begins like home is not home', { ...atHome, HOST: '127.evil.example' }, ['LOCAL']],
    ['another trust root is honoured at home', { ...atHome, ...trust }, []],
    ['another trust root comes whole', { ...atHome, ...trust, TAB_TOKEN_ISSUER: '' }, ['TAB_TOKEN_ISSUER']],
    ['service URLs are addresses', { ...atHome, ...trust, SERVICE_URLS: 'here,there' }, ['SERVICE_URLS']],
    [
      'another trust root is refused without LOCAL',
      { ...atHome, ...trust, LOCAL: '', PUBLIC_URL: 'https://a.b' },
      [trustSettings.join(', ')],
    ],
    [
      'another trust root is refused on an open address',
      { ...atHome, ...trust, HOST: '0.0.0.0' },
      ['LOCAL', trustSettings.join(', ')],
    ],
  ];
  for (const [what, changed, faults] of cases) it(what, () => assert.deepEqual(faultsOf(changed), faults));

  for (const name of trustSettings)
    it(`${name} alone stops a server in production`, () => {
      assert.deepEqual(faultsOf({ [name]: trust[name] }), [name]);
    });

  it('give the trust root of a machine of its own', () => {
    assert.deepEqual(readSettings({ ...enough, ...atHome, ...trust }).trust, {
      botOpenIdMetadata: trust['BOT_OPENID_METADATA'],
      botTokenIssuer: trust['BOT_TOKEN_ISSUER'],
      serviceUrls: ['http://127.0.0.1:4000/teams/', 'http://127.0.0.1:4001/'],
      tabOpenIdMetadata: trust['TAB_OPENID_METADATA'],
      tabTokenIssuer: trust['TAB_TOKEN_ISSUER'],
    });
  });

  it('give the optional ones when they are there', () => {
    const optional = {
      DIRECTORY_CLIENT_ID: guid(6),
      DIRECTORY_CLIENT_SECRET: 's',
      COUNTY_FILE: 'my.json',
      PORT: '80',
    };
    const { directory, countyFile, port } = readSettings({ ...enough, ...optional });
    assert.deepEqual(
      [directory, countyFile, port],
      [{ clientId: guid(6), clientSecret: 's' }, 'my.json', 80],
    );
  });

  it('never repeat a value: it may be a secret', () => {
    const secret = 'a-secret-that-stays';
    const everySetting = Object.fromEntries(
      [...Object.keys(enough), ...trustSettings, 'PORT', 'LOCAL', 'BOT_PASSWORD'].map((name) => [
        name,
        secret,
      ]),
    );
    assert.throws(
      () => readSettings(everySetting),
      (error: Error) => error instanceof SettingsError && !error.message.includes(secret),
    );
  });
});
