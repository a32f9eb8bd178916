/** Lets in only what Teams has signed for this bot, and lends out the connections that answer it. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import { createCache } from '../../desk/cache.ts';
import { type Connectors, createConnectors } from '../client/connectors.ts';

/** The connector services of Teams' commercial cloud: nowhere else does the bot's own token go. */
export const teamsServiceUrls: readonly string[] = ['https://smba.trafficmanager.net/'];
const teamsTokenIssuer = 'https://api.botframework.com';

/** Whom to believe instead of Microsoft, on a developer's own machine. */
export type BotTrust = {
  readonly botOpenIdMetadata: string;
  readonly botTokenIssuer: string;
  readonly serviceUrls: readonly string[];
};

export type BotAuthOptions = {
  readonly bot: {
    readonly id: string;
    readonly type: 'SingleTenant' | 'UserAssignedMsi';
    readonly tenantId: string;
    readonly password?: string;
  };
  readonly trust?: BotTrust;
  /** How long Microsoft's keys may be waited for. */
  readonly keysWithinMs?: number;
};

/** The sender has not shown that it is Teams; answered 401. */
export class NotTeams extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause });
    this.name = 'NotTeams';
  }
}

type Passed = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Incoming = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/**
 * The SDK's own token check with its gaps closed: `exp` and a service URL of Teams are required, only Teams'
 * channel and issuer pass, and every fault of a token ends as NotTeams, while an outage of the keys stays an outage.
 * A token once verified is remembered for a few minutes; connections are made once for each service URL.
 */
export class BotAuth extends ConfigurationBotFrameworkAuthentication {
  readonly #issuer: string;
  readonly #origins: ReadonlySet<string>;
  readonly #keysWithinMs: number;
  readonly #passed = createCache<Passed>({ atMost: 500, forMs: 5 * 60_000 });
  readonly #connectors: Connectors;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor({ bot, trust, keysWithinMs = 10_000 }: BotAuthOptions) {
    super(configurationOf(bot, trust));
    this.#issuer = trust?.botTokenIssuer ?? teamsTokenIssuer;
    this.#origins = new Set((trust?.serviceUrls ?? teamsServiceUrls).map((url) => new URL(url).origin));
    this.#keysWithinMs = keysWithinMs;
    const factory = super.createConnectorFactory(new ClaimsIdentity([{ type: 'aud', value: bot.id }]));
    this.#connectors = createConnectors(async (serviceUrl) => {
      if (!this.#isTeams(serviceUrl))
        throw new Error("The bot's token goes to no service URL but Teams' own");
      return factory.create(serviceUrl);
    });
  }

  /** The connections to Teams, one for each service URL. */
  get connectors(): Connectors {
    return this.#connectors;
  }

  override async authenticateRequest(activity: Incoming, authHeader: string): Promise<Passed> {
    this.#checkSender(activity);
    const key = `${activity.channelId} ${activity.serviceUrl} ${authHeader}`;
    const known = this.#passed.get(key);
    // once it is over, the SDK decides each time, with its five minutes' tolerance
    if (known && Number(claim(known, 'exp')) * 1000 > Date.now()) return { ...known };
    const passed = await this.#verify(activity, authHeader);
    this.#passed.put(key, passed);
    return { ...passed };
  }

  override createConnectorFactory(): ReturnType<
    ConfigurationBotFrameworkAuthentication['createConnectorFactory']
  > {
    return { create: (serviceUrl) => this.#connectors.to(serviceUrl) };
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    // nobody signs in through the bot: the SDK only wants to have one at hand in every turn
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }

  override authenticateChannelRequest(): Promise<ClaimsIdentity> {
    return Promise.reject(new NotTeams('skills are not spoken to'));
  }

  override authenticateStreamingRequest(): Promise<Passed> {
    return Promise.reject(new NotTeams('streaming is not spoken'));
  }

  #checkSender({ channelId, serviceUrl }: Incoming): void {
    if (channelId !== 'msteams') throw new NotTeams('the channel is not Teams');
    if (!this.#isTeams(serviceUrl)) throw new NotTeams('no service URL of Teams');
  }

  #isTeams(serviceUrl: unknown): boolean {
    if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
    const { origin, username, password } = new URL(serviceUrl);
    return !username && !password && this.#origins.has(origin);
  }

  async #verify(activity: Incoming, authHeader: string): Promise<Passed> {
    const passed = await this.#sdkVerdict(activity, authHeader);
    // the SDK also lets in Entra's tokens for its emulator, tokens that never end, and skips an empty service URL
    if (claim(passed, 'iss') !== this.#issuer) throw new NotTeams('another issuer');
    if (claim(passed, 'serviceurl') !== activity.serviceUrl) throw new NotTeams('another service URL');
    if (!Number.isFinite(claim(passed, 'exp'))) throw new NotTeams('a token without end');
    return { ...passed, connectorFactory: this.createConnectorFactory() };
  }

  async #sdkVerdict(activity: Incoming, authHeader: string): Promise<Passed> {
    try {
      return await within(this.#keysWithinMs, super.authenticateRequest(activity, authHeader));
    } catch (error) {
      if (isTokenFault(error)) throw new NotTeams('the token is not right', error);
      throw error;
    }
  }
}

function configurationOf(
  { id, type, tenantId, password }: BotAuthOptions['bot'],
  trust: BotTrust | undefined,
) {
  return {
    MicrosoftAppId: id,
    MicrosoftAppType: type,
    MicrosoftAppTenantId: tenantId,
    ...(password && { MicrosoftAppPassword: password }),
    // one of these makes the SDK take them all from here, so all are given
    ...(trust && {
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: trust.botTokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: trust.botOpenIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: trust.botOpenIdMetadata,
      OAuthUrl: 'https://api.botframework.com',
      CallerId: 'urn:botframework:azure',
    }),
  };
}

function claim({ claimsIdentity }: Passed, name: string): unknown {
  return claimsIdentity.getClaimValue(name);
}

const tokenFaults: ReadonlySet<string> = new Set([
  'JsonWebTokenError',
  'NotBeforeError',
  'TokenExpiredError',
  'SyntaxError', // a token part that is not JSON
]);

/** A fault of the token itself; all else (keys that can't be had) is a breakage, and Teams asks again. */
function isTokenFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return tokenFaults.has(error.name) || ('statusCode' in error && error.statusCode === 401);
}

async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Keys of the token issuer did not come in time')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
