/** What knowing the people of the line and its channels needs of a host, and telling them that something broke. */

import type { Person } from '../../domain/case/case.ts';
import type { Draft } from '../../domain/case/draft.ts';
import type { Language } from '../../domain/county.ts';
import type { Day, Moment, PersonId, RegionId } from '../../domain/names.ts';
import type { Roles } from '../../domain/roles.ts';
import type { LastRecorded } from '../../domain/tally/other-contacts.ts';

/** Where a person can be reached in Teams. */
export type ChatPlace = { readonly conversation: string; readonly serviceUrl: string };

/** What is known of an employee. */
export type PersonRecord = Person &
  Roles & {
    readonly language?: Language;
    /** `29:…`, by which Teams mentions them. */
    readonly teamsId?: string;
    readonly chat?: ChatPlace;
    /** The last message in their chat with the bot: tells whether a card has scrolled away. */
    readonly lastMessage?: string;
    /** What their next recorded contact begins with. */
    readonly lastRecorded?: LastRecorded;
    /** Their team's departure was noticed; the roles are kept until a supervisor decides. */
    readonly left?: boolean;
    /** They are away until and with that day; once it has passed it means nothing. */
    readonly lastDayAway?: Day;
  };

export interface PeopleStore {
  find(id: PersonId): Promise<PersonRecord | undefined>;
  /** Creates or changes a person; decides again on a conflict. */
  change(id: PersonId, decision: (current: PersonRecord | undefined) => PersonRecord): Promise<PersonRecord>;
  remove(id: PersonId): Promise<void>;
  /** Those with a role; as many as work on the line, not as many as ever asked. */
  onTheLine(): Promise<readonly PersonRecord[]>;
  all(): Promise<readonly PersonRecord[]>;
}

/** Where a region's questions, or the supervisors' messages, are posted. */
export type Binding = {
  readonly for: RegionId | 'supervisors';
  readonly teamId: string;
  readonly channelId: string;
  readonly channelName: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly boundBy: Person;
  readonly boundAt: Moment;
  /** Why nothing can be posted there now. */
  readonly broken?: 'deleted' | 'archived' | 'bot-removed' | 'unreachable';
};

export interface BindingStore {
  find(target: RegionId | 'supervisors'): Promise<Binding | undefined>;
  all(): Promise<readonly Binding[]>;
  /** Keeps the binding; the former one goes to the history. */
  bind(binding: Binding): Promise<void>;
  unbind(target: RegionId | 'supervisors', by: Person, at: Moment): Promise<void>;
  /**
   * Keeps what `decision` makes of the binding as it is now; the very same object changes nothing. @returns what it was
   * changed into; undefined when it was not, or there is none.
   */
  change(
    target: RegionId | 'supervisors',
    decision: (current: Binding) => Binding,
  ): Promise<Binding | undefined>;
  history(target: RegionId | 'supervisors'): Promise<readonly Binding[]>;
}

/** Tells people something outside any case, at most once: a bound channel that broke, a card not sent. */
export interface Notices {
  toSupervisors(notice: SupervisorNotice): Promise<void>;
  draftNotSent(draft: Draft): Promise<void>;
  /** The words on the card go as well. */
  draftForgotten(draft: Draft): Promise<void>;
}

export type SupervisorNotice =
  /** `also`: what broke with it, as when their team was archived. */
  | { readonly about: 'channel-broken'; readonly binding: Binding; readonly also: readonly Binding[] }
  | { readonly about: 'channel-renamed'; readonly binding: Binding }
  | { readonly about: 'advisor-left' | 'off-the-line'; readonly person: Person; readonly openCases: number }
  | { readonly about: 'unbound'; readonly region: RegionId };
