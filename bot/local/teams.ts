/** A stand-in for Microsoft Teams on this machine: behaves towards a bot as Teams does, for people to try and tests to ask. */

import type { Server } from 'node:http';
import { createPage } from './page/server/page-server.ts';
import {
  type ChannelDriver,
  channelDriver,
  type PersonDriver,
  personDriver,
  type TeamDriver,
  teamDriver,
} from './people/driver.ts';
import type { ActivityDelivery, Call, Ignored } from './service/calls.ts';
import { type Changes, createChanges } from './service/changes.ts';
import { announce } from './service/events.ts';
import { createFaults, type Faults } from './service/faults.ts';
import { type Folder, lazily, openFolder } from './service/folder.ts';
import { botTokenIssuer, createBotTokenCheck, createTokenForBot, openKeys } from './service/keys.ts';
import { createRates, noRates } from './service/limits.ts';
import { listen, metadataUrls } from './service/server.ts';
import { type Patience, type Stage, serviceUrlOf, type TabOptions, tabIssuerOf } from './service/stage.ts';
import {
  addPerson,
  addTeam,
  createWorld,
  guid,
  type Home,
  type PersonSpec,
  type TeamSpec,
  type TeamsPerson,
  type World,
  type WorldSpec,
} from './service/world.ts';

export interface StandInOptions {
  /** 0, the default, takes any free port. To be fixed where a folder is kept: bots remember the service URL. */
  readonly port?: number;
  /** A loopback address: anyone who reaches the page may be anybody in this Teams. */
  readonly host?: string;
  /** Where all is kept; only in memory when absent. */
  readonly folder?: string;
  readonly tenantId?: string;
  readonly botId?: string;
  readonly botName?: string;
  /** The bot's `/api/messages`; may be set later on the object. */
  readonly botEndpoint?: string;
  readonly tab?: TabOptions;
  /** The first day's people and teams; those already in the folder stay as they are, new ones are added. */
  readonly world?: WorldSpec;
  /** Milliseconds since 1970, for message times and rate limits (tokens always live in real time). */
  readonly clock?: () => number;
  /** `off` lets a bot call as fast as it can. */
  readonly rates?: 'teams' | 'off';
  /** Milliseconds; 15 s for messages and 5 s for presses and dialogs unless told. */
  readonly patience?: Partial<Patience>;
  /** Milliseconds that `until` waits; a minute unless told. */
  readonly untilWithin?: number;
  /** Whether the bot hears channel messages that don't mention it (ChannelMessage.Read.Group). */
  readonly readsAllMessages?: boolean;
  readonly timezone?: string;
}

export interface StandInTeams {
  start(): Promise<void>;
  /** Writes what is unwritten and closes every connection. */
  stop(): Promise<void>;
  /** The page's address, without a slash at its end; known after the start. */
  readonly url: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly tabClientId: string;
  readonly tokens: {
    readonly botMetadata: string;
    readonly botIssuer: string;
    readonly tabMetadata: string;
    readonly tabIssuer: string;
    /** For the bot's environment: IDENTITY_ENDPOINT and IDENTITY_HEADER. */
    readonly identityEndpoint: string;
    readonly identityHeader: string;
  };
  botEndpoint: string | undefined;
  tabUrl: string | undefined;
  readonly people: readonly Readonly<TeamsPerson>[];
  readonly teams: readonly TeamDriver[];
  as(person: string): PersonDriver;
  channel(id: string): ChannelDriver;
  team(id: string): TeamDriver;
  addPerson(spec: PersonSpec): PersonDriver;
  /** The bot, if the team has it, is not told before `announce`. */
  addTeam(spec: TeamSpec): TeamDriver;
  /** Tells the bot of every installation it has not heard of, of chats only those that `isTold` lets pass; to be called once the bot listens. */
  announce(isTold?: (person: string) => boolean): Promise<void>;
  readonly faults: Faults;
  /** Every call of the bot, oldest first. */
  readonly calls: readonly Call[];
  /** Every delivery to the bot, each attempt apart. */
  readonly deliveries: readonly ActivityDelivery[];
  /** What the bot asked for and Teams quietly left out. */
  readonly ignored: readonly Ignored[];
  /** Waits until `wish` gives something other than undefined, null, false or 0, asking again after every change. */
  until<Wished>(wish: () => Wished, what?: string): Promise<Exclude<Wished, undefined | null | false | 0>>;
  /** Waits until nothing is under way to the bot. */
  settled(): Promise<void>;
  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

/** Opens (or reopens) a Teams; nothing listens before its `start`. */
export async function createStandInTeams(options: StandInOptions = {}): Promise<StandInTeams> {
  const folder = openFolder(options.folder);
  const home = {
    tenantId: options.tenantId ?? guid('tenant'),
    botId: options.botId ?? guid('bot'),
  };
  const world = openWorld(folder, options.world ?? {}, home);
  const writing = lazily(() => folder.write('world', world));
  const changes = createChanges();
  const stage = await createStage(options, home, world, folder, () => {
    writing.later();
    changes.happened();
  });
  return new StandIn(stage, options, changes, writing.flush);
}

function openWorld(folder: Folder, spec: WorldSpec, home: Home): World {
  const kept = folder.read('world') as World | undefined;
  if (!kept) return createWorld(spec, home);
  for (const person of spec.people ?? []) {
    if (!kept.people.some(({ id }) => id === person.id)) addPerson(kept, person, home);
  }
  const names = kept.teams.map(({ name }) => name);
  for (const team of spec.teams ?? []) {
    const isKept =
      team.id === undefined ? names.includes(team.name) : kept.teams.some(({ id }) => id === team.id);
    if (!isKept) addTeam(kept, team, home);
  }
  return kept;
}

async function createStage(
  options: StandInOptions,
  home: Home,
  world: World,
  folder: Folder,
  changed: () => void,
): Promise<Stage> {
  const keys = await openKeys(folder);
  const now = options.clock ?? Date.now;
  const { clientId = guid('tab'), url, name = 'Tab' } = options.tab ?? {};
  return {
    home,
    world,
    keys,
    now,
    changed,
    botName: options.botName ?? 'Bot',
    tab: { clientId, url, name },
    timezone: options.timezone ?? 'Europe/Helsinki',
    readsAllMessages: options.readsAllMessages ?? false,
    rates: options.rates === 'off' ? noRates : createRates(now),
    faults: createFaults(),
    patience: { message: 15_000, invoke: 5000, ...options.patience },
    identityHeader: guid('identity header', home.botId),
    calls: [],
    deliveries: [],
    ignored: [],
    dialogs: new Map(),
    inFlight: new Set(),
    tokenForBot: createTokenForBot(keys, home.botId),
    isBotToken: createBotTokenCheck(keys, home),
    url: '',
    botEndpoint: options.botEndpoint,
  };
}

class StandIn implements StandInTeams {
  readonly #stage: Stage;
  readonly #options: StandInOptions;
  readonly #changes: Changes;
  readonly #flush: () => void;
  #server: Server | undefined;

