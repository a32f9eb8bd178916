/** Doctor on those who sign tokens, and on clocks. */
import { type Break, describeBreaks, only, other } from './doctor-breaks.ts';
import { type Reply, refusing } from './doctor-scene.ts';

const minutes = (count: number) => ({ parts: { now: () => Date.now() + count * 60_000 } });

const tokens: readonly Break[] = [
  {
    check: 'teams-keys',
    what: 'Teams’ keys are not where they should be',
    wish: ({ url }) => ({ env: { BOT_OPENID_METADATA: `${url}/nothing` } }),
    says: /answered 404/,
    remedy: /by https/,
  },
  {
    check: 'teams-keys',
    what: 'the way to Teams’ keys is closed',
    wish: { env: { BOT_OPENID_METADATA: 'http://127.0.0.1:2/keys' } },
    says: /can’t be reached/,
  },
  {
    check: 'teams-keys',
    what: 'none of the keys may speak for Teams',
    wish: ({ url }) => ({
      env: { BOT_OPENID_METADATA: `${url}/metadata` },
      change: (path) => documents(url)[path],
    }),
    says: /None of the keys may speak for Teams/,
    remedy: /proxy/,
  },
  {
    check: 'entra',
    what: 'the tenant is not known',
    wish: ({ env, line }) => ({
      env: { TAB_OPENID_METADATA: env['TAB_OPENID_METADATA']?.replace(line.teams.tenantId, other) },
    }),
    says: /no such tenant/,
    remedy: /BOT_TENANT_ID/,
  },
  {
    check: 'entra',
    what: 'tokens come from another tenant',
    wish: { env: { TAB_TOKEN_ISSUER: 'https://login.example/v2.0' } },
    says: /which is not the tenant of BOT_TENANT_ID/,
    remedy: /small letters/,
  },
  {
    check: 'entra',
    what: 'the way to Entra is closed',
    wish: { env: { TAB_OPENID_METADATA: 'http://127.0.0.1:2/x' } },
    says: /can’t be reached: nothing listens/,
  },
  {
    check: 'bot-token',
    what: 'the secret’s id stands for its value',
    wish: { parts: refusing('invalid_client: 7000215 - AADSTS7000215: Invalid client secret provided.') },
    says: /BOT_PASSWORD is not a secret of the bot/,
    remedy: /value, not its id/,
  },
  {
    check: 'bot-token',
    what: 'the secret has expired',
    wish: { parts: refusing('AADSTS7000222: The provided client secret keys are expired.') },
    says: /BOT_PASSWORD has expired/,
    remedy: /BOT_PASSWORD_EXPIRES/,
  },
  {
    check: 'bot-token',
    what: 'the app is not in the tenant',
    wish: { parts: refusing('AADSTS700016: Application not found in the directory') },
    says: /has no app/,
    remedy: /single tenant/,
  },
  {
    check: 'bot-token',
    what: 'the tenant of the app is not known',
    wish: { parts: refusing("AADSTS90002: Tenant 'x' not found.") },
    says: /no tenant/,
    remedy: /BOT_TENANT_ID/,
  },
  {
    check: 'bot-token',
    what: 'no identity is assigned to the server',
    wish: {
      parts: refusing(
        'ManagedIdentityCredential: No User Assigned or Delegated Managed Identity found for specified ClientId',
        'AggregateAuthenticationError',
      ),
    },
    says: /No identity .* is assigned/,
    remedy: /Assign/,
  },
  {
    check: 'bot-token',
    what: 'the identity’s endpoint breaks',
    wish: { parts: refusing('ManagedIdentityCredential: 500', 'CredentialUnavailableError') },
    says: /lends no identity .*CredentialUnavailableError/,
    remedy: /Assign/,
  },
  {
    check: 'bot-token',
    what: 'the way to the token is closed',
    wish: { parts: refusing('connect ECONNREFUSED 1.2.3.4:443') },
    says: /issuer can’t be reached/,
  },
  {
    check: 'bot-token',
    what: 'doctor does not run where the server does',
    state: 'skipped',
    wish: { env: { IDENTITY_ENDPOINT: undefined } },
    says: /run doctor in its container/,
  },
  {
    check: 'directory',
    what: 'the directory’s secret is not accepted',
    state: 'warning',
    wish: { parts: { directoryToken: async () => false } },
    says: /no title and unit/,
    remedy: /DIRECTORY_CLIENT_SECRET/,
  },
  {
    check: 'clock',
    what: 'this machine’s clock is a little off',
    state: 'warning',
    wish: minutes(2),
    says: /This machine’s clock is 1[12]\d s ahead/,
    remedy: /NTP/,
  },
  {
    check: 'clock',
    what: 'this machine’s clock is far off',
    wish: minutes(-6),
    says: /This machine’s clock is 3[56]\d s behind/,
    remedy: /no token is accepted/,
  },
  {
    check: 'clock',
    what: 'the server’s clock is off',
    wish: () => only('/health', { headers: { date: new Date(Date.now() + 600_000).toUTCString() } }),
    says: /The server’s clock is \d+ s ahead/,
  },
];

/** OpenID metadata whose only key is endorsed for no channel. */
function documents(url: string): Readonly<Record<string, Reply>> {
  const metadata = { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` };
  const json = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
  return { '/metadata': json(metadata), '/keys': json({ keys: [{ kty: 'RSA' }] }) };
}

describeBreaks('tokens', tokens);
