/** `npm start`: the whole line on this machine — tables, the production server, and a Teams to try it in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCounty } from '../../counties/read-county.ts';
import type { County } from '../../domain/county.ts';
import { moment } from '../../domain/names.ts';
import { migrateRows } from '../../store/migration/row-version.ts';
import { openStore } from '../../store/store.ts';
import { createSeal, type DataKeys } from '../../store/tables/seal.ts';
import { openTables, tableNames } from '../../store/tables/tables.ts';
import { guid } from '../service/world.ts';
import { createStandInTeams, type StandInTeams } from '../teams.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { liveFirstDay } from './first-day.ts';
import { loadMadeUpContacts } from './made-up-contacts.ts';
import { settingsForBot } from './settings-for-bot.ts';
import { newTeamOf, type Town, townOf, worldOf } from './town.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Where yesterday is kept: tables, messages, keys. */
const folder = process.env['LINE_FOLDER'] ?? join(root, '.line');
const countyFile = process.env['COUNTY_FILE'] ?? join(root, 'bot/counties/pohjois-savo.json');
const ports = {
  teams: Number(process.env['TEAMS_PORT'] ?? 5180),
  bot: Number(process.env['PORT'] ?? 3978),
  tables: Number(process.env['TABLES_PORT'] ?? 10102),
};

/** Something that a person must put right first; said without a stack. */
class Hindrance extends Error {}

async function start(): Promise<void> {
  const ending: (() => Promise<void>)[] = [];
  const end = endOnce(ending);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await mustBeFree();
  await build();
  mkdirSync(folder, { recursive: true });
  const county = await loadCounty(countyFile);
  const town = townOf(county);
  const tables = await startAzurite({ folder: join(folder, 'tables'), port: ports.tables });
  ending.unshift(() => tables.stop());
  await bringUpRows(tables);
  if (isFirstDay()) await makeUpHistory(tables, county);
  const teams = await openTeams(town, county);
  ending.unshift(() => teams.stop());
  const bot = startServer(teams, tables, town);
  ending.unshift(() => stopped(bot));
  bot.once('exit', (code) => void (code && end()));
  await answering(`http://127.0.0.1:${ports.bot}/ready`);
  await teams.announce();
  if (isFirstDay() && !isOwnFirstDay) {
    console.log('The first day: binding the channels and asking a few questions …');
    await liveFirstDay(teams, town, county);
    writeFileSync(join(folder, 'first-day-lived'), new Date().toISOString());
  }
  welcome(teams, town);
}

/** `FIRST_DAY=mine` leaves the channels unbound and gives nobody a role: the supervisor is led through it. */
const isOwnFirstDay = process.env['FIRST_DAY'] === 'mine';
const isFirstDay = () => !existsSync(join(folder, 'first-day-lived'));

// === what must be there first

async function mustBeFree(): Promise<void> {
  for (const [what, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      const setting = { teams: 'TEAMS_PORT', bot: 'PORT', tables: 'TABLES_PORT' }[what];
      throw new Hindrance(
        `Port ${port} is busy. Is the line running already? Otherwise choose another: ${setting}=${port + 1} npm start`,
      );
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Builds the production server and the tab when their sources are newer than what was built. */
async function build(): Promise<void> {
  const built = join(root, 'dist/built');
  const isNew = existsSync(built) && newestIn('bot', 'tab') <= statSync(built).mtimeMs;
  if (isNew) return;
  console.log('Building the server and the tab …');
  await run('npm', ['run', '--silent', 'build']);
  writeFileSync(built, '');
}

function newestIn(...folders: readonly string[]): number {
  const times = folders.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true }).map(
      (file) => statSync(join(root, name, String(file))).mtimeMs,
    ),
  );
  return Math.max(...times);
}

function run(command: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) return resolve();
      reject(new Hindrance(`“${command} ${words.join(' ')}” failed. What it said stands above.`));
    });
  });
}

