/** Saves an absence upon the one that was seen, and tells why when it can't be. */
import { useState } from 'react';
import type { LeaveRefusal } from '../../../bot/domain/duty.ts';
import type { DutyView } from '../../../bot/domain/views/staff-views.ts';
import type { Failure } from '../kit/remote.ts';
import type { Server, Undone } from '../kit/server.ts';

/** Whose absence: where it is saved, and how it stood when the dialog opened. */
export type LeaveSubject = { readonly path: string; readonly duty: DutyView };

type LeaveNotice = {
  readonly failure?: Failure;
  /** About the day that was typed. */
  readonly no?: LeaveRefusal;
  readonly isAdvisor: boolean;
  /** Somebody else was faster: what was typed stays, and is kept upon their change when saved again. */
  readonly theirs?: DutyView;
};

export type LeaveSaving = LeaveNotice & {
  readonly busy: boolean;
  readonly isAway: boolean;
  /** Without a day the absence ends. */
  keep(lastDay?: string): Promise<void>;
};

const nothing: LeaveNotice = { isAdvisor: true };

export function useLeave(
  server: Server,
  { path, duty }: LeaveSubject,
  onSaved: (now: DutyView) => void,
): LeaveSaving {
  const [told, tell] = useState<LeaveNotice>(nothing);
  const [busy, setBusy] = useState(false);
  const stands = told.theirs ?? duty;
  return {
    ...told,
    busy,
    isAway: stands.lastDayAway !== undefined,
    async keep(lastDay) {
      const seen = stands.lastDayAway;
      setBusy(true);
      const body = { ...(lastDay !== undefined && { lastDay }), ...(seen && { seen }) };
      const heard = await server.hear<DutyView>({ method: 'PUT', path, body });
      setBusy(false);
      if (heard.state === 'ready') return onSaved(heard.value);
      tell({ ...(told.theirs && { theirs: told.theirs }), ...whyNot(heard) });
    },
  };
}

function whyNot({ no, failure }: Undone): LeaveNotice {
  switch (no?.code) {
    case 'changed-since':
      return { isAdvisor: true, theirs: no['theirs'] as DutyView };
    case 'not-an-advisor':
      return { isAdvisor: false };
    case 'not-a-day':
    case 'day-has-passed':
    case 'day-too-far':
      return { isAdvisor: true, no: { ...no, refused: no.code } as LeaveRefusal };
    default:
      return { isAdvisor: true, failure };
  }
}
