/** Tells of a month what everybody may see: one set of lists and tables, the same no matter who asks, hidden together. */
import type { County } from '../../domain/county.ts';
import type { RegionId } from '../../domain/names.ts';
import { countsMany, type Dimension } from '../../domain/tally/dimensions.ts';
import type { Facts } from '../../domain/tally/facts.ts';
import { cellOf, countBy, countOf, tableOf } from '../../domain/tally/figures.ts';
import {
  type ByRegion,
  hiddenAlone,
  hiddenCells,
  hiddenRegions,
  hiddenValues,
  isTold,
  type ReaderRegions,
  readersOf,
} from '../../domain/tally/hiding.ts';
import { type MonthSummary, type MonthTally, summed } from '../../domain/tally/month-tally.ts';
import { channels } from '../../domain/tally/tally.ts';
import {
  type Cell,
  type CountRow,
  type CountyView,
  type SharedAcross,
  type TableView,
  wide,
} from '../../domain/views/tally-views.ts';
import { type MonthPair, namesOf, valuesIn } from './figures.ts';

/** Who reads: `known` are the regions they know in full, beyond what everybody may. */
export type TallyScope = { readonly county: County; readonly known: readonly RegionId[] };

/** A month before its readers: its regions, what each had, and what each kind of reader can take away. */
type SharedContext = {
  readonly county: County;
  readonly facts: Facts;
  readonly regions: readonly string[];
  readonly totals: readonly number[];
  readonly readers: readonly ReaderRegions[];
  readonly told: boolean;
};

function readingOf(readership: TallyScope, facts: Facts): SharedContext {
  return { county: readership.county, facts, ...beforeReaders(readership, countBy(facts, 'region')) };
}

function beforeReaders({ county, known }: TallyScope, counts: ReadonlyMap<string, number>) {
  const regions = regionsAmong(county, counts.keys());
  const totals = regions.map((id) => countOf(counts, id));
  const readers = readersIn(regions, known);
  return { regions, totals, readers, told: isTold(totals, readers) };
}

/** Those of the county file, and those that it no longer has. */
function regionsAmong(county: County, occurring: Iterable<string>): readonly string[] {
  const own: readonly string[] = county.regions.map(({ id }) => id);
  return [...own, ...[...occurring].filter((id) => !own.includes(id)).toSorted()];
}

const readersIn = (regions: readonly string[], known: readonly RegionId[]) =>
  readersOf(
    regions.length,
    known.map((id) => regions.indexOf(id)),
  );

/** Hidden, or told as it is. */
const unless = (hidden: boolean, n: number): Cell => (hidden ? 'hidden' : n);

// --- lists ---

/** In a running month the total alone: who looks twice would see each contact come. */
export function countyView(
  readership: TallyScope,
  { now, lastYear }: MonthPair,
  running: boolean,
): CountyView {
  const here = readingOf(readership, now.facts);
  const before = running || !lastYear ? undefined : readingOf(readership, lastYear.facts);
  const contacts = totalOf(here);
  const last = before ? totalOf(before) : 'no-data';
  if (running) return { contacts, lastYear: last };
  const lists = wide.map((dimension) => [dimension, rowsOf(dimension, here, before)]);
  return { contacts, lastYear: last, lists: Object.fromEntries(lists) };
}

/** The same total from what each region had: told wherever the month's tallies tell it, and nowhere else. */
export function sharedTotal(readership: TallyScope, counts: ReadonlyMap<string, number>): number | 'hidden' {
  const { totals, told } = beforeReaders(readership, counts);
  return told ? totals.reduce((all, n) => all + n, 0) : 'hidden';
}

const totalOf = ({ told, facts }: SharedContext): Cell => unless(!told, facts.size);

function rowsOf(
  dimension: Dimension,
  here: SharedContext,
  before: SharedContext | undefined,
): readonly CountRow[] {
  const [now, lastYear] = [sharedCounts(here, dimension), before && sharedCounts(before, dimension)];
  const all = [here, ...(before ? [before] : [])].map(({ facts }) => countBy(facts, dimension));
  return valuesIn(here.county, dimension, ...all).map((value) => ({
    value,
    now: now.get(value) ?? 0,
    lastYear: lastYear ? (lastYear.get(value) ?? 0) : 'no-data',
  }));
}

