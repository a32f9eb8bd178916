import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { createWeb, type Web } from '../../../bot/http/server.ts';
import { BotAuth, NotTeams, teamsServiceUrls } from '../../../bot/teams/inbound/bot-auth.ts';
import { createBotEndpoint } from '../../../bot/teams/inbound/endpoint.ts';
import { lendIdentity } from '../../support/identity.ts';
import {
  type Claims,
  inMinutes,
  newKeys,
  startTokenIssuer,
  type TokenIssuer,
} from '../../support/token-issuer.ts';

const botId = '11111111-2222-4333-8444-555555555555';
const tenantId = '99999999-2222-4333-8444-555555555555';
const serviceUrl = 'http://127.0.0.1:9/teams/';
const channelIssuer = 'https://api.botframework.com';

type Sent = { readonly status: number; readonly body: string; readonly turns: number };

describe('the door for Teams', () => {
  let issuer: TokenIssuer;
  let web: Web;
  let url: string;
  let turns = 0;
  let returnIdentity: () => void;

  before(async () => {
    issuer = await startTokenIssuer({ endorsements: ['msteams'] });
    returnIdentity = await lendIdentity(issuer.identity);
    ({ web, url } = await open(issuer.metadataUrl));
  });

  after(async () => {
    await web.stop(1_000);
    await issuer.stop();
    returnIdentity();
  });

  async function open(botOpenIdMetadata: string, keysWithinMs = 60_000) {
    const auth = new BotAuth({
      bot: { id: botId, type: 'UserAssignedMsi', tenantId },
      trust: { botOpenIdMetadata, botTokenIssuer: channelIssuer, serviceUrls: [serviceUrl] },
      keysWithinMs,
    });
    const endpoint = createBotEndpoint({
      auth,
      onTurn: async () => {
        turns += 1;
      },
      onBroken: async () => undefined,
      log: () => undefined,
    });
    const opened = createWeb({
      receive: endpoint.receive,
      readiness: async () => ({ storage: true, unbound: [] }),
      log: () => undefined,
    });
    const port = await opened.listen(0, '127.0.0.1');
    return { web: opened, url: `http://127.0.0.1:${port}/api/messages` };
  }

  const claims = (changed: Claims = {}): Claims => ({
    iss: channelIssuer,
    aud: botId,
    serviceurl: serviceUrl,
    nbf: inMinutes(-5),
    exp: inMinutes(60),
    ...changed,
  });
  const activity = (changed: object = {}) => ({
    type: 'message',
    id: '1700000000000',
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: 'a:chat' },
    from: { id: '29:asker' },
    text: 'hello',
    ...changed,
  });

  async function send(
    authorization: string | undefined,
    body: unknown = activity(),
    to = url,
  ): Promise<Sent> {
    const before = turns;
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.text(), turns: turns - before };
  }
  const bearer = async (changed: Claims = {}, how = {}) =>
    `Bearer ${await issuer.sign(claims(changed), how)}`;
  const unsigned = (header: object, payload: object) =>
    [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

  /** Signed with the public key as if it were a shared secret. */
  const asSharedSecret = () => {
    const text = unsigned({ alg: 'HS256', kid: issuer.kid }, claims());
    return `Bearer ${text}.${createHmac('sha256', issuer.publicModulus).update(text).digest('base64url')}`;
  };
  const tampered = async () => {
    const [header, , signature] = (await bearer()).split('.');
    return `${header}.${unsigned({}, claims({ oid: 'another' })).split('.')[1]}.${signature}`;
  };

  type Row = readonly [what: string, status: number, authorization: () => unknown, body?: object];
  const table: readonly Row[] = [
    ['a valid token', 200, () => bearer()],
    ['a token signed with RS512', 200, () => bearer({}, { alg: 'RS512' })],
    ['a token two minutes over', 200, () => bearer({ exp: inMinutes(-2) })],
    ['no token', 401, () => undefined],
    ['an empty bearer', 401, () => 'Bearer '],
    ['Basic', 401, () => 'Basic dXNlcjpwYXNz'],
    ['garbage', 401, () => 'Bearer garbage'],
    ['garbage with dots', 401, () => 'Bearer a.b.c'],
    ['three parts that are not JSON', 401, () => 'Bearer eyJhbGc.eyJpc3M.c2ln'],
    ['bearer in lower case', 401, async () => (await bearer()).replace('Bearer', 'bearer')],
    [
      'alg none with a known kid',
      401,
      () => `Bearer ${unsigned({ alg: 'none', kid: issuer.kid }, claims())}.`,
    ],
    ['alg none without kid', 401, () => `Bearer ${unsigned({ alg: 'none' }, claims())}.`],
    ['HS256 with the public key', 401, asSharedSecret],
    ["a stranger's key under a known kid", 401, () => bearer({}, { key: newKeys().privateKey })],
    ['an unknown kid', 401, () => bearer({}, { kid: 'key-2' })],
    ['a tampered token', 401, tampered],
    ['a token valid in ten minutes', 401, () => bearer({ nbf: inMinutes(10) })],
    ['a token ten minutes over', 401, () => bearer({ exp: inMinutes(-10) })],
    ['a token without end', 401, () => bearer({ exp: undefined })],
    ['another issuer', 401, () => bearer({ iss: 'https://login.example' })],
    ['no issuer', 401, () => bearer({ iss: undefined })],
    [
      "Entra's token for the emulator",
      401,
      () =>
        bearer({
          iss: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/',
          ver: '1.0',
          appid: botId,
        }),
    ],
    ['another bot', 401, () => bearer({ aud: tenantId })],
    ['no audience', 401, () => bearer({ aud: undefined })],
    ['a list of audiences', 401, () => bearer({ aud: [botId] })],
    ['another serviceurl claim', 401, () => bearer({ serviceurl: 'http://127.0.0.1:9/other/' })],
    ['no serviceurl claim', 401, () => bearer({ serviceurl: undefined })],
    ['an activity with another serviceUrl', 401, () => bearer(), { serviceUrl: 'http://127.0.0.1:9/other/' }],
    ['an activity without serviceUrl', 401, () => bearer(), { serviceUrl: undefined }],
    ['an activity with an empty serviceUrl', 401, () => bearer(), { serviceUrl: '' }],
    ['an activity whose serviceUrl is no text', 401, () => bearer(), { serviceUrl: 7 }],
    [
      'a service URL that Teams does not have, claimed as well',
      401,
      () => bearer({ serviceurl: 'https://evil.example/' }),
      { serviceUrl: 'https://evil.example/' },
    ],
    [
      'a service URL with somebody before the host',
      401,
      () => bearer({ serviceurl: 'http://a@127.0.0.1:9/' }),
      { serviceUrl: 'http://a@127.0.0.1:9/' },
    ],
    ['an unendorsed channel', 401, () => bearer(), { channelId: 'webchat' }],
    ['the emulator channel', 401, () => bearer(), { channelId: 'emulator' }],
    ['the old streaming channel', 401, () => bearer(), { channelId: 'AseChannel' }],
    ['no channelId', 401, () => bearer(), { channelId: undefined }],
    ['no type', 400, () => bearer(), { type: undefined }],
  ];
  for (const [what, status, authorization, changed] of table)
    it(`answers ${what} with ${status} and says nothing of why`, async () => {
      const sent = await send((await authorization()) as string | undefined, activity(changed));
      assert.deepEqual(sent, { status, body: '', turns: status === 200 ? 1 : 0 });
    });

  for (const body of [{}, [], 'text', 7, null])
    it(`answers the body ${JSON.stringify(body)} with 400`, async () => {
      assert.deepEqual(await send(await bearer(), body), { status: 400, body: '', turns: 0 });
    });

  it('lets a token in again and again, until it is over', async () => {
    const authorization = await bearer({ exp: Math.floor(Date.now() / 1000) - 240 });
    assert.equal((await send(authorization)).status, 200);
    const inTime = await bearer();
    for (let time = 0; time < 3; time++) assert.equal((await send(inTime)).status, 200);
  });

  it('does not let a remembered token speak for another service URL or channel', async () => {
    const authorization = await bearer();
    assert.equal((await send(authorization)).status, 200);
    assert.equal((await send(authorization, activity({ serviceUrl: 'http://127.0.0.1:9/b/' }))).status, 401);
    assert.equal((await send(authorization, activity({ channelId: 'webchat' }))).status, 401);
  });

  it('leaves an outage of the keys an outage, so that Teams asks again', async () => {
    const sick = await startTokenIssuer();
    sick.answer(503);
    const opened = await open(sick.metadataUrl);
    const token = `Bearer ${await sick.sign(claims())}`;
    assert.equal((await send(token, activity(), opened.url)).status, 503);
    sick.answer(200);
    assert.equal((await send(token, activity(), opened.url)).status, 200);
    await opened.web.stop(1_000);
    await sick.stop();
  });

  it('leaves dead keys an outage', async () => {
    const dead = await startTokenIssuer();
    await dead.stop();
    const opened = await open(dead.metadataUrl);
    assert.equal((await send(`Bearer ${await dead.sign(claims())}`, activity(), opened.url)).status, 503);
    await opened.web.stop(1_000);
  });

  it('never lets a changed token through, whatever was changed', async () => {
    const token = await issuer.sign(claims());
    const anySign = fc.constantFrom(...'ABCxyz019-_.=%{} ');
    const changedAt = fc.tuple(fc.nat(token.length - 1), anySign, fc.nat(3));
    await fc.assert(
      fc.asyncProperty(changedAt, async ([at, sign, length]) => {
        const changed = token.slice(0, at) + sign.repeat(length) + token.slice(at + 1);
        fc.pre(!sameBytes(changed, token));
        const { status, turns: reached } = await send(`Bearer ${changed}`);
        assert.deepEqual([status, reached], [401, 0]);
      }),
      { numRuns: 150 },
    );
  });

  it('believes nobody on this machine when Microsoft is trusted', async () => {
    const auth = new BotAuth({ bot: { id: botId, type: 'SingleTenant', tenantId, password: 'secret' } });
    const asked = { ...activity(), type: 'message' } as Parameters<typeof auth.authenticateRequest>[0];
    await assert.rejects(auth.authenticateRequest(asked, await bearer()), NotTeams);
  });

  it("names Teams' own service address in the code", () => {
    assert.deepEqual(teamsServiceUrls, ['https://smba.trafficmanager.net/']);
  });

  it('makes connections to Teams once for each service URL', async () => {
    const auth = new BotAuth({ bot: { id: botId, type: 'UserAssignedMsi', tenantId } });
    const [one, same, other] = await Promise.all(
      ['amer', 'amer', 'emea'].map((at) => auth.connectors.to(`${teamsServiceUrls[0]}${at}/`)),
    );
    assert.equal(one, same);
    assert.notEqual(one, other);
  });
});

/** The last sign of a part may be written in several ways that mean the same bytes. */
function sameBytes(one: string, other: string): boolean {
  const bytesOf = (token: string) =>
    token.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
  return bytesOf(one).join('.') === bytesOf(other).join('.');
}
