/** A table as CSV, as a spreadsheet of these countries opens it, and with nothing in it that would run there. */

/** Rows of cells, the heads first. Semicolons part the cells, for a comma is a decimal sign here. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((cells) => cells.map(cell).join(';')).join('\r\n');
  // without the mark Excel takes the text for Latin-1
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

/** What begins as a formula is made a text first (OWASP: CSV injection). */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
