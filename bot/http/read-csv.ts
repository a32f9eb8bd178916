/** Reads a CSV file's text into rows, as spreadsheets of these countries write them. */
import { CsvError, parse } from 'csv-parse/sync';
import type { CsvTable } from '../domain/tally/contact-import.ts';

export type CsvRefusal = { readonly refused: 'not-csv'; readonly line?: number };

/** The first line names the columns; which sign parts them is seen from it. Empty lines are left out. */
export function readCsv(text: string): CsvTable | CsvRefusal {
  try {
    const read = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    let within = 0;
    const [first, ...rows] = read.map(({ record: cells, info: { lines } }) => {
      // a spreadsheet numbers rows: lines within a cell are none (csv-parse counts two for Windows' line ends there)
      within += cells.join('').match(/[\r\n]/g)?.length ?? 0;
      return { line: lines - within, cells };
    });
    return { heads: first?.cells ?? [], rows };
  } catch (error) {
    // a quote that never ends, or one in the middle of a cell
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    return { refused: 'not-csv', ...(typeof line === 'number' && { line }) };
  }
}

/** Of the usual ones that which stands oftenest in the first line; a semicolon when none does. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => head.split(sign).length;
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}
