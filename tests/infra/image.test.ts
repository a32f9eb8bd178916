/** The server's image without Docker: its recipe is read, followed as far as files go, and what it starts is started. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as nap } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { emptyAccount } from '../support/azurite.ts';
import { building, copies, isLetIn, restOf, running, steps } from '../support/image-recipe.ts';
import { productionBuild } from '../support/production-build.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guid = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;

/** The command in exec form: no shell stands between the signal and node. */
function commandIn(rest: string): readonly string[] {
  const command: unknown = JSON.parse(rest.slice(rest.indexOf('[')));
  assert.ok(Array.isArray(command) && command.every((word) => typeof word === 'string'), rest);
  return command;
}

describe('The recipe of the server’s image', () => {
  it('names one exact version of Node for both stages', () => {
    const images = restOf(steps, 'FROM').map((rest) => rest.split(' ')[0] ?? '');
    assert.equal(new Set(images).size, 1);
    assert.match(images[0] ?? '', /^node:22\.\d+\.\d+-\w+-slim(@sha256:[0-9a-f]{64})?$/);
  });

  it('runs the very Node that the tests run on besides this one', () => {
    const tested = readFileSync(join(root, 'tests/support/other-nodes.mjs'), 'utf8');
    const [, version] =
      /^FROM node:([\d.]+)-/m.exec(readFileSync(join(root, 'infra/Dockerfile'), 'utf8')) ?? [];
    assert.ok(version && tested.includes(`'${version}'`), version);
  });

  it('installs from the lock file, builds, and leaves behind what only developers use', () => {
    const commands = restOf(building, 'RUN').map((rest) => commandIn(rest).join(' '));
    assert.deepEqual(commands, ['npm ci', 'npm run build', 'npm prune --omit=dev']);
    assert.deepEqual(restOf(running, 'RUN'), []);
    assert.deepEqual(restOf(running, 'ENV'), ['NODE_ENV=production']);
  });

  it('is no longer root when it starts, and starts node itself', () => {
    const words = running.map(({ word }) => word);
    assert.deepEqual(restOf(running, 'USER'), ['node']);
    assert.ok(words.indexOf('USER') < words.indexOf('CMD'));
    assert.ok(!words.includes('ENTRYPOINT'));
    assert.deepEqual(commandIn(restOf(running, 'CMD')[0] ?? ''), ['node', 'dist/bot/index.js']);
    assert.equal(commandIn(restOf(running, 'HEALTHCHECK')[0] ?? '')[0], 'node');
  });

  it('is given all that it copies, and no history, secrets or tests', () => {
    for (const { from } of copies(building))
      for (const path of from) {
        assert.ok(existsSync(join(root, path)), path);
        assert.ok(isLetIn(path), `${path} is kept out`);
      }
    for (const path of ['.git', 'infra/env/.env.dev', 'tests', 'node_modules', '.line', 'bot/local'])
      assert.equal(isLetIn(path), false, path);
  });
});

describe('What the image starts', () => {
  let made: string;
  let image: string;
  let server: ChildProcess;
  let ended: Promise<unknown[]>;
  let port: string;
  // where a server that keeps something on its disk would write
  const written = ['.', 'dist', 'dist/bot', 'dist/tab'];
  // root may do anything: the image's user may not
  const nobody = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

  before(async () => {
    made = mkdtempSync(join(tmpdir(), 'line-image-'));
    image = join(made, 'image');
    const build = await productionBuild();
    for (const { from, to } of copies(running))
      for (const path of from) {
        const target = join(image, to.endsWith('/') ? join(to, path) : to);
        mkdirSync(dirname(target), { recursive: true });
        if (path === 'node_modules') symlinkSync(join(root, path), target);
        else cpSync(join(build, path), target, { recursive: true });
      }
    chmodSync(made, 0o755);
    for (const folder of written) chmodSync(join(image, folder), 0o555);
    port = String(await freePort());
    const [, ...words] = commandIn(restOf(running, 'CMD')[0] ?? '');
    server = spawn(process.execPath, words, {
      cwd: image,
      stdio: ['ignore', 'ignore', 'inherit'],
      ...nobody,
      env: {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: port,
        PUBLIC_URL: 'https://line.example',
        BOT_ID: guid(1),
        BOT_TENANT_ID: guid(2),
        BOT_TYPE: 'UserAssignedMsi',
        TABLES_CONNECTION: await emptyAccount(),
        DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
        COUNTY_FILE: 'dist/bot/counties/kymenlaakso.json',
        FIRST_SUPERVISOR: guid(3),
        TAB_CLIENT_ID: guid(4),
        TEAMS_APP_ID: guid(5),
      },
    });
    ended = once(server, 'exit');
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isReady())) {
      assert.equal(server.exitCode, null, 'the server ended');
      await nap(100);
    }
  });
  after(async () => {
    server?.kill('SIGKILL');
    await ended;
    for (const folder of written) chmodSync(join(image, folder), 0o755);
    rmSync(made, { recursive: true, force: true });
  });

  async function health(): Promise<number> {
    const [, ...words] = commandIn(restOf(running, 'HEALTHCHECK')[0] ?? '');
    const check = spawn(process.execPath, words, { env: { PORT: port }, stdio: 'ignore', ...nobody });
    const [code] = (await once(check, 'exit')) as [number];
    return code;
  }

  it('runs as a user who can write nothing, and its health check says so', async () => {
    assert.equal(await health(), 0);
  });

  it('ends when it is told to, and its health check says that too', async () => {
    server.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.equal(await health(), 1);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
