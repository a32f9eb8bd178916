/** Tells the news of instructions, each to each once at most, and what can be cited. */
import { addDays, dayOf, momentAt } from '../../domain/calendar.ts';
import type { Language } from '../../domain/county.ts';
import { type Citation, citationOf } from '../../domain/instructions/citing.ts';
import { type Instruction, isPublished } from '../../domain/instructions/instructions.ts';
import type { PersonId } from '../../domain/names.ts';
import type { Clock, Log } from '../ports.ts';
import type { LibraryNews, LibraryStore, Nudge } from './ports.ts';

export type NewsPorts = {
  readonly library: LibraryStore;
  readonly news: LibraryNews;
  readonly clock: Clock;
  readonly log: Log;
};

/** News lives this long: the same day's reminder must not be recorded twice. */
const newsDays = 7;

export function libraryNews(ports: NewsPorts) {
  const { library, news, clock, log } = ports;

  async function tellAll(nudge: Nudge): Promise<void> {
    const [instruction, version] = await Promise.all([
      library.find(nudge.instruction),
      library.version(nudge.instruction, nudge.version),
    ]);
    for (;;) {
      // recorded as told before it is: nobody's phone rings twice
      const target = await library.takeTarget(nudge);
      if (!target) return;
      if (!instruction || !version || !isStillNews(instruction, nudge)) continue;
      if (target.to === 'person' && (await hasReadIt(target.person, nudge))) continue;
      await news.tell(target, { instruction, version });
    }
  }

  async function hasReadIt(person: PersonId, { instruction, version }: Nudge): Promise<boolean> {
    return ((await library.reader(person))?.receipts[instruction]?.version ?? 0) >= version;
  }

  return {
    /** Tells what has not been told; for upkeep, and right after publishing. @returns how many news. */
    async tellNews(): Promise<number> {
      const due = await library.dueNudges();
      for (const nudge of due) await tellAll(nudge);
      if (due.length > 0) log('info', 'news of instructions told', { count: due.length });
      return due.length;
    },

    forgetNews: () => library.forgetNudges(momentAt(addDays(dayOf(clock.now()), -newsDays), '00:00')),

    /** What an advisor can cite, by title. */
    async citable(language: Language): Promise<readonly Citation[]> {
      const all = (await library.all()).map((one) => citationOf(one, language));
      return all
        .filter((one) => one !== undefined)
        .toSorted((a, b) => a.title.localeCompare(b.title, language));
    },
  };
}

/** Retired or published again since: the newer news tells. */
const isStillNews = (one: Instruction, { version }: Nudge) => isPublished(one) && one.published.n === version;
