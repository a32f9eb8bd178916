/** The whole line for story tests: the production server in this process, a stand-in Teams over HTTP, tables of its own. */
import { setTimeout as nap } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Service, startService } from '../../bot/compose.ts';
import type { LogFacts } from '../../bot/desk/ports.ts';
import type { County } from '../../bot/domain/county.ts';
import { type Moment, moment, personId, type RegionId } from '../../bot/domain/names.ts';
import type { SeenMessage, SeenThread } from '../../bot/local/people/seeing.ts';
import { NotThereYet } from '../../bot/local/service/changes.ts';
import { settingsForBot } from '../../bot/local/start/settings-for-bot.ts';
import { type Town, townOf, worldOf } from '../../bot/local/start/town.ts';
import { createStandInTeams, type StandInTeams } from '../../bot/local/teams.ts';
import { readSettings } from '../../bot/settings.ts';
import { noon, county as pohjoisSavo } from './cases.ts';
import { lendIdentity } from './identity.ts';
import { type Between, type OwnTables, ownTables, stillClock } from './stores.ts';

export type LogLine = { readonly level: string; readonly event: string; readonly facts: LogFacts };

export type TestLine = {
  readonly teams: StandInTeams;
  readonly town: Town;
  readonly county: County;
  readonly service: Service;
  readonly log: readonly LogLine[];
  readonly tables: OwnTables;
  readonly clock: ReturnType<typeof stillClock>;
  /** The address of the server itself. */
  readonly url: string;
  /** One round of upkeep, at `now` when given. */
  round(now?: Moment): Promise<void>;
  /** Waits until Teams shows every case as it is kept. */
  shown(): Promise<void>;
  /** Another process of the same line: same tables, same Teams. */
  another(options?: LineWish): Promise<Service>;
  /** Ends the process as a stop would, and starts it again on the same tables. */
  restart(): Promise<void>;
  threads(region: RegionId | 'supervisors'): readonly SeenThread[];
  /** The card that the advisors of a region see, of the newest thread. */
  advisorsCard(region: RegionId): SeenMessage;
  stop(): Promise<void>;
};

export type LineWish = {
  readonly county?: County;
  readonly now?: Moment;
  /** Its tables; some in memory unless told. */
  readonly tables?: OwnTables;
  /** Between this process and its tables. */
  readonly faults?: Between;
  /** False: no region has a channel and nobody a role, but the first supervisor. */
  readonly bound?: boolean;
  /** Advisors, too, have the line in a chat of their own; without it they have met it in their channels only. */
  readonly everybody?: boolean;
  /** How often a call to Teams is tried in one go. */
  readonly tries?: number;
  /** How long such a call may take, in milliseconds. */
  readonly callWithinMs?: number;
  /** How long Teams waits for the bot; as good as for ever unless told, so that a slow machine passes. */
  readonly patience?: { readonly message: number; readonly invoke: number };
  /** Milliseconds between the rounds of upkeep; without it the test does them. */
  readonly roundEvery?: number;
  /** Of the built page; what was built last unless told. */
  readonly tabFolder?: string;
};

/** What has not come by then never will, however slow the machine. */
const forEver = 120_000;

/** A line that is open on a Monday at noon, its regions bound and staffed; to be stopped by the test. */
export async function openTestLine(wish: LineWish = {}): Promise<TestLine> {
  const { county = pohjoisSavo, bound = true } = wish;
  const town = townOf(county);
  const clock = stillClock(wish.now ?? noon);
  const { tables = ownTables() } = wish;
  const log: LogLine[] = [];
  const teams = await createStandInTeams({
    world: worldOf(town),
    rates: 'off',
    botName: 'Linja',
    untilWithin: forEver,
    patience: wish.patience ?? { message: forEver, invoke: forEver },
  });
  await teams.start();
  const env: Readonly<Record<string, string>> = {
    ...settingsForBot(teams),
    PORT: '1',
    // the tables are lent
    TABLES_CONNECTION: 'UseDevelopmentStorage=true',
    DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    COUNTY_FILE: 'given-by-the-test',
    FIRST_SUPERVISOR: town.supervisor.id,
    TEAMS_APP_ID: 'a0000000-0000-4000-8000-0000000000aa',
    PUBLIC_URL: 'http://127.0.0.1:3978',
  };
  // the outbound token's source is read by the SDK itself
  await lendIdentity({ endpoint: teams.tokens.identityEndpoint, header: teams.tokens.identityHeader });
  const open = async (more: LineWish = {}) =>
    startService({
      settings: { ...readSettings(env), port: 0 },
      county,
      clock,
      roundEvery: more.roundEvery ?? 0,
      teamsOptions: {
        plan: {
          tries: more.tries ?? 2,
          firstWaitMs: 10,
          longestWaitMs: 100,
          callWithinMs: more.callWithinMs ?? 60_000,
        },
        limits: { send: [], members: [], all: [] },
      },
      tabFolder: wish.tabFolder ?? fileURLToPath(new URL('../../dist/tab', import.meta.url)),
      log: (level, event, facts = {}) => void log.push({ level, event, facts }),
      tables: await (more.tables ?? tables).open(more.faults),
    });
  let service = await open(wish);
  const point = () => {
    teams.botEndpoint = `http://127.0.0.1:${service.port}/api/messages`;
  };
  point();
  const silent = new Set(wish.everybody ? [] : town.advisors.map(({ id }) => id));
  await teams.announce((person) => !silent.has(person));
  await teams.settled();
  if (bound) await staffTown(service, town, teams, county);
  return {
    teams,
    town,
    county,
    log,
    tables,
    clock,
    get service() {
      return service;
    },
    get url() {
      return `http://127.0.0.1:${service.port}`;
    },
    async round(now) {
      if (now) clock.set(now);
      await service.desk.upkeep.round();
    },
    async shown() {
      const end = Date.now() + forEver;
      while ((await tables.rowsOf('cases')).some(({ rowKey }) => rowKey.startsWith('show|'))) {
        if (Date.now() > end) throw new Error('A case lags in Teams for ever');
        await nap(20);
      }
    },
    another: (more) => open(more),
    async restart() {
      await service.stop();
      service = await open();
      point();
    },
    threads: (target) => teams.channel(town.channelOf(target)).threads(),
    advisorsCard(region) {
      const root = teams.channel(town.channelOf(region)).threads().at(-1)?.root;
      if (!root) throw new NotThereYet(`No thread in ${region}`);
      return root;
    },
    async stop() {
      await service.stop();
      await teams.stop();
    },
  };
}

/** What a supervisor does on the first day, done through the desk; the presses have tests of their own. */
async function staffTown({ desk }: Service, town: Town, teams: StandInTeams, county: County): Promise<void> {
  const by = { id: personId(town.supervisor.id), name: town.supervisor.name };
  const place = (target: RegionId | 'supervisors') => ({
    teamId: town.team.id,
    channelId: town.channelOf(target),
    channelName: teams.channel(town.channelOf(target)).name,
    serviceUrl: teams.serviceUrl,
    tenantId: teams.tenantId,
  });
  await desk.staff.bind(by, 'supervisors', place('supervisors'));
  for (const { id } of county.regions) {
    await desk.staff.bind(by, id, place(id));
    const members = town.advisors
      .filter(({ region }) => region === id)
      .map((one) => ({ id: personId(one.id), name: one.name, teamsId: teams.as(one.id).person.mri }));
    await desk.staff.addAdvisors(by, id, members);
  }
}

export const inMinutes = (from: Moment, minutes: number): Moment =>
  moment(new Date(Date.parse(from) + minutes * 60_000).toISOString());
