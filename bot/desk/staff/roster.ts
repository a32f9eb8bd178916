/** The supervisors' settings: who has which role, which channel serves whom, and who has done what. */

import { dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import type { County, Words } from '../../domain/county.ts';
import { lastDayAwayOn } from '../../domain/duty.ts';
import type { CaseId, Month, PersonId } from '../../domain/names.ts';
import { areSameRoles, type Roles, worksOnTheLine } from '../../domain/roles.ts';
import type { BindingTarget } from '../../domain/setup/channel-wish.ts';
import type {
  AuditView,
  BindingView,
  CaseAuditView,
  FoundPeople,
  StaffHistory,
  StaffMember,
  StaffView,
} from '../../domain/views/staff-views.ts';
import { inEvery } from '../../words/bot/texts.ts';
import { guardOf } from '../guard.ts';
import type { AuditEntry, AuditLog, Clock } from '../ports.ts';
import { doerOf, historyOf } from './history.ts';
import type { Binding, PeopleStore, PersonRecord } from './ports.ts';
import type { Staff, StaffRefusal } from './staff.ts';

export type RosterPorts = {
  readonly county: County;
  readonly clock: Clock;
  readonly people: Pick<PeopleStore, 'all' | 'find'>;
  readonly audit: Pick<AuditLog, 'ofMonth'>;
  readonly staff: Pick<Staff, 'actor' | 'bindings' | 'setRoles' | 'removePerson' | 'unbind'>;
  readonly casework: {
    handledBy(person: Person, id: CaseId): Promise<readonly AuditEntry[] | Refusal>;
  };
  readonly firstSupervisor: PersonId;
};

export type RosterRefusal =
  | StaffRefusal
  | { readonly refused: 'unknown-person' }
  | { readonly refused: 'unknown-region' }
  /** Somebody else changed the roles since they were seen. `theirs`: the person as they stand now. */
  | { readonly refused: 'changed-since'; readonly theirs: StaffMember };

type RolesWish = { readonly roles: Required<Roles>; readonly seen: Roles };

/** More would not be read: the search is narrowed instead. */
const mostFound = 20;

export function createRoster(ports: RosterPorts) {
  return { ...looking(ports), ...changing(ports) };
}

export type Roster = ReturnType<typeof createRoster>;

function looking(ports: RosterPorts) {
  const { county, people, staff, casework, clock } = ports;
  const only = guardOf(ports.staff);
  const member = memberIn(ports);
  return {
    /** Everybody with a role, and every channel. */
    see: (by: Person) =>
      only('supervisor', by, async (): Promise<StaffView> => {
        const [all, bindings] = await Promise.all([people.all(), staff.bindings()]);
        const members = all.map(member).filter((one) => worksOnTheLine(one) || one.updater);
        return {
          today: dayOf(clock.now()),
          regions: county.regions.map(({ id, name }) => ({ id, name })),
          members: members.toSorted(byName),
          bindings: [...county.regions.map(({ id }) => id), 'supervisors' as const].map((target) =>
            bindingView(target, bindings),
          ),
        };
      }),

    /** People whom the line has met, with or without a role, by a part of the name. */
    search: (by: Person, words: string) =>
      only('supervisor', by, async (): Promise<FoundPeople> => {
        const wanted = words.trim().toLocaleLowerCase('fi');
        const found = (await people.all()).filter(({ name }) =>
          name.toLocaleLowerCase('fi').includes(wanted),
        );
        const all = found.map(member).toSorted(byName);
        return { people: all.slice(0, mostFound), more: all.length > mostFound };
      }),

    /** Changes of roles, absences, channels, hours and what was recorded in a month, the newest first. */
    history: (by: Person, month: Month) =>
      only('supervisor', by, (): Promise<StaffHistory> => historyOf(ports, month)),

    /** Who did what in a case (703/2023 11 §); the look itself goes to the audit. */
    async auditOf(by: Person, id: CaseId): Promise<CaseAuditView | Refusal> {
      const entries = await casework.handledBy(by, id);
      return isRefusal(entries) ? entries : { id, entries: entries.map(auditView) };
    },
  };
}

function changing(ports: RosterPorts) {
  const { county, people, staff } = ports;
  const only = guardOf(ports.staff);
  const member = memberIn(ports);
  return {
    /**
     * Gives exactly these roles to somebody whom the line has met; without any they lose them all. `seen`: the roles
     * that the change was made upon.
     */
    setRoles: (by: Person, id: PersonId, { roles, seen }: RolesWish) =>
      only('supervisor', by, async (): Promise<RosterRefusal | undefined> => {
        const isRegion = new Set(county.regions.map((one) => one.id));
        if (!roles.advisorIn.every((region) => isRegion.has(region))) return { refused: 'unknown-region' };
        const found = await people.find(id);
        if (!found) return { refused: 'unknown-person' };
        const theirs = (one: PersonRecord) => ({ refused: 'changed-since', theirs: member(one) }) as const;
        // what would only be refused does not stand in the audit as done
        if (![seen, roles].some((one) => areSameRoles(member(found), one))) return theirs(found);
        const stored = member(found).bySettings ? { ...seen, supervisor: found.supervisor } : seen;
        // who keeps the instructions has a role that removing does not know of
        const isNone = !worksOnTheLine(roles) && !roles.updater && !found.updater;
        const done = await (isNone
          ? staff.removePerson(by, found, stored)
          : staff.setRoles(by, found, roles, stored));
        if (!('refused' in done)) return undefined;
        return 'theirs' in done ? theirs(done.theirs) : done;
      }),

    /** Cases stay as they are; what comes next has no channel until one is bound again. */
    unbind: (by: Person, target: BindingTarget) =>
      only('supervisor', by, async (): Promise<RosterRefusal | undefined> => {
        const isTarget = target === 'supervisors' || county.regions.some(({ id }) => id === target);
        if (!isTarget) return { refused: 'unknown-region' };
        return (await staff.unbind(by, target)) ?? undefined;
      }),
  };
}

const memberIn =
  ({ firstSupervisor, clock }: RosterPorts) =>
  (one: PersonRecord): StaffMember => {
    const { id, name, advisorIn, supervisor, updater, left } = one;
    const lastDayAway = lastDayAwayOn(one, dayOf(clock.now()));
    return {
      id,
      name,
      advisorIn,
      supervisor: supervisor || id === firstSupervisor,
      updater: updater === true,
      left: left === true,
      bySettings: id === firstSupervisor,
      ...(lastDayAway && { lastDayAway }),
    };
  };

const byName = (a: StaffMember, b: StaffMember) => a.name.localeCompare(b.name, 'fi');

function bindingView(target: BindingTarget, bindings: readonly Binding[]): BindingView {
  const bound = bindings.find((one) => one.for === target);
  if (!bound) return { for: target };
  const { channelName, boundBy, boundAt, broken } = bound;
  return {
    for: target,
    channel: { name: channelName, boundBy: boundBy.name, boundAt, ...(broken && { broken }) },
  };
}

function auditView(entry: AuditEntry): AuditView {
  const by = doerOf(entry);
  return { at: entry.at, did: deedWords(entry.did), ...(by && { by }), ...(entry.why && { why: entry.why }) };
}

/** The deed in words; its own name when it is none that people are told of. */
function deedWords(did: string): Words {
  return inEvery(({ advisor }) => {
    const words: { readonly [did: string]: string } = { ...advisor.deeds, ...advisor.supervising.audited };
    return words[did] ?? did;
  });
}
