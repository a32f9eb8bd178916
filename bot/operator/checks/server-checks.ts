/** Checks the running server from outside, by the address that Teams and people use. */
import { connect } from 'node:tls';
import { z } from 'zod';
import { teamsFrames } from '../../http/tab-page.ts';
import type { Settings } from '../../settings.ts';
import { type Installation, serviceUrlsOf } from '../installation.ts';
import { type Check, type CheckResult, failure, ok, skipped, unlessFine, warning } from './check.ts';
import { answerWithinMs, ask, type HttpAnswer, jsonIn, wayFault } from './way-there.ts';

export const serverCheck: Check = {
  name: 'server',
  needs: ['settings'],
  running: true,
  run: async ({ settings, version, patience }) => {
    const { publicUrl } = settings();
    const health = await ask(`${publicUrl}/health`, { patience });
    if ('unheard' in health) {
      const { says, remedy } = wayFault(health.unheard);
      return [failure(`PUBLIC_URL (${publicUrl}) can’t be reached: ${says}.`, remedy)];
    }
    const alive = aliveShape.safeParse(jsonIn(health.body));
    if (health.status !== 200 || !alive.success) return [notOurs(publicUrl, health)];
    const ready = await ask(`${publicUrl}/ready`, { patience });
    if ('unheard' in ready || ready.status !== 200) return [notReady];
    return unlessFine(versionFault(alive.data.version, version), `${publicUrl} is alive and ready.`);
  },
};

const aliveShape = z.object({ status: z.literal('alive'), version: z.string().optional() });

const notOurs = (publicUrl: string, { status }: HttpAnswer) =>
  failure(
    `PUBLIC_URL (${publicUrl}) leads to something else: /health answered ${status}.`,
    'Set PUBLIC_URL to the server’s own address; a proxy must pass every path on, unchanged.',
  );

const notReady = failure(
  'The server runs, but its storage does not answer it.',
  'See “storage”; compare the server’s TABLES_… with these, and its identity’s role “Storage Table Data Contributor”.',
);

function versionFault(theirs: string | undefined, ours: string): readonly CheckResult[] {
  if (theirs === undefined || theirs === ours) return [];
  return [
    warning(
      `The server is of version ${theirs}, this doctor of ${ours}.`,
      'Bring the server up to this version, or run the doctor of the server’s own.',
    ),
  ];
}

export const certificateCheck: Check = {
  name: 'certificate',
  needs: ['settings'],
  running: true,
  run: async ({ settings, now, patience }) => {
    const { protocol, hostname, port } = new URL(settings().publicUrl);
    if (protocol !== 'https:') return [skipped('PUBLIC_URL is not https: there is none.')];
    const host = hostname.replace(/^\[|\]$/g, '');
    const certificate = await certificateAt(host, Number(port || 443), answerWithinMs * patience);
    if (!certificate) return [skipped('The server can’t be reached.')];
    return [certificateFound(certificate, now())];
  },
};

/** `refused`: why a caller such as Teams would not accept it. */
export type Certificate = { readonly ends: number; readonly refused?: string };

const renewDays = 21;

function certificateAt(host: string, port: number, timeout: number): Promise<Certificate | undefined> {
  return new Promise((resolve) => {
    // nothing is sent: whatever it is, it is only looked at
    const socket = connect({ host, port, rejectUnauthorized: false, timeout, ...named(host) });
    const end = (certificate?: Certificate) => {
      socket.destroy();
      resolve(certificate);
    };
    socket.once('secureConnect', () => {
      const ends = Date.parse(socket.getPeerCertificate().valid_to);
      end({ ends, ...(!socket.authorized && { refused: String(socket.authorizationError) }) });
    });
    socket.once('error', () => end());
    socket.once('timeout', () => end());
  });
}

// the extension for names takes no bare address
const named = (host: string) => (/^[\d.]+$|:/.test(host) ? {} : { servername: host });

