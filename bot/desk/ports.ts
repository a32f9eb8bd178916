/** All that a host must provide for the desk to work, on one page. */

import type { Case, Person, Ring, Step, Utterance } from '../domain/case/case.ts';
import type { Refusal } from '../domain/case/command.ts';
import type { Details } from '../domain/case/details.ts';
import type { Draft } from '../domain/case/draft.ts';
import type { Language, OpeningHours } from '../domain/county.ts';
import type { Feedback, FeedbackCounts } from '../domain/feedback.ts';
import type { InstructionRefusal } from '../domain/instructions/changes.ts';
import type { Instruction, Reader, Version } from '../domain/instructions/instructions.ts';
import type { CaseId, Day, InstructionId, Moment, Month, PersonId, RegionId } from '../domain/names.ts';
import type { Roles } from '../domain/roles.ts';
import type {
  Entry,
  ImportRecord,
  LastRecorded,
  MendRefusal,
  OtherContact,
} from '../domain/tally/other-contacts.ts';
import type { Contact } from '../domain/tally/tally.ts';

/** Where question cards that are not sent yet are kept. */
export interface DraftStore {
  /** Keeps a new draft under `key`; when the same key was kept moments ago, gives that draft and keeps nothing. */
  keep(draft: Draft, key: string): Promise<{ readonly draft: Draft; readonly isNew: boolean }>;
  find(id: CaseId): Promise<Draft | undefined>;
  change(id: CaseId, decision: (current: Draft) => Draft): Promise<Draft | undefined>;
  /** Only when it is still as `seen`, if told. @returns whether it was discarded. */
  discard(id: CaseId, seen?: Draft): Promise<boolean>;
  /** Drafts of that person, newest first. */
  of(asker: PersonId): Promise<readonly Draft[]>;
}

/** Where cases are kept: one transaction per change, guarded by etag; showing is marked in the same write. */
export interface CaseStore {
  /** Keeps a new case and forgets its draft. When it is kept already, gives what is kept and changes nothing. */
  open(opened: Case): Promise<{ readonly kept: Case; readonly isNew: boolean }>;
  find(id: CaseId): Promise<Case | undefined>;
  /**
   * Keeps what `decision` makes of the stored case; decides again when somebody else was faster. A decision that
   * gives back the very same object changes nothing. `once` names a delivery that must count only once.
   */
  change(id: CaseId, decision: (current: Case) => Case | Refusal, once?: string): Promise<Case | Refusal>;
  /** Deletes all that was said and done in a purged case; until then the case falls due. */
  forget(id: CaseId): Promise<void>;
  /** Every utterance, oldest first. */
  said(id: CaseId): Promise<readonly Utterance[]>;
  /** Every step, oldest first. */
  trail(id: CaseId): Promise<readonly Step[]>;
  /** Open cases; of one region when named. Bounded by what is open, never by history. */
  openCases(region?: RegionId): Promise<readonly Case[]>;
  /** The asker's cases not yet purged, newest first. */
  askedBy(asker: PersonId): Promise<readonly Case[]>;
  /** Cases for which something falls due by `now`, and drafts likewise. */
  dueBy(
    now: Moment,
    most: number,
  ): Promise<readonly { readonly id: CaseId; readonly kind: 'case' | 'draft' }[]>;
  /** Facts of a month, for the tallies. */
  contacts(month: Month): Promise<readonly Contact[]>;
}

/** What stands out at this moment, found by index rows and never by reading history. */
export interface WatchStore {
  /** Cases with a grant that ends on that day or later; a purged one as long as its grant is to be reminded of. */
  grantedUntil(day: Day): Promise<readonly Case[]>;
  /** Cases with something that did not reach its receiver, or may not have. */
  undelivered(): Promise<readonly Case[]>;
}

/** What showing one case achieved: merged into the case without a new version. */
export type Shown = { readonly views: Case['views']; readonly rings: ReadonlyMap<number, Ring['state']> };

/** Which cases lag behind in Teams, and who is showing them. */
export interface ShowStore {
  /** Cases whose cards lag and that nobody is showing at `now`. */
  lagging(now: Moment, most: number): Promise<readonly CaseId[]>;
  /** Takes the right to show a case until `until`; undefined when somebody else has it or nothing lags. */
  lease(id: CaseId, now: Moment, until: Moment): Promise<Lease | undefined>;
}

