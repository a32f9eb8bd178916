import assert from 'node:assert/strict';
import { createPace, type PaceClock } from '../../../bot/teams/client/pace.ts';
import {
  createTeamsClient,
  type RetryPlan,
  type TeamsClient,
} from '../../../bot/teams/client/teams-client.ts';
import { type FailureKind, TeamsFailure } from '../../../bot/teams/client/teams-failure.ts';
import { BotAuth } from '../../../bot/teams/inbound/bot-auth.ts';
import { type FakeConnector, type Reply, startFakeConnector } from '../../support/fake-connector.ts';
import { lendIdentity } from '../../support/identity.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

const botId = '11111111-2222-4333-8444-555555555555';
const tenantId = '99999999-2222-4333-8444-555555555555';

/** A clock whose sleepers wake at once, having been told how long they slept. */
function hurriedClock() {
  const slept: number[] = [];
  let now = Date.parse('2026-11-21T08:00:00Z');
  const clock: PaceClock = {
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
  return { clock, slept };
}

describe('the line to Teams', () => {
  let issuer: TokenIssuer;
  let connector: FakeConnector;
  let returnIdentity: () => void;

  before(async () => {
    issuer = await startTokenIssuer();
    returnIdentity = await lendIdentity(issuer.identity);
  });
  after(async () => {
    await issuer.stop();
    returnIdentity();
  });
  beforeEach(async () => {
    connector = await startFakeConnector();
  });
  afterEach(() => connector.stop());

  const newAuth = (id: string) =>
    new BotAuth({
      bot: { id, type: 'UserAssignedMsi', tenantId },
      trust: {
        ...{ botOpenIdMetadata: issuer.metadataUrl, botTokenIssuer: issuer.url },
        serviceUrls: [connector.serviceUrl, 'http://127.0.0.1:9/'],
      },
    });

  function newClient(plan: Partial<RetryPlan> = {}) {
    const { clock, slept } = hurriedClock();
    const logged: unknown[] = [];
    const auth = newAuth(botId);
    const teams = createTeamsClient({
      connectors: auth.connectors,
      botId,
      tenantId,
      log: (_level, _event, facts) => logged.push(facts),
      plan,
      clock,
      random: () => 1,
    });
    return { teams, slept, logged, clock };
  }
  const chat = () => ({ serviceUrl: connector.serviceUrl, id: 'a:chat' });
  const failing = async (deed: Promise<unknown>): Promise<TeamsFailure> => {
    try {
      await deed;
    } catch (error) {
      if (error instanceof TeamsFailure) return error;
      throw error;
    }
    return assert.fail('it did not fail');
  };

  it("starts a thread in a channel with the bot's token and knows its first message", async () => {
    connector.script({ status: 201, body: { id: '19:c@thread.tacv2;messageid=17', activityId: '17' } });
    const started = await newClient().teams.startThread(
      { serviceUrl: connector.serviceUrl, channelId: '19:c@thread.tacv2' },
      { type: 'message', text: 'new case' },
    );
    assert.deepEqual(started, { conversationId: '19:c@thread.tacv2;messageid=17', activityId: '17' });
    const [call] = connector.calls;
    assert.equal(`${call?.method} ${call?.path}`, 'POST /v3/conversations');
    assert.equal(call?.authorization, 'Bearer token-of-the-bot');
    assert.deepEqual(call?.body, {
      isGroup: true,
      bot: { id: `28:${botId}`, name: '' },
      tenantId,
      channelData: { channel: { id: '19:c@thread.tacv2' } },
      activity: { type: 'message', text: 'new case' },
    });
  });

  it('finds the first message in the id of the thread when Teams does not name it', async () => {
    connector.script({ status: 201, body: { id: '19:c@thread.tacv2;messageid=42' } });
    const { teams } = newClient();
    const started = await teams.startThread({ serviceUrl: connector.serviceUrl, channelId: '19:c' }, {});
    assert.equal(started.activityId, '42');
  });

  it('replies, edits and removes in a conversation', async () => {
    const { teams } = newClient();
    assert.equal(await teams.reply(chat(), { type: 'message', text: 'one' }), 'm1');
    await teams.edit(chat(), 'm1', { type: 'message', text: 'two' });
    await teams.remove(chat(), 'm1');
    assert.deepEqual(
      connector.calls.map(({ method, path, body }) => [method, path, body]),
      [
        ['POST', '/v3/conversations/a:chat/activities', { type: 'message', text: 'one' }],
        ['PUT', '/v3/conversations/a:chat/activities/m1', { type: 'message', text: 'two', id: 'm1' }],
        ['DELETE', '/v3/conversations/a:chat/activities/m1', undefined],
      ],
    );
  });

  it('sends a card whole, whatever it holds', async () => {
    const attachments = [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.5',
          body: [{ type: 'Input.Text', id: 'q', own: { deep: [1] } }],
        },
      },
    ];
    const entities = [{ type: 'mention', text: '<at>A</at>', mentioned: { id: '29:a', name: 'A' } }];
    const channelData = { notification: { alert: true } };
    await newClient().teams.reply(chat(), {
      type: 'message',
      summary: 's',
      attachments,
      entities,
      channelData,
    });
    assert.deepEqual(connector.calls[0]?.body, {
      type: 'message',
      summary: 's',
      attachments,
      entities,
      channelData,
    });
  });

  it('starts a chat with a person', async () => {
    connector.script({ status: 201, body: { id: 'a:new' } });
    assert.equal(
      await newClient().teams.startChat({ serviceUrl: connector.serviceUrl, person: '29:x' }),
      'a:new',
    );
    assert.deepEqual(connector.calls[0]?.body, {
      isGroup: false,
      bot: { id: `28:${botId}`, name: '' },
      tenantId,
      members: [{ id: '29:x', name: '' }],
    });
  });

  it("reads a team's members page by page", async () => {
    connector.script(
      { body: { continuationToken: 'next', members: [{ id: '29:a', name: 'A', aadObjectId: 'oid-a' }] } },
      {
        body: { members: [{ id: '29:b', objectId: 'oid-b', userPrincipalName: 'b@county', tenantId: 't' }] },
      },
    );
    assert.deepEqual(
      await newClient().teams.members({ serviceUrl: connector.serviceUrl, teamId: '19:team' }),
      [
        { id: '29:a', name: 'A', personId: 'oid-a' },
        { id: '29:b', personId: 'oid-b', principalName: 'b@county', tenantId: 't' },
      ],
    );
    assert.deepEqual(
      connector.calls.map(({ path, query }) => [path, query.get('continuationToken')]),
      [
        ['/v3/conversations/19:team/pagedmembers', null],
        ['/v3/conversations/19:team/pagedmembers', 'next'],
      ],
    );
  });

  it("reads one member and a team's channels", async () => {
    connector.script(
      { body: { id: '29:a', name: 'A', aadObjectId: 'oid-a', userPrincipalName: 'a@county' } },
      {
        body: {
          conversations: [
            { id: '19:general', name: null },
            { id: '19:north', name: 'North' },
          ],
        },
      },
    );
    const { teams } = newClient();
    assert.equal((await teams.member(chat(), '29:a')).principalName, 'a@county');
    assert.deepEqual(await teams.channels({ serviceUrl: connector.serviceUrl, teamId: '19:team' }), [
      { id: '19:general' },
      { id: '19:north', name: 'North' },
    ]);
  });

  const post = (teams: TeamsClient) => teams.reply(chat(), { type: 'message', text: 'once' });
  const edit = (teams: TeamsClient) => teams.edit(chat(), 'm1', { type: 'message', text: 'again' });
  const thread = (teams: TeamsClient) =>
    teams.startThread({ serviceUrl: connector.serviceUrl, channelId: '19:c' }, {});

  describe('when Teams fails', () => {
    type Row = readonly [
      what: string,
      reply: Reply,
      ofPost: [FailureKind, calls: number],
      ofEdit: [FailureKind, number],
    ];
    const table: readonly Row[] = [
      ['429 without Retry-After', { status: 429 }, ['throttled', 4], ['throttled', 4]],
      [
        '429 with Retry-After',
        { status: 429, headers: { 'retry-after': '3' } },
        ['throttled', 4],
        ['throttled', 4],
      ],
      ['412', { status: 412 }, ['ambiguous', 1], ['unreachable', 4]],
      ['500', { status: 500 }, ['ambiguous', 1], ['unreachable', 1]],
      ['502', { status: 502 }, ['ambiguous', 1], ['unreachable', 4]],
      ['503', { status: 503 }, ['ambiguous', 1], ['unreachable', 4]],
      ['504', { status: 504 }, ['ambiguous', 1], ['unreachable', 4]],
      [
        '503 with Retry-After',
        { status: 503, headers: { 'retry-after': '1' } },
        ['ambiguous', 1],
        ['unreachable', 4],
      ],
      ['a lost answer', { lost: true }, ['ambiguous', 1], ['unreachable', 4]],
      ['no answer in time', { silent: true }, ['ambiguous', 1], ['unreachable', 4]],
      [
        'a redirect to elsewhere',
        { status: 307, headers: { location: 'http://evil.example/' } },
        ['ambiguous', 1],
        ['unreachable', 1],
      ],
      ['404', { status: 404 }, ['gone', 1], ['gone', 1]],
      [
        '403',
        { status: 403, body: { error: { code: 'MessageWritesBlocked' } } },
        ['blocked', 1],
        ['blocked', 1],
      ],
      ['413', { status: 413 }, ['too-big', 1], ['too-big', 1]],
      ['400', { status: 400 }, ['refused', 1], ['refused', 1]],
      ['401', { status: 401 }, ['refused', 1], ['refused', 1]],
    ];
    for (const [what, reply, ofPost, ofEdit] of table)
      it(`by ${what}: a post is ${ofPost[0]} after ${ofPost[1]}, an edit ${ofEdit[0]} after ${ofEdit[1]}`, async () => {
        for (const [deed, [kind, calls]] of [
          [post, ofPost],
          [thread, ofPost],
          [edit, ofEdit],
        ] as const) {
          connector.calls.length = 0;
          connector.script(...Array.from({ length: 9 }, () => reply));
          const callWithinMs = 'silent' in reply ? 200 : 10_000;
          const failure = await failing(deed(newClient({ callWithinMs }).teams));
          assert.deepEqual([failure.kind, connector.calls.length], [kind, calls]);
        }
      });

    it('repeats a post that was throttled, and posts it once', async () => {
      connector.script({ status: 429, headers: { 'retry-after': '7' } }, { body: { id: 'm-late' } });
      const { teams, slept } = newClient();
      assert.equal(await post(teams), 'm-late');
      assert.deepEqual(slept, [7_000]);
    });

    it('repeats an edit whose answer was lost', async () => {
      connector.script({ lost: true }, { status: 502 }, {});
      await edit(newClient().teams);
      assert.equal(connector.calls.length, 3);
    });

    it('posts when nobody has heard it yet: a refused connection is tried again', async () => {
      const { teams, slept } = newClient();
      const nobody = { serviceUrl: 'http://127.0.0.1:9/', id: 'a:chat' };
      assert.equal((await failing(teams.reply(nobody, { type: 'message' }))).kind, 'unreachable');
      assert.equal(slept.length, 3);
    });

    it('waits twice as long each time when Teams does not say how long', async () => {
      connector.script(...Array.from({ length: 4 }, () => ({ status: 503 })));
      const { teams, slept } = newClient();
      await failing(edit(teams));
      assert.deepEqual(slept, [500, 1_000, 2_000]);
    });

    it('reads a Retry-After that is a date', async () => {
      connector.script({ status: 429, headers: { 'retry-after': 'Sat, 21 Nov 2026 08:00:05 GMT' } });
      const { teams, slept } = newClient();
      await post(teams);
      assert.deepEqual(slept, [5_000]);
    });

    it('gives up at once when Teams asks for longer than the line waits, and tells how long', async () => {
      connector.script({ status: 429, headers: { 'retry-after': '600' } });
      const { teams, slept } = newClient();
      assert.equal((await failing(post(teams))).retryAfterMs, 600_000);
      assert.deepEqual(slept, []);
    });

    it('counts what is not there any more as removed', async () => {
      connector.script({ status: 404 });
      await newClient().teams.remove(chat(), 'm1');
    });

    it('counts a thread without any id as in doubt', async () => {
      connector.script({ status: 201, body: {} });
      assert.equal((await failing(thread(newClient().teams))).kind, 'ambiguous');
    });

    it("tells Teams' own code, and holds nothing of what was sent", async () => {
      connector.script({
        status: 403,
        body: { error: { code: 'MessageWritesBlocked', message: 'User blocked' } },
      });
      const { teams, logged } = newClient();
      const failure = await failing(teams.reply(chat(), { type: 'message', text: 'secret words' }));
      assert.equal(failure.code, 'MessageWritesBlocked');
      assert.deepEqual(logged, [
        { deed: 'reply', kind: 'blocked', status: 403, code: 'MessageWritesBlocked', attempt: 1 },
      ]);
      const all = JSON.stringify(failure, Object.getOwnPropertyNames(failure)) + failure.stack;
      assert.ok(!/secret words|token-of-the-bot/.test(all));
    });
  });

  it('says unreachable, and posts nothing, when it gets no token', async () => {
    const returnAgain = await lendIdentity(issuer.identity);
    const auth = newAuth('22222222-2222-4333-8444-555555555555');
    const { clock } = hurriedClock();
    const teams = createTeamsClient({
      ...{ connectors: auth.connectors, botId, tenantId, clock, log: () => undefined, plan: { tries: 1 } },
    });
    issuer.answer(400);
    try {
      assert.equal((await failing(post(teams))).code, 'NoToken');
      assert.equal(connector.calls.length, 0);
    } finally {
      issuer.answer(200);
      returnAgain();
    }
  });

  it("takes the bot's token to no other place than Teams", async () => {
    const elsewhere = connector.serviceUrl.replace('127.0.0.1', 'localhost');
    await assert.rejects(
      newClient().teams.reply({ serviceUrl: elsewhere, id: 'a:chat' }, {}),
      /no service URL but Teams/,
    );
    assert.equal(connector.calls.length, 0);
  });

  it("keeps within Teams' limits in one conversation by waiting", async () => {
    const { teams, slept } = newClient();
    for (let n = 0; n < 9; n++) await post(teams);
    assert.deepEqual(slept, [1_100, 1_100]);
  });

  it('does not let one busy conversation hold up another', async () => {
    const { teams, slept } = newClient();
    for (let n = 0; n < 7; n++) await teams.reply({ ...chat(), id: `a:${n % 2}` }, { type: 'message' });
    assert.deepEqual(slept, []);
  });
});

