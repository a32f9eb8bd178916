/** A library of instructions behind the tab in Chromium: the real rules, tables of its own, the county's own starter pages, people by token. */
import { fileURLToPath } from 'node:url';
import { loadStarterPages } from '../../bot/counties/read-instructions.ts';
import { createLibrary, type Library } from '../../bot/desk/library/library.ts';
import type { NudgeTarget } from '../../bot/desk/library/ports.ts';
import type { Clock } from '../../bot/desk/ports.ts';
import type { PersonRecord } from '../../bot/desk/staff/ports.ts';
import { createSupervision } from '../../bot/desk/supervision/supervision.ts';
import { addDays } from '../../bot/domain/calendar.ts';
import type { Subject } from '../../bot/domain/instructions/instructions.ts';
import { type InstructionId, instructionId, personId } from '../../bot/domain/names.ts';
import type { Actor } from '../../bot/domain/roles.ts';
import { libraryRoutes } from '../../bot/http/library-routes.ts';
import { meRoutes } from '../../bot/http/me-routes.ts';
import type { TabRoute } from '../../bot/http/tab-api.ts';
import { ada, bo, cia, county, eve, keskinen, monday, noon, nurse, pohjoinen } from './cases.ts';
import { emptyStore, stillClock } from './stores.ts';

/** Keeps the instructions, by a role of their own. */
export const uma: Actor = { ...nurse, id: personId('uma'), name: 'Uma Uusi', updater: true };
const known: readonly Actor[] = [ada, bo, cia, eve, uma, nurse];
const onTheLine: readonly Actor[] = [ada, bo, cia, eve, uma];

/** The person whose id the token is. */
export const speakerOf = (token: string | undefined): Actor => known.find(({ id }) => id === token) ?? eve;

export type TabLibrary = {
  readonly routes: readonly TabRoute[];
  /** A new, empty library behind the same routes. */
  begin(): Promise<void>;
  /** The county's starter pages, as drafts. */
  plant(): Promise<void>;
  readonly library: Library;
  /** Stands still at noon on a Monday until it is set. */
  readonly clock: ReturnType<typeof stillClock>;
  /** Whom news has reached. */
  readonly told: readonly NudgeTarget[];
  write(id: string, page: WrittenPage): Promise<InstructionId>;
  publish(id: string, options?: { readonly by?: Actor; readonly note?: string }): Promise<void>;
};

export type WrittenPage = {
  readonly subject?: Subject;
  readonly fi?: readonly [title: string, text: string];
  readonly sv?: readonly [title: string, text: string];
  readonly by?: Actor;
};

const countyFile = fileURLToPath(new URL('../../bot/counties/pohjois-savo.json', import.meta.url));

async function openLibrary(told: NudgeTarget[], clock: Clock): Promise<Library> {
  return createLibrary({
    county,
    library: (await emptyStore()).library,
    cases: { find: async () => undefined, said: async () => [] },
    bindings: {
      all: async () =>
        [keskinen, pohjoinen].map((region) => ({ for: region, channelId: `19:${region}` })) as never,
    },
    news: { tell: async (target) => void told.push(target) },
    clock,
    log: () => undefined,
    staff: {
      actor: async ({ id }) => speakerOf(id),
      find: async (id) => known.find((one) => one.id === id) as PersonRecord | undefined,
      onTheLine: async () => onTheLine as readonly PersonRecord[],
    },
  });
}

export async function openTabLibrary(): Promise<TabLibrary> {
  const told: NudgeTarget[] = [];
  const clock = stillClock(noon);
  let library = await openLibrary(told, clock);
  // the routes stay while the library behind them is changed for another
  const current = new Proxy({} as Library, { get: (_, deed) => library[deed as keyof Library] });
  const supervision = createSupervision({
    county,
    clock,
    cases: { contacts: async () => [] },
    staff: { actor: async ({ id }) => speakerOf(id) },
  });
  const newest = async (id: string) => {
    const read = await library.page(eve, instructionId(id));
    if ('refused' in read || !read.writing) throw new Error(`There is no page ${id} to write`);
    return read.writing.newest.n;
  };
  const done = (outcome: object) => {
    if ('refused' in outcome) throw new Error(JSON.stringify(outcome));
  };
  return {
    routes: [...meRoutes(supervision), ...libraryRoutes(current)],
    async begin() {
      told.length = 0;
      clock.set(noon);
      library = await openLibrary(told, clock);
    },
    plant: async () => void (await library.plant(await loadStarterPages(countyFile))),
    library: current,
    clock,
    told,
    async write(id, { subject = 'criteria', fi, sv, by = eve }) {
      const worded = ([title, text]: readonly [string, string]) => ({ title, text });
      const wordings = { ...(fi && { fi: worded(fi) }), ...(sv && { sv: worded(sv) }) };
      const wish = { subject, wordings, reviewBy: addDays(monday, 90) };
      const there = await library.page(eve, instructionId(id));
      const isNew = 'refused' in there;
      done(
        isNew
          ? await library.begin(by, instructionId(id), wish)
          : await library.change(by, instructionId(id), { do: 'write', seen: await newest(id), ...wish }),
      );
      return instructionId(id);
    },
    async publish(id, { by = eve, note = 'Enimmäisaika muuttui.' } = {}) {
      const seen = await newest(id);
      done(await library.change(by, instructionId(id), { do: 'publish', seen, note, tell: 'nobody' }));
    },
  };
}
