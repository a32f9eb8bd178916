/** An installation as its checks see it: its settings, and every part of it opened when somebody first asks. */
import { loadCounty } from '../counties/read-county.ts';
import type { Binding, PersonRecord } from '../desk/staff/ports.ts';
import { entraToken } from '../directory/entra.ts';
import type { County } from '../domain/county.ts';
import { personId } from '../domain/names.ts';
import { readSettings, type Settings } from '../settings.ts';
import { createBindingStore } from '../store/staff/binding-store.ts';
import { createPeopleStore } from '../store/staff/people-store.ts';
import { type Account, openTables, type Tables } from '../store/tables/tables.ts';
import { renewToken } from '../teams/client/bot-token.ts';
import { createTeamsClient, type TeamsClient } from '../teams/client/teams-client.ts';
import { BotAuth, teamsServiceUrls } from '../teams/inbound/bot-auth.ts';

export type InstallationOptions = {
  readonly env: NodeJS.ProcessEnv;
  /** The version of the code that checks. */
  readonly version: string;
  /** The server does not run yet. */
  readonly planned?: boolean;
  /** The zip of the Teams app. */
  readonly packageFile?: string;
  readonly tablePrefix?: string;
  /** How many times the usual time an answer may take; once unless told. */
  readonly patience?: number;
};

/** Parts that can't be opened throw when asked for: each check asks for what those before it found right. */
export type Installation = {
  readonly env: NodeJS.ProcessEnv;
  readonly version: string;
  readonly planned: boolean;
  readonly packageFile?: string;
  readonly nodeVersion: string;
  /** How many times the usual time an answer may take. */
  readonly patience: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @throws SettingsError */
  readonly settings: () => Settings;
  /** @throws CountyFileError */
  readonly county: () => Promise<County>;
  /** @throws when the connection string can't be read */
  readonly tables: () => Tables;
  readonly bindings: () => Promise<readonly Binding[]>;
  readonly staff: () => Promise<readonly PersonRecord[]>;
  readonly person: (id: string) => Promise<PersonRecord | undefined>;
  /** Has the bot's token issued again. @throws what its issuer said */
  readonly botToken: () => Promise<void>;
  readonly teams: () => TeamsClient;
  /** Whether Entra gives a token for Microsoft Graph. */
  readonly directoryToken: (directory: NonNullable<Settings['directory']>) => Promise<boolean>;
};

export function openInstallation(wish: InstallationOptions): Installation {
  const { env, version, planned = false, packageFile, tablePrefix, patience = 1 } = wish;
  const settings = once(() => readSettings(env));
  const tables = once(() => openTables(accountOf(settings(), env), tablePrefix));
  const auth = once(() => authOf(settings()));
  return {
    env,
    version,
    planned,
    ...(packageFile !== undefined && { packageFile }),
    nodeVersion: process.versions.node,
    patience,
    now: Date.now,
    settings,
    tables,
    county: once(() => loadCounty(settings().countyFile)),
    bindings: once(() => createBindingStore(tables().bindings).all()),
    staff: once(() => createPeopleStore(tables().people).onTheLine()),
    person: (id) => createPeopleStore(tables().people).find(personId(id)),
    botToken: () =>
      within(tokenMs * patience, renewToken(auth().connectors, serviceUrlsOf(settings())[0] ?? '')),
    teams: once(() => teamsClientOf(settings(), auth(), patience)),
    directoryToken: async (directory) =>
      (await entraToken({ tenantId: settings().bot.tenantId, ...directory })()) !== undefined,
  };
}

/** The services that the bot's token may go to. */
export const serviceUrlsOf = ({ trust }: Settings) => trust?.serviceUrls ?? teamsServiceUrls;

/** Whether this runs where Azure lends identities: in App Service or Container Apps, where the server itself runs. */
export const lendsIdentities = (env: NodeJS.ProcessEnv) => Boolean(env['IDENTITY_ENDPOINT']?.trim());

/** In the server's own place its own identity; elsewhere that of the account signed in there. */
function accountOf({ tables, bot }: Settings, env: NodeJS.ProcessEnv): Account {
  if ('connection' in tables) return tables;
  const isServer = bot.type === 'UserAssignedMsi' && lendsIdentities(env);
  return isServer ? { ...tables, identity: bot.id } : { ...tables, operator: true };
}

const authOf = ({ bot, trust }: Settings) => new BotAuth({ bot, ...(trust && { trust }) });

/** Less patient than the server: somebody is waiting for the answer. */
const plan = { tries: 2, firstWaitMs: 300, longestWaitMs: 2000, callWithinMs: 6000 };

function teamsClientOf({ bot }: Settings, { connectors }: BotAuth, patience: number): TeamsClient {
  const log = () => undefined;
  const callWithinMs = plan.callWithinMs * patience;
  const { id: botId, tenantId } = bot;
  return createTeamsClient({ connectors, botId, tenantId, log, plan: { ...plan, callWithinMs } });
}

/** The SDK asks again and again for minutes where nobody answers. */
const tokenMs = 12_000;

async function within<Value>(ms: number, asked: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, ms, new Error('ETIMEDOUT'));
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