/** A month hides the same whether it is looked at or compared with: its values stand in an order of their own. */
function sharedCounts(reading: SharedContext, dimension: Dimension): ReadonlyMap<string, Cell> {
  const { facts, told } = reading;
  const counts = countBy(facts, dimension);
  const values = [...counts.keys()].toSorted();
  const hidden = told ? hiddenIn(reading, dimension, values) : undefined;
  return new Map(
    values.map((value, nth) => [value, unless(hidden?.has(nth) ?? true, countOf(counts, value))]),
  );
}

/** By their place among the values. */
function hiddenIn(
  reading: SharedContext,
  dimension: Dimension,
  values: readonly string[],
): ReadonlySet<number> {
  const { totals, regions, readers } = reading;
  if (dimension === 'region') {
    const names = [...hiddenRegions(totals, readers)].map((place) => regions[place] ?? '');
    return new Set(names.map((name) => values.indexOf(name)));
  }
  const rows = cellsOf(reading, dimension, values);
  return countsMany(dimension) ? hiddenAlone(rows, readers) : hiddenValues(rows, readers);
}

function cellsOf({ facts, regions }: SharedContext, across: Dimension, values: readonly string[]): ByRegion {
  const table = tableOf(facts, 'region', across);
  return regions.map((region) => values.map((value) => cellOf(table, region, value)));
}

// --- the run ---

/** Of a month in the run: all contacts, and those by Teams as far as the month's list by channel tells them. */
export function sharedSummary(
  { county, known }: TallyScope,
  summary: MonthSummary,
): { readonly contacts: Cell; readonly digital: Cell } {
  const regions = regionsAmong(county, Object.keys(summary.regions));
  const readers = readersIn(regions, known);
  const among = channels.toSorted();
  const rows = regions.map((region) =>
    among.map((channel) => summed(summary, [region as RegionId], [channel])),
  );
  const totals = regions.map((region) => summed(summary, [region as RegionId]));
  if (!isTold(totals, readers)) return { contacts: 'hidden', digital: 'hidden' };
  const isHidden = hiddenValues(rows, readers).has(among.indexOf('teams'));
  return { contacts: summed(summary), digital: unless(isHidden, summed(summary, undefined, ['teams'])) };
}

// --- tables ---

/** Regions by one of the dimensions that are shared so; every one of them keeps the secrets of the others. */
export function sharedTable(readership: TallyScope, tally: MonthTally, across: SharedAcross): TableView {
  const reading = readingOf(readership, tally.facts);
  const { county, regions } = reading;
  const counts = countBy(tally.facts, across);
  const inOrder = [...counts.keys()].toSorted();
  const shown = shownCells(reading, across, inOrder);
  const columns = valuesIn(county, across, counts);
  const [byRegion, byValue] = [sharedCounts(reading, 'region'), sharedCounts(reading, across)];
  return {
    month: tally.month,
    rows: 'region',
    across,
    shared: true,
    cut: {},
    columns,
    lines: regions.map((value, nth) => ({
      value,
      cells: columns.map((column) => shown[nth]?.[inOrder.indexOf(column)] ?? 0),
      sum: byRegion.get(value) ?? 0,
    })),
    sums: columns.map((value) => byValue.get(value) ?? 0),
    total: totalOf(reading),
    names: namesOf(county),
  };
}

function shownCells(
  reading: SharedContext,
  across: SharedAcross,
  values: readonly string[],
): readonly (readonly Cell[])[] {
  const { totals, readers, told } = reading;
  const rows = cellsOf(reading, across, values);
  const margins = { regions: hiddenRegions(totals, readers), values: hiddenValues(rows, readers) };
  const hidden = told ? hiddenCells(rows, margins, readers) : [];
  return rows.map((row, down) => row.map((n, right) => unless(hidden[down]?.[right] ?? true, n)));
}
