/** Asks the server in the person's name: reads, deeds and files, each failing in words that the page has. */
import type { Failure } from './remote.ts';

type ServerOptions = {
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
};

export type Failed = { readonly state: 'failed'; readonly failure: Failure };
/** A deed that was not done. `no`: an everyday one that only the asking page has words for, with its facts. */
export type Undone = Failed & { readonly no?: ServerRefusal };
export type ServerRefusal = { readonly code: string; readonly [fact: string]: unknown };
/** `unchanged`: what the asker holds is still so, or nobody waits for the answer any more. */
export type Answered<Value> =
  | { readonly state: 'ready'; readonly value: Value; readonly tag?: string }
  | { readonly state: 'unchanged' }
  | Failed;

export type Ready<Value> = { readonly state: 'ready'; readonly value: Value };

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** Of what the asker has already. */
  readonly tag?: string | undefined;
};
export type WriteRequest = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
};
export type File = { readonly name: string; readonly content: Blob };

/** The server, for one person. Paths come after /api/tab. */
export type Server = {
  read<Value>(path: string, reading?: ReadOptions): Promise<Answered<Value>>;
  /** Undefined when it is done. */
  act(deed: WriteRequest): Promise<Undone | undefined>;
  /** A deed that is answered with more than that it is done. */
  hear<Value>(deed: WriteRequest): Promise<Ready<Value> | Undone>;
  file(path: string): Promise<File | Failed>;
};

export function createServer(asking: ServerOptions): Server {
  return {
    read: (path, reading = {}) => read(asking, path, reading),
    async act(deed) {
      const response = await sent(asking, deed);
      return 'state' in response ? response : response.ok ? undefined : undoneIn(response);
    },
    hear: (deed) => heard(asking, deed),
    async file(path) {
      const response = await fetched(asking, path, {});
      if ('state' in response) return response;
      if (!response.ok) return failureIn(response);
      return { name: fileName(response), content: await response.blob() };
    },
  };
}

function sent(asking: ServerOptions, { method, path, body }: WriteRequest): Promise<Response | Failed> {
  const headers = { 'Content-Type': 'application/json' };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  return fetched(asking, path, init);
}

async function heard<Value>(asking: ServerOptions, deed: WriteRequest): Promise<Ready<Value> | Undone> {
  const response = await sent(asking, deed);
  if ('state' in response) return response;
  if (!response.ok) return undoneIn(response);
  const value: unknown = await response.json().catch(() => undefined);
  return value ? { state: 'ready', value: value as Value } : { state: 'failed', failure: 'broken' };
}

async function read<Value>(
  asking: ServerOptions,
  path: string,
  { signal, tag }: ReadOptions,
): Promise<Answered<Value>> {
  const response = await fetched(asking, path, {
    ...(signal && { signal }),
    ...(tag !== undefined && { headers: { 'If-None-Match': tag } }),
  });
  if ('state' in response) return signal?.aborted ? { state: 'unchanged' } : response;
  if (response.status === 304) return { state: 'unchanged' };
  if (!response.ok) return failureIn(response);
  const value: unknown = await response.json().catch(() => undefined);
  if (!value) return signal?.aborted ? { state: 'unchanged' } : { state: 'failed', failure: 'broken' };
  const next = response.headers.get('ETag');
  return { state: 'ready', value: value as Value, ...(next !== null && { tag: next }) };
}

/** Once more with a new token when the first had run out on its way. */
async function fetched(asking: ServerOptions, path: string, init: RequestInit): Promise<Response | Failed> {
  const first = await tryOnce(asking, path, init);
  if ('state' in first.answer || first.answer.status !== 401) return first.answer;
  const again = await tryOnce(asking, path, init, first.bearer);
  return again.answer;
}

type Tried = { readonly answer: Response | Failed; readonly bearer?: string };

async function tryOnce(
  { token, fetch: get = fetch }: ServerOptions,
  path: string,
  init: RequestInit,
  refused?: string,
): Promise<Tried> {
  const bearer = await token().catch(() => undefined);
  if (!bearer) return { answer: { state: 'failed', failure: 'no-token' } };
  if (bearer === refused) return { answer: { state: 'failed', failure: 'not-signed-in' } };
  const headers = { Authorization: `Bearer ${bearer}`, ...init.headers };
  const answer = await get(`/api/tab${path}`, { ...init, headers }).catch(offline);
  return { answer: answer ?? { state: 'failed', failure: 'offline' }, bearer };
}

/** fetch fails with a TypeError when there is no way to the server, with an AbortError when nobody waits any more. */
function offline(error: unknown): undefined {
  const isAborted = error instanceof DOMException && error.name === 'AbortError';
  if (!(error instanceof TypeError) && !isAborted) throw error;
}

const said: readonly Failure[] = [
  'not-signed-in',
  'guest',
  'too-many-requests',
  'not-allowed',
  'not-found',
  'not-now',
  'bad-input',
];

/** What a no means when its code is none of the common ones. */
const byStatus: { readonly [status: number]: Failure } = {
  403: 'not-allowed',
  404: 'not-found',
  409: 'not-now',
};

const failureIn = async (response: Response): Promise<Failed> =>
  failedBy(response, noIn(await response.json().catch(() => undefined)));

async function undoneIn(response: Response): Promise<Undone> {
  const no = noIn(await response.json().catch(() => undefined));
  const isCommon = said.some((one) => one === no?.code);
  return { ...failedBy(response, no), ...(no && !isCommon && { no }) };
}

const failedBy = ({ status }: Response, no: ServerRefusal | undefined): Failed => ({
  state: 'failed',
  failure: said.find((one) => one === no?.code) ?? byStatus[status] ?? 'broken',
});

function noIn(answer: unknown): ServerRefusal | undefined {
  if (typeof answer !== 'object' || !answer || !('error' in answer)) return undefined;
  const { error } = answer;
  if (typeof error !== 'object' || !error || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? { ...error, code: error.code } : undefined;
}

function fileName({ headers }: Response): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('Content-Disposition') ?? '')?.[1];
  return name === undefined ? 'file' : decodeURIComponent(name);
}
