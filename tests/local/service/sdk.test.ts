import assert from 'node:assert/strict';
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { settingsForBot } from '../../../bot/local/start/settings-for-bot.ts';
import type { StandInTeams } from '../../../bot/local/teams.ts';
import { lendIdentity } from '../../support/identity.ts';
import { ada, cardOf, north, teamsWithBot } from './fake-bot.ts';

/** Says what it hears, and opens a dialog. */
class Echo extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context) => {
      const [first] = (await TeamsInfo.getPagedMembers(context)).members;
      await context.sendActivity(`${first?.name}: ${context.activity.text}`);
      const submit = { type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' } } };
      const card = cardOf([], [submit, { type: 'Action.Execute', title: 'Go', verb: 'go', data: {} }]);
      await context.sendActivity({ attachments: [CardFactory.adaptiveCard(card)] });
    });
  }
  override async onAdaptiveCardInvoke() {
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'gone' } as never;
  }
  override async handleTeamsTaskModuleFetch() {
    const card = CardFactory.adaptiveCard(cardOf([], [{ type: 'Action.Submit', title: 'OK' }]));
    return { task: { type: 'continue', value: { title: 'A dialog', card } } } as const;
  }
}

describe('the stand-in Teams, seen by the SDK', () => {
  let teams: StandInTeams;
  let adapter: CloudAdapter;
  const server = restify.createServer({});
  let returnIdentity: () => void;

  before(async () => {
    const started = await teamsWithBot();
    teams = started.teams;
    await started.bot.stop();
    const settings = settingsForBot(teams);
    returnIdentity = await lendIdentity({
      endpoint: teams.tokens.identityEndpoint,
      header: teams.tokens.identityHeader,
    });
    adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(sdkSettings(settings)));
    const echo = new Echo();
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async (request, response) => {
      await adapter.process(request as never, response, (context: TurnContext) => echo.run(context));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    teams.botEndpoint = `${server.url}/api/messages`;
  });
  after(async () => {
    returnIdentity();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await teams.stop();
  });

  it('hears, speaks, is pressed and opens a dialog', async () => {
    await teams.as(ada).say('hello');
    assert.deepEqual(
      teams
        .as(ada)
        .chat()
        .map(({ text }) => text),
      ['hello', 'Ada Advisor: hello', ''],
    );
    const card = teams.as(ada).lastCard();
    assert.deepEqual(await teams.as(ada).press(card, 'Go'), { saw: 'text', text: 'gone' });
    await teams.as(ada).press(card, 'Open');
    assert.equal(teams.as(ada).dialog?.title, 'A dialog');
  });

  it('answers in the thread where it is mentioned', async () => {
    await teams.as(ada).sayInChannel(north, 'hello', { mentionBot: true });
    const thread = teams.channel(north).threads().at(-1);
    assert.equal(thread?.replies.length, 2);
  });

  it('opens a thread by itself', async () => {
    const reference = {
      channelData: { channel: { id: north } },
      activity: { type: 'message', text: 'new' },
      isGroup: true,
    };
    await adapter.createConversationAsync(
      teams.botId,
      'msteams',
      teams.serviceUrl,
      '',
      reference as never,
      async (context) => {
        await context.sendActivity('reply');
      },
    );
    const thread = teams.channel(north).threads().at(-1);
    assert.deepEqual(
      thread?.messages.map(({ text }) => text),
      ['new', 'reply'],
    );
  });
});

function sdkSettings(settings: Record<string, string>) {
  return {
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppId: settings['BOT_ID'],
    MicrosoftAppTenantId: settings['BOT_TENANT_ID'],
    ToChannelFromBotLoginUrl: 'http://127.0.0.1/unused',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: settings['BOT_TOKEN_ISSUER'],
    OAuthUrl: 'http://127.0.0.1/unused',
    ToBotFromChannelOpenIdMetadataUrl: settings['BOT_OPENID_METADATA'],
    ToBotFromEmulatorOpenIdMetadataUrl: settings['BOT_OPENID_METADATA'],
    CallerId: '',
  } as never;
}
