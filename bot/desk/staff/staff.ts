/** Who works on the line and where each region's questions are posted; edited by supervisors. */

import { newCardPlace, wantedAgain } from '../../domain/case/card-place.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County, Language } from '../../domain/county.ts';
import type { PersonId, RegionId } from '../../domain/names.ts';
import {
  type Actor,
  areSameRoles,
  type NoRole,
  noRoles,
  type Roles,
  worksOnTheLine,
} from '../../domain/roles.ts';
import type { BindingTarget } from '../../domain/setup/channel-wish.ts';
import { guardOf } from '../guard.ts';
import type { AuditLog, CaseStore, Clock } from '../ports.ts';
import { changeAsSeen } from './as-seen.ts';
import { deedOn } from './deeds.ts';
import { casesHeldBy } from './held-cases.ts';
import { everybodyOnTheLine } from './on-the-line.ts';
import type { Binding, BindingStore, ChatPlace, Notices, PeopleStore, PersonRecord } from './ports.ts';

export type StaffPorts = {
  readonly county: County;
  readonly people: PeopleStore;
  readonly bindings: BindingStore;
  readonly cases: CaseStore;
  readonly audit: AuditLog;
  readonly notices: Notices;
  readonly clock: Clock;
  /** From the settings: a supervisor before anybody has been given a role. */
  readonly firstSupervisor: PersonId;
};

export type StaffRefusal = NoRole<'supervisor'>;
/**
 * How to reach somebody: in their chat, where they have one, and by mention. `message`: what they wrote there just now, so
 * that a card that has scrolled away can be moved down.
 */
export type Meeting = {
  readonly teamsId: string;
  readonly language: Language;
  readonly chat?: ChatPlace;
  readonly message?: string;
};
/** One of a team's members, as its roster names them. */
export type Member = Person & { readonly teamsId: string };
export type ChannelPlace = Pick<Binding, 'teamId' | 'channelId' | 'channelName' | 'serviceUrl' | 'tenantId'>;

export function createStaff(ports: StaffPorts) {
  const { people, firstSupervisor } = ports;

  async function actor(person: Person): Promise<Actor> {
    const found = await people.find(person.id);
    const roles = found ?? noRoles;
    const supervisor = roles.supervisor || person.id === firstSupervisor;
    const { advisorIn, updater } = roles;
    return { id: person.id, name: person.name, advisorIn, supervisor, ...(updater && { updater }) };
  }

  const asSupervisor = leading(ports, actor);
  return {
    actor,
    ...knowing(ports),
    ...givingRoles(ports, asSupervisor),
    ...givingChannels(ports, asSupervisor),
    ...binding(ports),
    ...watching(ports),
    ...meeting(ports),
  };
}

export type Staff = ReturnType<typeof createStaff>;

/** What is known of people, and how to reach them. */
function knowing({ people, firstSupervisor }: StaffPorts) {
  const everybody = () => everybodyOnTheLine(people, firstSupervisor);

  return {
    find: (id: PersonId) => people.find(id),

    /** Remembers how to reach somebody and what they wrote last; their roles stay as they are. */
    async meet(person: Person, met: Meeting): Promise<void> {
      await people.change(person.id, (current) =>
        current && isAsMet(current, met) ? current : asMet(current, person, met),
      );
    },

    /** Takes a message for the last of a chat, so that a card above it is moved down. */
    async spoke(person: Person, message: string): Promise<void> {
      await people.change(person.id, (current) => ({
        ...(current ?? { ...noRoles, ...named(person) }),
        lastMessage: later(current?.lastMessage, message),
      }));
    },

    /** People with a role; advisors of that region when named. */
    async onTheLine(region?: RegionId): Promise<readonly PersonRecord[]> {
      return (await everybody()).filter((one) => !region || one.advisorIn.includes(region));
    },

    /** Who can give a role, to be told to those without one. */
    async supervisors(): Promise<readonly PersonRecord[]> {
      return (await everybody()).filter((one) => one.supervisor);
    },
  };
}

type AsSupervisor = ReturnType<typeof leading>;

/** What only supervisors may do; each deed is in the audit before it is done. */
function leading({ audit, clock }: StaffPorts, actor: (person: Person) => Promise<Actor>) {
  const only = guardOf({ actor });
  return <T>(person: Person, did: string | readonly string[], deed: () => Promise<T>) =>
    only('supervisor', person, async () => {
      for (const one of [did].flat()) await audit.write({ at: clock.now(), by: named(person), did: one });
      return deed();
    });
}

/** Somebody else changed them since they were seen; nothing was changed. */
export type RolesChanged = { readonly refused: 'changed-since'; readonly theirs: PersonRecord };

