/** Checks those who sign tokens: that their keys can be had, and that they give the bot and the directory theirs. */
import { z } from 'zod';
import type { Settings } from '../../settings.ts';
import { teamsOpenIdMetadata } from '../../teams/client/bot-token.ts';
import { lendsIdentities } from '../installation.ts';
import { type Check, type CheckResult, failure, ok, skipped, warning } from './check.ts';
import { ask, jsonIn, wayToMicrosoft } from './way-there.ts';

const keySetShape = z.object({ keys: z.array(z.object({ endorsements: z.array(z.string()).optional() })) });
const metadataShape = z.object({ issuer: z.string(), jwks_uri: z.url() });

export const teamsKeysCheck: Check = {
  name: 'teams-keys',
  needs: ['settings'],
  run: async ({ settings, patience }) => {
    const { trust } = settings();
    const read = await keysAt(trust?.botOpenIdMetadata ?? teamsOpenIdMetadata, patience);
    if ('fault' in read) return [read.fault];
    if (read.keys.some(({ endorsements }) => endorsements?.includes('msteams')))
      return [ok('Tokens that Teams sends can be checked.')];
    return [
      failure(
        'None of the keys may speak for Teams.',
        'Look at what proxy stands between: it alters answers.',
      ),
    ];
  },
};

/** Where Entra tells of the county's tenant. */
export const entraMetadata = ({ bot, trust }: Settings) =>
  trust?.tabOpenIdMetadata ??
  `https://login.microsoftonline.com/${bot.tenantId}/v2.0/.well-known/openid-configuration`;

export const entraCheck: Check = {
  name: 'entra',
  needs: ['settings'],
  run: async ({ settings, patience }) => {
    const { bot, trust } = settings();
    const read = await keysAt(entraMetadata(settings()), patience);
    if ('status' in read && (read.status === 400 || read.status === 404))
      return [
        failure(
          'Entra knows no such tenant.',
          'Set BOT_TENANT_ID to the county’s own: Entra admin center, Overview, Tenant ID.',
        ),
      ];
    if ('fault' in read) return [read.fault];
    const expected = trust?.tabTokenIssuer ?? `https://login.microsoftonline.com/${bot.tenantId}/v2.0`;
    if (read.issuer === expected) return [ok('The tenant is known, and its keys can be had.')];
    return [
      failure(
        `Entra’s tokens come from ${read.issuer}, which is not the tenant of BOT_TENANT_ID.`,
        'Set BOT_TENANT_ID exactly as Entra writes it, in small letters: Entra admin center, Overview, Tenant ID.',
      ),
    ];
  },
};

type KeySet = z.infer<typeof keySetShape> & { readonly issuer: string };
type NoKeys = { readonly fault: CheckResult; readonly status?: number };

/** OpenID metadata and the keys that it names. */
async function keysAt(address: string, patience: number): Promise<KeySet | NoKeys> {
  const metadata = await readFrom(address, metadataShape, patience);
  if ('fault' in metadata) return metadata;
  const set = await readFrom(metadata.read.jwks_uri, keySetShape, patience);
  return 'fault' in set ? set : { ...set.read, issuer: metadata.read.issuer };
}

async function readFrom<Read>(
  address: string,
  shape: z.ZodType<Read>,
  patience: number,
): Promise<{ readonly read: Read } | NoKeys> {
  const { host } = new URL(address);
  const heard = await ask(address, { patience });
  if ('unheard' in heard) {
    const { says, remedy } = wayToMicrosoft(heard.unheard, host);
    return { fault: failure(`${host} can’t be reached: ${says}.`, remedy) };
  }
  const read = shape.safeParse(jsonIn(heard.body));
  if (heard.status === 200 && read.success) return { read: read.data };
  const { status } = heard;
  const fault = failure(
    `${host} answered ${status}${status === 200 ? ' with something else than keys' : ''}.`,
    `Let the server reach ${host} by https, with no proxy that alters answers.`,
  );
  return { status, fault };
}

export const botTokenCheck: Check = {
  name: 'bot-token',
  needs: ['entra'],
  run: async (installation) => {
    const { bot } = installation.settings();
    if (bot.type === 'UserAssignedMsi' && !lendsIdentities(installation.env))
      return [
        skipped('Only where the server runs does Azure lend its identity: run doctor in its container.'),
      ];
    try {
      await installation.botToken();
      return [ok(`The app ${bot.id} gets its token for Teams.`)];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return [tokenFault(error, bot)];
    }
  },
};