// === what is started

async function openTeams(town: Town, county: County): Promise<StandInTeams> {
  const world = worldOf(town);
  const teams = await createStandInTeams({
    port: ports.teams,
    folder: join(folder, 'teams'),
    world: { ...world, teams: [...world.teams, newTeamOf(town, county)] },
    botName: 'Viranomaislinja',
    botEndpoint: `http://127.0.0.1:${ports.bot}/api/messages`,
    tab: { clientId: guid('tab'), url: `http://127.0.0.1:${ports.bot}/tab/`, name: 'Linja' },
  });
  await teams.start();
  return teams;
}

/** Yesterday's rows may be of an older version; here nothing else runs on them meanwhile. */
async function bringUpRows({ connection }: Azurite): Promise<void> {
  const tables = openTables({ connection });
  for (const name of tableNames) await tables[name].make();
  await migrateRows({ tables, seal: createSeal(keys()) });
}

/** A year and a half of made-up contacts, so that the tallies have something to compare. */
async function makeUpHistory(tables: Azurite, county: County): Promise<void> {
  console.log('Making up a year and a half of contacts …');
  const clock = { now: () => moment(new Date().toISOString()) };
  const store = openStore({
    tables: openTables({ connection: tables.connection }),
    keys: keys(),
    clock,
  });
  await store.createTables();
  await loadMadeUpContacts(store, county, clock.now());
}

function startServer(teams: StandInTeams, tables: Azurite, town: Town): ChildProcess {
  return spawn(process.execPath, [join(root, 'dist/bot/index.js')], {
    cwd: root,
    stdio: ['ignore', openSync(join(folder, 'server.log'), 'a'), 'inherit'],
    env: {
      ...process.env,
      ...settingsForBot(teams),
      PORT: String(ports.bot),
      TABLES_CONNECTION: tables.connection,
      DATA_KEYS: dataKeys(),
      COUNTY_FILE: countyFile,
      FIRST_SUPERVISOR: town.supervisor.id,
      TEAMS_APP_ID: guid('app'),
      PUBLIC_URL: `http://127.0.0.1:${ports.bot}`,
    },
  });
}

/** The same key tomorrow: yesterday's cases must open. */
function keys(): DataKeys {
  const [id = '', key = ''] = dataKeys().split(':');
  return [{ id, key: Buffer.from(key, 'base64') }];
}

function dataKeys(): string {
  const file = join(folder, 'data-key');
  if (!existsSync(file)) writeFileSync(file, `local:${randomBytes(32).toString('base64')}`, { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Hindrance(
    `The server did not get ready in half a minute. Its log: ${join(folder, 'server.log')}`,
  );
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function endOnce(ending: readonly (() => Promise<void>)[]): () => void {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    void (async () => {
      for (const part of ending) await part();
      process.exit();
    })();
  };
}

function welcome(teams: StandInTeams, town: Town): void {
  const [asker] = town.askers;
  const [advisor] = town.advisors;
  console.log(`
The line is open.
  Teams        ${teams.url}/?left=${asker?.id}&right=${advisor?.id}
  the tab      ${teams.url}/ → Linja (or http://127.0.0.1:${ports.bot}/tab/)
  kept in      ${folder}

Try this:
  1. As ${asker?.name} (left), write: Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi?
  2. Fill in what the card still asks and press Lähetä; as an advisor of the region, press Ota käsittelyyn and Vastaa.
  3. See the answer arrive in the asker's card. Ctrl-C ends everything; tomorrow it is all still there.
  4. As ${town.supervisor.name}, under Tiimit, add the line to Uusi tiimi, or live the first day yourself:
     FIRST_DAY=mine LINE_FOLDER=.line/mine npm start
`);
}

start().catch((error: unknown) => {
  if (!(error instanceof Hindrance)) throw error;
  console.error(error.message);
  process.exit(1);
});
