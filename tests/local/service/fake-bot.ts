/** A bot of a few lines: checks Teams' tokens, remembers what it is told, and calls Teams as told by the test. */

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Json } from '../../../bot/local/service/world.ts';
import { createStandInTeams, type StandInOptions, type StandInTeams } from '../../../bot/local/teams.ts';

export interface Told extends Json {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly text?: string;
  readonly value: Json;
  readonly conversation: { readonly id: string; readonly conversationType: string };
  readonly from: { readonly id: string; readonly aadObjectId: string };
  readonly channelData: Json;
  readonly serviceUrl: string;
}

export type Answer =
  | { readonly status?: number; readonly body?: unknown; readonly after?: number }
  | undefined;

export interface Called {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, each test knows its own
  readonly body: any;
  readonly retryAfter: string | null;
}

export interface FakeBot {
  readonly told: Told[];
  /** The newest of them; fails when there is none. */
  last(): Told;
  /** What it answers; nothing with 200 unless set. */
  answer: (activity: Told) => Answer | Promise<Answer>;
  call(method: string, path: string, body?: unknown, bearer?: string): Promise<Called>;
  token(headers?: Record<string, string>, query?: string): Promise<Called>;
  stop(): Promise<void>;
}

export const ada = 'a0000000-0000-4000-8000-00000000000a';
export const bo = 'a0000000-0000-4000-8000-00000000000b';
export const guest = 'a0000000-0000-4000-8000-00000000000c';
export const stranger = 'a0000000-0000-4000-8000-00000000000d';
export const loner = 'a0000000-0000-4000-8000-00000000000e';
export const team = '19:team@thread.tacv2';
export const north = '19:north@thread.tacv2';

export const smallWorld = {
  people: [
    { id: ada, name: 'Ada Advisor' },
    { id: bo, name: 'Bo Borg', locale: 'sv-SE' },
    { id: guest, name: 'Gun Guest', kind: 'guest', locale: 'en-GB' },
    { id: stranger, name: 'Olli Outside', kind: 'other-tenant' },
    { id: loner, name: 'Lone Member', hasBot: false },
  ],
  teams: [
    { id: team, name: 'The line', channels: [{ id: north, name: 'North' }], members: [ada, bo, guest] },
  ],
} satisfies StandInOptions['world'];

/** A Teams with a small world and a bot in it, both listening. */
export async function teamsWithBot(
  options: StandInOptions = {},
): Promise<{ teams: StandInTeams; bot: FakeBot }> {
  const teams = await createStandInTeams({ world: smallWorld, botName: 'Line', ...options });
  await teams.start();
  const bot = await startBot(teams);
  return { teams, bot };
}

export async function startBot(teams: StandInTeams): Promise<FakeBot> {
  const keys = createRemoteJWKSet(new URL(teams.tokens.botMetadata.replace('openidconfiguration', 'keys')));
  const told: Told[] = [];
  let bearer: string | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Told;
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(token, keys, {
      issuer: teams.tokens.botIssuer,
      audience: teams.botId,
    });
    if (payload['serviceurl'] !== activity.serviceUrl) throw new Error('another serviceUrl');
    told.push(activity);
    const { status = 200, body, after = 0 } = (await bot.answer(activity)) ?? {};
    await new Promise((resolve) => setTimeout(resolve, after));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  teams.botEndpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;

  const bot: FakeBot = {
    told,
    last: () => {
      const activity = told.at(-1);
      assert.ok(activity, 'the bot was told nothing');
      return activity;
    },
    answer: () => undefined,
    async call(method, path, body, given) {
      bearer ??= (await bot.token()).body.access_token as string;
      return ask(`${teams.serviceUrl}${path}`, method, body, { authorization: `Bearer ${given ?? bearer}` });
    },
    token: (headers = { 'x-identity-header': teams.tokens.identityHeader }, query = tokenQuery(teams)) =>
      ask(`${teams.tokens.identityEndpoint}${query}`, 'GET', undefined, headers),
    stop: () => close(server),
  };
  return bot;
}

const tokenQuery = ({ botId }: StandInTeams) =>
  `?api-version=2019-08-01&resource=https://api.botframework.com&client_id=${botId}`;

async function ask(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Called> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...sent,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    retryAfter: response.headers.get('retry-after'),
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export function message(text: string): Json {
  return { type: 'message', text };
}

export function cardOf(body: unknown[], actions: unknown[] = [], more: Json = {}): Json {
  return { type: 'AdaptiveCard', version: '1.5', body, actions, ...more };
}

export function cardMessage(card: Json, more: Json = {}): Json {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    ...more,
  };
}

/** The path of a conversation's activities, as an SDK writes it. */
export function activitiesOf(conversation: string, activity?: string): string {
  const path = `v3/conversations/${encodeURIComponent(conversation)}/activities`;
  return activity === undefined ? path : `${path}/${encodeURIComponent(activity)}`;
}

export function threadIn(channel: string, activity: Json): Json {
  return { isGroup: true, channelData: { channel: { id: channel } }, activity };
}
