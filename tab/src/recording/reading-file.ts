/** Reads the file that a person chose, as text, whichever way their spreadsheet wrote its letters. */
import { importLimits } from '../../../bot/domain/tally/contact-import.ts';

export type ReadFile =
  | { readonly name: string; readonly csv: string }
  | { readonly refused: 'not-text' | 'too-big' | 'no-rows' };

export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > importLimits.bytes) return { refused: 'too-big' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return { refused: 'no-rows' };
  const csv = textOf(bytes);
  // a workbook or a picture has such signs, a table never
  return csv.includes('\0') || csv.startsWith('PK\u0003')
    ? { refused: 'not-text' }
    : { name: file.name, csv };
}

/** Excel writes CSV in Windows-1252, "CSV UTF-8" with a mark, and "Unicode text" in UTF-16. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // letters of another table are no UTF-8
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
