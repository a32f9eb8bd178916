/** Writing the shared instructions: begin, write, publish, restore, retire, and drafts that begin elsewhere. */

import { dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import { languageOfAnswer, wordingOfAnswer } from '../../domain/instructions/answer-as-instruction.ts';
import {
  type Beginning,
  beginInstruction,
  changeInstruction,
  type InstructionCommand,
  type InstructionRefusal,
  type Writing,
} from '../../domain/instructions/changes.ts';
import {
  type Instruction,
  type InstructionLanguage,
  mayDraftFrom,
  mayWrite,
  mayWriteAny,
  type StarterPage,
  type Subject,
  type Wording,
} from '../../domain/instructions/instructions.ts';
import type { CaseId, Day, InstructionId, PersonId } from '../../domain/names.ts';
import { type Actor, noRole } from '../../domain/roles.ts';
import type { SavedView } from '../../domain/views/library-views.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { BindingStore, PersonRecord } from '../staff/ports.ts';
import type { LibraryStore, Nudge, NudgeTarget } from './ports.ts';
import type { NudgedToday } from './readers.ts';
import { lookingBy, viewFor } from './views.ts';

export type WritingPorts = {
  readonly county: County;
  readonly library: LibraryStore;
  readonly cases: Pick<CaseStore, 'find' | 'said'>;
  readonly bindings: Pick<BindingStore, 'all'>;
  readonly clock: Clock;
  readonly staff: {
    actor(person: Person): Promise<Actor>;
    find(id: PersonId): Promise<PersonRecord | undefined>;
    onTheLine(): Promise<readonly PersonRecord[]>;
  };
};

export type LibraryRefusal =
  | InstructionRefusal
  | { readonly refused: 'unknown-person' }
  /** The case has no answer, or is not this person's to make an instruction of. */
  | { readonly refused: 'no-answer' }
  | NudgedToday;

/** Whom publishing is told to: nobody, the region channels, or also each on the line by themselves. */
export type Telling = 'nobody' | 'channels' | 'everyone';

/** What a writer's form sends. `owner`: only when the page is handed over. */
export type WritingWish = Omit<Writing, 'owner'> & { readonly owner?: PersonId };
export type ChangeWish =
  | ({ readonly do: 'write'; readonly seen: number } & WritingWish)
  | {
      readonly do: 'publish';
      readonly seen: number;
      readonly note: string;
      readonly tell: Telling;
      readonly reviewBy?: Day;
    }
  | { readonly do: 'restore'; readonly seen: number; readonly version: number }
  | { readonly do: 'retire'; readonly seen: number; readonly reason: string };

const named = ({ id, name }: Person): Person => ({ id, name });

function turnOf({ clock }: WritingPorts, actor: Actor) {
  const now = clock.now();
  return { actor, now, today: dayOf(now) };
}

async function keepDraft(
  ports: WritingPorts,
  actor: Actor,
  beginning: Beginning,
): Promise<Instruction | InstructionRefusal> {
  const begun = beginInstruction(beginning, turnOf(ports, actor));
  return 'refused' in begun ? begun : (await ports.library.begin(begun)).kept;
}

/** Without a wording the answer's own is taken. */
export type AnswerWish = {
  readonly caseId: CaseId;
  readonly subject: Subject;
  readonly wording?: Wording;
};

export function libraryWriting(ports: WritingPorts) {
  return {
    /** A new page under an id that the writer's form made, so that sending it twice makes one. */
    begin: (person: Person, id: InstructionId, wish: WritingWish) =>
      seen(ports, person, begin(ports, person, id, wish)),

    /** Writes, publishes, restores or retires; anyone who went on from an older version gets both texts back. */
    change: (person: Person, id: InstructionId, wish: ChangeWish) =>
      seen(ports, person, change(ports, person, id, wish)),

    /** What a case's last answer would say as an instruction, for its writer to mend. */
    answerOf: (person: Person, caseId: CaseId) => answerOf(ports, person, caseId),

    /** A draft made of a case's last answer, without what tells of a person; somebody else approves it. */
    fromAnswer: (person: Person, id: InstructionId, from: AnswerWish) => fromAnswer(ports, person, id, from),

    /** The county's own starter pages, as drafts: once, into a library that never had them. */
    plant: (pages: readonly StarterPage[]) => ports.library.once('starter', () => plantAll(ports, pages)),
  };
}

/** What was kept is told as it is read: cut to what its writer may see of it. */
async function seen(
  ports: WritingPorts,
  person: Person,
  kept: Promise<Instruction | LibraryRefusal>,
): Promise<SavedView | LibraryRefusal> {
  const [look, one] = await Promise.all([lookingBy(ports, person), kept]);
  if ('refused' in one) return one;
  const page = viewFor(look, one);
  return page ? { page } : {};
}

type WriteOutcome = Promise<Instruction | LibraryRefusal>;

async function begin(
  ports: WritingPorts,
  person: Person,
  id: InstructionId,
  wish: WritingWish,
): WriteOutcome {
  const actor = await ports.staff.actor(person);
  const whole = await withOwner(ports, wish);
  if (!('refused' in whole)) return keepDraft(ports, actor, { id, ...whole });
  return mayWriteAny(actor) ? whole : noRole('updater');
}

async function change(
  ports: WritingPorts,
  person: Person,
  id: InstructionId,
  wish: ChangeWish,
): WriteOutcome {
  const actor = await ports.staff.actor(person);
  const command = await commandOf(ports, id, wish);
  if ('refused' in command) return (await refusedAnyway(ports, actor, id)) ?? command;
  const targets = wish.do === 'publish' ? await targetsOf(ports, wish.tell, actor) : [];
  return ports.library.change(
    id,
    (current) => changeInstruction(current, command, turnOf(ports, actor)),
    (next) => newsOf(next, targets),
  );
}

/** What is wrong with a choice is told to those only who may write. */
async function refusedAnyway({ library }: WritingPorts, actor: Actor, id: InstructionId) {
  const current = await library.find(id);
  return current && !mayWrite(actor, current) ? noRole('updater') : undefined;
}

type AnsweredWords = {
  readonly actor: Actor;
  readonly language: InstructionLanguage;
  readonly wording: Wording;
};

async function answerOf(
  { staff, cases }: WritingPorts,
  person: Person,
  caseId: CaseId,
): Promise<AnsweredWords | { readonly refused: 'no-answer' }> {
  const actor = await staff.actor(person);
  const found = await cases.find(caseId);
  if (!found || found.purgedAt || !mayDraftFrom(actor, found.region)) return { refused: 'no-answer' };
  const wording = wordingOfAnswer(found, await cases.said(caseId));
  return wording ? { actor, language: languageOfAnswer(found), wording } : { refused: 'no-answer' };
}

async function fromAnswer(
  ports: WritingPorts,
  person: Person,
  id: InstructionId,
  { caseId, subject, wording }: AnswerWish,
): WriteOutcome {
  const answered = await answerOf(ports, person, caseId);
  if ('refused' in answered) return answered;
  const { actor, language } = answered;
  const wordings = { [language]: wording ?? answered.wording };
  const owner = named(actor);
  return keepDraft(ports, actor, { id, subject, wordings, owner, origin: { proposedBy: owner } });
}

async function plantAll({ library, clock }: WritingPorts, pages: readonly StarterPage[]): Promise<void> {
  for (const { id, subject, wordings } of pages) {
    const newest = { n: 1, at: clock.now(), by: 'line', did: 'write', wordings } as const;
    await library.begin({ id, subject, newest, owner: 'line', origin: 'starter' });
  }
}

/** The wish as a command: its owner known by name, the version to restore at hand. */
async function commandOf(
  ports: WritingPorts,
  id: InstructionId,
  wish: ChangeWish,
): Promise<InstructionCommand | LibraryRefusal> {
  switch (wish.do) {
    case 'retire':
      return wish;
    case 'publish': {
      const { do: verb, seen, note, reviewBy } = wish;
      return { do: verb, seen, note, ...(reviewBy && { reviewBy }) };
    }
    case 'restore': {
      const from = await ports.library.version(id, wish.version);
      return from ? { do: 'restore', seen: wish.seen, from } : { refused: 'no-such-version' };
    }
    case 'write': {
      const whole = await withOwner(ports, wish);
      return 'refused' in whole ? whole : { ...whole, do: 'write', seen: wish.seen };
    }
  }
}

async function withOwner(
  { staff }: WritingPorts,
  { owner, ...wish }: WritingWish,
): Promise<Writing | LibraryRefusal> {
  if (owner === undefined) return wish;
  const found = await staff.find(owner);
  return found ? { ...wish, owner: named(found) } : { refused: 'unknown-person' };
}

function newsOf({ id, newest }: Instruction, to: readonly NudgeTarget[]): Nudge | undefined {
  if (newest.did !== 'publish' || to.length === 0) return undefined;
  return { id: `${id}|${newest.n}`, instruction: id, version: newest.n, at: newest.at, to };
}

/** Channels that several regions share are told once. */
async function targetsOf(
  { bindings, staff, county }: WritingPorts,
  tell: Telling,
  publisher: Person,
): Promise<readonly NudgeTarget[]> {
  if (tell === 'nobody') return [];
  const bound = await bindings.all();
  const regions = new Map(
    county.regions.flatMap(({ id }) => {
      const channel = bound.find((one) => one.for === id && !one.broken)?.channelId;
      return channel === undefined ? [] : [[channel, id] as const];
    }),
  );
  const channels = [...regions.values()].map((region) => ({ to: 'channel', region }) as const);
  if (tell === 'channels') return channels;
  const people = (await staff.onTheLine()).filter(({ id }) => id !== publisher.id);
  return [...channels, ...people.map(({ id }) => ({ to: 'person', person: id }) as const)];
}
