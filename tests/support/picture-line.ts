/** A line to take pictures of: the whole line in this process, on a Monday at noon, its first day lived and its tallies full. */
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startService } from '../../bot/compose.ts';
import { loadCounty } from '../../bot/counties/read-county.ts';
import { loadStarterPages } from '../../bot/counties/read-instructions.ts';
import type { County, Language } from '../../bot/domain/county.ts';
import { moment } from '../../bot/domain/names.ts';
import { guid } from '../../bot/local/service/world.ts';
import { startAzurite } from '../../bot/local/start/azurite.ts';
import { liveFirstDay } from '../../bot/local/start/first-day.ts';
import { loadMadeUpContacts } from '../../bot/local/start/made-up-contacts.ts';
import { settingsForBot } from '../../bot/local/start/settings-for-bot.ts';
import { type Town, townOf, worldOf } from '../../bot/local/start/town.ts';
import { createStandInTeams, type StandInTeams } from '../../bot/local/teams.ts';
import { readSettings } from '../../bot/settings.ts';
import { migrateRows } from '../../bot/store/migration/row-version.ts';
import { openStore } from '../../bot/store/store.ts';
import { createSeal } from '../../bot/store/tables/seal.ts';
import { openTables, tableNames } from '../../bot/store/tables/tables.ts';
import { builtTab } from './teams-frame.ts';

/** The same noon in every picture, so that a picture changes only when the product does. */
export const pictureTime = moment('2026-11-23T10:00:00.000Z');
const clock = { now: () => pictureTime };
const countyFile = fileURLToPath(new URL('../../bot/counties/pohjois-savo.json', import.meta.url));

export type PictureLine = {
  readonly teams: StandInTeams;
  readonly town: Town;
  readonly county: County;
  /** Ends everything that was started. */
  stop(): Promise<void>;
};

/** Everybody's Teams, and the channels, speak `language`. */
export async function openPictureLine(language: Language): Promise<PictureLine> {
  const county = { ...(await loadCounty(countyFile)), channelLanguage: language };
  const town = townOf(county);
  const tables = await startAzurite();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const teams = await createStandInTeams({
    world: worldIn(town, language),
    botName: county.lineName[language],
    botEndpoint: `${address}/api/messages`,
    tab: { clientId: guid('tab'), url: `${address}/tab/`, name: language === 'sv' ? 'Linjen' : 'Linja' },
    rates: 'off',
    untilWithin: 60_000,
    clock: () => Date.parse(pictureTime),
  });
  await teams.start();
  const settings = readSettings(environment({ teams, tables: tables.connection, town, address, port }));
  await fillTallies(county, tables.connection, settings.dataKeys);
  const service = await startService({
    settings,
    county,
    clock,
    starterPages: await loadStarterPages(countyFile),
    tabFolder: await builtTab(),
    log: () => undefined,
  });
  await teams.announce();
  await liveFirstDay(teams, town, county);
  return {
    teams,
    town,
    county,
    async stop() {
      await service.stop();
      await teams.stop();
      await tables.stop();
    },
  };
}

/** People as the local start makes them, but for their language: a guide is read in one. */
function worldIn(town: Town, language: Language) {
  const world = worldOf(town);
  const locale = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' }[language];
  return { ...world, people: world.people.map((one) => ({ ...one, locale })) };
}

type Places = {
  readonly teams: StandInTeams;
  readonly tables: string;
  readonly town: Town;
  readonly address: string;
  readonly port: number;
};

const dataKeys = `k1:${Buffer.alloc(32, 1).toString('base64')}`;

function environment({ teams, tables, town, address, port }: Places): Readonly<Record<string, string>> {
  const env: Readonly<Record<string, string>> = {
    ...settingsForBot(teams),
    PORT: String(port),
    TABLES_CONNECTION: tables,
    DATA_KEYS: dataKeys,
    COUNTY_FILE: countyFile,
    FIRST_SUPERVISOR: town.supervisor.id,
    TEAMS_APP_ID: guid('app'),
    PUBLIC_URL: address,
  };
  // the outbound token's source is read by the SDK itself
  for (const name of ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER']) process.env[name] = env[name];
  return env;
}

async function fillTallies(
  county: County,
  connection: string,
  keys: Parameters<typeof openStore>[0]['keys'],
): Promise<void> {
  const tables = openTables({ connection });
  for (const name of tableNames) await tables[name].make();
  await migrateRows({ tables, seal: createSeal(keys) });
  const store = openStore({
    tables,
    keys,
    clock,
  });
  await loadMadeUpContacts(store, county, pictureTime);
}

/** The tab's address is told to Teams before the server listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() =>
        at && typeof at === 'object' ? resolve(at.port) : reject(new Error('No port is free')),
      );
    });
  });
}
