/** What the tab is told of recorded and imported contacts. */

import type { Words } from '../county.ts';
import type { Moment, Month, PersonId } from '../names.ts';
import type { Mapping, RowFault, UnknownValue } from '../tally/contact-import.ts';
import type { ImportRecord, LastRecorded, OtherContact } from '../tally/other-contacts.ts';

export type ChoiceView = { readonly id: string; readonly name: Words };

/** All that the short form needs, and what this person recorded today. */
export type RecordingView = {
  readonly places: readonly (ChoiceView & { readonly region: string })[];
  readonly regions: readonly ChoiceView[];
  readonly topics: readonly ChoiceView[];
  readonly categories: readonly ChoiceView[];
  readonly cares: readonly ChoiceView[];
  readonly services: readonly ChoiceView[];
  readonly redirects: readonly ChoiceView[];
  readonly last?: LastRecorded;
  readonly today: readonly EntryView[];
  /** Deleted, and still to be brought back. */
  readonly removedToday: readonly EntryView[];
  /** Sees and makes imports. */
  readonly mayImport: boolean;
};

export type EntryView = {
  readonly id: string;
  readonly by: string;
  readonly at: Moment;
  readonly contact: OtherContact;
};

export type MonthEntryView = EntryView & { readonly isOwn: boolean };

/** What was recorded of a month and can still be mended; for supervisors. */
export type RecordedView = {
  readonly month: Month;
  /** The earliest month that something can be left of to mend. */
  readonly earliest: Month;
  /** Days from recording until nobody can tell any more who recorded what. */
  readonly keptDays: number;
  /** Everybody who recorded something of the month. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** Of what was asked for, the newest first: so many of `count`. */
  readonly entries: readonly MonthEntryView[];
  readonly count: number;
  /** Of what was asked for, deleted and still to be brought back. */
  readonly removed: readonly MonthEntryView[];
};

export type ImportView = Omit<ImportRecord, 'by'> & { readonly by: string };
export type ImportsView = { readonly imports: readonly ImportView[] };

/** What an import would do; nothing has been kept. */
export type PreviewView = {
  readonly heads: readonly string[];
  /** The cells of the first rows, as they stand in the file. */
  readonly first: readonly (readonly string[])[];
  /** How the rows were read: as asked, or as guessed from the heads. */
  readonly mapping: Mapping;
  readonly rows: number;
  readonly sound: number;
  readonly months: readonly { readonly month: Month; readonly count: number }[];
  /** The first faulty rows; `faulty` tells how many rows there are in all. */
  readonly faults: readonly RowFault[];
  readonly faulty: number;
  readonly unknown: readonly UnknownValue[];
  readonly lacking: readonly string[];
};
