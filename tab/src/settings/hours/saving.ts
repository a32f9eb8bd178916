/** Saves a change of the opening hours upon the version that was seen, and tells why when it can't be. */
import { useState } from 'react';
import type { HoursView } from '../../../../bot/domain/views/hours-views.ts';
import { hoursTextsFor } from '../../../../bot/words/tab/hours-texts.ts';
import type { PageProps } from '../../kit/pages.ts';
import type { Failure } from '../../kit/remote.ts';
import type { Undone } from '../../kit/server.ts';
import type { HoursRequest } from './wish.ts';
import type { HoursProblem } from './words.ts';

export type Saving = {
  readonly busy: boolean;
  readonly failure?: Failure;
  readonly no?: HoursProblem;
  /** @returns whether it was done. */
  save(wish: HoursRequest): Promise<boolean>;
  /** Begins again: what was told is forgotten. */
  forget(): void;
};

/** After somebody else's change the page shows that one, and what was typed stays to be saved upon it. */
export function useHoursSaving(
  server: PageProps['server'],
  { seen }: Pick<HoursView, 'seen'>,
  onChanged: () => Promise<void>,
): Saving {
  const [now, setNow] = useState<Pick<Saving, 'busy' | 'failure' | 'no'>>({ busy: false });
  return {
    ...now,
    forget: () => setNow({ busy: false }),
    async save(wish) {
      setNow({ busy: true });
      const undone = await server.act({ method: 'POST', path: '/hours/changes', body: { ...wish, seen } });
      const no = undone && noIn(undone);
      if (!undone || no?.refused === 'changed-since') await onChanged();
      setNow({ busy: false, ...(no ? { no } : undone && { failure: undone.failure }) });
      return !undone;
    },
  };
}

function noIn({ no }: Undone): HoursProblem | undefined {
  if (!no) return undefined;
  const { code, ...facts } = no;
  const hasWords = code === 'wrong-hours' || Object.hasOwn(hoursTextsFor('fi').no, code);
  return hasWords ? ({ ...facts, refused: code } as HoursProblem) : undefined;
}
