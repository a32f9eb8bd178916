/** What a host must provide for the line to be taken into use. */
import type { Language } from '../../domain/county.ts';
import type { PersonId, RegionId } from '../../domain/names.ts';
import type { ChannelCheck, CheckFailure, CheckPlace } from '../../domain/setup/check.ts';
import type { NamedChannel } from '../../domain/setup/suggested-channels.ts';
import type { Binding } from '../staff/ports.ts';
import type { Member } from '../staff/staff.ts';

/** A team that the app was added to. */
export type KnownTeam = Pick<Binding, 'teamId' | 'serviceUrl' | 'tenantId'> & { readonly name: string };

/** A card that shows how far the setup has come: a supervisor's own, or a channel's. */
export type Board = {
  readonly of: { readonly person: PersonId } | { readonly channel: string };
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly activity: string;
  readonly language: Language;
};

export interface SetupStore {
  teams(): Promise<readonly KnownTeam[]>;
  /** Remembers a team; false when it is known already. */
  meetTeam(team: KnownTeam): Promise<boolean>;
  /** The app was taken out of it: adding it later starts from the beginning. */
  forgetTeam(teamId: string): Promise<void>;
  checks(): Promise<ReadonlyMap<RegionId, ChannelCheck>>;
  /**
   * Keeps what `decision` makes of the region's test question beside its binding, and goes when the channel changes;
   * decides again when somebody else was faster. @returns undefined, and keeps nothing, where the decision gives
   * nothing or the region is no longer bound to that channel.
   */
  changeCheck(
    region: RegionId,
    channelId: string,
    decision: (current: ChannelCheck | undefined) => ChannelCheck | undefined,
  ): Promise<ChannelCheck | undefined>;
  boards(): Promise<readonly Board[]>;
  /** @returns the one that it takes the place of. */
  keepBoard(board: Board): Promise<Board | undefined>;
  /** Unless another stands in its place by now. */
  forgetBoard(board: Board): Promise<void>;
}

/** Teams did not do it. `unsure`: it may have. */
export type Unreached = { readonly unreached: CheckFailure | 'unsure' };

export interface SetupMessenger {
  /** Every channel that the app can see; the general one has no name. */
  channels(team: KnownTeam): Promise<readonly NamedChannel[] | Unreached>;
  /** The team's own people, guests left out. */
  members(team: Pick<Binding, 'teamId' | 'serviceUrl'>): Promise<readonly Member[] | Unreached>;
  /** Posts the region's test question, mentioning its advisors. */
  ask(binding: Binding, check: ChannelCheck): Promise<CheckPlace | Unreached>;
  /** Draws it as it is now. */
  show(binding: Binding, check: ChannelCheck, at: CheckPlace): Promise<Unreached | undefined>;
  /** Takes an older one away; what can't be is left. */
  withdraw(binding: Binding, at: CheckPlace): Promise<void>;
}