/** Without `seen` the new roles replace whatever stands; with it, sending the same twice is no change of others'. */
async function changeRoles(
  people: PeopleStore,
  whom: Person,
  roles: Roles,
  seen: Roles | undefined,
): Promise<PersonRecord | RolesChanged> {
  const done = await changeAsSeen(
    people,
    whom.id,
    (current) => !current || !seen || [seen, roles].some((one) => areSameRoles(current, one)),
    (current) => ({ ...current, ...named(whom), ...roles, left: false }),
  );
  return 'kept' in done ? done.kept : { refused: 'changed-since', theirs: done.theirs };
}

/** Anyone who works on the line no more can't answer what they hold: their cases are not to be forgotten. */
async function tellOfCasesLeft(ports: StaffPorts, whom: Person): Promise<void> {
  const openCases = (await casesHeldBy(ports.cases, whom.id)).length;
  if (openCases > 0)
    await ports.notices.toSupervisors({ about: 'off-the-line', person: named(whom), openCases });
}

/** An entry for each of them. */
const adding = (members: readonly Member[], roles: Roles) =>
  members.map(({ id }) => deedOn('addRoles', id, roles));

function givingRoles(ports: StaffPorts, asSupervisor: AsSupervisor) {
  const { people, firstSupervisor } = ports;
  const change = async (whom: Person, roles: Roles, seen: Roles | undefined) => {
    const before = await people.find(whom.id);
    const kept = await changeRoles(people, whom, roles, seen);
    const wasOnTheLine = before !== undefined && worksOnTheLine(before);
    const isOff = !('refused' in kept) && !worksOnTheLine(kept) && whom.id !== firstSupervisor;
    if (wasOnTheLine && isOff) await tellOfCasesLeft(ports, whom);
    return kept;
  };

  return {
    setRoles: (by: Person, whom: Person, roles: Roles, seen?: Roles) =>
      asSupervisor(by, deedOn('setRoles', whom.id, roles), () => change(whom, roles, seen)),

    /** Takes every role away; what they have asked and done stays. */
    removePerson: (by: Person, whom: Person, seen?: Roles) =>
      asSupervisor(by, `removePerson:${whom.id}`, () => change(whom, { ...noRoles, updater: false }, seen)),

    /** Adds people as advisors of a region; roles they have elsewhere stay. */
    addAdvisors: (by: Person, region: RegionId, members: readonly Member[]) =>
      asSupervisor(by, adding(members, { ...noRoles, advisorIn: [region] }), async () => {
        for (const member of members)
          await people.change(member.id, (current) => advisorToo(current, member, region));
        return members.length;
      }),

    /** Adds supervisors; the regions they advise in stay. */
    addSupervisors: (by: Person, members: readonly Member[]) =>
      asSupervisor(by, adding(members, { ...noRoles, supervisor: true }), async () => {
        for (const member of members)
          await people.change(member.id, (current) => ({
            ...(current ?? noRoles),
            ...member,
            supervisor: true,
          }));
        return members.length;
      }),
  };
}

function givingChannels({ bindings, cases, clock }: StaffPorts, asSupervisor: AsSupervisor) {
  return {
    bind: (by: Person, target: BindingTarget, channel: ChannelPlace) =>
      asSupervisor(by, `bind:${target}`, async () => {
        await bindings.bind({ for: target, ...channel, boundBy: named(by), boundAt: clock.now() });
        if (target !== 'supervisors') await bringCases(cases, target, channel.channelId);
      }),

    unbind: (by: Person, target: BindingTarget) =>
      asSupervisor(by, `unbind:${target}`, () => bindings.unbind(target, named(by), clock.now())),
  };
}

/** Open cases follow their region to its channel: the one they stood in may be gone, and nobody would see them. */
async function bringCases(cases: CaseStore, region: RegionId, channelId: string): Promise<void> {
  for (const { id } of await cases.openCases(region)) {
    await cases.change(id, (current) => {
      // moved to another region since, it has a channel of its own
      if (current.region !== region) return current;
      // though it stands there, or nowhere yet: it may be on its way to where the region was before
      const channel = wantedAgain(current.views.channel ?? { ...newCardPlace(channelId), region });
      return { ...current, views: { ...current.views, channel } };
    });
  }
}

/** Where each region's questions are posted. */
function binding({ bindings, county }: StaffPorts) {
  return {
    bindings: () => bindings.all(),
    bindingOf: (target: BindingTarget) => bindings.find(target),
    async bindingsAt(channelId: string): Promise<readonly Binding[]> {
      return (await bindings.all()).filter((one) => one.channelId === channelId);
    },
    /** Regions whose questions have nowhere to go yet. */
    async unbound(): Promise<readonly RegionId[]> {
      const bound = new Set((await bindings.all()).map((one) => one.for));
      return county.regions.map(({ id }) => id).filter((id) => !bound.has(id));
    },
  };
}

