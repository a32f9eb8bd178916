/** A part of a page that is fetched when it is first needed, such as the editor. */
import { useCallback, useEffect, useState } from 'react';
import type { Remote } from './remote.ts';

/** A part of a page that is fetched when it is first needed, such as the editor. */
export function useLater<Part>(load: () => Promise<Part>) {
  const [remote, setRemote] = useState<Remote<Part>>({ state: 'loading' });
  const again = useCallback(() => {
    setRemote({ state: 'loading' });
    load().then(
      (value) => setRemote({ state: 'ready', value }),
      // its file can't be had: no net, or a newer version stands on the server
      () => setRemote({ state: 'failed', failure: 'offline' }),
    );
  }, [load]);
  useEffect(again, [again]);
  return { remote, again };
}
