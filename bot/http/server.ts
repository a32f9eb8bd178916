/** The web server: Teams' door, the tab and its API, and what operators and load balancers ask. */
import restify, { type Request, type Response, type Server } from 'restify';
import type { Log } from '../desk/ports.ts';
import { type Answer, carefulHeaders, type RefusalCode, refusal, refusals, send } from './answers.ts';
import { readJson } from './body.ts';
import { mountTabApi, type TabApi } from './tab-api.ts';
import { mountTabPage, type TabPageOptions } from './tab-page.ts';

/** `unbound`: regions without a channel; a warning, since the line still works for the others. */
export type Readiness = { readonly storage: boolean; readonly unbound: readonly string[] };

export type WebOptions = {
  /** False while what the line keeps can't be reached yet: nothing is taken then. Always open unless told. */
  readonly isOpen?: () => boolean;
  /** Takes a turn from Teams and tells how it ended. */
  readonly receive: (delivery: { readonly body: unknown; readonly authorization: string }) => Promise<Answer>;
  readonly readiness: () => Promise<Readiness>;
  readonly tabApi?: TabApi;
  readonly tabPage?: TabPageOptions;
  /** Told to anyone who asks whether the server is alive. */
  readonly version?: string;
  readonly log: Log;
};

export type Web = {
  /** The port it listens on (a free one when 0 is asked). */
  listen(port: number, host: string): Promise<number>;
  /**
   * Says at once that it is not ready, goes on taking requests for `lingerMs`, then takes no new ones, lets those in
   * hand end within `graceMs`, and closes. It does not linger unless told.
   */
  stop(graceMs: number, lingerMs?: number): Promise<void>;
};

/** What Teams sends is some 100 KB at most. */
const turnAtMost = 256 * 1024;

export function createWeb(options: WebOptions): Web {
  const { log, tabApi, tabPage, version, isOpen = () => true } = options;
  const server = restify.createServer({ name: '', log: silent as never, noWriteContinue: false });
  boundTimes(server);
  let stopping = false;
  server.pre((_request, response, next) => {
    for (const [name, value] of Object.entries(carefulHeaders)) response.setHeader(name, value);
    // the balancer's kept connections go elsewhere before this door closes
    if (stopping) response.setHeader('Connection', 'close');
    next();
  });
  server.pre((request, response, next) => {
    const isAsked = request.getPath() === '/health' || request.getPath() === '/ready';
    if (isAsked || isOpen()) return next();
    send(response, refusal('try-later'));
    return next(false);
  });
  mountTeamsDoor(server, options);
  server.get('/health', (_request, response, next) => {
    send(response, { status: 200, body: { status: 'alive', ...(version && { version }) } });
    next();
  });
  server.get('/ready', (_request, response, next) => {
    const told = stopping ? Promise.resolve(notReady) : readinessAnswer(options, isOpen(), log);
    void told.then((answer) => send(response, answer)).then(() => next());
  });
  if (tabApi) mountTabApi(server, tabApi, log);
  if (tabPage) mountTabPage(server, tabPage);
  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    sendFault(response, error, log);
    done();
  });
  return {
    listen: (port, host) => listening(server, port, host),
    async stop(graceMs, lingerMs = 0) {
      stopping = true;
      if (lingerMs > 0) await new Promise((resolve) => setTimeout(resolve, lingerMs));
      await closed(server, graceMs);
    },
  };
}

function mountTeamsDoor(server: Server, { receive, log }: WebOptions): void {
  const take = async (request: Request): Promise<Answer> => {
    const body = await readJson(request, turnAtMost);
    if ('refused' in body) return refusal(body.refused);
    return receive({ body: body.json, authorization: request.headers.authorization ?? '' });
  };
  server.post('/api/messages', (request, response, next) => {
    const taken = take(request).catch((error: unknown) => {
      log('error', 'turn broke outside its boundary', { error });
      return refusal('broken');
    });
    void taken.then((answer) => send(response, answer)).then(() => next());
  });
}

const notReady: Answer = { status: 503, body: { status: 'not ready' } };

async function readinessAnswer({ readiness }: WebOptions, isOpen: boolean, log: Log): Promise<Answer> {
  if (!isOpen) return { ...notReady, body: { status: 'not ready', storage: 'is waited for' } };
  try {
    const { storage, unbound } = await readiness();
    if (!storage) return { ...notReady, body: { status: 'not ready', storage: 'does not answer' } };
    const warnings = unbound.map((region) => ({ warning: 'no channel bound', region }));
    return { status: 200, body: { status: 'ready', warnings } };
  } catch (error) {
    log('error', 'readiness could not be told', { error });
    return notReady;
  }
}

/** restify's own refusals (no such route, a method not taken, too fast) in our words; what is unknown is a breakage. */
function sendFault(response: Response, error: unknown, log: Log): void {
  const status = typeof error === 'object' && error && 'statusCode' in error ? error.statusCode : 500;
  const code = (Object.keys(refusals) as RefusalCode[]).find((name) => refusals[name] === status);
  if (!code || code === 'broken') log('error', 'request broke', { error });
  // a browser's try of a folder or a hidden file is no more than a file that is not there
  send(response, refusal(status === 403 ? 'not-found' : (code ?? 'broken')));
}

function boundTimes({ server }: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // longer than the load balancer in front keeps its connections
  server.keepAliveTimeout = 245_000;
}

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

function closed({ server }: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // a connection falls idle when its last answer has gone, and would then be kept open
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}

// restify's log would write addresses and names
const nothing = () => undefined;
const silent = {
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing },
  error: nothing,
  fatal: nothing,
};
Object.assign(silent, { child: () => silent });
