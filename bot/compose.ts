/** Builds every part of the line once and joins them: the server that production, the local start and tests all run. */
import { randomInt, randomUUID } from 'node:crypto';
import { onceStorageAnswers, readiness, storeOf } from './compose-storage.ts';
import { joinTab } from './compose-tab.ts';
import { atMostEvery } from './desk/at-most-every.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createHours } from './desk/hours/hours.ts';
import { withHours } from './desk/hours/live-hours.ts';
import { createNow } from './desk/now/now.ts';
import type { Clock, Log } from './desk/ports.ts';
import { createSearching } from './desk/searching/searching.ts';
import { createSetup, type SetupPorts } from './desk/setup/setup.ts';
import { createDuty } from './desk/staff/duty.ts';
import { createRoster } from './desk/staff/roster.ts';
import { createStaff } from './desk/staff/staff.ts';
import { createSupervision } from './desk/supervision/supervision.ts';
import { logged } from './desk/upkeep/upkeep.ts';
import { createDirectory } from './directory/entra.ts';
import type { County } from './domain/county.ts';
import type { StarterPage } from './domain/instructions/instructions.ts';
import { moment, personId } from './domain/names.ts';
import { createWeb } from './http/server.ts';
import { tabRoutes } from './http/tab-routes.ts';
import { createTabTokenCheck } from './http/tab-token.ts';
import type { Settings } from './settings.ts';
import type { Tables } from './store/tables/tables.ts';
import { createTeamsClient, type TeamsClientOptions } from './teams/client/teams-client.ts';
import { BotAuth } from './teams/inbound/bot-auth.ts';
import { createBotEndpoint } from './teams/inbound/endpoint.ts';
import { createGuestCheck } from './teams/inbound/guests.ts';
import { createLineBot } from './teams/line-bot.ts';
import { createCaseCards } from './teams/showing/case-cards.ts';
import { createNotices } from './teams/showing/notices.ts';
import { createSetupMessenger, type SetupMessengerPorts } from './teams/showing/setup-messenger.ts';

export type ServiceOptions = {
  readonly settings: Settings;
  readonly county: County;
  readonly log: Log;
  /** The folder of the built tab. */
  readonly tabFolder: string;
  /** Another time than the wall's, for tests. */
  readonly clock?: Clock;
  /** Milliseconds between two rounds of upkeep; 0 leaves the rounds to the caller. */
  readonly roundEvery?: number;
  /** Other patience and pace towards Teams than the usual, for tests and measurements. */
  readonly teamsOptions?: Pick<TeamsClientOptions, 'plan' | 'limits'>;
  /** Other tables than the account's in the settings, for tests. */
  readonly tables?: Tables;
  /** What an empty library begins with; the county's own. */
  readonly starterPages?: readonly StarterPage[];
  /** Of this code; told by /health. */
  readonly version?: string;
};

export type Service = {
  readonly port: number;
  readonly desk: Desk;
  /**
   * Takes no new turns, finishes those in hand and what they set going, then ends. For `lingerMs` before that it only
   * says that it is not ready: those who send turns need a moment to hear of it.
   */
  stop(options?: { readonly lingerMs?: number }): Promise<void>;
};

/** How long turns in hand may take when the line stops. */
const graceMs = 10_000;
/** How old the hours may be that another process has changed: the tab promises a minute. */
const hoursMs = 30_000;

const wall: Clock = { now: () => moment(new Date().toISOString()) };

