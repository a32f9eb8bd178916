/** Keeps a long text in a row: a property holds 64 KiB, so it goes on in the next. */
import { TooLargeError, UnreadableRowError } from './failures.ts';

export type LongText = { readonly [column: `long${number}`]: Uint8Array };

const propertyBytes = 64 * 1024;
// leaves room for the other columns in a row's 1 MiB
const mostChunks = 15;

/** @throws TooLargeError */
export function longText(place: string, text: string): LongText {
  const bytes = Buffer.from(text, 'utf8');
  const count = Math.ceil(bytes.length / propertyBytes);
  if (count > mostChunks) throw new TooLargeError(place, 'bytes', mostChunks * propertyBytes, bytes.length);
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `long${n}`,
      bytes.subarray(n * propertyBytes, (n + 1) * propertyBytes),
    ]),
  );
}

/** @throws UnreadableRowError when there is none. */
export function readLongText(place: string, row: Readonly<Record<string, unknown>>): string {
  const chunks: Uint8Array[] = [];
  for (let chunk = row['long0']; chunk instanceof Uint8Array; chunk = row[`long${chunks.length}`])
    chunks.push(chunk);
  if (chunks.length === 0) throw new UnreadableRowError(place, 'its text is missing');
  return Buffer.concat(chunks).toString('utf8');
}
