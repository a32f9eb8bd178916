/** One deed at a time: whether it is under way, and why it failed. */
import { useCallback, useState } from 'react';
import type { Failure } from './remote.ts';
import type { Server, WriteRequest } from './server.ts';

export type Doing = {
  readonly busy: boolean;
  readonly failure?: Failure;
  /** @returns whether it was done. */
  act(deed: WriteRequest): Promise<boolean>;
};

export function useDeed(server: Server): Doing {
  const [now, setNow] = useState<Pick<Doing, 'busy' | 'failure'>>({ busy: false });
  const act = useCallback(
    async (deed: WriteRequest) => {
      setNow({ busy: true });
      const failed = await server.act(deed);
      setNow({ busy: false, ...(failed && { failure: failed.failure }) });
      return !failed;
    },
    [server],
  );
  return { ...now, act };
}
