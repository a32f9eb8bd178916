/** The server as a process: how it starts while its storage is away, and what it does when the host tells it to stop. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { personId, regionId } from '../bot/domain/names.ts';
import type { PersonDriver } from '../bot/local/people/driver.ts';
import { type Azurite, startAzurite } from '../bot/local/start/azurite.ts';
import { settingsForBot } from '../bot/local/start/settings-for-bot.ts';
import { townOf, worldOf } from '../bot/local/start/town.ts';
import { createStandInTeams, type StandInTeams } from '../bot/local/teams.ts';
import { azuriteTables, emptyAccount } from './support/azurite.ts';
import { county, noon } from './support/cases.ts';
import { readsTypeScript } from './support/own-process.ts';
import { ownAccounts } from './support/run/accounts.ts';
import { emptyStore } from './support/stores.ts';
import { wordsIn } from './support/words.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const town = townOf(county);
const region = regionId('pohjoinen');

const urlOf = (port: number) => `http://127.0.0.1:${port}`;

const started = (teams: StandInTeams, port: number, account: string) =>
  spawn(process.execPath, [...readsTypeScript, 'bot/index.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...settingsForBot(teams),
      PORT: String(port),
      PUBLIC_URL: urlOf(port),
      TABLES_CONNECTION: account,
      DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      COUNTY_FILE: 'bot/counties/pohjois-savo.json',
      FIRST_SUPERVISOR: town.supervisor.id,
      TEAMS_APP_ID: 'a0000000-0000-4000-8000-0000000000aa',
    },
  });

describe('The server, started while its storage is away', () => {
  it('waits for it and says so, takes nothing, and opens when storage comes', async () => {
    const teams = await createStandInTeams({ world: worldOf(town), rates: 'off' });
    await teams.start();
    const [port, tablesPort] = [await freePort(), await freePort()];
    const away = (await emptyAccount()).replace(/(TableEndpoint=http:\/\/[^:]+:)\d+/, `$1${tablesPort}`);
    const url = urlOf(port);
    const server = started(teams, port, away);
    const ended = once(server, 'exit');
    let tables: Azurite | undefined;
    try {
      const answer = await answering(`${url}/ready`, server);
      assert.equal(answer.status, 503);
      assert.deepEqual(await answer.json(), { status: 'not ready', storage: 'is waited for' });
      assert.equal((await fetch(`${url}/health`)).status, 200);
      const turn = await fetch(`${url}/api/messages`, { method: 'POST', body: '{}' });
      assert.deepEqual([turn.status, turn.headers.get('retry-after')], [503, '2']);
      assert.equal((await fetch(`${url}/api/tab/me`)).status, 503);
      tables = await startAzurite({ port: tablesPort, accounts: ownAccounts });
      await opened(url, server);
      teams.botEndpoint = `${url}/api/messages`;
      const asker = teams.as(town.askers[0]?.id ?? '');
      await asker.say('Voiko Iisalmessa asuva asiakas saada ateriapalvelun?');
      assert.match(wordsIn(asker.lastCard().card), /Voiko Iisalmessa asuva asiakas/);
    } finally {
      server.kill('SIGKILL');
      await ended;
      await tables?.stop();
      await teams.stop();
    }
  });
});

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
    const port = await freePort();
    url = urlOf(port);
    server = started(teams, port, account);
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

/** The first answer that a server gives, or the first such as is wished for. */
async function answering(
  url: string,
  server: ChildProcess,
  isWished: (answer: Response) => boolean = () => true,
): Promise<Response> {
  for (;;) {
    assert.equal(server.exitCode, null, 'the server ended');
    const answer = await fetch(url).catch(() => undefined);
    if (answer && isWished(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const opened = (url: string, server: ChildProcess) => answering(`${url}/ready`, server, ({ ok }) => ok);

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
