/** What recording other contacts needs of a host. */

import type { Day, Month, PersonId } from '../../domain/names.ts';
import type { Entry, ImportRecord, MendRefusal, OtherContact } from '../../domain/tally/other-contacts.ts';
import type { Contact } from '../../domain/tally/tally.ts';

/** A recorded contact and the anonymous fact that it is counted as. */
export type Recorded = { readonly contact: OtherContact; readonly fact: Contact };

/** Entries, the newest first; a removed one can be brought back until it is forgotten. */
export type Recordings = { readonly standing: readonly Entry[]; readonly removed: readonly Entry[] };

/** Where contacts that came otherwise than through Teams are recorded: the fact, and for a while who recorded it. */
export interface RecordStore {
  /** The id of an entry: the same for the same form sent twice. */
  idOf(by: PersonId, on: Day, key: string): string;
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

  /** The id of an import: the same for the same file and mapping, telling nothing of them. */
  importIdOf(fileAndMapping: string): string;
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
