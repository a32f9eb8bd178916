/** What the tab is told of the shared instructions: already cut to what the reader may see. */
import type { Person } from '../case/case.ts';
import type {
  InstructionLanguage,
  Readership,
  Subject,
  Version,
  Wording,
  Wordings,
} from '../instructions/instructions.ts';
import type { SearchablePage } from '../instructions/search.ts';
import type { Day, InstructionId, Moment } from '../names.ts';

/** `changed`: published, with a newer draft. `generated`: told by the county file, written by nobody here. */
export type InstructionState = 'draft' | 'published' | 'changed' | 'retired' | 'generated';

export type InstructionSummary = {
  readonly id: InstructionId;
  readonly subject: Subject;
  readonly titles: { readonly [language in InstructionLanguage]?: string };
  readonly state: InstructionState;
  /** The version that this person reads. */
  readonly version: number;
  readonly changedAt?: Moment;
  readonly owner?: string;
  readonly reviewBy?: Day;
  readonly overdue: boolean;
  /** Came with the county, or was made of an answer: still to be approved. */
  readonly unapproved: boolean;
  /** This person has read what is published now. */
  readonly read: boolean;
  readonly mayWrite: boolean;
};

export type LibraryView = {
  readonly pages: readonly InstructionSummary[];
  readonly mayBegin: boolean;
  readonly induction: { readonly read: number; readonly of: number };
};

/** For the search as you type: every page this person may read, in every language it has. */
export type LibrarySearchView = { readonly pages: readonly SearchablePage[] };

export type InstructionView = InstructionSummary & {
  readonly wordings: Wordings;
  readonly by?: string;
  readonly note?: string;
  /** The published version, when the one shown is an older one. */
  readonly newer?: number;
  /** What a writer goes on from, and what they hand back as `seen`. */
  readonly writing?: {
    readonly newest: Version;
    readonly owner?: Person;
    readonly missing: readonly InstructionLanguage[];
    /** Whether this person may give the page to another owner. */
    readonly mayHandOver: boolean;
  };
};

/** What was saved, as its writer may see it now; without the page when they gave a draft away that is not for them. */
export type SavedView = { readonly page?: InstructionView };

/** People by a part of their name; `more` when it is a part of too many. */
export type KeepersView = { readonly people: readonly Person[]; readonly more: boolean };

export type VersionView = Pick<Version, 'n' | 'at' | 'did' | 'note' | 'restored'> & {
  readonly by?: string;
  readonly published: boolean;
};
export type VersionsView = { readonly versions: readonly VersionView[] };

/** Two versions of a page; the reader's page works out what changed between them. */
export type DifferenceView = {
  readonly from: number;
  readonly to: number;
  readonly language: InstructionLanguage;
  readonly before: Wording;
  readonly after: Wording;
};

export type ReadershipView = Readership & { readonly version: number };
