/** A backup's file: a line that says what it is, a line for each row, and a last line that says it is whole; gzipped. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { KeptRow } from '../store/tables/every-row.ts';
import { type TableName, tableNames } from '../store/tables/tables.ts';
import { OperatorError } from './operator-error.ts';

/** `rows`: the version of the rows. `at`: when the copying began. */
export type BackupHead = { readonly backup: 1; readonly rows: number; readonly at: string };
export type RowCounts = Partial<Record<TableName, number>>;
type BackupLine = { readonly head: BackupHead } | KeptRow | { readonly end: RowCounts };

/**
 * Writes the file beside its name first: a backup that broke off never bears a whole one's name. Only its owner may
 * read it: names of staff and contacts stand in it unsealed.
 */
export async function writeBackupFile(
  file: string,
  head: BackupHead,
  rows: AsyncIterable<readonly KeptRow[]>,
): Promise<RowCounts> {
  const part = `${file}.part`;
  const counts: RowCounts = {};
  try {
    const lines = Readable.from(linesOf(head, rows, counts));
    await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return counts;
}

async function* linesOf(head: BackupHead, rows: AsyncIterable<readonly KeptRow[]>, counts: RowCounts) {
  yield lineOf({ head });
  for await (const some of rows) {
    for (const { table } of some) counts[table] = (counts[table] ?? 0) + 1;
    yield some.map(lineOf).join('');
  }
  yield lineOf({ end: counts });
}

const lineOf = (line: BackupLine) => `${JSON.stringify(line, asText)}\n`;

/** Bytes and long numbers are told from texts by a shape of their own. */
function asText(this: unknown, key: string, value: unknown): unknown {
  // a Buffer turns itself into something else before it comes here: what the row holds is asked instead
  const held = (this as Record<string, unknown>)[key];
  if (held instanceof Uint8Array) return { $bytes: Buffer.from(held).toString('base64') };
  return typeof held === 'bigint' ? { $long: String(held) } : value;
}

function fromText(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  return '$long' in value ? BigInt(String(value.$long)) : value;
}

const headShape = z.object({
  head: z.object({ backup: z.literal(1), rows: z.int().min(1), at: z.iso.datetime() }),
});
const table = z.enum(tableNames);
const rowShape = z.object({ table, row: z.looseObject({ partitionKey: z.string(), rowKey: z.string() }) });
const endShape = z.object({ end: z.partialRecord(table, z.int().min(0)) });

/** The head at once, and the rows as they are asked for. @throws OperatorError when it is no whole backup. */
export async function readBackupFile(
  file: string,
): Promise<{ head: BackupHead; rows: AsyncGenerator<KeptRow> }> {
  const lines = linesIn(file);
  const first = headShape.safeParse((await lines.next()).value);
  if (!first.success) throw notOurs(file);
  return { head: first.data.head, rows: rowsOf(file, lines) };
}

async function* rowsOf(file: string, lines: AsyncGenerator<unknown>): AsyncGenerator<KeptRow> {
  const counts: RowCounts = {};
  for await (const line of lines) {
    const end = endShape.safeParse(line);
    if (end.success) {
      if (sameCounts(end.data.end, counts)) return;
      throw notWhole(file);
    }
    const read = rowShape.safeParse(line);
    if (!read.success) throw notOurs(file);
    counts[read.data.table] = (counts[read.data.table] ?? 0) + 1;
    yield read.data;
  }
  throw notWhole(file);
}

const sameCounts = (one: RowCounts, other: RowCounts) =>
  tableNames.every((name) => one[name] === other[name]);

async function* linesIn(file: string): AsyncGenerator<unknown> {
  const bytes = createGunzip();
  createReadStream(file)
    .on('error', (error) => bytes.destroy(error))
    .pipe(bytes);
  try {
    for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line, fromText);
  } catch (error) {
    throw fileFault(file, error);
  }
}

function fileFault(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new OperatorError(`There is no file ${file}.`);
  if (code === 'Z_BUF_ERROR') return notWhole(file);
  return code?.startsWith('Z_') || error instanceof SyntaxError ? notOurs(file) : error;
}

const notOurs = (file: string) =>
  new OperatorError(`${file} is not a backup of the line, or it is damaged. Take another copy of it.`);
const notWhole = (file: string) =>
  new OperatorError(
    `${file} ends too early: the copying broke off, or the file was cut. Take another backup.`,
  );
