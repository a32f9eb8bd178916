/** Reads the server's settings from the environment and names every fault at once, each with its remedy. */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { DataKey } from './store/tables/seal.ts';

export type BotType = 'SingleTenant' | 'UserAssignedMsi';

/** Whom the server trusts instead of Microsoft, on a developer's own machine only. */
export type LocalTrust = {
  readonly botOpenIdMetadata: string;
  readonly botTokenIssuer: string;
  readonly serviceUrls: readonly string[];
  readonly tabOpenIdMetadata: string;
  readonly tabTokenIssuer: string;
};

export type Settings = {
  readonly host: string;
  readonly port: number;
  /** The address people and Teams reach the server by, without a slash at its end. */
  readonly publicUrl: string;
  readonly bot: {
    readonly id: string;
    readonly type: BotType;
    readonly tenantId: string;
    /** Only with SingleTenant. */
    readonly password?: string;
  };
  readonly tables: { readonly connection: string } | { readonly endpoint: string };
  readonly countyFile: string;
  /** The first encrypts, all decrypt. */
  readonly dataKeys: readonly [DataKey, ...DataKey[]];
  /** Entra object id. */
  readonly firstSupervisor: string;
  readonly tabClientId: string;
  readonly teamsAppId: string;
  readonly directory?: { readonly clientId: string; readonly clientSecret: string };
  /** True with LOCAL=1: made for one machine, never for production. */
  readonly local: boolean;
  readonly trust?: LocalTrust;
};

export type SettingFault = { readonly setting: string; readonly fault: string; readonly remedy: string };

