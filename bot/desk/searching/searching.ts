/** Searches for use in any chat: cases for those on the line, published instructions for everybody. */

import { type Case, isOpen, type Person } from '../../domain/case/case.ts';
import { readCaseId } from '../../domain/case/case-id.ts';
import { findCases, type StateWords } from '../../domain/case/search.ts';
import { type County, type Language, languages } from '../../domain/county.ts';
import {
  type Instruction,
  instructionLanguages,
  isPublished,
  type Subject,
  type Wordings,
} from '../../domain/instructions/instructions.ts';
import {
  indexOf,
  plainText,
  type SearchablePage,
  type SearchIndex,
  search,
} from '../../domain/instructions/search.ts';
import { findersId, findersPage } from '../../domain/instructions/service-finders.ts';
import type { InstructionId } from '../../domain/names.ts';
import { type Actor, advisesIn } from '../../domain/roles.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { guardOf } from '../guard.ts';
import type { LibraryStore } from '../library/ports.ts';
import type { CaseStore } from '../ports.ts';

export type SearchingPorts = {
  readonly county: County;
  readonly cases: Pick<CaseStore, 'find' | 'openCases'>;
  readonly library: Pick<LibraryStore, 'all'>;
  readonly staff: { actor(person: Person): Promise<Actor> };
};

/** A stretch of what was found. */
export type Paging = { readonly skip: number; readonly count: number };

/** A published page as it is read; the page that the county file makes has no version. */
export type FoundPage = {
  readonly id: InstructionId;
  readonly subject: Subject;
  readonly version?: number;
  readonly title: string;
  readonly excerpt: string;
};

/** Nobody reads further in a narrow list; it is also what Teams shows at a time. */
const mostAtOnce = 25;

const stretchOf = <Found>(all: readonly Found[], { skip, count }: Paging): readonly Found[] =>
  all.slice(skip, skip + Math.min(count, mostAtOnce));

export function createSearching(ports: SearchingPorts) {
  const { county, cases, staff } = ports;
  const only = guardOf(staff);
  const pages = publishedPages(ports);
  return {
    /** Open cases, own regions first, then the soonest promised; by its whole id a closed one too, until its purge. */
    cases: (person: Person, sought: string, stretch: Paging) =>
      only('line', person, async (actor): Promise<readonly Case[]> => {
        const id = readCaseId(sought);
        const named = id && (await cases.find(id));
        if (named) return named.purgedAt ? [] : stretchOf([named], stretch);
        const found = findCases(county, (await cases.openCases()).filter(isOpen), sought, stateWords);
        return stretchOf(found.toSorted(soonestFor(actor)), stretch);
      }),

    /** The best pages first, each in one language; with nothing sought the newest published first. */
    async instructions(sought: string, language: Language, stretch: Paging): Promise<readonly FoundPage[]> {
      const { all, index } = await pages();
      const first = language === 'sv' ? 'sv' : 'fi';
      const hits = sought.trim() ? search(index, sought, first) : all.flatMap((one) => openingOf(one, first));
      const known = new Map(all.map((one) => [one.id, one]));
      const once = hits.filter(({ page }, at) => hits.findIndex((hit) => hit.page.id === page.id) === at);
      return stretchOf(once, stretch).flatMap(({ page, excerpt }) => {
        const one = known.get(page.id);
        return one ? [{ ...headOf(one), title: page.title, excerpt }] : [];
      });
    },
  };
}

export type Searching = ReturnType<typeof createSearching>;

const stateWords: StateWords = (state) =>
  languages.map((language) => textsFor(language).extension.search.status[state]);

const soonestFor = (actor: Actor) => (one: Case, other: Case) =>
  Number(advisesIn(actor, other.region)) - Number(advisesIn(actor, one.region)) ||
  (one.answerBy < other.answerBy ? -1 : 1);

// === published pages

type Page = {
  readonly id: InstructionId;
  readonly subject: Subject;
  readonly version?: number;
  readonly wordings: Wordings;
};

const headOf = ({ id, subject, version }: Page) => ({ id, subject, ...(version && { version }) });

/** Reads them each time, and works their words out again only when something was published meanwhile. */
function publishedPages({ library, county }: SearchingPorts) {
  let last: { readonly signature: string; readonly index: SearchIndex } | undefined;
  return async () => {
    const all = [...newestFirst(await library.all()), ...finders(county)];
    const signature = all.map(({ id, version }) => `${id} ${version}`).join('\n');
    if (last?.signature !== signature) last = { signature, index: indexOf(all.flatMap(searchable)) };
    return { all, index: last.index };
  };
}

const newestFirst = (all: readonly Instruction[]): readonly Page[] =>
  all
    .filter(isPublished)
    .toSorted((one, other) => (one.published.at > other.published.at ? -1 : 1))
    .map(({ id, subject, published }) => ({
      id,
      subject,
      version: published.n,
      wordings: published.wordings,
    }));

function finders(county: County): readonly Page[] {
  const wordings = findersPage(county, (language) => textsFor(language).library);
  return wordings ? [{ id: findersId, subject: 'finders', wordings }] : [];
}

const searchable = ({ id, wordings }: Page): readonly SearchablePage[] =>
  instructionLanguages.flatMap((language) => {
    const wording = wordings[language];
    return wording ? [{ id, language, ...wording }] : [];
  });

const openingLength = 160;

/** How a page begins, in the wanted language if it has it. */
function openingOf(one: Page, first: SearchablePage['language']) {
  const pages = searchable(one);
  const page = pages.find(({ language }) => language === first) ?? pages[0];
  return page ? [{ page, excerpt: plainText(page.text).slice(0, openingLength) }] : [];
}