/** What the issuer's refusal says of the settings. Its own words stay untold: they may name more than ids. */
export function tokenFault(error: Error, bot: Settings['bot']): CheckResult {
  const { code = '' } = error as { code?: unknown };
  const told = `${error.name} ${error.message} ${code}`;
  const known = tokenRefusals.find(([pattern]) => pattern.test(told));
  if (known) return failure(known[1](bot), known[2]);
  const way = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|endpoints_resolution_error/.exec(
    told,
  )?.[0];
  if (way) {
    const code = way === 'endpoints_resolution_error' ? 'ENETUNREACH' : way;
    const { says, remedy } = wayToMicrosoft(code, issuerOf(bot));
    return failure(`The token’s issuer can’t be reached: ${says}.`, remedy);
  }
  const refusal = /AADSTS\d+/.exec(told)?.[0] ?? error.name;
  return bot.type === 'UserAssignedMsi'
    ? identityFault(bot.id, refusal)
    : failure(`Entra gives no token (${refusal}).`, lookUp);
}

const issuerOf = ({ type }: Settings['bot']) =>
  type === 'UserAssignedMsi' ? 'the identity endpoint of Azure' : 'login.microsoftonline.com';

const lookUp =
  'Look the code up at login.microsoftonline.com/error, and compare BOT_ID, BOT_TENANT_ID, BOT_PASSWORD.';

const identityFault = (id: string, refusal: string) =>
  failure(
    `Azure lends no identity ${id} here (${refusal}).`,
    'Assign the bot’s user-assigned identity to where the server runs, and set BOT_ID to its client id.',
  );

type TokenRefusal = readonly [RegExp, (bot: Settings['bot']) => string, remedy: string];
// the codes: learn.microsoft.com/entra/identity-platform/reference-error-codes
const tokenRefusals: readonly TokenRefusal[] = [
  [
    /AADSTS7000215/,
    () => 'BOT_PASSWORD is not a secret of the bot.',
    'Copy the secret’s value, not its id: Entra, App registrations, the bot’s app, Certificates & secrets.',
  ],
  [
    /AADSTS7000222/,
    () => 'BOT_PASSWORD has expired.',
    'Make the bot’s app a new secret in Entra, set BOT_PASSWORD and BOT_PASSWORD_EXPIRES, and restart the server.',
  ],
  [
    /AADSTS700016/,
    ({ id, tenantId }) => `The tenant ${tenantId} has no app ${id}.`,
    'Set BOT_ID and BOT_TENANT_ID as the Azure Bot’s Configuration shows them; the app must live in that very tenant (single tenant).',
  ],
  [
    /AADSTS(90002|900023|900021)\b/,
    ({ tenantId }) => `There is no tenant ${tenantId}.`,
    'Set BOT_TENANT_ID to the county’s own: Entra admin center, Overview, Tenant ID.',
  ],
  [
    /AADSTS(7000112|7000218|700054)\b/,
    ({ id }) => `The app ${id} may not sign in.`,
    'Enable it in Entra: Enterprise applications, the bot’s app, Properties, “Enabled for users to sign in”.',
  ],
  [
    /AADSTS53003|AADSTS530\d\d/,
    () => 'A conditional access policy keeps the bot’s app out.',
    'Except the bot’s app, or this server’s address, from the policy for workload identities.',
  ],
  [
    /No User Assigned|Identity not found/i,
    ({ id }) => `No identity ${id} is assigned here.`,
    'Assign the bot’s user-assigned identity to where the server runs, and set BOT_ID to its client id.',
  ],
];

export const directoryCheck: Check = {
  name: 'directory',
  needs: ['entra'],
  run: async ({ settings, directoryToken }) => {
    const { directory } = settings();
    if (!directory) return [skipped('None is set: cards show no title and unit.')];
    if (await directoryToken(directory)) return [ok('Its application gets a token for Microsoft Graph.')];
    return [
      warning(
        'Its application gets no token: cards show no title and unit.',
        'Set DIRECTORY_CLIENT_ID and the value (not the id) of a secret in force as DIRECTORY_CLIENT_SECRET.',
      ),
    ];
  },
};
