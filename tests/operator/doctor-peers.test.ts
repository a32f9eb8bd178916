/**
 * The misconfigurations that users of two peers met as "something went wrong", each named by a check.
 * FAQ Plus: github.com/OfficeDev/microsoft-teams-apps-faqplus · Remote Support: …/microsoft-teams-apps-remotesupport
 */
import { type Break, describeBreaks, only, other } from './doctor-breaks.ts';
import { refusing, struck, withBindings } from './doctor-scene.ts';

const peers: readonly Break[] = [
  {
    what: 'FAQ Plus #15: the app in Teams is another bot’s than the server',
    check: 'manifest',
    wish: {
      bend: (one) => {
        one.bots[0].botId = other;
      },
    },
    says: /bots\.botId is .*; BOT_ID says/,
    remedy: /upload it in the Teams admin center, and remove the wrong app/,
  },
  {
    what: 'FAQ Plus #52: the app answers its user, and posts to the experts’ team fail',
    check: 'teams-app',
    prepare: struck('channels', 403, 'BotNotInConversationRoster'),
    says: /The team of .*: the app has not been added to it/,
    remedy: /An owner adds the app to the team/,
  },
  {
    what: 'FAQ Plus #79: the bot and the server are of different tenants or ids',
    check: 'bot-token',
    wish: { parts: refusing('AADSTS700016: Application was not found in the directory') },
    says: /The tenant .* has no app/,
    remedy: /BOT_ID and BOT_TENANT_ID as the Azure Bot’s Configuration shows them/,
  },
  {
    what: 'FAQ Plus #79 and #87: the tenant id is wrong',
    check: 'entra',
    wish: ({ env, line }) => ({
      env: { TAB_OPENID_METADATA: env['TAB_OPENID_METADATA']?.replace(line.teams.tenantId, other) },
    }),
    says: /no such tenant/,
    remedy: /BOT_TENANT_ID/,
  },
  {
    what: 'FAQ Plus #139: "unable to reach app", since the messaging endpoint is another address',
    check: 'messages',
    wish: only('/api/messages', { status: 404, body: 'Not found' }),
    says: /The messaging endpoint is not reached: 404/,
    remedy: /Azure Bot’s messaging endpoint/,
  },
  {
    what: 'FAQ Plus #143: an administrator’s policy forbids the app',
    check: 'teams-app',
    prepare: struck('members', 403, 'Forbidden'),
    says: /Teams forbids the bot to look/,
    remedy: /Permission policies/,
  },
  {
    what: 'Remote Support #25: "this bot has not been added for this team"',
    check: 'teams-app',
    prepare: struck('channels', 403, 'BotNotInConversationRoster'),
    says: /the app has not been added to it/,
    remedy: /the very one of TEAMS_APP_ID/,
  },
  {
    what: 'Remote Support #33: the experts’ channel that is posted to is not there',
    check: 'teams-app',
    wish: withBindings(([one, ...rest]) => [{ ...one, channelId: '19:gone@thread.tacv2' }, ...rest]),
    says: /the channel .* is not there any more/,
    remedy: /binds it there/,
  },
  {
    what: 'Remote Support #33: no channel of the experts was ever set',
    check: 'channels',
    wish: withBindings(([, ...rest]) => rest.filter((one) => one.for !== 'supervisors')),
    says: /has no channel: nobody sees its questions/,
    remedy: /writes “kanavat”, and binds it/,
  },
];

describeBreaks('what befell its peers', peers);
