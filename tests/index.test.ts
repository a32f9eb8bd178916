/** The server as a process: what it does when the host tells it to stop. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { personId, regionId } from '../bot/domain/names.ts';
import type { PersonDriver } from '../bot/local/people/driver.ts';
import { settingsForBot } from '../bot/local/start/settings-for-bot.ts';
import { townOf, worldOf } from '../bot/local/start/town.ts';
import { createStandInTeams, type StandInTeams } from '../bot/local/teams.ts';
import { azuriteTables, emptyAccount } from './support/azurite.ts';
import { county, noon } from './support/cases.ts';
import { readsTypeScript } from './support/own-process.ts';
import { emptyStore } from './support/stores.ts';
import { wordsIn } from './support/words.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const town = townOf(county);
const region = regionId('pohjoinen');

describe('The server, told to stop', () => {
  let teams: StandInTeams;
  let server: ChildProcess;
  let url: string;
  let asker: PersonDriver;
  let ended: Promise<unknown[]>;
  let logged: string;
  let account: string;

  beforeEach(async () => {
    teams = await createStandInTeams({ world: worldOf(town), rates: 'off' });
    await teams.start();
    account = await emptyAccount();
    const PORT = String(await freePort());
    url = `http://127.0.0.1:${PORT}`;
    server = spawn(process.execPath, [...readsTypeScript, 'bot/index.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...settingsForBot(teams),
        PORT,
        PUBLIC_URL: url,
        TABLES_CONNECTION: account,
        DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
        COUNTY_FILE: 'bot/counties/pohjois-savo.json',
        FIRST_SUPERVISOR: town.supervisor.id,
        TEAMS_APP_ID: 'a0000000-0000-4000-8000-0000000000aa',
      },
    });
    ended = once(server, 'exit');
    logged = '';
    server.stdout?.on('data', (words: Buffer) => {
      logged += words;
    });
    await opened(url, server);
    teams.botEndpoint = `${url}/api/messages`;
    asker = teams.as(town.askers[0]?.id ?? '');
  });
  afterEach(async () => {
    server.kill('SIGKILL');
    await ended;
    await teams.stop();
  });

  async function bindRegion(): Promise<void> {
    const { bindings } = await emptyStore({ tables: azuriteTables('', account) });
    await bindings.bind({
      for: region,
      teamId: town.team.id,
      channelId: town.channelOf(region),
      channelName: 'Pohjoinen',
      serviceUrl: teams.serviceUrl,
      tenantId: teams.tenantId,
      boundBy: { id: personId(town.supervisor.id), name: town.supervisor.name },
      boundAt: noon,
    });
  }

  it('in mid-turn, takes no new one, answers the one in hand, and ends in peace', async () => {
    const { promise: until, resolve: goOn } = promised();
    const slow = teams.faults.add({ match: { operation: 'send' }, kind: 'delay', until });
    const said = asker.say('Voiko Iisalmessa asuva asiakas saada ateriapalvelun?');
    await teams.until(() => slow.hits > 0, 'a turn that waits for Teams');
    server.kill('SIGTERM');
    await closed(url);
    assert.equal(server.exitCode, null, 'it waits for the turn');
    goOn();
    await said;
    assert.deepEqual(await ended, [0, null]);
    assert.match(wordsIn(asker.lastCard().card), /Voiko Iisalmessa asuva asiakas/);
    assert.deepEqual(
      teams.deliveries.map(({ status }) => status),
      teams.deliveries.map(() => 200),
    );
    assert.match(logged, /the line is closed/);
  });

  it('while a case is being shown, shows it to the end', async () => {
    await bindRegion();
    await asker.say('Kuka arvioi palvelutarpeen Iisalmessa?');
    const { promise: until, resolve: goOn } = promised();
    const slow = teams.faults.add({ match: { operation: 'create' }, kind: 'delay', until });
    const inputs = { topic: 'guidance', priority75: 'yes', urgency: 'today', care: 'none' };
    await asker.press(asker.lastCard(), 'ask', inputs);
    await teams.until(() => slow.hits > 0, 'a card that waits for Teams');
    server.kill('SIGTERM');
    await closed(url);
    goOn();
    assert.deepEqual(await ended, [0, null]);
    assert.match(wordsIn(asker.lastCard().card), /Lähetit kysymyksen/);
    const [thread] = teams.channel(town.channelOf(region)).threads();
    assert.match(wordsIn(thread?.root.card), /Kuka arvioi palvelutarpeen/);
  });
});

function promised() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function opened(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    assert.equal(server.exitCode, null, 'the server ended');
    if ((await fetch(`${url}/ready`).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function closed(url: string): Promise<void> {
  while (await fetch(`${url}/health`).catch(() => undefined))
    await new Promise((resolve) => setTimeout(resolve, 20));
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