export type Lease = {
  readonly shown: Case;
  /** Keeps others out until `until`. @throws when the lease was lost: then nothing more may be shown. */
  renew(until: Moment): Promise<void>;
  /** Records that these rings are about to be sent. @throws when the lease was lost: then nothing may be sent. */
  sending(rings: readonly number[]): Promise<void>;
  /** Merges what was shown. `again` gives the case as it is now when it changed meanwhile: show that too. */
  done(shown: Shown): Promise<{ readonly again: Case } | undefined>;
  /** Something could not be shown: tries again at `at`. What was achieved is merged. */
  later(shown: Shown, at: Moment): Promise<void>;
};

/** Where clients' identities are kept, sealed. Written before the case that speaks of them; orphans are swept. */
export interface DetailStore {
  /** `entry` is the same for the same delivery, so that a second one replaces the first. */
  keep(id: CaseId, entry: string, details: Details, at: Moment): Promise<void>;
  of(id: CaseId): Promise<readonly (Details & { readonly at: Moment })[]>;
  purge(id: CaseId): Promise<void>;
  /** Whom details kept before `before` speak of, when no case is their owner: never opened, or purged already. */
  keptBefore(before: Moment, most: number): Promise<readonly CaseId[]>;
}

/** Who, when, what, which case, why; never content (703/2023). */
export type AuditEntry = {
  readonly at: Moment;
  readonly by: Person | 'line';
  readonly did: string;
  readonly caseId?: CaseId;
  readonly why?: string;
  /** A reason was given that no key of ours opens any more. */
  readonly whyLost?: true;
};

/** Append-only. */
export interface AuditLog {
  /** `key`, with the entry's case, makes a second write of the same entry change nothing. */
  write(entry: AuditEntry, key?: string): Promise<void>;
  of(id: CaseId): Promise<readonly AuditEntry[]>;
  /** All of a month, oldest first; the reasons of those deeds alone. */
  ofMonth(month: Month, withReasons?: readonly string[]): Promise<readonly AuditEntry[]>;
}

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

/** The line's hours as somebody left them. Version 0 is the county file's, as it was before the first change. */
export type HoursVersion = {
  readonly n: number;
  readonly at: Moment;
  readonly by: Person | 'county-file';
  readonly did: 'setWeek' | 'setException' | 'removeException' | 'confirm' | 'restore' | 'begin';
  /** The version that was brought back. */
  readonly restored?: number;
  readonly opening: OpeningHours;
};

/** Every version of the line's hours, from the first change on. */
export interface HoursStore {
  newest(): Promise<HoursVersion | undefined>;
  version(n: number): Promise<HoursVersion | undefined>;
  /** The newest first, at most so many, those before `before` when told. */
  versions(most: number, before?: number): Promise<readonly HoursVersion[]>;
  /**
   * Keeps what `decision` makes of the newest version, or of `first` where nothing was kept yet, which is then kept
   * beside it; decides again when somebody else was faster.
   */
  change<No extends { readonly refused: string }>(
    first: HoursVersion,
    decision: (newest: HoursVersion) => HoursVersion | No,
  ): Promise<HoursVersion | No>;
}

/** Whom the news of an instruction goes to. */
export type NudgeTarget =
  | { readonly to: 'channel'; readonly region: RegionId }
  | { readonly to: 'person'; readonly person: PersonId };

/** News of an instruction, to be told to each once at most. */
export type Nudge = {
  /** The same news has the same id, so that it is recorded once. */
  readonly id: string;
  readonly instruction: InstructionId;
  readonly version: number;
  readonly at: Moment;
  readonly to: readonly NudgeTarget[];
};

/** Where the shared instructions are kept: every version for good, and who has read what. */
export interface LibraryStore {
  /** Every page, retired ones too; never their former versions. */
  all(): Promise<readonly Instruction[]>;
  find(id: InstructionId): Promise<Instruction | undefined>;
  /** Keeps a new page. When the id is kept already, gives what is kept and changes nothing. */
  begin(begun: Instruction): Promise<{ readonly kept: Instruction; readonly isNew: boolean }>;
  /**
   * Keeps what `decision` makes of the page, its new version and the news of it in one transaction; decides again
   * when somebody else was faster. A decision that gives back the very same object changes nothing.
   */
  change(
    id: InstructionId,
    decision: (current: Instruction) => Instruction | InstructionRefusal,
    newsOf?: (next: Instruction) => Nudge | undefined,
  ): Promise<Instruction | InstructionRefusal>;
  /** Every version, the newest first. */
  versions(id: InstructionId): Promise<readonly Version[]>;
  version(id: InstructionId, n: number): Promise<Version | undefined>;
  reader(id: PersonId): Promise<Reader | undefined>;
  readers(): Promise<readonly Reader[]>;
  /** Creates or changes what somebody has read. */
  changeReader(person: Person, decision: (current: Reader) => Reader): Promise<Reader>;
  /** Records news; false when the same was recorded before. */
  addNudge(nudge: Nudge): Promise<boolean>;
  /** News that somebody has still to be told. */
  dueNudges(): Promise<readonly Nudge[]>;
  /** Records that the next one is about to be told, and says who; undefined when all were. */
  takeTarget(nudge: Nudge): Promise<NudgeTarget | undefined>;
  /** Forgets news recorded before then. @returns how many. */
  forgetNudges(before: Moment): Promise<number>;
  /** Runs `plant` unless it has been to its end before. */
  once(what: string, plant: () => Promise<void>): Promise<void>;
}

