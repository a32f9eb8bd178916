import assert from 'node:assert/strict';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import type { StandInTeams } from '../../../bot/local/teams.ts';
import { activitiesOf, ada, type FakeBot, guest, message, teamsWithBot } from './fake-bot.ts';

describe('tokens around the stand-in Teams', () => {
  let teams: StandInTeams;
  let bot: FakeBot;
  before(async () => {
    ({ teams, bot } = await teamsWithBot());
  });
  after(async () => {
    await bot.stop();
    await teams.stop();
  });

  const read = async (url: string) => (await fetch(url)).json();

  it('publishes its bot issuer, with keys endorsed for Teams', async () => {
    const { issuer, jwks_uri } = await read(teams.tokens.botMetadata);
    assert.equal(issuer, 'https://api.botframework.com');
    const { keys } = await read(jwks_uri);
    assert.deepEqual(keys[0].endorsements, ['msteams']);
    assert.equal('d' in keys[0], false, 'the secret half must stay at home');
  });

  it('gives the bot a token at the identity endpoint', async () => {
    const { status, body } = await bot.token();
    assert.equal(status, 200);
    assert.ok(Number(body.expires_on) > Date.now() / 1000);
    assert.equal((await bot.call('POST', activitiesOf(teams.as(ada).chatId), message('hi'))).status, 201);
  });

  const good = (client = teams.botId) =>
    `?api-version=2019-08-01&resource=https://api.botframework.com&client_id=${client}`;
  const wrongAsks: [
    what: string,
    headers: () => Record<string, string> | undefined,
    query: () => string,
    status: number,
  ][] = [
    ['without the header', () => ({}), good, 401],
    ['with another header', () => ({ 'x-identity-header': 'x' }), good, 401],
    ['for another client', () => undefined, () => good('another'), 400],
    [
      'for another resource',
      () => undefined,
      () => good().replace('api.botframework', 'graph.microsoft'),
      400,
    ],
    ['in another version', () => undefined, () => good().replace('2019-08-01', '2018-02-01'), 400],
  ];
  for (const [what, headers, query, status] of wrongAsks) {
    it(`gives none ${what}`, async () => assert.equal((await bot.token(headers(), query())).status, status));
  }

  const wrongBearers: [what: string, bearer: () => Promise<string>][] = [
    ['no token', async () => ''],
    ['garbage', async () => 'a.b.c'],
    ['a tab’s token', () => teams.as(ada).tabToken()],
    [
      'the token that Teams itself shows the bot',
      async () => {
        await teams.as(ada).say('hi');
        return teams.as(ada).tabToken({ forged: true, claims: { aud: teams.botId } });
      },
    ],
  ];
  for (const [what, bearer] of wrongBearers) {
    it(`lets nobody call with ${what}`, async () => {
      const { status } = await bot.call(
        'POST',
        activitiesOf(teams.as(ada).chatId),
        message('x'),
        await bearer(),
      );
      assert.equal(status, 401);
    });
  }

  const tabKeys = async () => createRemoteJWKSet(new URL((await read(teams.tokens.tabMetadata)).jwks_uri));

  it('signs a tab’s token for the chosen person', async () => {
    const token = await teams.as(ada).tabToken();
    const { payload } = await jwtVerify(token, await tabKeys(), {
      issuer: teams.tokens.tabIssuer,
      audience: teams.tabClientId,
    });
    const { oid, tid, scp, ver, name, preferred_username } = payload;
    assert.deepEqual(
      [oid, tid, scp, ver, name],
      [ada, teams.tenantId, 'access_as_user', '2.0', 'Ada Advisor'],
    );
    assert.match(String(preferred_username), /@/);
    assert.equal(decodeProtectedHeader(token).alg, 'RS256');
  });

  it('marks a guest’s token as a guest’s', async () => {
    const { payload } = await jwtVerify(await teams.as(guest).tabToken(), await tabKeys());
    assert.equal(payload['acct'], 1);
  });

  it('can sign wrong ones, to try what a server refuses', async () => {
    const verify = async (token: string) =>
      jwtVerify(token, await tabKeys(), { audience: teams.tabClientId });
    await assert.rejects(verify(await teams.as(ada).tabToken({ expiresIn: -60 })), /exp/);
    await assert.rejects(verify(await teams.as(ada).tabToken({ claims: { aud: 'another' } })), /aud/);
    await assert.rejects(verify(await teams.as(ada).tabToken({ forged: true })), /signature/);
  });
});
