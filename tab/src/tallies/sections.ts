/** The sections of the page of tallies, in their order: what its index leads to. */
import { type FiguresView, listed, type TallyView, wide } from '../../../bot/domain/views/tally-views.ts';
import type { Say } from './words.ts';

type PageHeading = { readonly id: string; readonly words: string };

/** What stands below the month's own figures. */
export type Below = { readonly table: boolean; readonly feedback: boolean; readonly report: boolean };

export function sectionsOf(view: TallyView, below: Below, say: Say): readonly PageHeading[] {
  const { figures, county, sees } = view;
  const full = known(figures);
  const lists = sees === 'county' ? known(county)?.lists : undefined;
  return [
    { id: 'run', words: say.run.heading },
    ...(full && !isQuiet(full) ? inFull(full, say) : []),
    ...(lists ? wide.map((one) => ({ id: `county-${one}`, words: say.list[one] })) : []),
    ...(below.table ? [{ id: 'table', words: say.table.heading }] : []),
    ...(below.feedback ? [{ id: 'feedback', words: say.feedback.heading }] : []),
    ...(below.report ? [{ id: 'report', words: say.report.heading }] : []),
  ];
}

const inFull = (figures: FiguresView, say: Say): readonly PageHeading[] => [
  ...(sameDaysRegions(figures) ? [{ id: 'same-days', words: say.sections.sameDays }] : []),
  ...listed.map((one) => ({ id: `by-${one}`, words: say.list[one] })),
  { id: 'misdirected-to', words: say.sections.misdirected },
  { id: 'heat', words: say.heat.heading },
  { id: 'times', words: say.times.heading },
];

export const known = <Value extends object>(value: Value | 'no-data' | undefined) =>
  value === 'no-data' ? undefined : value;

/** Nothing this month, and nothing to set beside it. */
export const isQuiet = ({ contacts: { now, lastYear } }: FiguresView) =>
  now === 0 && (lastYear === 0 || lastYear === 'no-data');

/** The same days region by region say something of two regions or more. */
export const sameDaysRegions = ({ sameDays, sameDaysByRegion: regions = [] }: FiguresView) =>
  sameDays && regions.length > 1 ? { regions, through: sameDays.through } : undefined;
