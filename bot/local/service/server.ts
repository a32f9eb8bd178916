/** The stand-in's one HTTP server: token issuers, the connector with its misfortunes, and the page. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Call, keep } from './calls.ts';
import { addressOf, answerCall, type HttpReply, refuse } from './connector.ts';
import { botTokenIssuer, connectorAudience, keySet, tokenFromBot } from './keys.ts';
import { type Stage, serviceUrlOf, tabIssuerOf } from './stage.ts';
import type { Json } from './world.ts';

/** Serves what is not Teams' own machinery: the page. Tells whether it took the request. */
export type Rest = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function listen(
  stage: Stage,
  { host, port }: { host: string; port: number },
  rest: Rest,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(stage, request, response, rest).catch((error: Error) => breakDown(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  stage.url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return server;
}

export function metadataUrls(stage: Stage) {
  return {
    bot: `${stage.url}/openid/v1/.well-known/openidconfiguration`,
    tab: `${tabIssuerOf(stage)}/.well-known/openid-configuration`,
    identity: `${stage.url}/msi/token`,
  };
}

async function answer(
  stage: Stage,
  request: IncomingMessage,
  response: ServerResponse,
  rest: Rest,
): Promise<void> {
  const url = new URL(request.url ?? '/', stage.url);
  const service = new URL(serviceUrlOf(stage)).pathname;
  if (url.pathname.startsWith(`${service}v3/`))
    return answerBot(stage, request, response, url, service.length - 1);
  if (url.pathname === '/msi/token') return answerBot(stage, request, response, url, 0);
  const open = openDocuments(stage)[url.pathname];
  return open ? reply(response, { status: 200, body: open }) : rest(request, response);
}

/** What anybody may read: the two issuers and their keys. */
function openDocuments(stage: Stage): Record<string, unknown> {
  const { url, home, keys } = stage;
  const tabKeys = `/tab/${home.tenantId}/discovery/v2.0/keys`;
  const supported = { id_token_signing_alg_values_supported: ['RS256'] };
  return {
    '/openid/v1/.well-known/openidconfiguration': {
      issuer: botTokenIssuer,
      jwks_uri: `${url}/openid/v1/.well-known/keys`,
      ...supported,
    },
    '/openid/v1/.well-known/keys': keySet(keys.connector),
    [`/tab/${home.tenantId}/v2.0/.well-known/openid-configuration`]: {
      issuer: tabIssuerOf(stage),
      jwks_uri: `${url}${tabKeys}`,
      ...supported,
    },
    [tabKeys]: keySet(keys.tab),
  };
}

/** A call of the bot's, recorded, and struck by whatever fault stands for it. */
async function answerBot(
  stage: Stage,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  prefix: number,
): Promise<void> {
  const call = keep(stage.calls, await readCall(stage, request, url, prefix));
  const act = () =>
    call.operation === 'token' ? giveToken(stage, request, url) : answerConnector(stage, request, call);
  const fault = stage.faults.strikeCall(call);
  const kind = fault && (fault.kind ?? 'refuse');
  if (kind) strike(stage, call, kind);
  if (kind === 'hang') return;
  if (kind === 'delay') await (fault?.until ?? pause(fault?.ms ?? 100));
  const { status = 500, code = 'ServiceError', retryAfter } = fault ?? {};
  const refusal = {
    ...refuse(status, code, 'Ordered by the test'),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  if (kind === 'double') await act();
  const answered = kind === 'refuse' ? refusal : await act();
  Object.assign(call, { status: answered.status, answer: answered.body });
  stage.changed();
  if (kind === 'lost-reply') request.socket.destroy();
  else reply(response, answered);
}

function strike(stage: Stage, call: Call, kind: string): void {
  call.fault = kind;
  stage.changed();
}

async function readCall(stage: Stage, request: IncomingMessage, url: URL, prefix: number): Promise<Call> {
  const { method = 'GET' } = request;
  const path = url.pathname.slice(prefix);
  const address = path === '/msi/token' ? ({ operation: 'token' } as const) : addressOf(method, path);
  return {
    at: stage.now(),
    ...address,
    method,
    path: decodeURIComponent(path) + url.search,
    query: Object.fromEntries(url.searchParams),
    body: await readJson(request),
  };
}

async function answerConnector(stage: Stage, request: IncomingMessage, call: Call): Promise<HttpReply> {
  if (!(await stage.isBotToken(request.headers.authorization)))
    return refuse(401, 'Unauthorized', 'Authorization has been denied for this request.');
  return answerCall(stage, call);
}

/** The identity endpoint of a host in Azure (App Service, 2019-08-01). */
async function giveToken(
  stage: Stage,
  { headers }: IncomingMessage,
  { searchParams }: URL,
): Promise<HttpReply> {
  const { home, identityHeader } = stage;
  if (headers['x-identity-header'] !== identityHeader)
    return refuse(401, 'Unauthorized', 'Wrong x-identity-header');
  const asked = [
    searchParams.get('api-version'),
    searchParams.get('resource'),
    searchParams.get('client_id'),
  ];
  const expected = ['2019-08-01', connectorAudience, home.botId];
  const wrong = asked.findIndex((value, index) => value !== expected[index]);
  if (wrong >= 0) return refuse(400, 'invalid_request', `${asked[wrong]} should be ${expected[wrong]}`);
  const expires_on = String(Math.floor(Date.now() / 1000) + 86_400);
  const access_token = await tokenFromBot(stage.keys, home);
  return {
    status: 200,
    body: {
      access_token,
      expires_on,
      resource: connectorAudience,
      token_type: 'Bearer',
      client_id: home.botId,
    },
  };
}

/** The body as an object; anything else reads as an empty one. */
export async function readJson(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function reply(response: ServerResponse, { status, body, retryAfter }: HttpReply): void {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function breakDown(response: ServerResponse, error: Error): void {
  console.error(error);
  if (!response.headersSent) reply(response, refuse(500, 'StandInBroke', error.message));
}