describe('the pace', () => {
  const seconds = (calls: number, s: number) => ({ calls, ms: s * 1000 });

  it('never lets more calls through in any window than it allows', async () => {
    const { clock } = hurriedClock();
    const limits = [seconds(7, 1), seconds(8, 2), seconds(60, 30)];
    const pace = createPace(limits, clock);
    const at: number[] = [];
    for (let n = 0; n < 200; n++) {
      await pace.turn('a', 60_000);
      at.push(clock.now());
    }
    for (const { calls, ms } of limits)
      for (const start of at)
        assert.ok(at.filter((time) => time >= start && time < start + ms).length <= calls);
  });

  it('tells how long the wait would be instead of waiting beyond its patience', async () => {
    const { clock, slept } = hurriedClock();
    const pace = createPace([seconds(1, 3600)], clock);
    assert.equal(await pace.turn('a', 1_000), undefined);
    assert.equal(await pace.turn('a', 1_000), 3_600_000);
    assert.deepEqual(slept, []);
  });

  it('holds a conversation that Teams has throttled, and only that', async () => {
    const { clock } = hurriedClock();
    const pace = createPace([seconds(100, 1)], clock);
    pace.hold('a', 5_000);
    assert.equal(await pace.turn('a', 0), 5_000);
    assert.equal(await pace.turn('b', 0), undefined);
  });

  it('lets those who wait together go in order, each in a turn of its own', async () => {
    let now = 0;
    const slept: number[] = [];
    const clock = { now: () => now, sleep: async (ms: number) => void slept.push(ms) };
    const pace = createPace([seconds(2, 1)], clock);
    await Promise.all(Array.from({ length: 6 }, () => pace.turn('a', 10_000)));
    assert.deepEqual(slept, [1_000, 1_000, 2_000, 2_000]);
    now += 1;
  });
});
