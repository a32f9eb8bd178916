/** What can be done to a page of the shared instructions, and the everyday refusals a writer may hear. */
import type { Person } from '../case/case.ts';
import { guardText } from '../identity-guard.ts';
import type { Day, InstructionId, Moment } from '../names.ts';
import { type Actor, type NoRole, type NotYours, noRole } from '../roles.ts';
import {
  type Instruction,
  type InstructionLanguage,
  instructionLanguages,
  instructionLimits,
  mayHandOver,
  mayWrite,
  mayWriteAny,
  type Subject,
  type Version,
  type Wording,
  type Wordings,
} from './instructions.ts';

/** What the writer's form holds. */
export type Writing = {
  readonly subject: Subject;
  readonly wordings: Wordings;
  /** Who answers for the page from now on; absent when that stays as it is. */
  readonly owner?: Person;
  readonly reviewBy?: Day;
};

/** `seen`: the version the writer went on from. */
export type InstructionCommand =
  | ({ readonly do: 'write'; readonly seen: number } & Writing)
  | { readonly do: 'publish'; readonly seen: number; readonly note: string; readonly reviewBy?: Day }
  | { readonly do: 'restore'; readonly seen: number; readonly from: Version }
  | { readonly do: 'retire'; readonly seen: number; readonly reason: string };

export type InstructionRefusal =
  | { readonly refused: 'no-such-instruction' }
  | { readonly refused: 'no-such-version' }
  /** Supervisors, named updaters and the page's owner write. A page is handed over by its owner or by a supervisor. */
  | NoRole<'updater'>
  | NotYours
  /** Somebody else wrote meanwhile: their words and the writer's own, so that neither is lost. */
  | { readonly refused: 'changed-since'; readonly theirs: Version; readonly yours?: Wordings }
  | {
      readonly refused: 'empty-text';
      readonly field: 'title' | 'text' | 'note' | 'reason';
      readonly language?: InstructionLanguage;
    }
  | {
      readonly refused: 'too-long';
      readonly field: 'title' | 'text' | 'note' | 'reason';
      readonly most: number;
      readonly length: number;
    }
  /** A henkilötunnus stands in the text. */
  | { readonly refused: 'identity'; readonly language: InstructionLanguage }
  /** Everything that was written is published already. */
  | { readonly refused: 'nothing-new' }
  /** A page made of an answer is approved by somebody else than who made it. */
  | { readonly refused: 'approve-another'; readonly author: Person }
  | { readonly refused: 'retired' }
  | { readonly refused: 'review-past' };

type ChangeContext = { readonly actor: Actor; readonly now: Moment; readonly today: Day };
export type Beginning = Writing & { readonly id: InstructionId; readonly origin?: Instruction['origin'] };

/** A new page, its first version a draft. Advisors may begin one of an answer; all else is for writers. */
export function beginInstruction(
  { id, subject, wordings, owner, reviewBy, origin }: Beginning,
  { actor, now, today }: ChangeContext,
): Instruction | InstructionRefusal {
  const isFromAnswer = typeof origin === 'object';
  if (!mayWriteAny(actor) && !(isFromAnswer && actor.advisorIn.length > 0)) return noRole('updater');
  const no = refuseWriting({ wordings, ...(reviewBy && { reviewBy }) }, today);
  if (no) return no;
  const newest: Version = { n: 1, at: now, by: named(actor), did: 'write', wordings: tidy(wordings) };
  return {
    id,
    subject,
    newest,
    owner: named(owner ?? actor),
    ...(reviewBy && { reviewBy }),
    ...(origin && { origin }),
  };
}

/**
 * The page after a command, or an everyday no. Anyone who went on from an older version is given both texts; the same
 * command delivered twice changes nothing.
 */
export function changeInstruction(
  current: Instruction,
  command: InstructionCommand,
  context: ChangeContext,
): Instruction | InstructionRefusal {
  if (!mayWrite(context.actor, current)) return noRole('updater');
  if (command.seen !== current.newest.n) {
    if (isOwnRepeat(current, command, context.actor)) return current;
    return {
      refused: 'changed-since',
      theirs: current.newest,
      ...(command.do === 'write' && { yours: command.wordings }),
    };
  }
  switch (command.do) {
    case 'write':
      return write(current, command, context);
    case 'publish':
      return publish(current, command, context);
    case 'restore':
      return restore(current, command, context);
    case 'retire':
      return retire(current, command, context);
  }
}

type CommandOf<Do extends InstructionCommand['do']> = InstructionCommand & { readonly do: Do };

function write(current: Instruction, command: CommandOf<'write'>, { actor, now, today }: ChangeContext) {
  const { subject, reviewBy } = command;
  const owner = ownerAfter(current, command, actor);
  if ('refused' in owner) return owner;
  const isNewReview = reviewBy !== current.reviewBy;
  const no = refuseWriting(
    { wordings: command.wordings, ...(reviewBy && isNewReview && { reviewBy }) },
    today,
  );
  if (no) return no;
  const wordings = tidy(command.wordings);
  const { reviewBy: _, ...rest } = current;
  const settled: Instruction = { ...rest, subject, owner, ...(reviewBy && { reviewBy }) };
  if (sameWordings(wordings, current.newest.wordings) && !current.retired) return settled;
  return { ...alive(settled), newest: nextVersion(current, actor, now, { did: 'write', wordings }) };
}

/** Anyone who first writes a page that nobody answers for, answers for it. */
function ownerAfter(current: Instruction, { owner }: Writing, actor: Actor): Person | InstructionRefusal {
  const former = current.owner === 'line' ? undefined : current.owner;
  if (!owner || owner.id === former?.id) return former ?? named(actor);
  return mayHandOver(actor, current) ? named(owner) : { refused: 'not-yours' };
}

