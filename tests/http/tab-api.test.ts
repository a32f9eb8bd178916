import assert from 'node:assert/strict';
import { createWeb, type Web } from '../../bot/http/server.ts';
import type { TabApi, TabRoute } from '../../bot/http/tab-api.ts';
import { createTabTokenCheck } from '../../bot/http/tab-token.ts';
import {
  type Claims,
  inMinutes,
  newKeys,
  startTokenIssuer,
  type TokenIssuer,
} from '../support/token-issuer.ts';

const tenantId = '99999999-2222-4333-8444-555555555555';
const clientId = '44444444-2222-4333-8444-555555555555';
const botId = '11111111-2222-4333-8444-555555555555';
const person = '33333333-2222-4333-8444-555555555555';
const publicUrl = 'https://line.example';
const tabTokenIssuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

describe("the tab's API", () => {
  let issuer: TokenIssuer;
  let web: Web | undefined;

  before(async () => {
    issuer = await startTokenIssuer();
  });
  after(() => issuer.stop());
  afterEach(async () => {
    await web?.stop(500);
    web = undefined;
  });

  const checkFor = (trusted: TokenIssuer) =>
    createTabTokenCheck({
      ...{ tenantId, clientId, botId, publicUrl },
      trust: { tabOpenIdMetadata: trusted.metadataUrl, tabTokenIssuer },
    });
  const echo: TabRoute = {
    method: 'GET',
    path: '/me',
    answer: async ({ caller }) => ({ status: 200, body: caller }),
  };
  async function open(routes: readonly TabRoute[] = [echo], changed: Partial<TabApi> = {}): Promise<string> {
    web = createWeb({
      receive: async () => ({ status: 200 }),
      readiness: async () => ({ storage: true, unbound: [] }),
      tabApi: { routes, check: checkFor(issuer), ...changed },
      log: () => undefined,
    });
    return `http://127.0.0.1:${await web.listen(0, '127.0.0.1')}/api/tab`;
  }

  const claims = (changed: Claims = {}): Claims => ({
    iss: tabTokenIssuer,
    aud: clientId,
    tid: tenantId,
    oid: person,
    name: 'Anna Asukas',
    scp: 'access_as_user',
    nbf: inMinutes(-1),
    exp: inMinutes(60),
    ...changed,
  });
  const bearer = async (changed: Claims = {}, how = {}) =>
    `Bearer ${await issuer.sign(claims(changed), how)}`;
  const get = (url: string, authorization?: string) =>
    fetch(url, authorization ? { headers: { authorization } } : {});
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

  const table: readonly (readonly [what: string, status: number, authorization: () => unknown])[] = [
    ['a valid token', 200, () => bearer()],
    ['the app named by host and id', 200, () => bearer({ aud: `api://line.example/${clientId}` })],
    ['the app named by host and bot', 200, () => bearer({ aud: `api://line.example/botid-${botId}` })],
    ['several scopes', 200, () => bearer({ scp: 'User.Read access_as_user' })],
    ['a token two minutes over', 200, () => bearer({ exp: inMinutes(-2) })],
    ['no token', 401, () => undefined],
    ['an empty bearer', 401, () => 'Bearer '],
    ['garbage', 401, () => 'Bearer garbage'],
    ['garbage with dots', 401, () => 'Bearer a.b.c'],
    ['Basic', 401, () => 'Basic dXNlcjpwYXNz'],
    ['alg none', 401, () => `Bearer ${encoded({ alg: 'none' })}.${encoded(claims())}.`],
    ['a forged signature', 401, () => bearer({}, { key: newKeys().privateKey })],
    ['an unknown key', 401, () => bearer({}, { kid: 'key-2' })],
    ['a token ten minutes over', 401, () => bearer({ exp: inMinutes(-10) })],
    ['a token valid in ten minutes', 401, () => bearer({ nbf: inMinutes(10) })],
    ['a token without end', 401, () => bearer({ exp: undefined })],
    ['another audience', 401, () => bearer({ aud: botId })],
    ["another host's app", 401, () => bearer({ aud: `api://evil.example/${clientId}` })],
    ['another issuer', 401, () => bearer({ iss: 'https://login.microsoftonline.com/common/v2.0' })],
    ['another tenant', 401, () => bearer({ tid: clientId })],
    ['no tenant', 401, () => bearer({ tid: undefined })],
    ['another scope', 401, () => bearer({ scp: 'User.Read' })],
    ['a scope that only begins right', 401, () => bearer({ scp: 'access_as_user_too' })],
    [
      "no scope: an app's token, not a person's",
      401,
      () => bearer({ scp: undefined, roles: ['access_as_user'] }),
    ],
    ['no person', 401, () => bearer({ oid: undefined })],
    ['a person that is no GUID', 401, () => bearer({ oid: '../people' })],
    ['a guest by account', 403, () => bearer({ acct: 1 })],
    ['a member by account', 200, () => bearer({ acct: 0 })],
    ['a guest by name', 403, () => bearer({ preferred_username: 'x_firm.example#EXT#@county.example' })],
    [
      'a guest by home',
      403,
      () => bearer({ idp: 'https://sts.windows.net/77777777-2222-4333-8444-555555555555/' }),
    ],
  ];
  for (const [what, status, authorization] of table)
    it(`answers ${what} with ${status}`, async () => {
      const url = await open();
      const response = await get(`${url}/me`, (await authorization()) as string | undefined);
      assert.equal(response.status, status);
      const body = await response.json();
      if (status === 200) assert.deepEqual(body, { personId: person, name: 'Anna Asukas' });
      else assert.deepEqual(body, { error: { code: status === 403 ? 'guest' : 'not-signed-in' } });
    });

  describe('when Entra itself is trusted', () => {
    const entra = `https://login.microsoftonline.com/${tenantId}/v2.0`;
    const realFetch = globalThis.fetch;
    const asked: string[] = [];
    before(() => {
      // Entra's metadata comes from here, everything else from where it is asked
      globalThis.fetch = (input, init) => {
        asked.push(String(input));
        const isEntra = String(input) === `${entra}/.well-known/openid-configuration`;
        return realFetch(isEntra ? issuer.metadataUrl : input, init);
      };
    });
    after(() => {
      globalThis.fetch = realFetch;
    });

    it("takes its tokens of both versions, by the tenant's own keys, and no others", async () => {
      const check = createTabTokenCheck({ tenantId, clientId, botId, publicUrl });
      const caller = { personId: person, name: 'Anna Asukas' };
      assert.deepEqual(await check(await bearer({ iss: entra, ver: '2.0' })), caller);
      const first = {
        iss: `https://sts.windows.net/${tenantId}/`,
        ver: '1.0',
        aud: `api://line.example/${clientId}`,
      };
      assert.deepEqual(await check(await bearer(first)), caller);
      const stranger = { iss: `https://sts.windows.net/${clientId}/` };
      assert.deepEqual(await check(await bearer(stranger)), { refused: 'not-signed-in' });
      assert.deepEqual(asked, [`${entra}/.well-known/openid-configuration`, `${issuer.url}/keys`]);
    });
  });

  it('says try later when the keys cannot be had, and lets people in when they can again', async () => {
    const sick = await startTokenIssuer();
    sick.answer(503);
    const url = await open([echo], { check: checkFor(sick) });
    const token = `Bearer ${await sick.sign(claims())}`;
    const response = await get(`${url}/me`, token);
    assert.deepEqual([response.status, await response.json()], [503, { error: { code: 'try-later' } }]);
    sick.answer(200);
    assert.equal((await get(`${url}/me`, token)).status, 200);
    await sick.stop();
  });

  it('hands a route its path, its query and its body', async () => {
    const url = await open([
      {
        method: 'PUT',
        path: '/pages/:page',
        answer: async ({ path, query, body }) => ({
          status: 200,
          body: { path, language: query.get('language'), body },
        }),
      },
    ]);
    const response = await fetch(`${url}/pages/meals%20now?language=fi`, {
      method: 'PUT',
      headers: { authorization: await bearer() },
      body: '{"text":"x"}',
    });
    assert.deepEqual(await response.json(), {
      path: { page: 'meals now' },
      language: 'fi',
      body: { text: 'x' },
    });
  });

  it('sends a file as a file', async () => {
    const answer = {
      status: 200,
      body: new Uint8Array([1, 2, 3]),
      type: 'application/x-sheet',
      fileName: 'Kuukausi å.xlsx',
    };
    const url = await open([{ method: 'GET', path: '/sheet', answer: async () => answer }]);
    const response = await get(`${url}/sheet`, await bearer());
    assert.equal(response.headers.get('content-type'), 'application/x-sheet');
    assert.equal(
      response.headers.get('content-disposition'),
      "attachment; filename*=UTF-8''Kuukausi%20%C3%A5.xlsx",
    );
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), answer.body);
  });

  it('does not read the body of a stranger', async () => {
    let asked = 0;
    const url = await open([
      { method: 'POST', path: '/x', answer: async () => ({ status: 200, body: ++asked }) },
    ]);
    assert.equal((await fetch(`${url}/x`, { method: 'POST', body: '{' })).status, 401);
    assert.equal(asked, 0);
  });

  it('refuses what is too big for a route, and what is no JSON', async () => {
    const url = await open([
      { method: 'POST', path: '/x', atMost: 10, answer: async () => ({ status: 200 }) },
    ]);
    const headers = { authorization: await bearer() };
    assert.equal((await fetch(`${url}/x`, { method: 'POST', headers, body: '"0123456789"' })).status, 413);
    assert.equal((await fetch(`${url}/x`, { method: 'POST', headers, body: '{' })).status, 400);
    assert.equal((await fetch(`${url}/x`, { method: 'POST', headers, body: '"01234567"' })).status, 200);
  });

  it('slows down one person who asks too fast, and nobody else', async () => {
    const url = await open([echo], { pace: { rate: 0.001, burst: 2 } });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await get(`${url}/me`, await bearer())).status);
    assert.deepEqual(statuses, [200, 200, 429]);
    const another = await bearer({ oid: botId });
    assert.equal((await get(`${url}/me`, another)).status, 200);
    const slowed = await get(`${url}/me`, await bearer());
    assert.deepEqual(
      [slowed.headers.get('retry-after'), await slowed.json()],
      ['2', { error: { code: 'too-many-requests' } }],
    );
  });

  it('tells nobody what broke in a route', async () => {
    const url = await open([
      { method: 'GET', path: '/x', answer: () => Promise.reject(new Error('secret words')) },
    ]);
    const response = await get(`${url}/x`, await bearer());
    assert.deepEqual([response.status, await response.text()], [500, '{"error":{"code":"broken"}}']);
  });

  it('knows no other method', async () => {
    const url = await open();
    const response = await fetch(`${url}/me`, {
      method: 'DELETE',
      headers: { authorization: await bearer() },
    });
    assert.deepEqual(
      [response.status, await response.json()],
      [405, { error: { code: 'method-not-allowed' } }],
    );
  });
});