/** Tells one channel or person the news of an instruction; one that can't be reached is not told. */
export interface LibraryNews {
  tell(
    target: NudgeTarget,
    news: { readonly instruction: Instruction; readonly version: Version },
  ): Promise<void>;
}

/** A recorded contact and the anonymous fact that it is counted as. */
export type Recorded = { readonly contact: OtherContact; readonly fact: Contact };

/** Entries, the newest first; a removed one can be brought back until it is forgotten. */
export type Recordings = { readonly standing: readonly Entry[]; readonly removed: readonly Entry[] };

/** Where contacts that came otherwise than through Teams are recorded: the fact, and for a while who recorded it. */
export interface RecordStore {
  /** Keeps an entry and its fact. When the id is kept already, gives what is kept and changes nothing. */
  add(entry: Entry, fact: Contact): Promise<{ readonly kept: Entry; readonly isNew: boolean }>;
  find(id: string): Promise<Entry | undefined>;
  /** Keeps what `decision` makes of it, its fact likewise; `remove` takes both away. */
  mend(
    id: string,
    decision: (current: Entry) => Recorded | 'remove' | MendRefusal,
  ): Promise<Entry | 'removed' | MendRefusal>;
  /** Brings a removed entry and its fact back, when `decision` gives no refusal. One that stands stays as it is. */
  restore(
    id: string,
    decision: (removed: Entry) => Promise<Recorded | MendRefusal>,
  ): Promise<Entry | MendRefusal>;
  /** What was recorded of that month and is not forgotten yet. */
  recordedIn(month: Month): Promise<Recordings>;
  /** What somebody recorded on that day. */
  recordedBy(person: PersonId, on: Day): Promise<Recordings>;
  /** Cuts entries recorded before then off from their facts, which stay. @returns how many. */
  forgetEntries(before: Day): Promise<number>;

  imports(): Promise<readonly ImportRecord[]>;
  /**
   * Keeps all of the facts or none; one that was stopped half-way is undone by `undoImport`. While an import of that
   * id stands, gives it and keeps nothing.
   */
  importAll(
    record: Pick<ImportRecord, 'id' | 'by' | 'at'>,
    all: readonly Recorded[],
  ): Promise<{ readonly record: ImportRecord; readonly isNew: boolean }>;
  /** Takes an import's facts away; undefined when there is no such import. Safe to repeat. */
  undoImport(id: string): Promise<ImportRecord | undefined>;
}

/** Where feedback is counted; nothing in it ties an answer to a case or a person. */
export interface FeedbackStore {
  /** Notes under a keyed hash that somebody has answered this week; false when they had already. */
  markAnswered(person: PersonId, week: Day): Promise<boolean>;
  /** Adds one answer to the month's counters. */
  count(month: Month, feedback: Feedback): Promise<void>;
  of(month: Month): Promise<FeedbackCounts | undefined>;
  /** Forgets who answered in weeks that began before then. @returns how many. */
  forgetWeeks(before: Day): Promise<number>;
}

/** Brings every view of a case up to what is kept; safe to repeat, safe to run twice. */
export interface CaseCards {
  show(id: CaseId): Promise<void>;
  /** Shows without keeping the caller waiting; what fails is left to the sweep. */
  soon(id: CaseId): void;
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

/** What the county's directory tells of an employee; absent when it is not configured or does not answer. */
export interface Directory {
  profileOf(
    id: PersonId,
  ): Promise<{ readonly title?: string; readonly unit?: string; readonly phone?: string } | undefined>;
}

export interface Clock {
  now(): Moment;
}

/** Chance, for ids that say nothing. */
export interface Chance {
  /** A whole number from 0 up to but not including `below`. */
  number(below: number): number;
  id(): string;
}

/** Facts only: no free text, no identity. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: LogFacts) => void;
export type LogFacts = {
  readonly caseId?: CaseId;
  readonly turn?: string;
  readonly verb?: string;
  readonly status?: number;
  readonly kind?: string;
  readonly ms?: number;
  readonly count?: number;
  readonly region?: string;
  readonly error?: unknown;
};
