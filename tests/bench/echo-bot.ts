/** The bench's measure: a bare echo bot of the SDK, unmodified, with its token check on and one outbound post a turn. */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';

// run as a process of its own: BOT_ID, BOT_TENANT_ID, BOT_OPENID_METADATA, BOT_TOKEN_ISSUER and IDENTITY_ENDPOINT tell
// it whom to trust; it writes {"port":…} when it listens, and {"cpuMs":…,"residentMb":…} for each message from its parent
const [botId, tenantId, metadata, issuer] = [
  'BOT_ID',
  'BOT_TENANT_ID',
  'BOT_OPENID_METADATA',
  'BOT_TOKEN_ISSUER',
].map((name) => process.env[name] ?? '') as [string, string, string, string];

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: botId,
    MicrosoftAppType: 'UserAssignedMsi',
    MicrosoftAppTenantId: tenantId,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    OAuthUrl: 'https://api.botframework.com',
    CallerId: 'urn:botframework:azure',
  }),
);

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response, async (context: TurnContext) => {
    if (context.activity.type === 'message') await context.sendActivity(`You said: ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, residentMb: process.memoryUsage.rss() / 2 ** 20 });
});
process.on('disconnect', () => process.exit());
