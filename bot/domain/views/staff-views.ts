/** What supervisors are told in the settings: people and their roles, channels, and who did what. */
import type { Words } from '../county.ts';
import type { CaseId, Day, Moment, Month, PersonId, RegionId } from '../names.ts';
import type { Roles } from '../roles.ts';
import type { RegionView } from './tab-views.ts';

export type StaffMember = {
  readonly id: PersonId;
  readonly name: string;
  readonly advisorIn: readonly RegionId[];
  readonly supervisor: boolean;
  readonly updater: boolean;
  /** Has left the team; the roles wait for a supervisor's decision. */
  readonly left: boolean;
  /** Away until and with that day; absent for those who are here. */
  readonly lastDayAway?: Day;
  /** A supervisor by the server's settings, whatever is stored. */
  readonly bySettings: boolean;
};

export type BindingView = {
  readonly for: RegionId | 'supervisors';
  readonly channel?: {
    readonly name: string;
    readonly boundBy: string;
    readonly boundAt: Moment;
    readonly broken?: 'deleted' | 'archived' | 'bot-removed' | 'unreachable';
  };
};

/** Whether somebody is on duty. `lastDayAway`: away until and with that day; absent for those who are here. */
export type DutyView = { readonly today: Day; readonly lastDayAway?: Day };

export type StaffView = {
  readonly today: Day;
  readonly regions: readonly RegionView[];
  /** Those with a role, by name. */
  readonly members: readonly StaffMember[];
  /** Every region and the supervisors, bound or not. */
  readonly bindings: readonly BindingView[];
};

/** A search among all whom the line knows; `more` when there were others as well. */
export type FoundPeople = { readonly people: readonly StaffMember[]; readonly more: boolean };

/**
 * A change of roles, absences, channels or hours. `about` is a person's name, or a region's; `roles` are those that
 * they had after it, or that were added (`addRoles`). Hours tell more in a history of their own.
 */
export type StaffDeed = {
  readonly at: Moment;
  readonly by: string;
  readonly did:
    | 'setRoles'
    | 'addRoles'
    | 'removePerson'
    | 'setLeave'
    | 'addAdvisors'
    | 'addSupervisors'
    | 'bind'
    | 'unbind'
    | 'setHours';
  readonly about: string | Words;
  readonly roles?: Required<Roles>;
};

/** What a supervisor did to contacts that had been recorded; an import and its undoing need no reason. */
export type RecordedDeed = {
  readonly at: Moment;
  readonly by: string;
  readonly did: 'correctRecorded' | 'deleteRecorded' | 'restoreRecorded' | 'importContacts' | 'undoImport';
  readonly why?: string;
};

/** Of one month, the newest first. */
export type StaffHistory = {
  readonly month: Month;
  readonly regions: readonly RegionView[];
  readonly deeds: readonly StaffDeed[];
  readonly recorded: readonly RecordedDeed[];
};

/** One entry of a case's audit. `by` is absent when the line itself did it. */
export type AuditView = {
  readonly at: Moment;
  readonly by?: string;
  readonly did: Words;
  readonly why?: string;
};
export type CaseAuditView = { readonly id: CaseId; readonly entries: readonly AuditView[] };
