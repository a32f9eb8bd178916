/** A page of the instructions as one person may see it: anyone who reads it, or has just written it, is told this. */
import { dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import {
  hasDraft,
  hasRead,
  type Instruction,
  instructionLanguages,
  isOverdue,
  isPublished,
  isUnapproved,
  mayHandOver,
  mayReadDrafts,
  mayWrite,
  missingLanguages,
  type Reader,
  type Version,
  versionFor,
  type Wordings,
} from '../../domain/instructions/instructions.ts';
import type { Day } from '../../domain/names.ts';
import type { Actor } from '../../domain/roles.ts';
import type {
  InstructionState,
  InstructionSummary,
  InstructionView,
} from '../../domain/views/library-views.ts';
import type { Clock } from '../ports.ts';
import type { LibraryStore } from './ports.ts';

export type LookingPorts = {
  readonly library: Pick<LibraryStore, 'reader'>;
  readonly clock: Clock;
  readonly staff: { actor(person: Person): Promise<Actor> };
};

/** Who looks, and when. */
export type Looking = { readonly actor: Actor; readonly reader: Reader | undefined; readonly today: Day };

export async function lookingBy({ staff, library, clock }: LookingPorts, person: Person): Promise<Looking> {
  const [actor, reader] = await Promise.all([staff.actor(person), library.reader(person.id)]);
  return { actor, reader, today: dayOf(clock.now()) };
}

/** The page as this person reads it now; undefined when it is not for them. */
export function viewFor(look: Looking, one: Instruction): InstructionView | undefined {
  const version = versionFor(look.actor, one);
  return version && viewOf(look, one, version);
}

function stateOf(one: Instruction): InstructionState {
  if (one.retired) return 'retired';
  if (!isPublished(one)) return 'draft';
  return hasDraft(one) ? 'changed' : 'published';
}

/** Undefined when the page is not for them. */
export function summaryFor(look: Looking, one: Instruction): InstructionSummary | undefined {
  const version = versionFor(look.actor, one);
  return version && summaryOf(look, one, version);
}

function summaryOf(
  { actor, reader, today }: Looking,
  one: Instruction,
  version: Version,
): InstructionSummary {
  const { id, subject, reviewBy } = one;
  const seesDrafts = mayReadDrafts(actor) || mayWrite(actor, one);
  return {
    id,
    subject,
    titles: titlesOf(version.wordings),
    state: seesDrafts ? stateOf(one) : 'published',
    version: version.n,
    changedAt: version.at,
    ...nameOf('owner', one.owner),
    ...(reviewBy && { reviewBy }),
    overdue: isOverdue(one, today),
    unapproved: isUnapproved(one, version),
    read: hasRead(reader, one),
    mayWrite: mayWrite(actor, one),
  };
}

/** In a version that they may read. */
export function viewOf(look: Looking, one: Instruction, shown: Version): InstructionView {
  const { actor } = look;
  const { wordings, by, note, n } = shown;
  const published = isPublished(one) ? one.published.n : undefined;
  return {
    ...summaryOf(look, one, shown),
    wordings,
    ...nameOf('by', by),
    ...(note !== undefined && { note }),
    ...(published !== undefined && published > n && { newer: published }),
    ...(mayWrite(actor, one) && { writing: writingOf(actor, one) }),
  };
}

function writingOf(actor: Actor, one: Instruction): NonNullable<InstructionView['writing']> {
  return {
    newest: one.newest,
    ...(one.owner !== 'line' && { owner: one.owner }),
    missing: missingLanguages(one.newest),
    mayHandOver: mayHandOver(actor, one),
  };
}

export const titlesOf = (wordings: Wordings): InstructionSummary['titles'] =>
  Object.fromEntries(
    instructionLanguages.flatMap((language) => {
      const wording = wordings[language];
      return wording ? [[language, wording.title]] : [];
    }),
  );

export const nameOf = <Key extends string>(key: Key, by: Version['by']) =>
  (by === 'line' ? {} : { [key]: by.name }) as { readonly [key in Key]?: string };