/**
 * Opens the line: tables are there, cards that lag are being repaired, and turns are taken. Waits for storage that does
 * not answer or refuses; meanwhile `/ready` says so.
 * @throws RowsNotReadyError when what is kept needs something done first
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { settings, log, roundEvery = 2000 } = options;
  const parts = joinParts(options);
  let isOpen = false;
  const { desk, cards, bot, auth, store } = parts;
  const endpoint = createBotEndpoint({ auth, onTurn: bot.onTurn, onBroken: bot.onBroken, log });
  const web = createWeb({
    isOpen: () => isOpen,
    receive: endpoint.receive,
    readiness: () => readiness(store, desk),
    tabApi: { routes: tabRoutes(parts.tabDesk), check: tabCheck(settings) },
    tabPage: {
      folder: options.tabFolder,
      ...(settings.trust && {
        frames: ["'self'", ...settings.trust.serviceUrls.map((url) => new URL(url).origin)],
      }),
    },
    ...(options.version !== undefined && { version: options.version }),
    log,
  });
  const port = await web.listen(settings.port, settings.host);
  try {
    await onceStorageAnswers(parts.prepare, log);
  } catch (error) {
    await web.stop(0);
    throw error;
  }
  isOpen = true;
  // apart from each other: a long recount must not keep a card from being repaired, nor new hours from coming
  const kept = [desk.upkeep.round, () => logged(log, parts.keepTab), () => logged(log, parts.keepHours)];
  const rounds = roundEvery > 0 ? kept.map((round) => keepRounds(round, roundEvery)) : [];
  log('info', 'the line is open', { count: options.county.regions.length });
  return {
    port,
    desk,
    async stop({ lingerMs = 0 } = {}) {
      // a round may be long: meanwhile the door closes all the same
      const over = Promise.all(rounds.map((round) => round.stop()));
      await web.stop(graceMs, lingerMs);
      await endpoint.finish(graceMs);
      await over;
      await cards.finish();
      log('info', 'the line is closed');
    },
  };
}

function joinParts(options: ServiceOptions) {
  const { settings, log, clock = wall, teamsOptions, starterPages = [] } = options;
  const { bot, trust } = settings;
  const live = withHours(options.county);
  const { county } = live;
  const store = storeOf({ settings, county, clock, ...(options.tables && { tables: options.tables }) });
  const auth = new BotAuth({ bot, ...(trust && { trust }) });
  const { id: botId, tenantId } = bot;
  const teams = createTeamsClient({ connectors: auth.connectors, botId, tenantId, log, ...teamsOptions });
  const firstSupervisor = personId(settings.firstSupervisor);
  const base = { county, teams, clock, log, firstSupervisor, ...store };
  const notices = createNotices(base);
  const staff = createStaff({ ...base, notices });
  const hours = createHours({ ...base, live, staff });
  const tab = joinTab({ settings, county, store, staff, teams, chance, clock, log, starterPages });
  const cards = createCaseCards({ ...base, notices, staff });
  const directory = createDirectory({ tenantId, log, ...settings.directory });
  const desk = createDesk({ ...base, notices, staff, cards, directory, chance });
  const guests = createGuestCheck({ teams, tenantId });
  return {
    store,
    auth,
    cards,
    desk,
    prepare: inOrder([store.createTables, store.checkRows, hours.refresh, tab.plant]),
    keepTab: tab.keepTab,
    keepHours: atMostEvery(hoursMs, clock, hours.refresh),
    bot: createLineBot({
      ...base,
      ...tab,
      desk,
      guests,
      searching: createSearching({ ...base, staff }),
      setup: joinSetup({ ...base, staff }),
    }),
    tabDesk: {
      supervision: createSupervision({ ...base, staff }),
      now: createNow({ ...base, staff, casework: desk.casework }),
      roster: createRoster({ ...base, staff, casework: desk.casework }),
      duty: createDuty({ ...base, staff }),
      hours,
      ...tab,
    },
  };
}

/** What is asked of storage before the door opens: each step is safe to repeat. */
const inOrder = (steps: readonly (() => Promise<unknown>)[]) => async () => {
  for (const step of steps) await step();
};

const joinSetup = (ports: Omit<SetupPorts, 'chance' | 'messenger'> & SetupMessengerPorts) =>
  createSetup({ ...ports, chance, messenger: createSetupMessenger(ports) });

const chance = { number: (below: number) => randomInt(below), id: () => randomUUID() };

function tabCheck({ bot, trust, tabClientId, publicUrl }: Settings) {
  return createTabTokenCheck({
    tenantId: bot.tenantId,
    botId: bot.id,
    clientId: tabClientId,
    publicUrl,
    ...(trust && { trust }),
  });
}

/** Round after round, never two at once; the first at once, to repair what the last stop left. */
function keepRounds(round: () => Promise<void>, everyMs: number) {
  let stopped = false;
  let wake: () => void = () => undefined;
  const keep = async () => {
    while (!stopped) {
      await round();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await kept;
    },
  };
}
