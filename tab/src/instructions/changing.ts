/** One change of an instruction at a time: whether it is under way, and why it was not made, in words. */
import { useCallback, useState } from 'react';
import type { InstructionTexts } from '../../../bot/words/tab/instructions-texts.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { Deed, Undone } from '../kit/ask.ts';
import type { Common } from './common.ts';

export type Changing = {
  readonly busy: boolean;
  readonly why?: string;
  /** Undefined when it is done. */
  act(deed: Deed): Promise<Undone | undefined>;
};

export function useChanging({ server, say, texts }: Pick<Common, 'server' | 'say' | 'texts'>): Changing {
  const [now, setNow] = useState<Pick<Changing, 'busy' | 'why'>>({ busy: false });
  const act = useCallback(
    async (deed: Deed) => {
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
  const noes: { readonly [code: string]: string | undefined } = say.no;
  return (no && noes[no.code]) ?? texts.failed[failure];
}
