/** Checks the token with which the tab speaks for an employee. */
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { type PersonId, personId } from '../domain/names.ts';

/** Who speaks, as Entra says: the only source of identity in the tab's API. */
export type TabCaller = { readonly personId: PersonId; readonly name: string };
export type TabRefusal = { readonly refused: 'not-signed-in' | 'guest' };

export type TabTokenOptions = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly botId: string;
  /** Where the page lives; its host is part of the app's name in Entra. */
  readonly publicUrl: string;
  /** Whom to believe instead of Entra, on a developer's own machine. */
  readonly trust?: { readonly tabOpenIdMetadata: string; readonly tabTokenIssuer: string };
};

/**
 * Reads an Authorization header: an Entra token of the county's tenant, for this app, with `access_as_user`.
 * @throws when Entra's keys can't be had (an outage, not a refusal).
 */
export function createTabTokenCheck(options: TabTokenOptions) {
  const { tenantId, trust } = options;
  const entra = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  const issuer = trust ? [trust.tabTokenIssuer] : [entra, `https://sts.windows.net/${tenantId}/`];
  const keys = createKeys(trust?.tabOpenIdMetadata ?? `${entra}/.well-known/openid-configuration`);
  const must = {
    issuer,
    audience: audiencesOf(options),
    algorithms: ['RS256'],
    requiredClaims: ['exp'],
    clockTolerance: 300,
  };
  return async (authorization: string | undefined): Promise<TabCaller | TabRefusal> => {
    const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
    if (!token) return { refused: 'not-signed-in' };
    try {
      const { payload } = await jwtVerify(token, keys, must);
      return callerIn(payload, tenantId, issuer);
    } catch (error) {
      if (isTokenFault(error)) return { refused: 'not-signed-in' };
      throw error;
    }
  };
}

/** Entra writes the app as its id (tokens of version 2) or as its name (version 1), which Teams wants to hold the host. */
function audiencesOf({ clientId, botId, publicUrl }: TabTokenOptions): string[] {
  const { host, hostname } = new URL(publicUrl);
  const names = [clientId, `botid-${botId}`].flatMap((id) => [
    `api://${id}`,
    `api://${hostname}/${id}`,
    `api://${host}/${id}`,
  ]);
  return [clientId, ...names];
}

const claims = z.looseObject({
  oid: z.guid(),
  tid: z.string(),
  scp: z.string(),
  name: z.string().catch(''),
  acct: z.number().optional().catch(undefined),
  idp: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  upn: z.string().optional().catch(undefined),
});

function callerIn(payload: JWTPayload, tenantId: string, issuers: readonly string[]): TabCaller | TabRefusal {
  const read = claims.safeParse(payload);
  if (!read.success) return { refused: 'not-signed-in' };
  const { oid, tid, scp, name } = read.data;
  if (tid !== tenantId || !scp.split(' ').includes('access_as_user')) return { refused: 'not-signed-in' };
  return isGuest(read.data, issuers) ? { refused: 'guest' } : { personId: personId(oid), name };
}

function isGuest(
  { acct, idp, preferred_username, upn }: z.infer<typeof claims>,
  issuers: readonly string[],
): boolean {
  const invited = [preferred_username, upn].some((name) => name?.toUpperCase().includes('#EXT#'));
  return invited || acct === 1 || (idp !== undefined && !issuers.includes(idp));
}

const metadataShape = z.object({ jwks_uri: z.url() });

/** Entra's keys: found through its metadata when first needed, fetched again when an unknown one is met. */
function createKeys(metadataUrl: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const find = async () => {
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`OpenID metadata answered ${response.status}`);
    return createRemoteJWKSet(new URL(metadataShape.parse(await response.json()).jwks_uri));
  };
  const findAgain = () => {
    found = find();
    // a failed search is not remembered
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
  return async (header, token) => (await (found ?? findAgain()))(header, token);
}

// all others (time-outs, an answer that is no key set) mean that the keys can't be had
const keysAreOut: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !keysAreOut.has(error.code);
}
