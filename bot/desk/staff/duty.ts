/** Who is away until when: advisors say so of themselves, supervisors of any advisor. */
import { dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import { type LeaveRefusal, lastDayAwayOn, refuseLeave } from '../../domain/duty.ts';
import type { Day, PersonId } from '../../domain/names.ts';
import type { DutyView } from '../../domain/views/staff-views.ts';
import { guardOf } from '../guard.ts';
import type { AuditLog, Clock } from '../ports.ts';
import { changeAsSeen } from './as-seen.ts';
import type { PeopleStore, PersonRecord } from './ports.ts';
import type { Staff } from './staff.ts';

export type DutyPorts = {
  readonly people: Pick<PeopleStore, 'find' | 'change'>;
  readonly audit: Pick<AuditLog, 'write'>;
  readonly clock: Clock;
  readonly staff: Pick<Staff, 'actor'>;
};

/** Without `lastDay` they are back. `seen`: what the change was made upon; nothing when they were not away. */
export type LeaveWish = { readonly lastDay?: Day; readonly seen?: Day };

export type DutyRefusal =
  | LeaveRefusal
  | { readonly refused: 'unknown-person' }
  /** Nothing rings them: there is nothing to be away from. */
  | { readonly refused: 'not-an-advisor' }
  /** Somebody else changed it since it was seen. `theirs`: how it stands now. */
  | { readonly refused: 'changed-since'; readonly theirs: DutyView };

export function createDuty(ports: DutyPorts) {
  const { people, staff } = ports;
  const only = guardOf(staff);
  const advisor = async (id: PersonId) => {
    const found = await people.find(id);
    return found && isAdvisor(found) ? found : undefined;
  };

  return {
    /** One's own. */
    async see({ id }: Person): Promise<DutyView | DutyRefusal> {
      const found = await advisor(id);
      return found ? viewOf(ports, found) : { refused: 'not-an-advisor' };
    },

    /** Changes one's own, and nobody else's. */
    async setOwn(person: Person, wish: LeaveWish): Promise<DutyView | DutyRefusal> {
      const found = await advisor(person.id);
      return found ? setLeave(ports, person, found, wish) : { refused: 'not-an-advisor' };
    },

    /** Changes an advisor's, for supervisors. */
    set: (by: Person, id: PersonId, wish: LeaveWish) =>
      only('supervisor', by, async (): Promise<DutyView | DutyRefusal> => {
        const found = await people.find(id);
        if (!found) return { refused: 'unknown-person' };
        return isAdvisor(found) ? setLeave(ports, by, found, wish) : { refused: 'not-an-advisor' };
      }),
  };
}

export type Duty = ReturnType<typeof createDuty>;

const isAdvisor = ({ advisorIn }: PersonRecord) => advisorIn.length > 0;

function viewOf({ clock }: Pick<DutyPorts, 'clock'>, one: PersonRecord): DutyView {
  const today = dayOf(clock.now());
  const last = lastDayAwayOn(one, today);
  return { today, ...(last && { lastDayAway: last }) };
}

async function setLeave(
  ports: DutyPorts,
  by: Person,
  whom: PersonRecord,
  wish: LeaveWish,
): Promise<DutyView | DutyRefusal> {
  const { people, audit, clock } = ports;
  const now = clock.now();
  const today = dayOf(now);
  const no = wish.lastDay === undefined ? undefined : refuseLeave(wish.lastDay, today);
  if (no) return no;
  // what changes nothing is no deed
  if (lastDayAwayOn(whom, today) === wish.lastDay) return viewOf(ports, whom);
  // what would only be refused does not stand in the audit as done
  if (!isAsSeen(whom, wish, today)) return { refused: 'changed-since', theirs: viewOf(ports, whom) };
  await audit.write({ at: now, by: { id: by.id, name: by.name }, did: `setLeave:${whom.id}` });
  const done = await changeAsSeen(
    people,
    whom.id,
    (current = whom) => isAsSeen(current, wish, today),
    (current = whom) => withLeave(current, wish),
  );
  return 'kept' in done
    ? viewOf(ports, done.kept)
    : { refused: 'changed-since', theirs: viewOf(ports, done.theirs) };
}

/** Sending the same twice is no change of others'; an absence that has ended meanwhile is none either. */
function isAsSeen(current: PersonRecord, { lastDay, seen }: LeaveWish, today: Day): boolean {
  const stands = lastDayAwayOn(current, today);
  return stands === lastDay || stands === lastDayAwayOn({ ...(seen && { lastDayAway: seen }) }, today);
}

const withLeave = ({ lastDayAway: _, ...current }: PersonRecord, { lastDay }: LeaveWish): PersonRecord => ({
  ...current,
  ...(lastDay && { lastDayAway: lastDay }),
});
