/** Teams for the bench: signs what it sends, answers every call at once, and remembers each chat's last card. */
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inMinutes, startTokenIssuer } from '../support/token-issuer.ts';

export type Json = { readonly [key: string]: unknown };

export type TeamsStub = Awaited<ReturnType<typeof startTeamsStub>>;

/** One who writes to the bot, in a chat of their own. */
export type Writer = {
  readonly id: string;
  readonly mri: string;
  readonly chat: string;
  readonly name: string;
};

export const botId = '11111111-2222-4333-8444-555555555555';
export const tenantId = '99999999-2222-4333-8444-555555555555';
const tokenIssuer = 'https://api.botframework.com';

export const writer = (n: number): Writer => {
  const id = `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, mri: `29:${id}`, chat: `a:${id}`, name: `Writer ${n}` };
};

export async function startTeamsStub() {
  const issuer = await startTokenIssuer({ endorsements: ['msteams'] });
  const cards = new Map<string, { readonly id: string; readonly card: unknown }>();
  const counted = { posts: 0, threads: 0, edits: 0, all: 0 };
  let lastId = Date.now();
  const nextId = () => {
    lastId += 1;
    return String(lastId);
  };

  const server = createServer(async (call, answer) => {
    const body = await readBody(call);
    const path = decodeURIComponent(new URL(call.url ?? '/', 'http://teams').pathname);
    counted.all += 1;
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(answerTo(call.method ?? '', path, body)));
  });

  function answerTo(method: string, path: string, body: Json): Json {
    const [, conversation = '', what, which] =
      /^\/v3\/conversations\/([^/]+)(?:\/(\w+)(?:\/([^/]+))?)?$/.exec(path) ?? [];
    if (what === 'members') return memberOf(which ?? '');
    const id = nextId();
    if (path === '/v3/conversations') {
      counted.threads += 1;
      return { id: `19:channel;messageid=${id}`, activityId: id };
    }
    counted[method === 'PUT' ? 'edits' : 'posts'] += 1;
    const [attachment] = (body['attachments'] ?? []) as Json[];
    if (method === 'POST' && attachment) cards.set(conversation, { id, card: attachment['content'] });
    return { id: method === 'PUT' ? which : id };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const claims = { iss: tokenIssuer, aud: botId, serviceurl: serviceUrl, exp: inMinutes(60) };
  const authorization = `Bearer ${await issuer.sign(claims)}`;
  const envelope = ({ id, mri, chat, name }: Writer): Json => ({
    id: nextId(),
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    recipient: { id: `28:${botId}`, name: 'Line' },
    from: { id: mri, name, aadObjectId: id },
    conversation: { conversationType: 'personal', tenantId, id: chat },
    channelData: { tenant: { id: tenantId } },
    locale: 'fi-FI',
  });

  return {
    serviceUrl,
    counted,
    /** Whom a server must believe to be spoken to by this Teams. */
    environment: {
      BOT_ID: botId,
      BOT_TENANT_ID: tenantId,
      BOT_OPENID_METADATA: issuer.metadataUrl,
      BOT_TOKEN_ISSUER: tokenIssuer,
      IDENTITY_ENDPOINT: issuer.identityEndpoint,
      IDENTITY_HEADER: 'local',
      SERVICE_URLS: serviceUrl,
      TAB_OPENID_METADATA: issuer.metadataUrl,
      TAB_TOKEN_ISSUER: tokenIssuer,
    },
    cardIn: ({ chat }: Writer) => cards.get(chat),
    message: (who: Writer, text: string): Json => ({
      ...envelope(who),
      type: 'message',
      textFormat: 'plain',
      text,
    }),
    press: (who: Writer, card: string, verb: string, data: Json): Json => ({
      ...envelope(who),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: card,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    }),
    /** Delivers one activity; what an invoke is answered with. */
    deliver: (port: number, activity: Json) => deliver(port, authorization, activity),
    async stop() {
      server.close();
      server.closeAllConnections();
      await issuer.stop();
    },
  };
}

function memberOf(mri: string): Json {
  const id = mri.replace('29:', '');
  return {
    id: mri,
    aadObjectId: id,
    objectId: id,
    name: 'Writer',
    userPrincipalName: `${id}@county.example`,
    tenantId,
  };
}

async function readBody(call: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of call) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Json) : {};
}

const agent = new Agent({ keepAlive: true });

function deliver(port: number, authorization: string, activity: Json): Promise<Json> {
  const body = JSON.stringify(activity);
  const headers = {
    authorization,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve(text.startsWith('{') ? (JSON.parse(text) as Json) : {});
        else reject(new Error(`The server answered ${answer.statusCode}: ${text.slice(0, 200)}`));
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}