/** Expired counts before refused, since the one explains the other. */
export function certificateFound({ ends, refused }: Certificate, now: number): CheckResult {
  const renew = 'Renew it where https ends (Container Apps renews its managed certificates itself).';
  const day = new Date(ends).toISOString().slice(0, 10);
  if (ends <= now) return failure(`It expired on ${day}.`, renew);
  if (refused)
    return failure(
      `Teams would not accept it (${refused}).`,
      'Install one for PUBLIC_URL’s name from a public authority, with its intermediate certificates.',
    );
  const days = Math.floor((ends - now) / 86_400_000);
  return days <= renewDays
    ? warning(`It expires on ${day}, in ${days} days.`, renew)
    : ok(`It is accepted, and lasts until ${day}.`);
}

export const messagesCheck: Check = {
  name: 'messages',
  needs: ['server'],
  running: true,
  run: async ({ settings, patience }) => {
    const { publicUrl, bot } = settings();
    const endpoint = `${publicUrl}/api/messages`;
    const heard = await ask(endpoint, { request: stranger(settings(), bot.id), patience });
    if ('unheard' in heard)
      return [failure(`${endpoint}: ${wayFault(heard.unheard).says}.`, pointTeamsHere(endpoint))];
    if (heard.status === 401) return [ok(`${endpoint} is there, and turns away who is not Teams.`)];
    return [messagesFault(heard, endpoint)];
  },
};

/** What Teams would send, without its signature. */
function stranger(settings: Settings, botId: string): RequestInit {
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: serviceUrlsOf(settings)[0],
    recipient: { id: `28:${botId}` },
  };
  const headers = { 'Content-Type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(activity) };
}

const pointTeamsHere = (endpoint: string) =>
  `Pass POST /api/messages on to the server, and set the Azure Bot’s messaging endpoint (Configuration) to ${endpoint}.`;

function messagesFault({ status, headers }: HttpAnswer, endpoint: string): CheckResult {
  if (status === 503)
    return failure(
      'The server can’t have the keys that Teams signs with.',
      'Let the server reach login.botframework.com by https; see “teams-keys”.',
    );
  if (status >= 300 && status < 400)
    return failure(
      `Messages are sent elsewhere: ${status} to ${headers.get('location') ?? 'nowhere'}. Teams follows no redirect.`,
      pointTeamsHere(endpoint),
    );
  if (status === 200)
    return failure(
      'Something takes messages from anybody: no token was asked for.',
      `Stop it, and let the line’s own server answer. ${pointTeamsHere(endpoint)}`,
    );
  return failure(`The messaging endpoint is not reached: ${status}.`, pointTeamsHere(endpoint));
}

export const tabCheck: Check = {
  name: 'tab',
  needs: ['server'],
  running: true,
  run: async (installation) => {
    const { publicUrl } = installation.settings();
    const [page, api] = await Promise.all([
      ask(`${publicUrl}/tab/`, installation),
      ask(`${publicUrl}/api/tab/me`, installation),
    ]);
    const found = [pageFault(page, installation), apiFault(api)].filter((one) => one !== undefined);
    return unlessFine(found, 'The page is served, for Teams’ frames only; its API asks who is there.');
  },
};

type FetchedAnswer = Awaited<ReturnType<typeof ask>>;

function pageFault(page: FetchedAnswer, { settings }: Installation): CheckResult | undefined {
  if ('unheard' in page || page.status !== 200 || !page.headers.get('content-type')?.includes('text/html'))
    return failure(
      `The tab’s page is not served${'status' in page ? `: /tab/ answered ${page.status}` : ''}.`,
      'Build it (npm run build puts it into dist/tab), and let a proxy pass /tab/ on.',
    );
  const allowed =
    /frame-ancestors ([^;]*)/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? '';
  const missing = framesOf(settings()).filter((frame) => !allowed.split(' ').includes(frame));
  const isOpen = !missing.length && !page.headers.get('x-frame-options');
  if (isOpen) return undefined;
  return failure(
    'Teams may not show the page in its frame.',
    'Let the proxy pass Content-Security-Policy on as the server gives it, and add no X-Frame-Options.',
  );
}

const framesOf = (settings: Settings) =>
  settings.trust ? settings.trust.serviceUrls.map((url) => new URL(url).origin) : teamsFrames;

function apiFault(api: FetchedAnswer): CheckResult | undefined {
  if ('status' in api && api.status === 401) return undefined;
  return failure(
    `The tab’s API does not ask who is there${'status' in api ? `: ${api.status}` : ''}.`,
    'Let a proxy pass /api/tab/ on unchanged, without answering or signing in by itself.',
  );
}
