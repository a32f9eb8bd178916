/** What the tab is told of recorded and imported contacts. */

import type { Words } from '../county.ts';
import type { Moment, Month } from '../names.ts';
import type { RowFault } from '../tally/contact-import.ts';
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
  /** Sees and makes imports. */
  readonly mayImport: boolean;
};

export type EntryView = {
  readonly id: string;
  readonly by: string;
  readonly at: Moment;
  readonly contact: OtherContact;
};

export type ImportView = Omit<ImportRecord, 'by'> & { readonly by: string };
export type ImportsView = { readonly imports: readonly ImportView[] };

/** What an import would do; nothing has been kept. */
export type PreviewView = {
  readonly heads: readonly string[];
  readonly rows: number;
  readonly sound: number;
  readonly months: readonly { readonly month: Month; readonly count: number }[];
  /** The first faulty rows; `faulty` tells how many rows there are in all. */
  readonly faults: readonly RowFault[];
  readonly faulty: number;
  readonly lacking: readonly string[];
};
