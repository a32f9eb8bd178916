/** Makes the SDK's connections to Teams once for each service URL, without the SDK's own hidden retries. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type ConnectorClient, TeamsConnectorClient } from 'botframework-connector';

export type Connection = { readonly connector: ConnectorClient; readonly teams: TeamsConnectorClient };
export type Connectors = {
  /** Conversations: posts, edits, members. */
  to(serviceUrl: string): Promise<ConnectorClient>;
  /** The same, with what only Teams has: a team's channels. */
  both(serviceUrl: string): Promise<Connection>;
};

type Connect = (serviceUrl: string) => Promise<ConnectorClient>;
type SentRequest = { url: string; timeout: number; agent?: unknown };
type Pipeline = {
  removePolicy(which: { name: string }): readonly unknown[];
  addPolicy(policy: { name: string; sendRequest: typeof sendOverOurs }): void;
};

/** A call that has no limit of its own ends after this. */
const callWithinMs = 15_000;
// sockets idle for 20 s are closed here, before Teams closes them: a post on a socket just closed is a post in doubt
const keepOpen = { keepAlive: true, timeout: 20_000, maxSockets: 100 };
const agents = { 'http:': new HttpAgent(keepOpen), 'https:': new HttpsAgent(keepOpen) };
const brokenOnTheWay = new WeakSet<object>();

/** True when the request had left: before that, nothing can have arrived. */
export function brokeOnTheWay(error: unknown): boolean {
  return typeof error === 'object' && error !== null && brokenOnTheWay.has(error);
}

export function createConnectors(make: Connect): Connectors {
  const made = new Map<string, Promise<Connection>>();
  const both = (serviceUrl: string) => {
    const known = made.get(serviceUrl);
    if (known !== undefined) return known;
    const connection = connect(make, serviceUrl);
    made.set(serviceUrl, connection);
    connection.catch(() => made.delete(serviceUrl));
    return connection;
  };
  return { both, to: async (serviceUrl) => (await both(serviceUrl)).connector };
}

async function connect(make: Connect, serviceUrl: string): Promise<Connection> {
  const connector = await make(serviceUrl);
  const teams = new TeamsConnectorClient(connector.credentials, { baseUri: serviceUrl });
  for (const client of [connector, teams]) settle(client);
  return { connector, teams };
}

/** Takes away what the SDK would do behind our back, and sends through our own sockets. */
function settle(client: object): void {
  const { pipeline } = (client as { client: { pipeline: Pipeline } }).client;
  // a redirect would carry the bot's token to wherever it points
  for (const name of ['defaultRetryPolicy', 'redirectPolicy'])
    if (pipeline.removePolicy({ name }).length !== 1)
      throw new Error(`botframework-connector has no ${name} any more: see how it retries now`);
  pipeline.addPolicy({ name: 'authorityLine', sendRequest: sendOverOurs });
}

async function sendOverOurs(
  request: SentRequest,
  next: (request: SentRequest) => Promise<unknown>,
): Promise<unknown> {
  request.agent ??= agents[request.url.startsWith('https:') ? 'https:' : 'http:'];
  request.timeout ||= callWithinMs;
  try {
    return await next(request);
  } catch (error) {
    if (typeof error === 'object' && error !== null) brokenOnTheWay.add(error);
    throw error;
  }
}
