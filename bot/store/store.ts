/** Opens everything that the line keeps: every store of the desk on the tables of one account. */

import type { DraftStore } from '../desk/asking/ports.ts';
import type { DetailStore } from '../desk/casework/ports.ts';
import type { FeedbackStore } from '../desk/feedback/ports.ts';
import type { HoursStore } from '../desk/hours/ports.ts';
import type { LibraryStore } from '../desk/library/ports.ts';
import type { WatchStore } from '../desk/now/ports.ts';
import type { AuditLog, CaseStore, Clock, CountedCaseStore } from '../desk/ports.ts';
import type { RecordStore } from '../desk/recording/ports.ts';
import type { SetupStore } from '../desk/setup/ports.ts';
import type { BindingStore, PeopleStore } from '../desk/staff/ports.ts';
import type { ReportStore, TallyStore } from '../desk/tallies/ports.ts';
import type { ShowStore } from '../desk/upkeep/ports.ts';
import { createAuditLog } from './audit-log.ts';
import { createCaseStore, findEntry } from './cases/case-store.ts';
import { createDetailStore } from './cases/detail-store.ts';
import { createDraftStore } from './cases/draft-store.ts';
import { createShowStore } from './cases/show-store.ts';
import { createWatchStore } from './cases/watch-store.ts';
import { createLibraryStore } from './library/library-store.ts';
import { checkRows } from './migration/row-version.ts';
import { createBindingStore } from './staff/binding-store.ts';
import { createHoursStore } from './staff/hours-store.ts';
import { createPeopleStore } from './staff/people-store.ts';
import { createSetupStore } from './staff/setup-store.ts';
import { allShards } from './tables/keys.ts';
import { createSeal, type DataKeys } from './tables/seal.ts';
import { inTurns } from './tables/spread.ts';
import { type Tables, tableNames } from './tables/tables.ts';
import { createFeedbackStore } from './tallies/feedback-store.ts';
import { createRecordStore } from './tallies/record-store.ts';
import { createReportStore } from './tallies/report-store.ts';
import { createTallyStore } from './tallies/tally-store.ts';

export type StoreOptions = {
  readonly tables: Tables;
  readonly keys: DataKeys;
  readonly clock: Clock;
};

export type Store = {
  readonly cases: CaseStore;
  readonly drafts: DraftStore;
  readonly shows: ShowStore;
  readonly watch: WatchStore;
  readonly details: DetailStore;
  readonly audit: AuditLog;
  readonly people: PeopleStore;
  readonly bindings: BindingStore;
  readonly hours: HoursStore;
  readonly setupStore: SetupStore;
  readonly tallies: TallyStore;
  readonly reports: ReportStore;
  readonly library: LibraryStore;
  readonly feedback: FeedbackStore;
  readonly records: RecordStore;
  /** Resolves when storage answers and the tables stand. @throws what storage says when not. */
  ping(): Promise<void>;
  /** Makes the tables that are missing; safe to repeat. */
  createTables(): Promise<void>;
  /** @throws RowsNotReadyError when what is kept needs something done before this version may work on it. */
  checkRows(): Promise<void>;
};

/** As it is opened: it makes no facts, each change of a case brings its own. */
export type OpenedStore = Omit<Store, 'cases'> & { readonly cases: CountedCaseStore };

export function openStore({ tables, keys, clock }: StoreOptions): OpenedStore {
  const seal = createSeal(keys);
  const { cases, clients, audit, people, bindings, library, feedback, tallies } = tables;
  return {
    cases: createCaseStore({ cases, seal, clock }),
    drafts: createDraftStore({ cases, seal, clock }),
    shows: createShowStore({ cases, seal }),
    watch: createWatchStore({ cases, seal }),
    details: createDetailStore({
      clients,
      seal,
      isOwned: async (id) => {
        const kept = await findEntry({ cases, seal }, id);
        return kept?.kind === 'case' && !kept.case.purgedAt;
      },
    }),
    audit: createAuditLog({ audit, seal }),
    people: createPeopleStore(people),
    bindings: createBindingStore(bindings),
    hours: createHoursStore(bindings),
    setupStore: createSetupStore(bindings),
    tallies: createTallyStore({ cases, tallies, seal, clock }),
    reports: createReportStore(tallies),
    library: createLibraryStore(library),
    feedback: createFeedbackStore({ feedback, keys }),
    records: createRecordStore({ cases, clock }),
    async ping() {
      // a row that never is: the answer "none" says that the table is there
      await inTurns(tableNames, (name) => tables[name].read(allShards[0] ?? '', 'ping'));
    },
    async createTables() {
      await inTurns(tableNames, (name) => tables[name].make());
    },
    checkRows: () => checkRows(tables),
  };
}
