import type { Person } from '../../domain/case/case.ts';
import type { County } from '../../domain/county.ts';
import type { InstructionRefusal } from '../../domain/instructions/changes.ts';
import {
  type Instruction,
  type InstructionLanguage,
  inductionOf,
  instructionLanguages,
  mayReadDrafts,
  mayWrite,
  mayWriteAny,
  type Version,
  versionFor,
  type Wordings,
} from '../../domain/instructions/instructions.ts';
import { findersId, findersPage } from '../../domain/instructions/service-finders.ts';
import type { InstructionId } from '../../domain/names.ts';
import { type Actor, noRole } from '../../domain/roles.ts';
import type {
  DifferenceView,
  InstructionSummary,
  InstructionView,
  KeepersView,
  LibrarySearchView,
  LibraryView,
  VersionsView,
} from '../../domain/views/library-views.ts';
import { textsFor } from '../../words/bot/texts.ts';
import type { Clock } from '../ports.ts';
import type { PersonRecord } from '../staff/ports.ts';
import type { LibraryStore } from './ports.ts';
import { type Looking, lookingBy, nameOf, summaryFor, titlesOf, viewOf } from './views.ts';

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

export function libraryReading(ports: ReadingPorts) {
  const { library, county } = ports;

  const looking = (person: Person) => lookingBy(ports, person);

  return {
    /** Every page this person may read, without its text. */
    async list(person: Person): Promise<LibraryView> {
      const [look, all] = await Promise.all([looking(person), library.all()]);
      const finders = findersIn(county);
      return {
        pages: [
          ...all.flatMap((one) => summaryFor(look, one) ?? []),
          ...(finders ? [findersSummary(finders)] : []),
        ],
        mayBegin: mayWriteAny(look.actor),
        induction: inductionOf(all, look.reader),
      };
    },

    /** The words of every page this person may read, to be searched as they type. */
    async texts(person: Person): Promise<LibrarySearchView> {
      const [{ actor }, all] = await Promise.all([looking(person), library.all()]);
      const read = all.flatMap((one) => {
        const version = versionFor(actor, one);
        return version && !one.retired ? searchable(one.id, version.wordings) : [];
      });
      return { pages: [...read, ...searchable(findersId, findersIn(county) ?? {})] };
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
  if (!mayWriteAny(actor) && !all.some((one) => mayWrite(actor, one))) return noRole('updater');
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
      const own = one && versionFor(look.actor, one);
      if (!one || !own) return { refused: 'no-such-instruction' };
      const shown = version === undefined ? own : await versionShown(library, look.actor, one, version);
      return shown ? viewOf(look, one, shown) : { refused: 'no-such-version' };
    },
  };
}

/** For those who may see drafts: the page's versions, and what changed between them. */
function versionReading({ library }: ReadingPorts, looking: (person: Person) => Promise<Looking>) {
  /** A page this person may write, or whose drafts they may read. */
  async function openedDrafts(person: Person, id: InstructionId) {
    const [{ actor }, one] = await Promise.all([looking(person), library.find(id)]);
    if (!one || !versionFor(actor, one)) return { refused: 'no-such-instruction' } as const;
    return mayReadDrafts(actor) || mayWrite(actor, one) ? one : noRole('updater');
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

/** Once published, a version can be read by all: it was cited. */
async function versionShown(
  library: LibraryStore,
  actor: Actor,
  one: Instruction,
  n: number,
): Promise<Version | undefined> {
  if (n === versionFor(actor, one)?.n) return versionFor(actor, one);
  const found = await library.version(one.id, n);
  return found && (found.did === 'publish' || mayReadDrafts(actor) || mayWrite(actor, one))
    ? found
    : undefined;
}

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
