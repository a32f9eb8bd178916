/** Tells each person the months their roles allow, and keeps what a finished month was. */
import { monthOf, sameMonthLastYear } from '../../domain/calendar.ts';
import type { Case, Person } from '../../domain/case/case.ts';
import { threadLink } from '../../domain/case/thread-link.ts';
import type { County } from '../../domain/county.ts';
import type { Month } from '../../domain/names.ts';
import { type Actor, noRole, noRoles, type Roles } from '../../domain/roles.ts';
import { type Cut, compact, cutTo } from '../../domain/tally/facts.ts';
import { type MonthTally, summaryOf } from '../../domain/tally/month-tally.ts';
import { contactOf } from '../../domain/tally/tally.ts';
import {
  type CasesBehind,
  type Sees,
  sharedAcross,
  type TableView,
  type TallyRefusal,
  type TallyView,
} from '../../domain/views/tally-views.ts';
import { newest, readThrough } from '../cache.ts';
import { figuresView, namesOf, type TableWish, tableView } from './figures.ts';
import { count, finished, type MonthPorts, recount } from './months.ts';
import { runBefore, runPoints } from './run.ts';
import { countyView, sharedTable, type TallyScope } from './shared.ts';

export type TallyPorts = MonthPorts & {
  readonly county: County;
  /** The one source of roles, for chat, channel and tab. */
  readonly staff: { actor(person: Person): Promise<Actor> };
};

/** Everybody who opens the tab reads the running month: once in so many milliseconds is enough for all of them. */
const runningKeptMs = 30_000;
/** Cases that a drill-down looks through: each is read and opened, so their number bounds its cost. */
const mostCases = 2000;

export function createTallies(ports: TallyPorts) {
  const { county, tallies, clock, staff } = ports;
  const thisMonth = () => monthOf(clock.now());
  const load = loader(ports, thisMonth);

  return {
    /**
     * The month as that person may see it: advisors see their own regions in full, others none. `shared` tells it as
     * everybody may see it, to be passed on.
     */
    async month(person: Person, month: Month, cut: Cut = {}, shared = false): Promise<TallyView> {
      const actor = await staff.actor(person);
      const [now, lastYear, run] = await Promise.all([
        load(month),
        tallies.find(sameMonthLastYear(month)),
        runBefore(tallies, month),
      ]);
      const looking = { county, at: clock.now(), running: month === thisMonth() };
      const seen = scopeOf(county, shared ? noRoles : actor);
      const readership = readershipOf(county, actor);
      const pair = now && { now, lastYear };
      const asked = withinScope(seen, cut);
      return {
        month,
        at: looking.at,
        running: looking.running,
        sees: seen.sees,
        regions: seen.regions.map(({ id, name }) => ({ id, name })),
        cut,
        ...(seen.sees !== 'county' && { figures: pair ? figuresView(looking, pair, asked) : 'no-data' }),
        ...(seen.sees !== 'all' && {
          county: pair ? countyView(readership, pair, looking.running) : 'no-data',
        }),
        run: runPoints([...run, ...(now ? [summaryOf(now)] : [])], {
          month,
          running: looking.running,
          sees: seen.sees,
          readership,
        }),
        names: namesOf(county),
      };
    },

    ...lookingCloser(ports, load),

    /** Keeps every finished month that is not kept yet, or changed since. Safe to repeat, safe to run twice at once. */
    recount: () => recount(ports),
  };
}

export type Tallies = ReturnType<typeof createTallies>;

type Load = (month: Month) => Promise<MonthTally | undefined>;

function loader(ports: TallyPorts, thisMonth: () => Month): Load {
  const running = readThrough<MonthTally>(newest(runningKeptMs, ports.clock));
  return (month) =>
    month === thisMonth() ? running(month, () => count(ports, month)) : finished(ports, month);
}

/** What is asked beyond the month itself. */
function lookingCloser({ county, tallies, staff, clock }: TallyPorts, load: Load) {
  return {
    /** Two dimensions as a table, of what the person sees in full. */
    async table(person: Person, month: Month, wish: TableWish): Promise<TableView | TallyRefusal> {
      const seen = scopeOf(county, await staff.actor(person));
      if (seen.sees === 'county') return noRole('line');
      const tally = await load(month);
      if (!tally) return { refused: 'no-data' };
      return tableView(county, tally, { ...wish, cut: withinScope(seen, wish.cut) });
    },

    /**
     * A table to be passed on: of the whole county, the same for everybody, and only such as keep each other's secrets.
     * Tables of any cut would give a small number away to who compares two of them.
     */
    async sharedTable(
      person: Person,
      month: Month,
      { rows, across, cut }: TableWish,
    ): Promise<TableView | TallyRefusal> {
      const shared = sharedAcross.find((one) => one === across);
      if (rows !== 'region' || !shared || Object.keys(cut).length > 0) return { refused: 'not-shared' };
      if (month === monthOf(clock.now())) return { refused: 'running' };
      const [actor, tally] = await Promise.all([staff.actor(person), load(month)]);
      return tally ? sharedTable(readershipOf(county, actor), tally, shared) : { refused: 'no-data' };
    },

    /** The cases behind a figure. Contacts recorded without a case, and purged cases, are in the figure alone. */
    async casesBehind(person: Person, month: Month, cut: Cut): Promise<CasesBehind | TallyRefusal> {
      const seen = scopeOf(county, await staff.actor(person));
      if (seen.sees === 'county') return noRole('line');
      const tally = await load(month);
      if (!tally) return { refused: 'no-data' };
      const asked = withinScope(seen, cut);
      const { cases, all } = await tallies.notPurged(mostCases);
      const behind = cases.filter((one) => isBehind(county, one, month, asked));
      return {
        month,
        contacts: cutTo(tally.facts, asked).size,
        cases: behind.toSorted(newestFirst).map(behindView),
        all,
      };
    },
  };
}

// --- who sees what ---

type Scope = { readonly sees: Sees; readonly regions: County['regions'] };

function scopeOf(county: County, { supervisor, advisorIn }: Roles): Scope {
  if (supervisor) return { sees: 'all', regions: county.regions };
  const regions = county.regions.filter(({ id }) => advisorIn.includes(id));
  return { sees: regions.length > 0 ? 'own' : 'county', regions };
}

const idsOf = ({ regions }: Scope) => regions.map(({ id }) => id);

/** A supervisor passes on what everybody may see: what they know themselves is no measure of it. */
const readershipOf = (county: County, { supervisor, advisorIn }: Roles): TallyScope => ({
  county,
  known: supervisor ? [] : advisorIn.filter((id) => county.regions.some((region) => region.id === id)),
});

/** A cut never reaches beyond one's own regions. */
function withinScope(scope: Scope, cut: Cut): Cut {
  if (scope.sees === 'all') return cut;
  const own: readonly string[] = idsOf(scope);
  return { ...cut, region: cut.region ? cut.region.filter((id) => own.includes(id)) : own };
}

// --- the cases behind a figure ---

function isBehind(county: County, one: Case, month: Month, cut: Cut): boolean {
  if (monthOf(one.receivedAt) !== month) return false;
  return cutTo(compact([contactOf(county, one)]), cut).size === 1;
}

const newestFirst = (one: Case, other: Case) => (one.receivedAt > other.receivedAt ? -1 : 1);

function behindView(one: Case): CasesBehind['cases'][number] {
  const link = threadLink(one);
  return { id: one.id, receivedAt: one.receivedAt, ...(link && { link }) };
}
