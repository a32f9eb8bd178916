/** Puts a month's figures together in full: as they are listed, and as a table of two dimensions. */
import { type County, urgencies, type Words } from '../../domain/county.ts';
import type { Moment, RegionId } from '../../domain/names.ts';
import { type Dimension, none } from '../../domain/tally/dimensions.ts';
import { type Cut, cutTo, type Facts } from '../../domain/tally/facts.ts';
import {
  assessments,
  type Counts,
  cellOf,
  countBy,
  countOf,
  digitalShare,
  misdirectedShare,
  promisesKept,
  tableOf,
  timesOf,
} from '../../domain/tally/figures.ts';
import { type MonthTally, sameDays } from '../../domain/tally/month-tally.ts';
import { channels } from '../../domain/tally/tally.ts';
import {
  type Compared,
  type CountRow,
  type FiguresView,
  listed,
  type Names,
  type TableView,
} from '../../domain/views/tally-views.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Values that are told also when there are none of them, in the order people know. */
function expected(county: County, dimension: Dimension): readonly string[] {
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  switch (dimension) {
    case 'region':
      return ids(county.regions);
    case 'channel':
      return channels;
    case 'topic':
      return ids(county.topics);
    case 'service':
      return ids(county.services);
    case 'urgency':
      return urgencies;
    case 'concern':
      return [...urgencies, 'unassessed'];
    case 'outcome':
      return ['guidance', 'grant', 'assessment', 'concern', 'redirect', 'callback'];
    case 'weekday':
      return weekdays;
    default:
      return [];
  }
}

/** The expected ones first, then what else occurs, the most frequent first; contacts without a value last. */
export function valuesIn(county: County, dimension: Dimension, ...all: readonly Counts[]): string[] {
  const first = expected(county, dimension);
  const sum = (value: string) => all.reduce((whole, counts) => whole + countOf(counts, value), 0);
  const others = [...new Set(all.flatMap((counts) => [...counts.keys()]))]
    .filter((value) => value !== none && !first.includes(value))
    .toSorted((one, other) => sum(other) - sum(one) || (one < other ? -1 : 1));
  return [...first, ...others, ...(sum(none) > 0 ? [none] : [])];
}

// --- in full ---

export type MonthPair = { readonly now: MonthTally; readonly lastYear: MonthTally | undefined };
export type FiguresContext = { readonly county: County; readonly at: Moment; readonly running: boolean };

/** The figures of the contacts a cut leaves. In a running month only the same days are compared. */
export function figuresView(
  { county, at, running }: FiguresContext,
  { now, lastYear }: MonthPair,
  cut: Cut,
): FiguresView {
  const facts = cutTo(now.facts, cut);
  const before = running || !lastYear ? undefined : cutTo(lastYear.facts, cut);
  const compared = <Figure>(of: (facts: Facts) => Figure): Compared<Figure> => ({
    now: of(facts),
    lastYear: before ? of(before) : 'no-data',
  });
  const rows = (dimension: Dimension, here = facts, there = before) => rowsOf(county, dimension, here, there);
  const misdirected = { misdirected: ['yes'] };
  return {
    contacts: compared(({ size }) => size),
    ...(running && sameDaysView(county, { now, lastYear }, cut, at)),
    lists: listsOf(listed, (one) => rows(one)),
    toClaim: compared((facts) => timesOf(facts, 'toClaim') ?? 'none'),
    toAnswer: compared((facts) => timesOf(facts, 'toAnswer') ?? 'none'),
    promises: compared(promisesKept),
    misdirected: compared(misdirectedShare),
    misdirectedTo: rows('redirect', cutTo(facts, misdirected), before && cutTo(before, misdirected)),
    digital: compared(digitalShare),
    digitalGrowth: growth(digitalShare(facts).n, before && digitalShare(before).n),
    assessments: compared(assessments),
    heat: heatOf(facts),
  };
}

const listsOf = <Name extends string>(names: readonly Name[], make: (name: Name) => CountRow[]) =>
  Object.fromEntries(names.map((one) => [one, make(one)])) as { [name in Name]: CountRow[] };

function rowsOf(county: County, dimension: Dimension, facts: Facts, before: Facts | undefined): CountRow[] {
  const [here, there] = [countBy(facts, dimension), before && countBy(before, dimension)];
  return valuesIn(county, dimension, here, there ?? new Map()).map((value) => ({
    value,
    now: countOf(here, value),
    lastYear: there ? countOf(there, value) : 'no-data',
  }));
}

/** From nothing there is no growth to speak of. */
const growth = (now: number, before: number | undefined) =>
  before === undefined || before === 0 ? 'no-data' : (now - before) / before;

function heatOf(facts: Facts): number[][] {
  const table = tableOf(facts, 'weekday', 'hour');
  return weekdays.map((day) => hours.map((hour) => cellOf(table, day, hour)));
}

/** Days are counted by region and by nothing else: another cut has no same days. */
function sameDaysView(
  county: County,
  { now, lastYear }: MonthPair,
  cut: Cut,
  at: Moment,
): Pick<FiguresView, 'sameDays' | 'sameDaysByRegion'> {
  const named = Object.keys(cut);
  if (named.some((dimension) => dimension !== 'region')) return {};
  const regions = cut.region as readonly RegionId[] | undefined;
  const whole = sameDays(now, lastYear, at, regions);
  if (!whole) return {};
  const each = county.regions.flatMap(({ id }) => {
    const of = !regions || regions.includes(id) ? sameDays(now, lastYear, at, [id]) : undefined;
    return of ? [{ region: id, ...of }] : [];
  });
  return { sameDays: whole, sameDaysByRegion: each };
}

// --- two dimensions ---

export type TableWish = {
  readonly rows: Dimension;
  readonly across: Dimension;
  readonly cut: Cut;
};

export function tableView(
  county: County,
  { month, facts: all }: MonthTally,
  { rows, across, cut }: TableWish,
): TableView {
  const facts = cutTo(all, cut);
  const table = tableOf(facts, rows, across);
  const down = valuesIn(county, rows, countBy(facts, rows));
  const columns = valuesIn(county, across, countBy(facts, across));
  const cells = down.map((row) => columns.map((column) => cellOf(table, row, column)));
  const shown = summedUp(cells, columns.length);
  return {
    month,
    rows,
    across,
    shared: false,
    cut,
    columns,
    lines: down.map((value, index) => ({
      value,
      cells: shown.cells[index] ?? [],
      sum: shown.rows[index] ?? 0,
    })),
    sums: shown.across,
    total: shown.total,
    names: namesOf(county),
  };
}

function summedUp(cells: readonly (readonly number[])[], width: number) {
  const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0);
  const across = Array.from({ length: width }, (_, column) => sum(cells.map((row) => row[column] ?? 0)));
  return { cells, rows: cells.map(sum), across, total: sum(across) };
}

/** The county's words for its own ids. */
export function namesOf(county: County): Names {
  const words = (all: readonly { readonly id: string; readonly name: Words }[]) =>
    Object.fromEntries(all.map(({ id, name }) => [id, name]));
  const { routing } = county;
  return {
    region: words(county.regions),
    place: words(routing.by === 'place' ? routing.places : routing.situations),
    topic: words(county.topics),
    category: words(county.categories),
    care: words(county.cares),
    service: words(county.services),
    redirect: words(county.redirects),
  };
}