/** Tells all that is wrong with the settings; never repeats a value, which may be a secret. */
export class SettingsError extends Error {
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super(`${['The settings are not right:', ...faults.map(inWords)].join('\n')}\nSee README, "Settings".`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

type SettingsReader = ReturnType<typeof readerOf>;

/** The settings that move the trust root: who may sign tokens and where the bot's own token may go. */
export const trustSettings = [
  'BOT_OPENID_METADATA',
  'BOT_TOKEN_ISSUER',
  'SERVICE_URLS',
  'TAB_OPENID_METADATA',
  'TAB_TOKEN_ISSUER',
] as const;

const guid = z.guid();
const text = z.string();
const webAddress = z.url({ protocol: /^https?$/ });
const safeAddress = z.url({ protocol: /^https$/ });
const port = z.coerce.number().int().min(1).max(65535);

/**
 * The settings of this environment.
 * @throws SettingsError that lists every missing or wrong setting.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = readerOf(env);
  const local = readLocal(read);
  const bot = readBot(read);
  const tables = readTables(read, local);
  const dataKeys = readDataKeys(read);
  const trust = readTrust(read, local);
  const directory = readDirectory(read);
  const rest = {
    host: read.host,
    port: read.or(3978, 'PORT', port, 'give a port number between 1 and 65535'),
    publicUrl: readPublicUrl(read, local),
    countyFile: read.must(
      'COUNTY_FILE',
      text,
      "give the path of the county's file (bot/counties holds three)",
    ),
    firstSupervisor: read.must(
      'FIRST_SUPERVISOR',
      guid,
      'give the Entra object id (a GUID) of the first supervisor',
    ),
    tabClientId: read.must(
      'TAB_CLIENT_ID',
      guid,
      "give the client id (a GUID) of the tab's Entra app registration",
    ),
    teamsAppId: read.must('TEAMS_APP_ID', guid, 'give the id (a GUID) from the Teams app manifest'),
  };
  if (read.faults.length > 0) throw new SettingsError(read.faults);
  return {
    ...(rest as Complete<typeof rest>),
    bot: bot as Settings['bot'],
    tables: tables as Settings['tables'],
    dataKeys: dataKeys as Settings['dataKeys'],
    local,
    ...(directory && { directory }),
    ...(trust && { trust }),
  };
}

/** Where the rows are and what opens them: enough for what an operator does to the tables alone. */
export type StorageSettings = Pick<Settings, 'tables' | 'dataKeys'>;

/** @throws SettingsError that lists what is missing or wrong of them. */
export function readStorageSettings(env: NodeJS.ProcessEnv): StorageSettings {
  const read = readerOf(env);
  const tables = readTables(read, readLocal(read));
  const dataKeys = readDataKeys(read);
  if (read.faults.length > 0) throw new SettingsError(read.faults);
  return { tables: tables as Settings['tables'], dataKeys: dataKeys as Settings['dataKeys'] };
}

// with no fault noted, nothing that must be there is missing
type Complete<Read> = { [Key in keyof Read]-?: NonNullable<Read[Key]> };

function inWords({ setting, fault, remedy }: SettingFault): string {
  return `- ${setting} ${fault}: ${remedy}.`;
}

/** Reads one setting after another and notes what is wrong. An empty value counts as none. */
function readerOf(env: NodeJS.ProcessEnv) {
  const faults: SettingFault[] = [];
  const given = (name: string) => env[name]?.trim() || undefined;
  const note = (setting: string, fault: string, remedy: string) => {
    faults.push({ setting, fault, remedy });
    return undefined;
  };
  const check = <Value>(name: string, shape: z.ZodType<Value>, remedy: string): Value | undefined => {
    const read = shape.safeParse(given(name));
    return read.success ? read.data : note(name, 'is not right', remedy);
  };
  return {
    faults,
    given,
    note,
    check,
    host: given('HOST') ?? '0.0.0.0',
    must: <Value>(name: string, shape: z.ZodType<Value>, remedy: string) =>
      given(name) === undefined ? note(name, 'is missing', remedy) : check(name, shape, remedy),
    or: <Value>(otherwise: Value, name: string, shape: z.ZodType<Value>, remedy: string) =>
      given(name) === undefined ? otherwise : check(name, shape, remedy),
  };
}

function readLocal(read: SettingsReader): boolean {
  const local =
    read.or('0', 'LOCAL', z.enum(['0', '1']), 'set 1 on your own machine, leave it out elsewhere') === '1';
  if (local && !isLoopback(read.host))
    read.note('LOCAL', 'is set on an open address', 'set HOST=127.0.0.1, or leave LOCAL out in production');
  return local;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function readBot(read: SettingsReader): Partial<Settings['bot']> {
  const id = read.must(
    'BOT_ID',
    guid,
    "give the bot's client id (a GUID); without it anybody could speak as Teams",
  );
  const tenantId = read.must('BOT_TENANT_ID', guid, "give the county's Entra tenant id (a GUID)");
  const type = read.must(
    'BOT_TYPE',
    z.enum(['SingleTenant', 'UserAssignedMsi']),
    'set UserAssignedMsi (in Azure) or SingleTenant (with BOT_PASSWORD)',
  );
  const password = readPassword(read, type);
  return {
    ...(id && { id }),
    ...(tenantId && { tenantId }),
    ...(type && { type }),
    ...(password && { password }),
  };
}

function readPassword(read: SettingsReader, type: BotType | undefined): string | undefined {
  switch (type) {
    case 'SingleTenant':
      return read.must('BOT_PASSWORD', text, "give the bot's client secret, or use BOT_TYPE=UserAssignedMsi");
    case 'UserAssignedMsi':
      if (read.given('BOT_PASSWORD'))
        read.note('BOT_PASSWORD', 'is set although a managed identity has none', 'leave it out');
      return undefined;
    case undefined:
      return undefined;
  }
}

function readTables(read: SettingsReader, local: boolean): Partial<Settings['tables']> | undefined {
  const both = ['TABLES_CONNECTION', 'TABLES_ENDPOINT'] as const;
  const [connection, endpoint] = both.map(read.given);
  if (connection && endpoint) return read.note(both.join(' and '), 'are both set', 'keep one of them');
  if (connection) return { connection };
  if (endpoint) {
    const checked = read.check('TABLES_ENDPOINT', local ? webAddress : safeAddress, 'give an https address');
    return checked ? { endpoint: checked } : undefined;
  }
  return read.note(
    both.join(' or '),
    'is missing',
    'give a connection string, or the https endpoint that the managed identity may use',
  );
}

const dataKeyPattern = /^([A-Za-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)$/;

function readDataKeys(read: SettingsReader): readonly DataKey[] | undefined {
  const remedy =
    'give id:base64 of 32 random bytes, several with a comma (make one: openssl rand -base64 32)';
  const listed = read.must('DATA_KEYS', text, `${remedy}; without it client data could not be encrypted`);
  if (listed === undefined) return undefined;
  const keys = listed.split(',').map(readDataKey);
  const known = keys.filter((key) => key !== undefined);
  if (known.length < keys.length) return read.note('DATA_KEYS', 'is not right', remedy);
  const ids = new Set(known.map(({ id }) => id));
  if (ids.size < known.length)
    return read.note('DATA_KEYS', 'uses an id twice', 'give each key an id of its own');
  return known;
}

function readDataKey(listed: string): DataKey | undefined {
  const [, id, encoded] = dataKeyPattern.exec(listed.trim()) ?? [];
  return id && encoded ? { id, key: Buffer.from(encoded, 'base64') } : undefined;
}

function readPublicUrl(read: SettingsReader, local: boolean): string | undefined {
  const remedy = local
    ? 'give the address of this server'
    : 'give the https address Teams reaches this server by';
  const address = read.must('PUBLIC_URL', local ? webAddress : safeAddress, remedy);
  return address?.replace(/\/+$/, '');
}

function readDirectory(read: SettingsReader): Settings['directory'] {
  const names = ['DIRECTORY_CLIENT_ID', 'DIRECTORY_CLIENT_SECRET'] as const;
  if (!names.some(read.given)) return undefined;
  const remedy = 'give both, or neither and cards show no title and unit';
  const clientId = read.must(names[0], guid, remedy);
  const clientSecret = read.must(names[1], text, remedy);
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

/** All of them or none, and only where nobody else can reach the server. */
function readTrust(read: SettingsReader, local: boolean): LocalTrust | undefined {
  const set = trustSettings.filter(read.given);
  if (set.length === 0) return undefined;
  if (!local || !isLoopback(read.host))
    return read.note(
      set.join(', '),
      'would let a stranger sign in',
      'leave it out, or set LOCAL=1 and HOST=127.0.0.1 on your own machine',
    );
  const remedy = `set all of ${trustSettings.join(', ')} or none`;
  const urls = read
    .must('SERVICE_URLS', text, remedy)
    ?.split(',')
    .map((url) => url.trim());
  if (urls?.some((url) => !webAddress.safeParse(url).success))
    read.note('SERVICE_URLS', 'is not right', 'give web addresses with commas between');
  const trust = {
    botOpenIdMetadata: read.must('BOT_OPENID_METADATA', webAddress, remedy),
    botTokenIssuer: read.must('BOT_TOKEN_ISSUER', text, remedy),
    serviceUrls: urls,
    tabOpenIdMetadata: read.must('TAB_OPENID_METADATA', webAddress, remedy),
    tabTokenIssuer: read.must('TAB_TOKEN_ISSUER', text, remedy),
  };
  return trust as Complete<typeof trust>;
}
