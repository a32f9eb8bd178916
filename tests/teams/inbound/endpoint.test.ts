import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { BotAuth } from '../../../bot/teams/inbound/bot-auth.ts';
import {
  type BotEndpoint,
  type BotEndpointOptions,
  createBotEndpoint,
} from '../../../bot/teams/inbound/endpoint.ts';
import { type FakeConnector, startFakeConnector } from '../../support/fake-connector.ts';
import { lendIdentity } from '../../support/identity.ts';
import { inMinutes, startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

const botId = '11111111-2222-4333-8444-555555555555';
const tenantId = '99999999-2222-4333-8444-555555555555';
const botTokenIssuer = 'https://api.botframework.com';

describe('a turn', () => {
  let issuer: TokenIssuer;
  let connector: FakeConnector;
  let authorization: string;
  let returnIdentity: () => void;
  const logged: { event: string; facts: Readonly<Record<string, unknown>> }[] = [];

  before(async () => {
    issuer = await startTokenIssuer();
    connector = await startFakeConnector();
    returnIdentity = await lendIdentity(issuer.identity);
    const claims = { iss: botTokenIssuer, aud: botId, serviceurl: connector.serviceUrl, exp: inMinutes(60) };
    authorization = `Bearer ${await issuer.sign(claims)}`;
  });
  after(async () => {
    await issuer.stop();
    await connector.stop();
    returnIdentity();
  });
  beforeEach(() => {
    logged.length = 0;
    connector.calls.length = 0;
    connector.script();
  });

  const newDoor = (changed: Partial<BotEndpointOptions>): BotEndpoint =>
    createBotEndpoint({
      auth: new BotAuth({
        bot: { id: botId, type: 'UserAssignedMsi', tenantId },
        trust: { botOpenIdMetadata: issuer.metadataUrl, botTokenIssuer, serviceUrls: [connector.serviceUrl] },
      }),
      onTurn: async () => undefined,
      onBroken: async () => undefined,
      log: (_level, event, facts = {}) => logged.push({ event, facts }),
      ...changed,
    });
  const delivery = (changed: object = {}) => ({
    authorization,
    body: {
      ...{ type: 'message', id: '17', channelId: 'msteams', serviceUrl: connector.serviceUrl },
      ...{ conversation: { id: 'a:chat' }, from: { id: '29:a' }, recipient: { id: `28:${botId}` } },
      timestamp: '2026-11-21T08:00:00.000Z',
      ...changed,
    },
  });
  const answering = (value: object) => async (context: TurnContext) => {
    await context.sendActivity({ type: 'invokeResponse', value });
  };
  const breaking = () => Promise.reject(new Error('secret words'));

  it('is handed over with its time as a date, and can be answered in its conversation', async () => {
    let sent: unknown;
    const endpoint = newDoor({
      onTurn: async (context) => {
        sent = context.activity.timestamp;
        await context.sendActivity('hello');
      },
    });
    assert.deepEqual(await endpoint.receive(delivery()), { status: 200 });
    assert.deepEqual(sent, new Date('2026-11-21T08:00:00.000Z'));
    assert.deepEqual(
      connector.calls.map(({ method, path, authorization: token }) => [method, path, token]),
      [['POST', '/v3/conversations/a:chat/activities/17', 'Bearer token-of-the-bot']],
    );
  });

  it('gives Teams what an invoke answered, as it is', async () => {
    const body = { task: { type: 'message', value: 'ok' } };
    const endpoint = newDoor({ onTurn: answering({ status: 200, body }) });
    assert.deepEqual(await endpoint.receive(delivery({ type: 'invoke' })), { status: 200, body });
  });

  it('says 501 to an invoke that nobody answers', async () => {
    assert.equal((await newDoor({}).receive(delivery({ type: 'invoke' }))).status, 501);
  });

  it('that breaks is logged with its id and apologised for, and Teams hears nothing of why', async () => {
    const apologised: unknown[] = [];
    const endpoint = newDoor({
      onTurn: breaking,
      onBroken: async (context) => {
        apologised.push(context.activity.id);
      },
    });
    assert.deepEqual(await endpoint.receive(delivery()), { status: 200 });
    assert.deepEqual(apologised, ['17']);
    assert.deepEqual(
      logged.map(({ event, facts }) => [event, facts['turn']]),
      [['turn broke', '17']],
    );
  });

  it('that breaks as an invoke gives the apology as its answer', async () => {
    const endpoint = newDoor({
      onTurn: breaking,
      onBroken: answering({ status: 200, body: { sorry: true } }),
    });
    assert.deepEqual(await endpoint.receive(delivery({ type: 'invoke' })), {
      status: 200,
      body: { sorry: true },
    });
  });

  it('that breaks as an invoke without an apology is 500', async () => {
    assert.deepEqual(await newDoor({ onTurn: breaking }).receive(delivery({ type: 'invoke' })), {
      status: 500,
    });
  });

  it('whose apology breaks too is 500, and both are logged', async () => {
    const endpoint = newDoor({ onTurn: breaking, onBroken: breaking });
    assert.deepEqual(await endpoint.receive(delivery()), { status: 500 });
    assert.deepEqual(
      logged.map(({ event }) => event),
      ['turn broke', 'apology failed'],
    );
  });

  it('posts once, also when the line breaks: the hidden retries are gone', async () => {
    connector.script({ status: 502 }, { status: 502 }, { status: 502 });
    const endpoint = newDoor({
      onTurn: async (context) => {
        await context.sendActivity('hello');
      },
    });
    await endpoint.receive(delivery());
    assert.equal(connector.calls.length, 1);
  });

  it('in hand is waited for when the server stops, as long as it is given', async () => {
    let end = () => {};
    let endpoint = newDoor({});
    const begun = new Promise<void>((begin) => {
      endpoint = newDoor({
        onTurn: () => {
          begin();
          return new Promise((resolve) => {
            end = resolve;
          });
        },
      });
    });
    assert.equal(await endpoint.finish(10), true);
    const turn = endpoint.receive(delivery());
    await begun;
    assert.equal(await endpoint.finish(10), false);
    const finished = endpoint.finish(600_000);
    end();
    assert.equal(await finished, true);
    assert.equal((await turn).status, 200);
  });
});
