/** One change of an instruction at a time: whether it is under way, and why it was not made, in words. */
import { useCallback, useState } from 'react';
import type { InstructionTexts } from '../../../bot/words/tab/instructions-texts.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { Undone, WriteRequest } from '../kit/server.ts';
import type { InstructionProps } from './common.ts';

export type InstructionChange = {
  readonly busy: boolean;
  readonly why?: string;
  /** Undefined when it is done. */
  act(deed: WriteRequest): Promise<Undone | undefined>;
};

export function useChanging({
  server,
  say,
  texts,
}: Pick<InstructionProps, 'server' | 'say' | 'texts'>): InstructionChange {
  const [now, setNow] = useState<Pick<InstructionChange, 'busy' | 'why'>>({ busy: false });
  const act = useCallback(
    async (deed: WriteRequest) => {
      setNow({ busy: true });
      const undone = await server.act(deed);
      setNow({ busy: false, ...(undone && { why: whyNot(undone, say, texts) }) });
      return undone;
    },
    [server, say, texts],
  );
  return { ...now, act };
}

export function whyNot({ no, failure }: Undone, say: InstructionTexts, texts: TabTexts): string {
  const refusals: { readonly [code: string]: string | undefined } = say.no;
  return (no && refusals[no.code]) ?? texts.failed[failure];
}
