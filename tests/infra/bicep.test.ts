/** The Bicep files, as far as a machine without Azure can hold them: they parse, they fit together, they are safe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import type { Node } from 'web-tree-sitter';
import { createWeb } from '../../bot/http/server.ts';
import { readSettings, trustSettings } from '../../bot/settings.ts';
import {
  at,
  type BicepFile,
  namesUsed,
  type Param,
  propertiesOf,
  type Resource,
  readBicepFiles,
  readParameters,
  within,
} from './bicep.ts';
import { settingsFaults } from './settings-faults.ts';

let files: ReadonlyMap<string, BicepFile>;
const all = () => [...files.values()];
const file = (name: string) => files.get(name) ?? assert.fail(`no ${name}`);
const resources = () => all().flatMap((one) => one.resources);
const made = (type: string) => resources().filter((one) => one.type.startsWith(`${type}@`) && !one.existing);
const only = (type: string): Resource => {
  const [one, ...more] = made(type);
  assert.ok(one && more.length === 0, `${made(type).length} of ${type}`);
  return one;
};
const textAt = (node: Node | undefined, ...path: readonly string[]) => at(node, ...path)?.text;

before(async () => {
  files = await readBicepFiles();
});

describe('The Bicep files fit together', () => {
  it('have no fault of syntax', () => {
    assert.ok(files.size >= 10, `only ${files.size} files`);
    for (const { file: name, root } of all()) {
      const faults = within(root).filter(({ isError, isMissing }) => isError || isMissing);
      assert.deepEqual(
        faults.map(({ startPosition, text }) => `${name}:${startPosition.row + 1} ${text}`),
        [],
      );
    }
  });

  const symbolsOf = ({ params, vars, resources: own, modules }: BicepFile) => [
    ...params.keys(),
    ...vars.keys(),
    ...own.map(({ symbol }) => symbol),
    ...modules.map(({ symbol }) => symbol),
  ];

  it('name nothing that they don’t declare, and nothing twice', () => {
    for (const one of all()) {
      const symbols = symbolsOf(one);
      assert.equal(new Set(symbols).size, symbols.length, one.file);
      const unknown = namesUsed(one.root).filter(({ name }) => !symbols.includes(name));
      assert.deepEqual(unknown, [], one.file);
    }
  });

  it('declare no parameter and no variable that they don’t use', () => {
    for (const one of all()) {
      const used = new Set(namesUsed(one.root).map(({ name }) => name));
      assert.deepEqual(
        [...one.params.keys(), ...one.vars.keys()].filter((name) => !used.has(name)),
        [],
        one.file,
      );
    }
  });

  const hasDefault = ({ node }: Param) => node.namedChildCount > 2;
  const given = (to: string, names: readonly string[], by: string) => {
    const { params } = file(to);
    assert.deepEqual(
      names.filter((name) => !params.has(name)),
      [],
      `${by} gives ${to} what it doesn’t take`,
    );
    assert.deepEqual(
      [...params.values()]
        .filter((one) => !hasDefault(one) && !names.includes(one.name))
        .map(({ name }) => name),
      [],
      `${by} doesn’t give ${to} what it wants`,
    );
  };

  it('give each module what it takes and all that it wants', () => {
    const modules = all().flatMap((one) => one.modules.map((module) => ({ by: one.file, ...module })));
    assert.ok(modules.length >= 10);
    for (const { by, path, given: names } of modules) given(path, [...names.keys()], by);
  });

  it('take from a module only what it gives', () => {
    const taken = all().flatMap(({ file: by, root, modules }) =>
      [...root.text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map(([, symbol, output = '']) => ({
        by,
        output,
        path: modules.find((one) => one.symbol === symbol)?.path ?? assert.fail(`${symbol} in ${by}`),
      })),
    );
    assert.ok(taken.length >= 15);
    for (const { path, output } of taken) assert.ok(file(path).outputs.has(output), `${output} of ${path}`);
  });

  it('take what every parameters file gives, and want nothing more', async () => {
    given('main.bicep', [...(await readParameters('main.bicepparam')).keys()], 'main.bicepparam');
    for (const [name, to] of [
      ['main.parameters.json', 'main.bicep'],
      ['server.parameters.json', 'main.bicep'],
      ['local.parameters.json', 'local.bicep'],
    ] as const) {
      given(to, Object.keys(valuesIn(name)), name);
    }
  });

  it('are told the same by the Azure CLI as by Agents Toolkit, of every choice that is a county’s own', async () => {
    // what nobody is asked: main.bicep's own word holds, until a county writes another
    const silent = ['botLocation', 'minInstances', 'maxInstances', 'networkAddresses', 'logDays', 'lockData'];
    const asked = [...file('main.bicep').params.keys()].filter((name) => !silent.includes(name)).sort();
    const byCli = await readParameters('main.bicepparam');
    assert.deepEqual([...byCli.keys()].sort(), asked);
    const { image, ...server } = valuesIn('server.parameters.json');
    assert.ok(image);
    assert.deepEqual([...Object.keys(server), 'image'].sort(), asked);
    // before and with the server the same: the second run would else change what the first one made
    assert.deepEqual(valuesIn('main.parameters.json'), server);
    // and by the same names
    const variable = /readEnvironmentVariable\('(\w+)'/;
    for (const [name, value] of Object.entries(server))
      assert.equal(/\$\{\{(\w+)\}\}/.exec(value)?.[1], variable.exec(byCli.get(name)?.text ?? '')?.[1], name);
  });

  it('take nothing but words from outside, which is all that an environment can hand over', () => {
    const { params } = file('main.bicep');
    for (const name of Object.keys(valuesIn('server.parameters.json')))
      assert.match(params.get(name)?.node.text ?? '', /^param \w+ string\b/, name);
  });

  it('read nothing that they give out themselves: carried along, it would come back as somebody’s choice', async () => {
    const read = [...(await readParameters('main.bicepparam')).values()].map(({ text }) => text).join();
    for (const name of file('main.bicep').outputs.keys()) assert.ok(!read.includes(`'${name}'`), name);
  });

  it('say of every parameter and output what it is', () => {
    for (const { file: name, params, outputs } of all())
      for (const one of [...params.values(), ...(name === 'main.bicep' ? outputs.values() : [])])
        assert.ok(
          one.decorators.some((words) => /^@description\('.{4,}'\)$/s.test(words)),
          `${one.name} in ${name}`,
        );
  });
});

describe('The server that Bicep starts', () => {
  const server = () => file('modules/server.bicep');
  const app = () => only('Microsoft.App/containerApps').body;
  const settings = () =>
    ['settings', 'directorySettings'].flatMap((name) =>
      (server().vars.get(name) ?? assert.fail(name)).namedChildren.map((one) => {
        const pairs = propertiesOf(one ?? undefined);
        return {
          name: pairs.get('name')?.text.replaceAll("'", '') ?? '',
          value: pairs.get('value')?.text,
          secret: pairs.get('secretRef')?.text,
        };
      }),
    );
  const guid = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
  // what Azure and the operator would give; what Bicep says itself is taken from Bicep
  const sample: Readonly<Record<string, string>> = {
    PORT: '3978',
    PUBLIC_URL: 'https://line.example',
    BOT_ID: guid(1),
    BOT_TENANT_ID: guid(2),
    TABLES_ENDPOINT: 'https://line.table.core.windows.net/',
    COUNTY_FILE: 'dist/bot/counties/county.json',
    DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    FIRST_SUPERVISOR: guid(3),
    TAB_CLIENT_ID: guid(4),
    TEAMS_APP_ID: guid(5),
    DIRECTORY_CLIENT_ID: guid(6),
    DIRECTORY_CLIENT_SECRET: 'secret',
  };
  const environment = () =>
    Object.fromEntries(
      settings().map(({ name, value }) => [
        name,
        /^'[^$]*'$/.test(value ?? '') ? (value ?? '').replaceAll("'", '') : sample[name],
      ]),
    );

  it('has every setting that it asks for in an empty environment', () => {
    const names = settings().map(({ name }) => name);
    const faults = settingsFaults({});
    assert.ok(faults.length >= 9, faults.join());
    for (const wanted of faults)
      assert.ok(
        wanted.split(' or ').some((name) => names.includes(name)),
        wanted,
      );
  });

  it('starts with these settings: as a managed identity, on tables without keys', () => {
    const read = readSettings(environment());
    assert.equal(read.bot.type, 'UserAssignedMsi');
    assert.ok('endpoint' in read.tables);
    assert.equal(read.local, false);
    assert.ok(read.directory);
    assert.equal(environment()['AZURE_TOKEN_CREDENTIALS'], 'ManagedIdentityCredential');
    assert.equal(server().vars.get('port')?.text, '3978');
  });

  it('is told of no other trust root, and not that it is on one machine', () => {
    const forbidden: readonly string[] = [...trustSettings, 'LOCAL', 'IDENTITY_ENDPOINT', 'BOT_PASSWORD'];
    for (const { root, file: name } of all())
      for (const word of forbidden) assert.ok(!root.text.includes(`'${word}'`), `${word} in ${name}`);
  });

  it('has its secrets from the vault, by the identity that may read them', () => {
    const secret = settings().filter((one) => one.secret !== undefined);
    assert.deepEqual(
      secret.map(({ name }) => name),
      ['DATA_KEYS', 'DIRECTORY_CLIENT_SECRET'],
    );
    const named = server().vars.get('secretNames')?.text ?? '';
    for (const one of secret) assert.ok(named.includes(one.secret ?? '?'), `${one.secret} in ${named}`);
    const words = textAt(app(), 'properties', 'configuration', 'secrets') ?? '';
    assert.match(words, /keyVaultUrl: '\$\{vaultUri\}secrets\/\$\{secretName\}'/);
    assert.match(words, /identity: identityId/);
    assert.doesNotMatch(words, /\bvalue:/);
  });

  it('never runs as one instance', () => {
    for (const name of ['main.bicep', 'modules/server.bicep']) {
      const { decorators } = file(name).params.get('minInstances') ?? assert.fail(name);
      assert.ok(decorators.includes('@minValue(2)'), name);
    }
    assert.equal(textAt(app(), 'properties', 'template', 'scale', 'minReplicas'), 'minInstances');
    assert.equal(textAt(app(), 'properties', 'configuration', 'activeRevisionsMode'), "'Single'");
  });

  it('is asked /health whether it lives and /ready whether it takes turns, and answers both', async () => {
    const probes = (textAt(app(), 'properties', 'template', 'containers') ?? '').matchAll(
      /type: '(\w+)'\s+httpGet: \{\s+path: '([^']+)'/g,
    );
    const asked = [...probes].map(([, type, path]) => [type, path]);
    assert.deepEqual(asked, [
      ['Startup', '/health'],
      ['Readiness', '/ready'],
      ['Liveness', '/health'],
    ]);
    const web = createWeb({
      receive: async () => ({ status: 200 }),
      readiness: async () => ({ storage: false, unbound: [] }),
      log: () => undefined,
    });
    const url = `http://127.0.0.1:${await web.listen(0, '127.0.0.1')}`;
    const statuses = await Promise.all(asked.map(async ([, path]) => (await fetch(`${url}${path}`)).status));
    await web.stop(100);
    // tables that don't answer take its turns away, but don't start it again
    assert.deepEqual(statuses, [200, 503, 200]);
  });

  it('has the county’s own host only with that host’s certificate, and then says no other address', () => {
    const domains = textAt(app(), 'properties', 'configuration', 'ingress', 'customDomains') ?? '';
    assert.match(domains, /^empty\(ownHost\) \|\| empty\(certificateId\)\s+\? null/);
    const { vars } = file('main.bicep');
    assert.equal(
      vars.get('hasOwnHost')?.text,
      '!contains(none, customHost) && !contains(none, certificateId)',
    );
    assert.match(vars.get('host')?.text ?? '', /^hasOwnHost \? ownHost :/);
  });

  it('is given longer to end than it takes at the most', () => {
    const start = readFileSync(new URL('../../bot/index.ts', import.meta.url), 'utf8');
    const most = Number(/stopWithinMs = ([\d_]+);/.exec(start)?.[1]?.replaceAll('_', ''));
    const grace = Number(textAt(app(), 'properties', 'template', 'terminationGracePeriodSeconds'));
    assert.ok(grace * 1000 > most, `${grace} s for ${most} ms`);
  });
});

describe('What Bicep makes is safe', () => {
  it('keeps tables that no shared key opens and no old TLS reaches', () => {
    const account = only('Microsoft.Storage/storageAccounts').body;
    const expected = {
      allowSharedKeyAccess: 'false',
      allowBlobPublicAccess: 'false',
      minimumTlsVersion: "'TLS1_2'",
      supportsHttpsTrafficOnly: 'true',
      publicNetworkAccess: "isPrivate && empty(openTo) ? 'Disabled' : 'Enabled'",
    };
    for (const [name, value] of Object.entries(expected))
      assert.equal(textAt(account, 'properties', name), value, name);
    assert.equal(
      textAt(account, 'properties', 'networkAcls', 'defaultAction'),
      "isPrivate ? 'Deny' : 'Allow'",
    );
  });

  it('keeps secrets in a vault that nobody can empty for good', () => {
    const vault = only('Microsoft.KeyVault/vaults').body;
    for (const name of ['enableRbacAuthorization', 'enableSoftDelete', 'enablePurgeProtection'])
      assert.equal(textAt(vault, 'properties', name), 'true', name);
    assert.equal(textAt(vault, 'properties', 'networkAcls', 'defaultAction'), "isPrivate ? 'Deny' : 'Allow'");
  });

  it('knows no key and no password anywhere, least of all in an output', () => {
    for (const { file: name, root, params, outputs } of all()) {
      const calls = within(root).filter(({ type }) => type === 'call_expression');
      const asked = calls.filter(({ text }) => /^(?:\w+\.)?(?:list\w*|getSecret)\(/.test(text));
      assert.deepEqual(
        asked.map(({ text }) => text),
        [],
        name,
      );
      for (const { decorators } of params.values()) assert.ok(!decorators.includes('@secure()'), name);
      for (const { node } of outputs.values())
        assert.doesNotMatch(node.text, /secret|password|connection|key(?!s?Vault)/i, name);
    }
    const registry = only('Microsoft.ContainerRegistry/registries').body;
    assert.equal(textAt(registry, 'properties', 'adminUserEnabled'), 'false');
    assert.equal(textAt(registry, 'properties', 'anonymousPullEnabled'), 'false');
    assert.equal(
      textAt(only('Microsoft.BotService/botServices').body, 'properties', 'disableLocalAuth'),
      'true',
    );
  });

  it('gives these roles and no others, each on one resource and with its reason', () => {
    const roles: Readonly<Record<string, string>> = {
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
      '4633458b-17de-408a-875b-0445b86b69e6': 'Key Vault Secrets User',
      'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': 'Key Vault Secrets Officer',
      '7f951dda-4ed3-4680-a7ca-43fe172d538d': 'AcrPull',
    };
    const assignments = made('Microsoft.Authorization/roleAssignments').map(({ file: name, body, why }) => {
      assert.match(why, /^\/\/ .{30,}/s, `the reason in ${name}`);
      const role = file(name).vars.get(textAt(body, 'properties', 'roleDefinitionId') ?? '')?.text ?? '';
      const [id = ''] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(role) ?? [];
      assert.match(role, new RegExp(`// ${roles[id]}$`, 'm'), 'the role’s name beside its id');
      const scope = file(name).resources.find(({ symbol }) => symbol === textAt(body, 'scope'));
      return [textAt(body, 'properties', 'principalId'), roles[id], scope?.type.split('@')[0]];
    });
    assert.deepEqual(assignments.sort(), [
      ['operatorsGroupId', 'Key Vault Secrets Officer', 'Microsoft.KeyVault/vaults'],
      ['operatorsGroupId', 'Storage Table Data Contributor', 'Microsoft.Storage/storageAccounts'],
      ['serverPrincipalId', 'AcrPull', 'Microsoft.ContainerRegistry/registries'],
      ['serverPrincipalId', 'Key Vault Secrets User', 'Microsoft.KeyVault/vaults'],
      ['serverPrincipalId', 'Storage Table Data Contributor', 'Microsoft.Storage/storageAccounts'],
    ]);
  });

  it('speaks as a managed identity that the tables and the vault know by the same name', () => {
    const { modules } = file('main.bicep');
    const givenTo = (symbol: string) =>
      Object.fromEntries(
        [...(modules.find((one) => one.symbol === symbol)?.given ?? [])].map(([k, v]) => [k, v.text]),
      );
    assert.equal(givenTo('bot')['clientId'], 'identity.properties.clientId');
    assert.equal(givenTo('server')['botId'], 'identity.properties.clientId');
    for (const one of ['tables', 'vault', 'registry'])
      assert.equal(givenTo(one)['serverPrincipalId'], 'identity.properties.principalId', one);
  });

  it('stays in the European Union', () => {
    const inEurope = ['swedencentral', 'northeurope', 'westeurope', 'germanywestcentral', 'francecentral'];
    const allowed = [...inEurope, 'italynorth', 'polandcentral', 'spaincentral'];
    const { node, decorators } = file('main.bicep').params.get('location') ?? assert.fail();
    assert.match(node.text, /= 'swedencentral'$/);
    const listed = decorators.find((words) => words.startsWith('@allowed')) ?? assert.fail();
    assert.deepEqual(
      [...listed.matchAll(/'(\w+)'/g)].map(([, region]) => region).sort(),
      [...allowed].sort(),
    );
  });

  it('wakes somebody when the line is not ready, breaks, restarts, or its tables or secrets falter', () => {
    const { text } = file('modules/alerts.bicep').root;
    for (const watched of ['/ready', "'5xx'", "'RestartCount'", "'Availability'", "'ClientThrottlingError'"])
      assert.ok(text.includes(watched), watched);
    for (const event of ['SecretNearExpiry', 'SecretExpired'])
      assert.ok(text.includes(`'Microsoft.KeyVault.${event}'`), event);
    const alerts = ['metricAlerts', 'scheduledQueryRules'].flatMap((type) =>
      made(`Microsoft.Insights/${type}`),
    );
    assert.equal(alerts.length, 3);
    for (const { body, symbol } of alerts)
      assert.match(textAt(body, 'properties', 'actions') ?? '', /operators\.id/, symbol);
  });

  it('opens tables and vault to the network alone when it is private', () => {
    const { text } = file('modules/endpoints.bicep').root;
    for (const zone of ['privatelink.table.', 'privatelink.vaultcore.azure.net'])
      assert.ok(text.includes(zone), zone);
    const { text: main } = file('main.bicep').root;
    assert.match(main, /module endpoints [^=]+= if \(isPrivate\)/);
    assert.match(main, /var isPrivate = privateNetwork == 'true'/);
  });
});

/** What a parameters file of Agents Toolkit gives, by name. */
function valuesIn(name: string): Readonly<Record<string, string>> {
  const text = readFileSync(new URL(`../../infra/${name}`, import.meta.url), 'utf8');
  const { parameters } = JSON.parse(text) as { parameters: Record<string, { value: string }> };
  return Object.fromEntries(Object.entries(parameters).map(([key, { value }]) => [key, value]));
}
