/** `npm start` as a newcomer runs it: one command, everything up, everything down, and yesterday still there. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type { LibraryView } from '../../../bot/domain/views/library-views.ts';
import { readsTypeScript } from '../../support/own-process.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

type Started = { readonly child: ChildProcess; readonly said: () => string };

describe('npm start', () => {
  let folder: string;
  let ports: { TEAMS_PORT: string; PORT: string; TABLES_PORT: string };
  const begun = new Set<ChildProcess>();
  let running: Promise<Started> | undefined;
  let hasLived = false;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'line-'));
    const [teams, bot, tables] = await Promise.all([freePort(), freePort(), freePort()]);
    ports = { TEAMS_PORT: String(teams), PORT: String(bot), TABLES_PORT: String(tables) };
  });
  after(async () => {
    await Promise.all([...begun].map(end));
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<Started> => {
    const child = spawn(process.execPath, [...readsTypeScript, 'bot/local/start/start.ts'], {
      cwd: root,
      env: { ...process.env, ...ports, LINE_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    begun.add(child);
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', () => /Try this/.test(said) && resolve());
      child.once('exit', () => reject(new Error(`It ended:\n${said}`)));
    });
    hasLived = true;
    return { child, said: () => said };
  };
  const up = () => {
    running ??= start();
    return running;
  };
  const down = async () => {
    const last = await running;
    if (last) await end(last.child);
    running = undefined;
  };
  const chats = async () => {
    const people = (await (
      await fetch(`http://127.0.0.1:${ports.TEAMS_PORT}/api/people`)
    ).json()) as unknown[];
    return people.length;
  };

  it('brings up the server, the tab and the stand-in Teams, and says where they are and what to try', async () => {
    const started = await up();
    assert.match(started.said(), new RegExp(`http://127.0.0.1:${ports.TEAMS_PORT}/`));
    const ready = await fetch(`http://127.0.0.1:${ports.PORT}/ready`);
    assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready', warnings: [] }]);
    const tab = await fetch(`http://127.0.0.1:${ports.PORT}/tab/`);
    assert.match(await tab.text(), /<div id="root">/);
    const page = await fetch(`http://127.0.0.1:${ports.TEAMS_PORT}/`);
    assert.equal(page.status, 200);
  });

  it('has instructions that an asker can read, and others that wait for the county’s approval', async () => {
    await up();
    const teams = `http://127.0.0.1:${ports.TEAMS_PORT}/api`;
    const people = (await (await fetch(`${teams}/people`)).json()) as { id: string; name: string }[];
    const seenBy = async (name: string) => {
      const { id } = people.find((one) => one.name === name) ?? assert.fail(name);
      const { token } = (await (await fetch(`${teams}/as/${id}/tab-token`)).json()) as { token: string };
      const headers = { authorization: `Bearer ${token}` };
      const library = await fetch(`http://127.0.0.1:${ports.PORT}/api/tab/library`, { headers });
      const { pages } = (await library.json()) as LibraryView;
      return pages.map(({ id: page, state }) => `${page}: ${state}`);
    };
    const askers = await seenBy('Niina Nurminen');
    assert.ok(askers.includes('operating-toimintaohje: published'), askers.join());
    assert.ok(!askers.some((page) => page.startsWith('criteria')), askers.join());
    assert.ok((await seenBy('Elina Esimies')).includes('criteria-tilapaiset-palvelut: draft'));
  });

  it('says what to do when a port is busy', async () => {
    await up();
    const second = start();
    await assert.rejects(second, new RegExp(`Port ${ports.TEAMS_PORT} is busy.*TEAMS_PORT=`, 's'));
  });

  it('ends everything it started when it is told to', async () => {
    await up();
    await down();
    for (const port of Object.values(ports)) await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
    assert.ok(readdirSync(folder).length > 0, 'what was kept is there');
  });

  it('finds yesterday at its second start, without living the first day again', async () => {
    if (!hasLived) await up();
    await down();
    const started = await up();
    assert.doesNotMatch(started.said(), /The first day/);
    assert.ok((await chats()) > 10);
    const ready = await fetch(`http://127.0.0.1:${ports.PORT}/ready`);
    assert.deepEqual(await ready.json(), { status: 'ready', warnings: [] });
  });
});

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
