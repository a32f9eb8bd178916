/** The production build, made from nothing but the sources: what is in it, and that it starts only when it is safe. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'mocha';
import { emptyAccount } from './support/azurite.ts';
import { productionBuild } from './support/production-build.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const guid = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;

// static, after the braces of a long list, and loaded later; relative ones are our own
const imports = /(?:^(?:(?:import|export|\}).* from |import )|\bimport\()['"]([\w@][^'"\n]*)['"]/gm;

describe('The production build', () => {
  let checkout: string;
  const dist = (path: string) => join(checkout, 'dist', path);

  before(async () => {
    checkout = await productionBuild();
  });

  const filesIn = (folder: string) =>
    readdirSync(dist(folder), { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));

  it('holds the server, every county file as it stands in the sources, and the tab', () => {
    const counties = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.json'));
    assert.deepEqual(counties(dist('bot/counties')), counties(join(root, 'bot/counties')));
    for (const file of ['bot/index.js', 'tab/index.html']) assert.ok(existsSync(dist(file)), file);
    assert.match(readFileSync(dist('tab/index.html'), 'utf8'), /src="\/tab\/assets\/[^"]+\.js"/);
  });

  it('holds nothing of the stand-in Teams, nor of anything that only developers install', () => {
    const files = filesIn('bot');
    assert.ok(files.length > 100, `only ${files.length} files`);
    assert.deepEqual(
      files.filter((file) => file.startsWith('local')),
      [],
    );
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const imported = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...readFileSync(dist(`bot/${file}`), 'utf8').matchAll(imports)])
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('node:'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    assert.ok(imported.includes('botbuilder'));
    assert.deepEqual(
      [...new Set(imported)].filter((name) => !(name in dependencies)),
      [],
    );
  });

  // only what is given here: nothing of the machine's own environment
  const start = (env: Readonly<Record<string, string>>): ChildProcess =>
    spawn(process.execPath, ['dist/bot/index.js'], { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'] });

  async function refusal(env: Readonly<Record<string, string>>): Promise<{ code: unknown; said: string }> {
    const server = start(env);
    let said = '';
    server.stderr?.on('data', (words: Buffer) => {
      said += words;
    });
    const [code] = (await once(server, 'close')) as [number];
    return { code, said };
  }

  const whole = {
    HOST: '127.0.0.1',
    BOT_ID: guid(1),
    BOT_TENANT_ID: guid(2),
    BOT_TYPE: 'UserAssignedMsi',
    DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    PUBLIC_URL: 'https://line.example',
    COUNTY_FILE: 'dist/bot/counties/pohjois-savo.json',
    FIRST_SUPERVISOR: guid(3),
    TAB_CLIENT_ID: guid(4),
    TEAMS_APP_ID: guid(5),
  };

  it('does not start in an empty environment, and names every setting that it wants', async () => {
    const { code, said } = await refusal({});
    assert.equal(code, 1);
    const settings = [
      'BOT_ID',
      'BOT_TENANT_ID',
      'BOT_TYPE',
      'TABLES_CONNECTION or TABLES_ENDPOINT',
      'DATA_KEYS',
    ];
    for (const name of [
      ...settings,
      'COUNTY_FILE',
      'FIRST_SUPERVISOR',
      'TAB_CLIENT_ID',
      'TEAMS_APP_ID',
      'PUBLIC_URL',
    ])
      assert.match(said, new RegExp(`^- ${name} is missing: .+\\.$`, 'm'));
    assert.doesNotMatch(said, /\n\s+at /);
  });

  const unsafe: readonly (readonly [what: string, change: Readonly<Record<string, string>>, why: RegExp])[] =
    [
      ['without the bot’s id', { BOT_ID: '' }, /BOT_ID is missing: .*anybody could speak as Teams/],
      ['without a key for client data', { DATA_KEYS: '' }, /DATA_KEYS is missing/],
      [
        'trusting another issuer',
        { BOT_TOKEN_ISSUER: 'https://evil.example' },
        /BOT_TOKEN_ISSUER would let a stranger sign in/,
      ],
      [
        'made for one machine, on an open address',
        { LOCAL: '1', HOST: '0.0.0.0' },
        /LOCAL is set on an open address/,
      ],
    ];
  for (const [what, change, why] of unsafe) {
    it(`does not start ${what}`, async () => {
      const { code, said } = await refusal({
        ...whole,
        TABLES_ENDPOINT: 'https://tables.example',
        ...change,
      });
      assert.equal(code, 1);
      assert.match(said, why);
    });
  }

  it('starts when all is right, serves the tab, and stops when told to', async () => {
    const PORT = String(await freePort());
    const server = start({ ...whole, PORT, TABLES_CONNECTION: await emptyAccount() });
    const ended = once(server, 'exit');
    try {
      const url = `http://127.0.0.1:${PORT}`;
      await answering(`${url}/ready`, server);
      const page = await fetch(`${url}/tab/`);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /\/tab\/assets\//);
    } finally {
      server.kill('SIGTERM');
    }
    assert.deepEqual(await ended, [0, null]);
  });
});

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    assert.equal(server.exitCode, null, 'the server ended');
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
