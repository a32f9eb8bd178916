/** What the editor holds, and what of it is kept while it is not saved. */
import type { Person } from '../../../bot/domain/case/case.ts';
import {
  type InstructionLanguage,
  instructionLanguages,
  type Subject,
  type Version,
  type Wording,
  type Wordings,
} from '../../../bot/domain/instructions/instructions.ts';
import type { InstructionView } from '../../../bot/domain/views/library-views.ts';

export type Words = { readonly [language in InstructionLanguage]: Wording };
export type Form = {
  readonly subject: Subject;
  readonly words: Words;
  /** A day, or empty. */
  readonly reviewBy: string;
  /** Only when it is to change. */
  readonly owner?: Person;
};

/** One page in the editor. */
export type Draft = {
  readonly id: string;
  /** The version that the writer goes on from; absent as long as the page is new. */
  readonly seen?: number;
  /** A new page that was sent, and nobody knows whether it arrived. */
  readonly sent?: boolean;
  readonly form: Form;
  readonly conflict?: Conflict;
};

/** Somebody else wrote meanwhile: their version, and the writer's own words as they were then. */
export type Conflict = { readonly theirs: Version; readonly mine: Words };

const noWords: Wording = { title: '', text: '' };
export const wordsOf = (wordings: Wordings): Words => ({
  fi: wordings.fi ?? noWords,
  sv: wordings.sv ?? noWords,
});

export const newDraft = (id: string): Draft => ({
  id,
  form: { subject: 'operating', words: wordsOf({}), reviewBy: '' },
});

export const draftOf = ({ id, subject, reviewBy }: InstructionView, newest: Version): Draft => ({
  id,
  seen: newest.n,
  form: { subject, words: wordsOf(newest.wordings), reviewBy: reviewBy ?? '' },
});

/** As the server takes it: a language in which nothing is written is left out. */
export function writingOf({ subject, words, reviewBy, owner }: Form) {
  const written = instructionLanguages.filter((one) => words[one].title.trim() || words[one].text.trim());
  return {
    subject,
    wordings: Object.fromEntries(written.map((one) => [one, words[one]])),
    ...(reviewBy && { reviewBy }),
    ...(owner && { owner: owner.id }),
  };
}

export const withWording = (form: Form, language: InstructionLanguage, wording: Wording): Form => ({
  ...form,
  words: { ...form.words, [language]: wording },
});

/** Goes on from the other's version, with the writer's own words in the form. */
export function inConflict(draft: Draft, theirs: Version): Draft {
  return { ...draft, seen: theirs.n, conflict: { theirs, mine: draft.form.words } };
}

/** Whether both hold the same; a form is data alone. */
export const isSameForm = (one: Form, other: Form) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Whether nothing would be lost with one of them; so far as one goes on from another version, it would. */
export const isSameDraft = (one: Draft, other: Draft) =>
  one.seen === other.seen && one.conflict === other.conflict && isSameForm(one.form, other.form);

/** Where a page that is not begun yet is kept. */
export const newPlace = 'new';
