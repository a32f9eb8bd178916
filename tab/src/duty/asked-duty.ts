/** An advisor's own duty as it was last told: by a look at the server, or by the answer to saving it. */
import { useMemo, useRef } from 'react';
import type { DutyView } from '../../../bot/domain/views/staff-views.ts';
import type { Answered, Reading, Server } from '../ask.ts';
import { useAsked } from '../asked.ts';

/** A supervisor may change it too, and seldom does. */
const everyMs = 60_000;

export function useDuty(server: Server, path: string) {
  const saved = useRef<Saved>({ times: 0 });
  const reads = useMemo(() => ({ ...server, read: readingUpon(server, saved) }), [server]);
  const { remote, again } = useAsked<DutyView>(reads, path, everyMs);
  const show = (now: DutyView) => {
    saved.current = { times: saved.current.times + 1, now, isNews: true };
    void again();
  };
  return { remote, again, show };
}

type Saved = { readonly times: number; readonly now?: DutyView; readonly isNews?: boolean };

/** What was saved is shown without a look; a look that began before it tells of what was, and is not shown. */
function readingUpon({ read }: Pick<Server, 'read'>, saved: { current: Saved }): Server['read'] {
  return async <Value>(path: string, reading?: Reading) => {
    const before = saved.current;
    const told = () => ({ state: 'ready', value: saved.current.now }) as Answered<Value>;
    if (before.isNews) {
      saved.current = { ...before, isNews: false };
      return told();
    }
    const answer = await read<Value>(path, reading);
    return saved.current.times === before.times ? answer : told();
  };
}
