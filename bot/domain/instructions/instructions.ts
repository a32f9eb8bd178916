/** The shared instructions: what a page of them holds, who may read and write it, who has read it, and what has grown old. */
import type { Person } from '../case/case.ts';
import type { Language } from '../county.ts';
import type { Day, InstructionId, Moment, RegionId } from '../names.ts';
import { type Actor, holds, type Roles, worksOnTheLine } from '../roles.ts';

export const subjects = ['operating', 'criteria', 'templates', 'contacts', 'induction', 'finders'] as const;
/** Operating instructions, granting criteria, decision templates, contacts, induction, service finders (seed 003, 001). */
export type Subject = (typeof subjects)[number];

/** Instructions are written in the county's own languages; English readers are shown one of them. */
export const instructionLanguages = ['fi', 'sv'] as const;
export type InstructionLanguage = (typeof instructionLanguages)[number];

/** `text` is Markdown. */
export type Wording = { readonly title: string; readonly text: string };
/** The same page side by side; one language may be missing, never both. */
export type Wordings = { readonly [language in InstructionLanguage]?: Wording };

/** What a page said after one change. Versions are never changed and never deleted. */
export type Version = {
  /** Grows by one with each change of its page, from 1. */
  readonly n: number;
  readonly at: Moment;
  /** `line`: the starter pages that came with the county. */
  readonly by: Person | 'line';
  readonly did: 'write' | 'publish' | 'restore' | 'retire';
  readonly wordings: Wordings;
  /** What a publisher told the readers, or why the page was retired. */
  readonly note?: string;
  /** The version whose words were taken back into use. */
  readonly restored?: number;
};

export type Instruction = {
  readonly id: InstructionId;
  readonly subject: Subject;
  /** What writers go on from. A draft when it is not the published one. */
  readonly newest: Version;
  /** What everybody reads and what can be cited. */
  readonly published?: Version;
  /** Answers for the page, and may write it whatever their role. */
  readonly owner: Person | 'line';
  /** To be looked through again at the latest on this day. */
  readonly reviewBy?: Day;
  /** Shipped with the county, or made of an answer by an advisor: what it says is nobody's until it is approved. */
  readonly origin?: 'starter' | { readonly proposedBy: Person };
  readonly retired?: boolean;
};

/** A page that comes with the county's file, for the county to approve. */
export type StarterPage = {
  readonly id: InstructionId;
  readonly subject: Subject;
  readonly wordings: Wordings;
};

/** The most characters of each text. */
export const instructionLimits = { title: 120, text: 20_000, note: 300 } as const;

// --- who may ---

export const mayWriteAny = (roles: Roles) => holds(roles, 'updater');
export const mayWrite = (actor: Actor, { owner }: Instruction) =>
  mayWriteAny(actor) || (owner !== 'line' && owner.id === actor.id);
/** To somebody else who will answer for the page; a page that nobody answers for is given by any writer. */
export const mayHandOver = (actor: Actor, one: Instruction) =>
  actor.supervisor || (one.owner === 'line' ? mayWrite(actor, one) : one.owner.id === actor.id);
/** Who may make a draft of an answer given in that region: those who write, and those who gave it. */
export const mayDraftFrom = (actor: Roles, region: RegionId) =>
  mayWriteAny(actor) || actor.advisorIn.includes(region);
/** Drafts and retired pages are for those who work on the line or keep its instructions. */
export const mayReadDrafts = (roles: Roles) => worksOnTheLine(roles) || mayWriteAny(roles);

export const isPublished = (one: Instruction): one is Instruction & { readonly published: Version } =>
  one.published !== undefined && !one.retired;
export const hasDraft = ({ newest, published, retired }: Instruction) =>
  !retired && newest.n !== published?.n;

/** The version this person reads; undefined when the page is not for them. */
export function versionFor(actor: Actor, one: Instruction): Version | undefined {
  if (isPublished(one)) return one.published;
  return mayReadDrafts(actor) || mayWrite(actor, one) ? one.newest : undefined;
}

/**
 * Whether words are nobody's yet. Publishing approves them; but while they begin by calling themselves a draft, as the
 * starter pages do, readers are told the same beside them.
 */
export const isUnapproved = ({ origin }: Instruction, { wordings }: Version) =>
  origin !== undefined || Object.values(wordings).some(({ text }) => callsItselfDraft(text));
export const callsItselfDraft = (text: string) => /^\s*>\s*(?:luonnos|utkast)/i.test(text);

// --- in the reader's language ---

/** The words in the reader's language, else in one that there is. @throws when there are none at all. */
export function wordingFor(
  { wordings, n }: Version,
  language: Language,
): { readonly language: InstructionLanguage; readonly wording: Wording } {
  const wanted = [language, ...instructionLanguages].filter((one) => one !== 'en');
  for (const one of wanted) {
    const wording = wordings[one];
    if (wording) return { language: one, wording };
  }
  throw new Error(`Version ${n} has no words in any language`);
}

/** Languages a decision template still lacks: both are used side by side (seed 003). */
export const missingLanguages = ({ wordings }: Version): readonly InstructionLanguage[] =>
  instructionLanguages.filter((language) => !wordings[language]);

// --- review ---

export const isOverdue = ({ reviewBy, retired }: Instruction, today: Day) =>
  !retired && reviewBy !== undefined && reviewBy < today;

// --- who has read ---

/** The newest version that somebody said they have read. */
export type Receipt = { readonly version: number; readonly at: Moment };
export type Reader = Person & { readonly receipts: { readonly [instruction: string]: Receipt } };

/** Reading an older version through a citation takes nothing back. */
export function withReceipt(reader: Reader, id: InstructionId, receipt: Receipt): Reader {
  const former = reader.receipts[id];
  if (former && former.version >= receipt.version) return reader;
  return { ...reader, receipts: { ...reader.receipts, [id]: receipt } };
}

export const hasRead = (reader: Reader | undefined, { id, published }: Instruction) =>
  published !== undefined && (reader?.receipts[id]?.version ?? 0) >= published.n;

export type Readership = {
  /** Have read what is published now. */
  readonly read: readonly Person[];
  /** Have read a former version only. */
  readonly earlier: readonly Person[];
  /** Work on the line and have read none. */
  readonly notYet: readonly Person[];
};

/** Who of `expected` and of all others has read a page. */
export function readershipOf(
  one: Instruction,
  expected: readonly Person[],
  readers: readonly Reader[],
): Readership {
  const touched = readers.filter(({ receipts }) => receipts[one.id]);
  const known = new Set(touched.map(({ id }) => id));
  return {
    read: touched.filter((reader) => hasRead(reader, one)).map(named),
    earlier: touched.filter((reader) => !hasRead(reader, one)).map(named),
    notYet: expected.filter(({ id }) => !known.has(id)).map(named),
  };
}

/** How far somebody has come with the induction pages. */
export function inductionOf(all: readonly Instruction[], reader: Reader | undefined) {
  const pages = all.filter((one) => one.subject === 'induction' && isPublished(one));
  return { read: pages.filter((one) => hasRead(reader, one)).length, of: pages.length };
}

const named = ({ id, name }: Person): Person => ({ id, name });
