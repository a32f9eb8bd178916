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

export type FormWordings = { readonly [language in InstructionLanguage]: Wording };
export type InstructionForm = {
  readonly subject: Subject;
  readonly words: FormWordings;
  /** A day, or empty. */
  readonly reviewBy: string;
  /** Only when it is to change. */
  readonly owner?: Person;
};

/** One page in the editor. */
export type InstructionDraft = {
  readonly id: string;
  /** The version that the writer goes on from; absent as long as the page is new. */
  readonly seen?: number;
  /** A new page that was sent, and nobody knows whether it arrived. */
  readonly sent?: boolean;
  readonly form: InstructionForm;
  readonly conflict?: Conflict;
};

/** Somebody else wrote meanwhile: their version, and the writer's own words as they were then. */
export type Conflict = { readonly theirs: Version; readonly mine: FormWordings };

const noWords: Wording = { title: '', text: '' };
export const wordsOf = (wordings: Wordings): FormWordings => ({
  fi: wordings.fi ?? noWords,
  sv: wordings.sv ?? noWords,
});

export const newDraft = (id: string): InstructionDraft => ({
  id,
  form: { subject: 'operating', words: wordsOf({}), reviewBy: '' },
});

export const draftOf = ({ id, subject, reviewBy }: InstructionView, newest: Version): InstructionDraft => ({
  id,
  seen: newest.n,
  form: { subject, words: wordsOf(newest.wordings), reviewBy: reviewBy ?? '' },
});

/** As the server takes it: a language in which nothing is written is left out. */
export function writingOf({ subject, words, reviewBy, owner }: InstructionForm) {
  const written = instructionLanguages.filter((one) => words[one].title.trim() || words[one].text.trim());
  return {
    subject,
    wordings: Object.fromEntries(written.map((one) => [one, words[one]])),
    ...(reviewBy && { reviewBy }),
    ...(owner && { owner: owner.id }),
  };
}

export const withWording = (
  form: InstructionForm,
  language: InstructionLanguage,
  wording: Wording,
): InstructionForm => ({
  ...form,
  words: { ...form.words, [language]: wording },
});

/** Goes on from the other's version, with the writer's own words in the form. */
export function inConflict(draft: InstructionDraft, theirs: Version): InstructionDraft {
  return { ...draft, seen: theirs.n, conflict: { theirs, mine: draft.form.words } };
}

/** Whether both hold the same; a form is data alone. */
export const isSameForm = (one: InstructionForm, other: InstructionForm) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Whether nothing would be lost with one of them; so far as one goes on from another version, it would. */
export const isSameDraft = (one: InstructionDraft, other: InstructionDraft) =>
  one.seen === other.seen && one.conflict === other.conflict && isSameForm(one.form, other.form);

/** Where a page that is not begun yet is kept. */
export const newPlace = 'new';
