/** What each reader is told of the shared instructions. */
import { dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import type { InstructionRefusal } from '../../domain/instructions/changes.ts';
import {
  hasDraft,
  hasRead,
  type Instruction,
  type InstructionLanguage,
  inductionOf,
  instructionLanguages,
  isOverdue,
  isPublished,
  isUnapproved,
  mayHandOver,
  mayReadDrafts,
  mayWrite,
  mayWriteAny,
  missingLanguages,
  overdueOf,
  type Reader,
  type Version,
  versionFor,
  type Wordings,
} from '../../domain/instructions/instructions.ts';
import { findersId, findersPage } from '../../domain/instructions/service-finders.ts';
import type { Day, InstructionId } from '../../domain/names.ts';
import type { Actor } from '../../domain/roles.ts';
import type {
  DifferenceView,
  InstructionState,
  InstructionSummary,
  InstructionView,
  KeepersView,
  LibraryTexts,
  LibraryView,
  VersionsView,
} from '../../domain/views/library-views.ts';
import { textsFor } from '../../words/bot/texts.ts';
import type { Clock } from '../ports.ts';
import type { PersonRecord } from '../staff/ports.ts';
import type { LibraryStore } from './ports.ts';

export type ReadingPorts = {
  readonly county: County;
  readonly library: LibraryStore;
  readonly clock: Clock;
  readonly staff: {
    actor(person: Person): Promise<Actor>;
    onTheLine(): Promise<readonly PersonRecord[]>;
  };
};

/** More than that is a name typed too short. */
const mostKeepers = 20;

/** Who looks, and when. */
type Looking = { readonly actor: Actor; readonly reader: Reader | undefined; readonly today: Day };

export function libraryReading(ports: ReadingPorts) {
  const { library, staff, clock, county } = ports;

  async function looking(person: Person): Promise<Looking> {
    const [actor, reader] = await Promise.all([staff.actor(person), library.reader(person.id)]);
    return { actor, reader, today: dayOf(clock.now()) };
  }

  return {
    /** Every page this person may read, without its text. */
    async list(person: Person): Promise<LibraryView> {
      const [look, all] = await Promise.all([looking(person), library.all()]);
      const finders = findersIn(county);
      return {
        pages: [
          ...all.flatMap((one) => summaryOf(look, one) ?? []),
          ...(finders ? [findersSummary(finders)] : []),
        ],
        mayBegin: mayWriteAny(look.actor),
        induction: inductionOf(all, look.reader),
      };
    },

    /** The words of every page this person may read, to be searched as they type. */
    async texts(person: Person): Promise<LibraryTexts> {
      const [{ actor }, all] = await Promise.all([looking(person), library.all()]);
      const read = all.flatMap((one) => {
        const version = versionFor(actor, one);
        return version && !one.retired ? searchable(one.id, version.wordings) : [];
      });
      return { pages: [...read, ...searchable(findersId, findersIn(county) ?? {})] };
    },

    /** Pages whose review day has gone by, for those who can mend it. */
    async overdue(person: Person): Promise<{ readonly pages: readonly InstructionSummary[] }> {
      const [look, all] = await Promise.all([looking(person), library.all()]);
      const mine = overdueOf(all, look.today).filter((one) => mayWrite(look.actor, one));
      return { pages: mine.flatMap((one) => summaryOf(look, one) ?? []) };
    },

    /** To whom a page can be handed over: those on the line or keeping its instructions, by a part of their name. */
    keepers: (person: Person, name: string) => keepers(ports, person, name),

    ...pageReading(ports, looking),
    ...versionReading(ports, looking),
  };
}

async function keepers(
  { library, staff }: ReadingPorts,
  person: Person,
  name: string,
): Promise<KeepersView | InstructionRefusal> {
  const [actor, all, line] = await Promise.all([staff.actor(person), library.all(), staff.onTheLine()]);
  if (!mayWriteAny(actor) && !all.some((one) => mayWrite(actor, one))) return { refused: 'not-an-updater' };
  const sought = name.toLocaleLowerCase('fi');
  const found = line.filter((one) => one.name.toLocaleLowerCase('fi').includes(sought));
  return {
    people: found.slice(0, mostKeepers).map((one) => ({ id: one.id, name: one.name })),
    more: found.length > mostKeepers,
  };
}

/** One page, as it is or as it was. */
function pageReading({ library, county }: ReadingPorts, looking: (person: Person) => Promise<Looking>) {
  return {
    /** The page as this person reads it, or as it was in a version that was cited. */
    async page(
      person: Person,
      id: InstructionId,
      version?: number,
    ): Promise<InstructionView | InstructionRefusal> {
      if (id === findersId) return findersView(county);
      const [look, one] = await Promise.all([looking(person), library.find(id)]);
      const summary = one && summaryOf(look, one);
      if (!one || !summary) return { refused: 'no-such-instruction' };
      const shown = await shownVersion(library, look.actor, one, version);
      return shown ? viewOf(look.actor, one, summary, shown) : { refused: 'no-such-version' };
    },
  };
}

/** For those who may see drafts: the page's versions, and what changed between them. */
function versionReading({ library }: ReadingPorts, looking: (person: Person) => Promise<Looking>) {
  /** A page this person may write, or whose drafts they may read. */
  async function openedDrafts(person: Person, id: InstructionId) {
    const [{ actor }, one] = await Promise.all([looking(person), library.find(id)]);
    if (!one || !versionFor(actor, one)) return { refused: 'no-such-instruction' } as const;
    return mayReadDrafts(actor) || mayWrite(actor, one) ? one : ({ refused: 'not-an-updater' } as const);
  }

  return {
    async versions(person: Person, id: InstructionId): Promise<VersionsView | InstructionRefusal> {
      const one = await openedDrafts(person, id);
      if ('refused' in one) return one;
      const versions = await library.versions(id);
      return {
        versions: versions.map(({ wordings: _, by, ...rest }) => ({
          ...rest,
          ...nameOf('by', by),
          published: rest.n === one.published?.n,
        })),
      };
    },

    /** Two versions side by side, in a language that either has. */
    async difference(
      person: Person,
      id: InstructionId,
      { from, to, language }: Pick<DifferenceView, 'from' | 'to' | 'language'>,
    ): Promise<DifferenceView | InstructionRefusal> {
      const one = await openedDrafts(person, id);
      if ('refused' in one) return one;
      const [earlier, later] = await Promise.all([library.version(id, from), library.version(id, to)]);
      if (!earlier || !later) return { refused: 'no-such-version' };
      return { from, to, language, before: wordsIn(earlier, language), after: wordsIn(later, language) };
    },
  };
}

const wordsIn = ({ wordings }: Version, language: InstructionLanguage) =>
  wordings[language] ?? { title: '', text: '' };

const nameOf = <Key extends string>(key: Key, by: Version['by']) =>
  (by === 'line' ? {} : { [key]: by.name }) as { readonly [key in Key]?: string };

/** Without a number what this person reads. Once published, a version can be read by all: it was cited. */
async function shownVersion(
  library: LibraryStore,
  actor: Actor,
  one: Instruction,
  n: number | undefined,
): Promise<Version | undefined> {
  const own = versionFor(actor, one);
  if (n === undefined || n === own?.n) return own;
  const found = await library.version(one.id, n);
  return found && (found.did === 'publish' || mayReadDrafts(actor) || mayWrite(actor, one))
    ? found
    : undefined;
}

function stateOf(one: Instruction): InstructionState {
  if (one.retired) return 'retired';
  if (!isPublished(one)) return 'draft';
  return hasDraft(one) ? 'changed' : 'published';
}

function summaryOf({ actor, reader, today }: Looking, one: Instruction): InstructionSummary | undefined {
  const version = versionFor(actor, one);
  if (!version) return undefined;
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

function viewOf(
  actor: Actor,
  one: Instruction,
  summary: InstructionSummary,
  shown: Version,
): InstructionView {
  const { wordings, by, note, n } = shown;
  const published = isPublished(one) ? one.published.n : undefined;
  return {
    ...summary,
    version: n,
    changedAt: shown.at,
    titles: titlesOf(wordings),
    unapproved: isUnapproved(one, shown),
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

const titlesOf = (wordings: Wordings): InstructionSummary['titles'] =>
  Object.fromEntries(
    instructionLanguages.flatMap((language) => {
      const wording = wordings[language];
      return wording ? [[language, wording.title]] : [];
    }),
  );

const searchable = (id: InstructionId, wordings: Wordings) =>
  instructionLanguages.flatMap((language) => {
    const wording = wordings[language];
    return wording ? [{ id, language, ...wording }] : [];
  });

const findersSummary = (wordings: Wordings): InstructionSummary => ({
  id: findersId,
  subject: 'finders',
  titles: titlesOf(wordings),
  state: 'generated',
  version: 1,
  overdue: false,
  unapproved: false,
  read: false,
  mayWrite: false,
});

const findersIn = (county: County) => findersPage(county, (language) => textsFor(language).library);

function findersView(county: County): InstructionView | InstructionRefusal {
  const wordings = findersIn(county);
  return wordings ? { ...findersSummary(wordings), wordings } : { refused: 'no-such-instruction' };
}
