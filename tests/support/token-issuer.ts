/** A token issuer on this machine: OpenID metadata, keys, the managed identity's endpoint, and tokens of every kind. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWTPayload, SignJWT } from 'jose';
import type { Lender } from './identity.ts';

export type Claims = { readonly [claim: string]: unknown };

export type Signing = {
  readonly alg?: 'RS256' | 'RS384' | 'RS512';
  readonly kid?: string;
  readonly key?: KeyObject;
};

export type TokenIssuer = {
  readonly url: string;
  readonly metadataUrl: string;
  readonly identityEndpoint: string;
  /** For `lendIdentity`. */
  readonly identity: Lender;
  readonly kid: string;
  /** The public key as its modulus, for those who try it as a shared secret. */
  readonly publicModulus: string;
  /** A claim given as undefined is left out. */
  sign(claims: Claims, how?: Signing): Promise<string>;
  /** From now on metadata and keys answer with this status (200: as usual). */
  answer(status: number): void;
  /** How often the keys were fetched. */
  fetched(): number;
  stop(): Promise<void>;
};

export async function startTokenIssuer(
  options: { readonly endorsements?: readonly string[] } = {},
): Promise<TokenIssuer> {
  const { publicKey, privateKey } = keysOfAll();
  const kid = 'key-1';
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...options };
  let status = 200;
  let fetched = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    const expires = Math.floor(Date.now() / 1000) + 3600;
    const answers: Record<string, unknown> = {
      '/.well-known/openidconfiguration': { issuer: url, jwks_uri: `${url}/keys` },
      '/keys': { keys: [jwk] },
      '/msi/token': {
        access_token: 'token-of-the-bot',
        expires_on: expires,
        token_type: 'Bearer',
        resource: 'x',
      },
    };
    if (pathname === '/keys') fetched += 1;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify((status === 200 && answers[pathname]) || {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    metadataUrl: `${url}/.well-known/openidconfiguration`,
    identityEndpoint: `${url}/msi/token`,
    identity: { endpoint: `${url}/msi/token`, header: 'local' },
    kid,
    publicModulus: String(jwk.n),
    sign: (claims, how = {}) => {
      const header = { alg: how.alg ?? 'RS256', kid: how.kid ?? kid };
      return new SignJWT(claims as JWTPayload).setProtectedHeader(header).sign(how.key ?? privateKey);
    },
    answer: (given) => {
      status = given;
    },
    fetched: () => fetched,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let shared: ReturnType<typeof newKeys> | undefined;

/** Every issuer of a process signs with these: making RSA keys is the slowest part of a start. */
function keysOfAll() {
  shared ??= newKeys();
  return shared;
}

export function newKeys() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/** Seconds since 1970, `minutes` from now. */
export function inMinutes(minutes: number): number {
  return Math.floor(Date.now() / 1000) + minutes * 60;
}
