/** A request for a needs assessment: whom it concerns, and by when it must begin (SHL 36 §). */
import { addDays, dayOf, nthWorkingDayAfter } from './calendar.ts';
import type { County } from './county.ts';
import type { CategoryId, Day, Moment } from './names.ts';

/** Whether 36 § sets the clock: the client is 75 or over, or on the highest care allowance. */
export type Priority75 = 'yes' | 'no' | 'unknown';

export type AssessmentWish = {
  readonly category: CategoryId;
  readonly priority75: Priority75;
  /** Proposed to the client at the first contact (seed 001-81); free of names. */
  readonly appointment?: string;
};

/** Unknown counts as yes: the client must not suffer from what we did not ask. */
export type AssessmentClock = {
  readonly kind: 'statutory' | 'target';
  readonly beginBy: Day;
  readonly warnOn: Day;
};

/** The clock starts when the line received the contact, the cautious reading of SHL 36 §. */
export function assessmentClock(county: County, receivedAt: Moment, priority: Priority75): AssessmentClock {
  const { workingDays, warnOnDay, targetDays } = county.assessment;
  const start = dayOf(receivedAt);
  if (priority !== 'no') {
    const beginBy = nthWorkingDayAfter(start, workingDays);
    return { kind: 'statutory', beginBy, warnOn: nthWorkingDayAfter(start, warnOnDay) };
  }
  const target = workingDayFrom(addDays(start, targetDays));
  return { kind: 'target', beginBy: target, warnOn: target };
}

/** The day itself, or the first working day after it (laki 150/1930 5 §). */
const workingDayFrom = (day: Day) => nthWorkingDayAfter(addDays(day, -1), 1);
