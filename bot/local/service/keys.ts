/** Signs and checks every token around the bot: the connector's, the bot's own, and the tab's. */

import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, exportJWK, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Folder } from './folder.ts';
import type { Home, TeamsPerson } from './world.ts';

type SigningKey = Awaited<ReturnType<typeof importJWK>>;

interface KeyPair {
  readonly kid: string;
  readonly secret: SigningKey;
  readonly open: SigningKey;
  /** The public half, as it stands in a key set. */
  readonly jwk: JWK;
}

export interface Keys {
  readonly connector: KeyPair;
  readonly tab: KeyPair;
}

export const botTokenIssuer = 'https://api.botframework.com';
export const connectorAudience = 'https://api.botframework.com';

/** The folder's keys, made on the first day, so that yesterday's tokens still hold. */
export async function openKeys(folder: Folder): Promise<Keys> {
  const kept = folder.read('keys') as KeptKeys | undefined;
  const { connector, tab } = kept ?? (await newKeys(folder));
  if (!kept) folder.write('keys', { connector, tab });
  return { connector: await pairOf(connector), tab: await pairOf(tab) };
}

interface KeptKeys {
  readonly connector: JWK;
  readonly tab: JWK;
}

let passing: Promise<KeptKeys> | undefined;

/** Where nothing is kept, one set serves the whole process: making RSA keys is the slowest part of a start. */
function newKeys({ isKept }: Folder): Promise<KeptKeys> {
  if (isKept) return makeKeys();
  passing ??= makeKeys();
  return passing;
}

async function makeKeys(): Promise<KeptKeys> {
  const [connector, tab] = await Promise.all([newKey(), newKey()]);
  return { connector, tab };
}

export function keySet(pair: KeyPair): { keys: JWK[] } {
  // the endorsement says for which channels this key may speak
  return {
    keys: [{ ...pair.jwk, kid: pair.kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] } as JWK],
  };
}

/** What Teams shows the bot with every activity: the same token for ten minutes, as Teams reuses its own. */
export function createTokenForBot(keys: Keys, botId: string): (serviceUrl: string) => Promise<string> {
  let held:
    | { readonly serviceUrl: string; readonly until: number; readonly token: Promise<string> }
    | undefined;
  return (serviceUrl) => {
    if (held?.serviceUrl !== serviceUrl || held.until < Date.now())
      held = { serviceUrl, until: Date.now() + 600_000, token: tokenForBot(keys, botId, serviceUrl) };
    return held.token;
  };
}

function tokenForBot(keys: Keys, botId: string, serviceUrl: string): Promise<string> {
  return new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.connector.kid })
    .setIssuer(botTokenIssuer)
    .setAudience(botId)
    .setNotBefore('-5m')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(keys.connector.secret);
}

/** What the identity endpoint hands the bot for calling Teams; good for a day. */
export function tokenFromBot(keys: Keys, home: Home): Promise<string> {
  return new SignJWT({ appid: home.botId, tid: home.tenantId })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.connector.kid })
    .setIssuer(`https://sts.windows.net/${home.tenantId}/`)
    .setAudience(connectorAudience)
    .setIssuedAt()
    .setExpirationTime('24h')
    .sign(keys.connector.secret);
}

/** Whether a bearer token lets its holder call Teams as this bot; remembers those it has seen. */
export function createBotTokenCheck(
  keys: Keys,
  home: Home,
): (bearer: string | undefined) => Promise<boolean> {
  const known = new Map<string, number>();
  const check = async (token: string): Promise<number | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keys.connector.open, { audience: connectorAudience });
      return payload['appid'] === home.botId ? payload.exp : undefined;
    } catch {
      return undefined; // any token that doesn't verify, however it fails, is no token
    }
  };
  return async (bearer) => {
    const token = bearer?.startsWith('Bearer ') ? bearer.slice(7) : undefined;
    if (!token) return false;
    const expires = known.get(token) ?? (await check(token));
    if (expires === undefined || expires * 1000 < Date.now()) return false;
    known.set(token, expires);
    return true;
  };
}

export interface SignOptions {
  /** Claims that replace the right ones, to try what the bot's server refuses. */
  readonly claims?: Record<string, unknown>;
  /** Seconds from now; negative for one that has expired. One hour unless told. */
  readonly expiresIn?: number;
  /** Signs with a key of somebody else's. */
  readonly forged?: boolean;
}

/** The token that Teams hands a tab's page, as Entra ID issues it (version 2.0). */
export function tokenForTab(
  keys: Keys,
  tab: { readonly clientId: string; readonly issuer: string },
  person: TeamsPerson,
  { claims = {}, expiresIn = 3600, forged = false }: SignOptions = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    aud: tab.clientId,
    iss: tab.issuer,
    iat: now - 1,
    nbf: now - 1,
    exp: now + expiresIn,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams on the web
    azpacr: '0',
    name: person.name,
    oid: person.id,
    preferred_username: person.upn,
    scp: 'access_as_user',
    sub: person.mri.slice(4, 40),
    tid: person.tenantId,
    ver: '2.0',
    ...(person.kind === 'guest' ? { acct: 1 } : {}),
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.tab.kid })
    .sign(forged ? keys.connector.secret : keys.tab.secret);
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return exportJWK(privateKey);
}

async function pairOf(jwk: JWK): Promise<KeyPair> {
  const { kty, n, e } = jwk as { kty: string; n: string; e: string };
  const open: JWK = { kty, n, e };
  return {
    kid: await calculateJwkThumbprint(open),
    secret: await importJWK(jwk, 'RS256'),
    open: await importJWK(open, 'RS256'),
    jwk: open,
  };
}
