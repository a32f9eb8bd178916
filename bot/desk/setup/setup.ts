/** Taking the line into use: who is led, regions bound to channels, their advisors, and a test question for each. */
import type { Person } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import { hasDraft } from '../../domain/instructions/instructions.ts';
import type { PersonId, RegionId } from '../../domain/names.ts';
import { advisesIn, type NoRole, noRole } from '../../domain/roles.ts';
import {
  areConfirmed,
  type BindingTarget,
  type ChannelWish,
  changedBy,
  type WishFlaw,
  wishFlaws,
} from '../../domain/setup/channel-wish.ts';
import { type ChannelCheck, type CheckPlace, isAsSeen, receive } from '../../domain/setup/check.ts';
import { type RegionSetup, type SetupView, toCheck, unconfirmedIn } from '../../domain/setup/setup.ts';
import { type NamedChannel, suggestedChannels } from '../../domain/setup/suggested-channels.ts';
import { guardOf } from '../guard.ts';
import type { LibraryStore } from '../library/ports.ts';
import type { AuditLog, Chance, Clock } from '../ports.ts';
import type { Binding, PersonRecord } from '../staff/ports.ts';
import type { Member, Staff, StaffRefusal } from '../staff/staff.ts';
import type { KnownTeam, SetupMessenger, SetupStore, Unreached } from './ports.ts';

export type SetupPorts = {
  readonly county: County;
  readonly staff: Staff;
  readonly setupStore: SetupStore;
  readonly messenger: SetupMessenger;
  readonly library: Pick<LibraryStore, 'all'>;
  readonly audit: Pick<AuditLog, 'write'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
};

/** A channel that can be chosen, with the team it is in. */
export type ChannelOffer = NamedChannel & { readonly team: KnownTeam };

export type ChannelsOffered = {
  readonly offers: readonly ChannelOffer[];
  /** Teams that could not be looked into, and why. */
  readonly unreached: readonly (Unreached & { readonly team: KnownTeam })[];
  readonly bound: ChannelWish;
  readonly boundNames: ReadonlyMap<BindingTarget, string>;
  readonly suggested: ChannelWish;
};

export type ChannelsSaved =
  | { readonly flaws: readonly WishFlaw[]; readonly wish: ChannelWish; readonly offered: ChannelsOffered }
  | { readonly changed: readonly BindingTarget[] };

export type ReceiptRefusal =
  /** A newer one was sent, or the channel is no longer the region's. */
  { readonly refused: 'not-the-newest' } | NoRole<'advisor'>;

export function createSetup(ports: SetupPorts) {
  return {
    ...looking(ports),
    ...teamsMet(ports),
    ...channelsChosen(ports),
    ...advisorsAdded(ports),
    ...testQuestions(ports),
  };
}

export type Setup = ReturnType<typeof createSetup>;

/** Every region, and the supervisors. */
const targetsOf = ({ regions }: County): readonly BindingTarget[] => [
  ...regions.map(({ id }) => id),
  'supervisors' as const,
];

function looking({ county, staff, setupStore, library, clock }: SetupPorts) {
  return {
    /** How far everything has come, by what is kept. */
    async look(): Promise<SetupView> {
      const [bindings, checks, people, pages] = await Promise.all([
        staff.bindings(),
        setupStore.checks(),
        staff.onTheLine(),
        library.all(),
      ]);
      const supervisorsChannel = channelOf(bindings, 'supervisors');
      return {
        at: clock.now(),
        regions: county.regions.map(({ id }) => regionSetup(id, { bindings, checks, people })),
        ...(supervisorsChannel && { supervisorsChannel }),
        unconfirmed: unconfirmedIn(county),
        drafts: pages.filter(hasDraft).length,
      };
    },
  };
}

type SetupState = {
  readonly bindings: readonly Binding[];
  readonly checks: ReadonlyMap<RegionId, ChannelCheck>;
  readonly people: readonly PersonRecord[];
};

function regionSetup(region: RegionId, { bindings, checks, people }: SetupState): RegionSetup {
  const channel = channelOf(bindings, region);
  const check = checks.get(region);
  const advisors = people.filter((one) => advisesIn(one, region) && !one.left).map(({ name }) => name);
  return { region, advisors, ...(channel && { channel }), ...(check && { check }) };
}

function channelOf(bindings: readonly Binding[], target: BindingTarget) {
  const bound = bindings.find((one) => one.for === target);
  return bound && { name: bound.channelName, ...(bound.broken && { broken: bound.broken }) };
}