  constructor(stage: Stage, options: StandInOptions, changes: Changes, flush: () => void) {
    this.#stage = stage;
    this.#options = options;
    this.#changes = changes;
    this.#flush = flush;
  }

  async start(): Promise<void> {
    const { host = '127.0.0.1', port = 0 } = this.#options;
    const page = createPage(this.#stage, (listener) => this.onChange(listener));
    this.#server = await listen(this.#stage, { host, port }, page);
    this.#stage.changed();
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
    this.#flush();
  }

  get url() {
    return this.#stage.url;
  }
  get serviceUrl() {
    return serviceUrlOf(this.#stage);
  }
  get tenantId() {
    return this.#stage.home.tenantId;
  }
  get botId() {
    return this.#stage.home.botId;
  }
  get tabClientId() {
    return this.#stage.tab.clientId;
  }
  get tokens() {
    const urls = metadataUrls(this.#stage);
    return {
      botMetadata: urls.bot,
      botIssuer: botTokenIssuer,
      tabMetadata: urls.tab,
      tabIssuer: tabIssuerOf(this.#stage),
      identityEndpoint: urls.identity,
      identityHeader: this.#stage.identityHeader,
    };
  }

  get botEndpoint() {
    return this.#stage.botEndpoint;
  }
  set botEndpoint(url: string | undefined) {
    this.#stage.botEndpoint = url;
  }
  get tabUrl() {
    return this.#stage.tab.url;
  }
  set tabUrl(url: string | undefined) {
    this.#stage.tab.url = url;
    this.#stage.changed();
  }

  get people() {
    return this.#stage.world.people;
  }
  get teams() {
    return this.#stage.world.teams.map(({ id }) => this.team(id));
  }
  as(person: string) {
    return personDriver(this.#stage, person);
  }
  channel(id: string) {
    return channelDriver(this.#stage, id);
  }
  team(id: string) {
    return teamDriver(this.#stage, id);
  }
  addPerson(spec: PersonSpec) {
    const { id } = addPerson(this.#stage.world, spec, this.#stage.home);
    this.#stage.changed();
    return this.as(id);
  }
  addTeam(spec: TeamSpec) {
    const { id } = addTeam(this.#stage.world, spec, this.#stage.home);
    this.#stage.changed();
    return this.team(id);
  }
  announce(isTold: (person: string) => boolean = () => true) {
    return announce(this.#stage, isTold);
  }

  get faults() {
    return this.#stage.faults;
  }
  get calls() {
    return this.#stage.calls;
  }
  get deliveries() {
    return this.#stage.deliveries;
  }
  get ignored() {
    return this.#stage.ignored;
  }

  until<Wished>(wish: () => Wished, what?: string) {
    return this.#changes.until(wish, what ?? wish.toString(), this.#options.untilWithin ?? 60_000);
  }
  async settled(): Promise<void> {
    while (this.#stage.inFlight.size > 0) await Promise.allSettled(this.#stage.inFlight);
  }
  onChange(listener: () => void) {
    return this.#changes.listen(listener);
  }
}