/** Message ids in a chat are times. */
const later = (one: string | undefined, other: string) =>
  one !== undefined && Number(one) > Number(other) ? one : other;

function asMet(
  current: PersonRecord | undefined,
  person: Person,
  { message, ...reach }: Meeting,
): PersonRecord {
  return {
    ...(current ?? noRoles),
    ...named(person),
    ...reach,
    ...(message !== undefined && { lastMessage: later(current?.lastMessage, message) }),
  };
}

const isAsMet = (current: PersonRecord, { teamsId, language, chat, message }: Meeting) =>
  current.teamsId === teamsId &&
  current.language === language &&
  (!chat || isSamePlace(current.chat, chat)) &&
  (message === undefined || later(current.lastMessage, message) === current.lastMessage);

const isSamePlace = (one: ChatPlace | undefined, other: ChatPlace) =>
  one?.conversation === other.conversation && one.serviceUrl === other.serviceUrl;

const named = ({ id, name }: Person): Person => ({ id, name });

function advisorToo(current: PersonRecord | undefined, member: Member, region: RegionId): PersonRecord {
  const roles = current ?? noRoles;
  return {
    ...current,
    ...member,
    supervisor: roles.supervisor,
    advisorIn: [...new Set([...roles.advisorIn, region])],
  };
}

/** What happens to channels behind the line's back: noticed, told, and no case lost. */
function watching({ bindings, notices }: StaffPorts) {
  type BindingFilter = Partial<Pick<Binding, 'channelId' | 'teamId'>>;

  /** A supervisor may bind a region elsewhere meanwhile: what is so no more is left alone. @returns what changed. */
  async function changeAll(
    { channelId, teamId }: BindingFilter,
    change: (current: Binding) => Binding,
  ): Promise<readonly Binding[]> {
    const isThere = (one: Binding) => one.channelId === channelId || one.teamId === teamId;
    const changed: Binding[] = [];
    for (const { for: target } of (await bindings.all()).filter(isThere)) {
      const next = await bindings.change(target, (current) => (isThere(current) ? change(current) : current));
      if (next) changed.push(next);
    }
    return changed;
  }

  /** Told once, however many broke together: all are marked before anybody is told. */
  async function breakAll(which: BindingFilter, broken: NonNullable<Binding['broken']>): Promise<void> {
    const [binding, ...also] = await changeAll(which, (one) =>
      one.broken === broken ? one : { ...one, broken },
    );
    if (binding) await notices.toSupervisors({ about: 'channel-broken', binding, also });
  }

  /** It can be posted to again. */
  async function healAll(which: BindingFilter): Promise<void> {
    await changeAll(which, (one) => {
      const { broken, ...whole } = one;
      return broken ? whole : one;
    });
  }

  return {
    channelBroke: (channelId: string, broken: NonNullable<Binding['broken']>) =>
      breakAll({ channelId }, broken),
    teamBroke: (teamId: string, broken: NonNullable<Binding['broken']>) => breakAll({ teamId }, broken),
    channelHealed: (channelId: string) => healAll({ channelId }),
    teamHealed: (teamId: string) => healAll({ teamId }),

    async channelRenamed(channelId: string, channelName: string): Promise<void> {
      const renamed = await changeAll({ channelId }, (one) => ({ ...one, channelName }));
      for (const binding of renamed) await notices.toSupervisors({ about: 'channel-renamed', binding });
    },
  };
}

/** Who comes to a team of ours and leaves it. */
function meeting(ports: StaffPorts) {
  const { bindings, cases, people, notices } = ports;
  const isOurs = async (teamId: string) => (await bindings.all()).some((one) => one.teamId === teamId);

  return {
    /** An advisor left the team: their roles stay until a supervisor decides, their cases are told of. */
    async memberLeft(teamId: string, id: PersonId): Promise<void> {
      const found = await people.find(id);
      if (!found || found.left || !worksOnTheLine(found) || !(await isOurs(teamId))) return;
      await people.change(id, (current) => ({ ...(current ?? found), left: true }));
      const openCases = (await casesHeldBy(cases, id)).length;
      await notices.toSupervisors({ about: 'advisor-left', person: { id, name: found.name }, openCases });
    },

    async memberCame(teamId: string, id: PersonId): Promise<void> {
      const found = await people.find(id);
      if (!found?.left || !(await isOurs(teamId))) return;
      await people.change(id, (current) => ({ ...(current ?? found), left: false }));
    },
  };
}