function teamsMet({ setupStore, staff }: SetupPorts) {
  return {
    /** The app has come to a team. @returns whether that is news: it is recorded before anybody is told of it. */
    teamAdded: (team: KnownTeam): Promise<boolean> => setupStore.meetTeam(team),
    /** Somebody spoke there: its channels can be chosen. */
    async teamSpoke(team: KnownTeam): Promise<void> {
      await setupStore.meetTeam(team);
    },
    teamLeft: (teamId: string): Promise<void> => setupStore.forgetTeam(teamId),
    /** Whom to lead when that person adds the app: them when they may, otherwise all who may. */
    async toLead(adder: PersonId | undefined): Promise<readonly PersonRecord[]> {
      const all = await staff.supervisors();
      const theirs = all.filter(({ id }) => id === adder);
      return theirs.length > 0 ? theirs : all;
    },
  };
}

function channelsChosen(ports: SetupPorts) {
  const { county } = ports;
  return {
    /** Channels to choose from, with what is bound and what the names suggest. */
    channels: (by: Person): Promise<ChannelsOffered | StaffRefusal> =>
      guardOf(ports.staff)('supervisor', by, () => offeredChannels(ports)),

    /** Binds what the wish changes, the rest stays. `confirmed`: the flaws that somebody has seen and wants so. */
    chooseChannels: (
      by: Person,
      wishFor: (now: ChannelsOffered) => ChannelWish,
      confirmed?: string,
    ): Promise<ChannelsSaved | StaffRefusal> =>
      guardOf(ports.staff)('supervisor', by, async () => {
        const now = await offeredChannels(ports);
        const targets = targetsOf(county);
        const wish = wishFor(now);
        const flaws = wishFlaws(wish, now.bound, {
          targets,
          channels: new Set(now.offers.map(({ id }) => id)),
        });
        if (!areConfirmed(flaws, confirmed)) return { flaws, wish, offered: now };
        const changed = changedBy(wish, now.bound, targets);
        for (const target of changed) await choose(ports, by, target, now.offers.find(isIn(wish, target)));
        return { changed };
      }),
  };
}

async function offeredChannels({
  county,
  staff,
  setupStore,
  messenger,
}: SetupPorts): Promise<ChannelsOffered> {
  const bindings = await staff.bindings();
  const teams = withBound(await setupStore.teams(), bindings);
  const read = await Promise.all(
    teams.map(async (team) => ({ team, channels: await messenger.channels(team) })),
  );
  const offers = read.flatMap(({ team, channels }) =>
    'unreached' in channels ? [] : channels.map((one) => ({ ...one, team })),
  );
  return {
    offers,
    unreached: read.flatMap(({ team, channels }) => ('unreached' in channels ? [{ team, ...channels }] : [])),
    bound: new Map(bindings.map((one) => [one.for, one.channelId])),
    boundNames: new Map(bindings.map((one) => [one.for, one.channelName])),
    suggested: suggestedChannels(county, offers),
  };
}

const isIn = (wish: ChannelWish, target: BindingTarget) => (one: ChannelOffer) => one.id === wish.get(target);

async function choose(
  { staff, county }: SetupPorts,
  by: Person,
  target: BindingTarget,
  offer: ChannelOffer | undefined,
): Promise<void> {
  if (!offer) return void (await staff.unbind(by, target));
  const { teamId, serviceUrl, tenantId } = offer.team;
  const channelName = offer.name ?? generalName[county.channelLanguage];
  await staff.bind(by, target, { teamId, serviceUrl, tenantId, channelId: offer.id, channelName });
}

/** Teams does not name a team's first channel: every client has its own word for it. */
const generalName = { fi: 'Yleinen', sv: 'Allmänt', en: 'General' } as const;

/** Teams that were bound before anybody kept them stand among the others. */
function withBound(teams: readonly KnownTeam[], bindings: readonly Binding[]): readonly KnownTeam[] {
  const known = new Set(teams.map(({ teamId }) => teamId));
  const others = new Map(
    bindings
      .filter(({ teamId }) => !known.has(teamId))
      .map(({ teamId, serviceUrl, tenantId }) => [teamId, { teamId, serviceUrl, tenantId, name: '' }]),
  );
  return [...teams, ...others.values()];
}

