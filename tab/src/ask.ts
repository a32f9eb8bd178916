/** Asks the server in the person's name. */
import type { Failure, Remote } from './remote.ts';

type Asking = {
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
};

const said: readonly Failure[] = ['not-signed-in', 'guest', 'too-many-requests'];

/** What `/api/tab` answers at `path`, or why there is no answer. */
export async function ask<Value>(
  path: string,
  { token, fetch: get = fetch }: Asking,
): Promise<Remote<Value>> {
  const bearer = await token().catch(() => undefined);
  if (!bearer) return { state: 'failed', failure: 'no-token' };
  const response = await get(`/api/tab${path}`, { headers: { Authorization: `Bearer ${bearer}` } }).catch(
    offline,
  );
  if (!response) return { state: 'failed', failure: 'offline' };
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer) return { state: 'ready', value: answer as Value };
  const code = codeOf(answer);
  return { state: 'failed', failure: said.find((one) => one === code) ?? 'broken' };
}

/** fetch fails with a TypeError when there is no way to the server. */
function offline(error: unknown): undefined {
  if (!(error instanceof TypeError)) throw error;
}

function codeOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || !answer || !('error' in answer)) return undefined;
  const { error } = answer;
  return typeof error === 'object' && error && 'code' in error ? error.code : undefined;
}
