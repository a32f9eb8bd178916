/** Writes sheets as an Excel workbook, and one of them as CSV. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { csvOf } from './csv.ts';
import type { Sheet, SheetCell } from './tally-sheets.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Cells keep their types: a text is never a formula in a workbook, and a number can be reckoned with. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row, nth) => row.map((cell) => typed(cell, nth === 0))) as SheetData,
      columns: widths(rows),
      stickyRowsCount: 1,
    })),
  );
  return written.toBuffer();
}

function typed(cell: SheetCell, isHead: boolean) {
  if (typeof cell === 'string')
    return { value: cell, type: String, ...(isHead && { fontWeight: 'bold' as const }) };
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: cell.share, type: Number, format: '0.0%' };
}

const widest = 60;

function widths(rows: Sheet['rows']): { width: number }[] {
  const [head = []] = rows;
  return head.map((_, column) => {
    const lengths = rows.map((row) => (typeof row[column] === 'string' ? row[column].length : 8));
    return { width: Math.min(widest, Math.max(...lengths) + 2) };
  });
}

export const csvType = 'text/csv; charset=utf-8';

export const csvOfSheet = ({ rows }: Sheet): Uint8Array => csvOf(rows.map((row) => row.map(asText)));

/** A comma is the decimal sign in Finland and Sweden. */
function asText(cell: SheetCell): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? decimal(cell) : `${decimal(Math.round(cell.share * 1000) / 10)} %`;
}

const decimal = (n: number) => String(n).replace('.', ',');
