/** Joins what the tab adds to the line: tallies and month reports, instructions, feedback, recorded contacts. */

import { atMostEvery } from './desk/at-most-every.ts';
import { createFeedback } from './desk/feedback/feedback.ts';
import { createLibrary } from './desk/library/library.ts';
import type { Chance, Clock, Log } from './desk/ports.ts';
import { createRecording } from './desk/recording/recording.ts';
import type { Staff } from './desk/staff/staff.ts';
import { createMonthReports } from './desk/tallies/month-report.ts';
import { createTallies } from './desk/tallies/tallies.ts';
import type { County } from './domain/county.ts';
import { tabEntity, teamsLink } from './domain/instructions/citing.ts';
import type { StarterPage } from './domain/instructions/instructions.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import type { TeamsClient } from './teams/client/teams-client.ts';
import { createLibraryNews } from './teams/showing/library-news.ts';
import { createReports } from './teams/showing/month-report.ts';

export type TabParts = {
  readonly settings: Settings;
  readonly county: County;
  readonly store: Store;
  readonly staff: Staff;
  readonly teams: TeamsClient;
  readonly chance: Chance;
  readonly clock: Clock;
  readonly log: Log;
  readonly starterPages: readonly StarterPage[];
};

/** A case marks its month in the same write that changes it: looking now and then is enough. */
const seldomMs = 600_000;

export function joinTab({ settings, store, starterPages, ...parts }: TabParts) {
  const { clock, staff } = parts;
  const { reports: reportStore, ...stores } = store;
  const linkTo = (path: string) => teamsLink({ appId: settings.teamsAppId, tab: tabEntity }, path);
  const base = { ...parts, ...stores };
  const reports = createReports({ ...base, tabLink: (month) => linkTo(`tallies/${month}`) });
  const tallies = createTallies(base);
  const monthReports = createMonthReports({ tallies: store.tallies, reportStore, reports, clock, staff });
  const library = createLibrary({ ...base, news: createLibraryNews({ ...base, linkTo }) });
  const feedback = createFeedback(base);
  const recording = createRecording(base);
  const seldom = atMostEvery(seldomMs, clock, async () => {
    await tallies.recount();
    await monthReports.turnOfMonth();
    await library.forgetNews();
    await feedback.forgetWeeks();
    await recording.forgetEntries();
  });
  return {
    tallies,
    monthReports,
    library,
    feedback,
    recording,
    linkTo,
    /** An empty library begins with the county's own pages. */
    async plant(): Promise<void> {
      if (starterPages.length > 0) await library.plant(starterPages);
    },
    /** What upkeep does for all of these. */
    async keepTab(): Promise<void> {
      await library.tellNews();
      await recording.sweepImports();
      await seldom();
    },
  };
}
