/** What a page asks of the server while it is open: kept while it is asked again, and asked over and over when told. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Remote } from './remote.ts';
import type { Answered, Server } from './server.ts';

export type Query<Value> = {
  readonly remote: Remote<Value>;
  /** Why nothing newer than what is shown could be had. */
  readonly stale?: Failure;
  again(): Promise<void>;
  /** Shows what the server has told in another way, as the answer to saving it. */
  show(value: Value): void;
};

type QueryState<Value> = Pick<Query<Value>, 'remote' | 'stale'> & { readonly tag?: string };

const nothing = { remote: { state: 'loading' } } as const;

/** Asks at `path`; with `everyMs` again in that time, but only while the page can be seen. */
export function useQuery<Value>(server: Server, path: string, everyMs?: number): Query<Value> {
  const [shown, setShown] = useState<QueryState<Value>>(nothing);
  // an answer is not shown when since its question another path is asked at, or something newer was shown
  const turn = useRef(0);
  const held = useRef<{ path: string; tag?: string | undefined }>({ path });
  const look = useCallback(
    async (signal?: AbortSignal) => {
      const begun = turn.current;
      const tag = held.current.path === path ? held.current.tag : undefined;
      const answer = await server.read<Value>(path, { tag, ...(signal && { signal }) });
      if (signal?.aborted || turn.current !== begun) return;
      held.current = { path, tag: answer.state === 'ready' ? answer.tag : tag };
      setShown((before) => shownAfter(before, answer));
    },
    [server, path],
  );
  useEffect(() => {
    turn.current += 1;
    if (held.current.path !== path) setShown(nothing);
    const gone = new AbortController();
    const stop = keepLooking(() => look(gone.signal), everyMs);
    return () => {
      gone.abort();
      stop();
    };
  }, [look, path, everyMs]);
  const again = useCallback(async () => {
    setShown((before) => (before.remote.state === 'failed' ? nothing : before));
    await look();
  }, [look]);
  const show = useCallback(
    (value: Value) => {
      turn.current += 1;
      held.current = { path };
      setShown({ remote: { state: 'ready', value } });
    },
    [path],
  );
  return { remote: shown.remote, ...(shown.stale && { stale: shown.stale }), again, show };
}

/** What has been seen stays when nothing newer can be had. */
export function shownAfter<Value>(before: QueryState<Value>, answer: Answered<Value>): QueryState<Value> {
  if (answer.state === 'ready') return { remote: answer };
  if (answer.state === 'unchanged') return { remote: before.remote };
  return before.remote.state === 'ready' ? { ...before, stale: answer.failure } : { remote: answer };
}

/** Looks at once, when the page comes to sight again, and every so often while it is seen; never twice at a time. */
function keepLooking(look: () => Promise<void>, everyMs: number | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let stopped = false;
  const round = async () => {
    if (looking || document.visibilityState !== 'visible') return;
    looking = true;
    clearTimeout(timer);
    await look();
    looking = false;
    if (everyMs && !stopped) timer = setTimeout(() => void round(), everyMs);
  };
  const onSight = () => void round();
  document.addEventListener('visibilitychange', onSight);
  void round();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onSight);
  };
}
