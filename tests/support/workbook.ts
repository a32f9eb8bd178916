/** Reads a workbook back as a spreadsheet would: every sheet by its name, each cell with its type. */
import { strFromU8, unzipSync } from 'fflate';

export type ReadCell = string | number | { readonly formula: string };

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

export function readWorkbook(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly ReadCell[])[]> {
  const files = unzipSync(bytes);
  const textOf = (name: string) => {
    const file = files[name];
    if (!file) throw new Error(`The workbook has no ${name}: ${Object.keys(files)}`);
    return strFromU8(file);
  };
  const shared = files['xl/sharedStrings.xml']
    ? all(textOf('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs)
    : [];
  const strings = shared.map((item) => unescaped(all(item, /<t[^>]*>(.*?)<\/t>/gs).join('')));
  const names = all(textOf('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g).map(unescaped);
  return new Map(
    names.map((name, nth) => {
      const rows = all(textOf(`xl/worksheets/sheet${nth + 1}.xml`), /<row[^>]*>(.*?)<\/row>/gs);
      return [name, rows.map((row) => cellsOf(row, strings))];
    }),
  );
}

function cellsOf(row: string, strings: readonly string[]): ReadCell[] {
  return [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, about = '', inside = '']) => {
    const [formula] = all(inside, /<f>(.*?)<\/f>/gs);
    if (formula !== undefined) return { formula: unescaped(formula) };
    const [value = ''] = all(inside, /<v>(.*?)<\/v>/gs);
    if (about.includes('t="s"')) return strings[Number(value)] ?? '';
    const [inline] = all(inside, /<t[^>]*>(.*?)<\/t>/gs);
    return inline === undefined ? Number(value) : unescaped(inline);
  });
}