function advisorsAdded(ports: SetupPorts) {
  const { staff, messenger } = ports;

  /** The people of the region's team, but for its advisors. */
  async function candidates(region: RegionId): Promise<readonly Member[] | Unreached | undefined> {
    const bound = await staff.bindingOf(region);
    if (!bound) return undefined;
    const [members, there] = [await messenger.members(bound), await staff.onTheLine(region)];
    if ('unreached' in members) return members;
    return members.filter(({ id }) => !there.some((one) => one.id === id));
  }

  return {
    /** Who can be made an advisor of the region; undefined when it has no channel yet. */
    candidates: (by: Person, region: RegionId) =>
      guardOf(ports.staff)('supervisor', by, () => candidates(region)),

    /** Makes those of its team advisors of the region, and nobody else. @returns how many. */
    addAdvisors: (
      by: Person,
      region: RegionId,
      people: readonly PersonId[],
    ): Promise<number | Unreached | StaffRefusal> =>
      guardOf(ports.staff)('supervisor', by, async () => {
        const members = (await candidates(region)) ?? [];
        if ('unreached' in members) return members;
        return staff.addAdvisors(
          by,
          region,
          members.filter(({ id }) => people.includes(id)),
        );
      }),
  };
}

function testQuestions(ports: SetupPorts) {
  const { staff, setupStore, messenger, clock } = ports;
  return {
    /**
     * Posts a test question in each of these regions, or in all that lack one. `seen`: those that stood on the pressed
     * card; where another was sent since, the press was delivered twice or is too old, and nothing is posted.
     * @returns how many were to be posted.
     */
    sendTests: (by: Person, of: RegionId | 'all', seen: string): Promise<number | StaffRefusal> =>
      guardOf(ports.staff)('supervisor', by, async () => {
        const due = of === 'all' ? toCheck(await looking(ports).look()) : [of];
        const sent = await Promise.all(due.map((region) => sendTest(ports, by, region, seen)));
        return sent.filter(Boolean).length;
      }),

    /** An advisor of the region has received it; who was first stays. */
    async receiveTest(
      by: Person,
      region: RegionId,
      {
        id,
        channelId,
        place,
      }: { readonly id: string; readonly channelId: string; readonly place: CheckPlace },
    ): Promise<ChannelCheck | ReceiptRefusal> {
      if (!advisesIn(await staff.actor(by), region)) return noRole('advisor');
      const at = clock.now();
      const kept = await setupStore.changeCheck(region, channelId, (current) =>
        current?.id === id ? receive(current, by, at, place) : undefined,
      );
      const binding = await staff.bindingOf(region);
      if (!kept || !binding) return { refused: 'not-the-newest' };
      if (kept.edited === 'done') return kept;
      const failed = await messenger.show(binding, kept, place);
      const edited = failed ? asFailure(failed) : 'done';
      const drawn = await setupStore.changeCheck(region, channelId, (current) =>
        current?.id === id ? { ...current, edited } : undefined,
      );
      return drawn ?? kept;
    },
  };
}

/** Recorded before it is posted: who dies in between leaves a test question that somebody must send again. */
async function sendTest(ports: SetupPorts, by: Person, region: RegionId, seen: string): Promise<boolean> {
  const { staff, setupStore, messenger, clock, chance, audit } = ports;
  const binding = await staff.bindingOf(region);
  if (!binding) return false;
  const sender = { id: by.id, name: by.name };
  const begun: ChannelCheck = { id: chance.id().slice(0, 8), sentBy: sender, sentAt: clock.now() };
  let former: ChannelCheck | undefined;
  const kept = await setupStore.changeCheck(region, binding.channelId, (current) => {
    // our own write, whose answer was lost
    if (current?.id === begun.id) return current;
    former = current;
    return isAsSeen(seen, region, current) ? begun : undefined;
  });
  if (!kept) return false;
  await audit.write({ at: begun.sentAt, by: sender, did: `testQuestion:${region}` });
  if (former?.at) await messenger.withdraw(binding, former.at);
  const posted = await messenger.ask(binding, begun);
  await setupStore.changeCheck(region, binding.channelId, (current) =>
    current?.id === begun.id && !current.received ? after(current, posted) : current,
  );
  return true;
}

function after(check: ChannelCheck, posted: CheckPlace | Unreached): ChannelCheck {
  if (!('unreached' in posted)) return { ...check, at: posted };
  // whether it arrived stays unknown: its own press would tell
  return posted.unreached === 'unsure' ? check : { ...check, failed: posted.unreached };
}

const asFailure = ({ unreached }: Unreached) => (unreached === 'unsure' ? 'later' : unreached);