function publish(current: Instruction, command: CommandOf<'publish'>, { actor, now, today }: ChangeContext) {
  if (current.retired) return { refused: 'retired' } as const;
  if (current.newest.n === current.published?.n) return { refused: 'nothing-new' } as const;
  const no =
    refuseNote('note', command.note) ??
    refuseAuthor(current, actor) ??
    refuseUnfinished(current.newest.wordings) ??
    (command.reviewBy && command.reviewBy < today ? ({ refused: 'review-past' } as const) : undefined);
  if (no) return no;
  const { wordings } = current.newest;
  const newest = nextVersion(current, actor, now, { did: 'publish', wordings, note: command.note.trim() });
  const { origin: _, ...approved } = current;
  return {
    ...approved,
    newest,
    published: newest,
    ...(command.reviewBy && { reviewBy: command.reviewBy }),
    // nobody answers for a shipped page until somebody approves it
    owner: current.owner === 'line' ? named(actor) : current.owner,
  };
}

/** Brings a former version's words back as a draft, from retirement too. */
function restore(
  current: Instruction,
  { from }: CommandOf<'restore'>,
  { actor, now }: ChangeContext,
): Instruction {
  const words = { did: 'restore', wordings: from.wordings, restored: from.n } as const;
  return { ...alive(current), newest: nextVersion(current, actor, now, words) };
}

function retire(current: Instruction, { reason }: CommandOf<'retire'>, { actor, now }: ChangeContext) {
  if (current.retired) return current;
  const no = refuseNote('reason', reason);
  if (no) return no;
  const { wordings } = current.newest;
  const newest = nextVersion(current, actor, now, { did: 'retire', wordings, note: reason.trim() });
  return { ...current, newest, retired: true };
}

/** A page that is retired and written again begins as a draft: what was published once is not published a second time. */
function alive({ retired, published, ...rest }: Instruction): Instruction {
  return { ...rest, ...(published && !retired && { published }) };
}

function nextVersion(
  { newest }: Instruction,
  actor: Actor,
  now: Moment,
  words: Pick<Version, 'did' | 'wordings' | 'note' | 'restored'>,
): Version {
  return { n: newest.n + 1, at: now, by: named(actor), ...words };
}

/** Whether the newest version is this very command's, whose answer was lost on its way. */
function isOwnRepeat({ newest }: Instruction, command: InstructionCommand, actor: Actor): boolean {
  if (command.seen !== newest.n - 1 || newest.did !== command.do) return false;
  if (newest.by === 'line' || newest.by.id !== actor.id) return false;
  switch (command.do) {
    case 'write':
      return sameWordings(tidy(command.wordings), newest.wordings);
    case 'publish':
      return newest.note === command.note.trim();
    case 'restore':
      return newest.restored === command.from.n;
    case 'retire':
      return newest.note === command.reason.trim();
  }
}

// --- refusals ---

function refuseWriting(
  { wordings, reviewBy }: { readonly wordings: Wordings; readonly reviewBy?: Day },
  today: Day,
): InstructionRefusal | undefined {
  const given = wordingsOf(wordings);
  if (given.length === 0) return { refused: 'empty-text', field: 'title' };
  for (const [language, wording] of given) {
    const no = refuseWording(language, wording);
    if (no) return no;
  }
  return reviewBy && reviewBy < today ? { refused: 'review-past' } : undefined;
}

function refuseWording(
  language: InstructionLanguage,
  { title, text }: Wording,
): InstructionRefusal | undefined {
  if (title.trim() === '') return { refused: 'empty-text', field: 'title', language };
  if (holdsHenkilotunnus(title) || holdsHenkilotunnus(text)) return { refused: 'identity', language };
  return refuseLength('title', title) ?? refuseLength('text', text);
}

/** Offices' numbers and addresses belong in instructions, and dates in the names of laws: only this never does. */
const holdsHenkilotunnus = (text: string) =>
  guardText(text).masked.some(({ kind }) => kind === 'henkilotunnus');

function refuseUnfinished(wordings: Wordings): InstructionRefusal | undefined {
  const unfinished = wordingsOf(wordings).find(([, { text }]) => text.trim() === '');
  return unfinished && { refused: 'empty-text', field: 'text', language: unfinished[0] };
}

function refuseNote(field: 'note' | 'reason', text: string): InstructionRefusal | undefined {
  if (text.trim() === '') return { refused: 'empty-text', field };
  return refuseLength(field, text);
}

function refuseLength(
  field: 'title' | 'text' | 'note' | 'reason',
  text: string,
): InstructionRefusal | undefined {
  const most = instructionLimits[field === 'reason' ? 'note' : field];
  return text.length > most ? { refused: 'too-long', field, most, length: text.length } : undefined;
}

function refuseAuthor({ origin }: Instruction, actor: Actor): InstructionRefusal | undefined {
  if (typeof origin !== 'object' || origin.proposedBy.id !== actor.id) return undefined;
  return { refused: 'approve-another', author: origin.proposedBy };
}

// --- words ---

const wordingsOf = (wordings: Wordings) =>
  instructionLanguages.flatMap((language) => {
    const wording = wordings[language];
    return wording ? [[language, wording] as const] : [];
  });

const tidy = (wordings: Wordings): Wordings =>
  Object.fromEntries(
    wordingsOf(wordings).map(([language, { title, text }]) => [
      language,
      { title: title.trim(), text: text.replace(/\r\n?/g, '\n').trimEnd() },
    ]),
  );

const sameWordings = (one: Wordings, other: Wordings) =>
  instructionLanguages.every(
    (language) =>
      one[language]?.title === other[language]?.title && one[language]?.text === other[language]?.text,
  );

const named = ({ id, name }: Person): Person => ({ id, name });
