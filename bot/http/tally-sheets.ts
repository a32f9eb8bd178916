/** A month's tallies as sheets of typed cells, in the reader's words: what is saved as a workbook or as CSV. */
import type { Language } from '../domain/county.ts';
import type { Dimension } from '../domain/tally/dimensions.ts';
import type { Share, Times } from '../domain/tally/figures.ts';
import type {
  Cell,
  Compared,
  CountRow,
  FiguresView,
  TableView,
  TallyView,
} from '../domain/views/tally-views.ts';
import { monthName } from '../words/month-name.ts';
import { type TallyTexts, tallyTextsFor, valueName } from '../words/tab/tally-texts.ts';
import { weekdayName } from '../words/when.ts';

/** `share`: from 0 to 1, shown as per cents. */
export type SheetCell = string | number | { readonly share: number };
export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] };

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The month as that person sees it, the summary first. */
export function sheetsOf(view: TallyView, language: Language): readonly Sheet[] {
  const texts = tallyTextsFor(language);
  const figures = view.figures === 'no-data' ? undefined : view.figures;
  return [
    summarySheet(view, figures, texts, language),
    listsSheet(view, texts, language),
    ...(figures ? [heatSheet(figures, texts, language)] : []),
    runSheet(view, texts, language),
  ];
}

function summarySheet(
  view: TallyView,
  figures: FiguresView | undefined,
  texts: TallyTexts,
  language: Language,
): Sheet {
  const { column, figure, sheet } = texts;
  const county = view.county === 'no-data' ? undefined : view.county;
  const cells = (cell: Cell) => shown(texts, cell);
  return {
    name: sheet.summary,
    rows: [
      [column.figure, column.now, column.lastYear],
      [column.month, monthName(language, view.month), ''],
      ...(figures ? figureRows(figures, texts) : []),
      ...(county
        ? [[`${figure.contacts}, ${column.county}`, cells(county.contacts), cells(county.lastYear)]]
        : []),
      ...(view.sees === 'all' ? [] : [[texts.sharedNote, '', '']]),
    ],
  };
}

function figureRows(figures: FiguresView, texts: TallyTexts): SheetCell[][] {
  const { figure, noData } = texts;
  const both = <Figure>({ now, lastYear }: Compared<Figure>, cell: (one: Figure) => SheetCell) => [
    cell(now),
    lastYear === 'no-data' ? noData : cell(lastYear),
  ];
  const share = ({ n, of }: Share): SheetCell => (of === 0 ? noData : { share: n / of });
  const minutes = (which: 'median' | 'p90') => (times: Times | 'none') =>
    times === 'none' ? noData : times[which];
  const { digitalGrowth } = figures;
  return [
    [figure.contacts, ...both(figures.contacts, (n) => n)],
    [figure.digital, ...both(figures.digital, share)],
    [figure.digitalGrowth, digitalGrowth === 'no-data' ? noData : { share: digitalGrowth }, ''],
    [figure.misdirected, ...both(figures.misdirected, share)],
    [figure.promises, ...both(figures.promises, share)],
    [figure.claimMedian, ...both(figures.toClaim, minutes('median'))],
    [figure.claimP90, ...both(figures.toClaim, minutes('p90'))],
    [figure.answerMedian, ...both(figures.toAnswer, minutes('median'))],
    [figure.answerP90, ...both(figures.toAnswer, minutes('p90'))],
    [figure.assessments, ...both(figures.assessments, ({ all }) => all)],
    [figure.assessmentsInTime, ...both(figures.assessments, ({ statutory }) => share(statutory))],
  ];
}

function shown({ hidden, noData }: TallyTexts, cell: Cell): SheetCell {
  if (cell === 'hidden') return hidden;
  return cell === 'no-data' ? noData : cell;
}

/** One list below the other: a filter in the spreadsheet finds each. */
function listsSheet(view: TallyView, texts: TallyTexts, language: Language): Sheet {
  const { column, dimension, sheet } = texts;
  const { figures, county } = view;
  const lists: { readonly [dimension: string]: readonly CountRow[] } =
    figures && figures !== 'no-data'
      ? figures.lists
      : county && county !== 'no-data' && county.lists
        ? county.lists
        : {};
  const rows = Object.entries(lists).flatMap(([of, list]) =>
    list.map(({ value, now, lastYear }) => [
      dimension[of as Dimension],
      valueName(language, view.names, of as Dimension, value),
      shown(texts, now),
      shown(texts, lastYear),
    ]),
  );
  return {
    name: sheet.lists,
    rows: [[column.dimension, column.value, column.now, column.lastYear], ...rows],
  };
}

function heatSheet(
  { heat }: FiguresView,
  { column, dimension, sheet }: TallyTexts,
  language: Language,
): Sheet {
  const hours = Array.from({ length: 24 }, (_, hour) => `${hour}–${hour + 1}`);
  const sum = (numbers: readonly number[]) => numbers.reduce((whole, n) => whole + n, 0);
  const rows = weekdays.map((day, nth) => {
    const counts = heat[nth] ?? [];
    return [weekdayName(language, day), ...counts, sum(counts)];
  });
  return { name: sheet.heat, rows: [[dimension.weekday, ...hours, column.sum], ...rows] };
}

function runSheet({ run }: TallyView, texts: TallyTexts, language: Language): Sheet {
  const { column, figure, sheet } = texts;
  const cells = (cell: Cell) => shown(texts, cell);
  return {
    name: sheet.run,
    rows: [
      [column.month, figure.contacts, column.digital, column.county],
      ...run.map(({ month, contacts, digital, county }) => [
        monthName(language, month),
        cells(contacts),
        cells(digital),
        cells(county),
      ]),
    ],
  };
}

/** Two dimensions, with the sums of rows and columns. */
export function tableSheet(table: TableView, language: Language): Sheet {
  const texts = tallyTextsFor(language);
  const name = (dimension: Dimension, value: string) => valueName(language, table.names, dimension, value);
  const cells = (all: readonly Cell[]) => all.map((cell) => shown(texts, cell));
  const { rows, across, columns, lines, sums, total } = table;
  return {
    name: texts.sheet.table,
    rows: [
      [
        `${texts.dimension[rows]} / ${texts.dimension[across]}`,
        ...columns.map((value) => name(across, value)),
        texts.column.sum,
      ],
      ...lines.map((line) => [name(rows, line.value), ...cells([...line.cells, line.sum])]),
      [texts.column.sum, ...cells([...sums, total])],
    ],
  };
}
