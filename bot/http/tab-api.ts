/** Mounts what the tab may ask: every route behind the token check, bounded in size and pace. */
import restify, { type Request, type RequestHandler, type Response, type Server } from 'restify';
import type { Log } from '../desk/ports.ts';
import { type Answer, refusal, send, unlessHeld } from './answers.ts';
import { readJson } from './body.ts';
import type { TabCaller, TabRefusal } from './tab-token.ts';

export type TabRequest = {
  readonly caller: TabCaller;
  /** The parts of the path that the route names with a colon. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What JSON said; unknown until the route has read it. */
  readonly body: unknown;
};

/** Who asks is known from the verified token and from nothing else. */
export const personOf = ({ caller }: TabRequest) => ({ id: caller.personId, name: caller.name });

/** One thing the tab can ask. `path` comes after /api/tab, such as `/cases/:caseId`. */
export type TabRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Bytes; 256 KiB when absent. */
  readonly atMost?: number;
  answer(request: TabRequest): Promise<Answer>;
};

export type CheckTabToken = (authorization: string | undefined) => Promise<TabCaller | TabRefusal>;

export type TabApi = {
  readonly routes: readonly TabRoute[];
  readonly check: CheckTabToken;
  /** Requests a second for one person, and at one go. */
  readonly pace?: { readonly rate: number; readonly burst: number };
};

type Known = Request & { caller?: TabCaller };
const usualSize = 256 * 1024;

export function mountTabApi(
  server: Server,
  { routes, check, pace = { rate: 20, burst: 60 } }: TabApi,
  log: Log,
): void {
  const knowCaller = callerCheck(check, log);
  const keepPace = restify.plugins.throttle({ ...pace, username: true });
  const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' } as const;
  for (const route of routes)
    server[verbs[route.method]](`/api/tab${route.path}`, knowCaller, keepPace, answering(route, log));
}

function callerCheck(check: CheckTabToken, log: Log): RequestHandler {
  return (request: Known, response, next) => {
    const refuse = (answer: Answer) => {
      send(response, answer);
      next(false);
    };
    check(request.headers.authorization).then(
      (caller) => {
        if ('refused' in caller) return refuse(refusal(caller.refused));
        request.caller = caller;
        // restify keeps pace by this name
        request.username = caller.personId;
        next();
      },
      (error: unknown) => {
        log('error', 'tab token could not be checked', { error });
        refuse(refusal('try-later'));
      },
    );
  };
}

function answering(route: TabRoute, log: Log): RequestHandler {
  const handle = async (request: Known, response: Response) => {
    try {
      const answer = await answerTo(route, request);
      send(response, unlessHeld(answer, request.headers['if-none-match']));
    } catch (error) {
      log('error', 'tab request broke', { route: route.path, method: route.method, error });
      send(response, refusal('broken'));
    }
  };
  return (request, response, next) => {
    void handle(request, response).then(() => next());
  };
}

async function answerTo(route: TabRoute, request: Known): Promise<Answer> {
  if (!request.caller) return refusal('not-signed-in');
  const body =
    route.method === 'GET' ? { json: undefined } : await readJson(request, route.atMost ?? usualSize);
  if ('refused' in body) return refusal(body.refused);
  return route.answer({
    caller: request.caller,
    path: { ...request.params },
    query: new URLSearchParams(request.getQuery()),
    body: body.json,
  });
}
