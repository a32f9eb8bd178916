/** A month's facts as bytes and back: a head that says what the numbers mean, then the numbers, all compressed. */
import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { type Dimension, dimensions } from '../../domain/tally/dimensions.ts';
import type { Column, Facts } from '../../domain/tally/facts.ts';
import { UnreadableRowError } from '../tables/failures.ts';
import { readAs } from '../tables/shape.ts';

const head = z.object({
  size: z.int().nonnegative(),
  lists: z.record(z.string(), z.array(z.array(z.string()))),
});
type Head = { readonly size: number; readonly lists: { readonly [dimension: string]: Column['lists'] } };

const lengthBytes = 4;

/** Little-endian, whatever machine reads it. */
export function packFacts({ size, columns, minutes }: Facts): Uint8Array {
  const lists = Object.fromEntries(dimensions.map((one) => [one, columns[one].lists]));
  const text = Buffer.from(JSON.stringify({ size, lists } satisfies Head));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(text.length);
  const numbers = dimensions.map((one) => packed(columns[one].of, 2));
  const times = [packed(minutes.toClaim, 4), packed(minutes.toAnswer, 4)];
  return deflateSync(Buffer.concat([length, text, ...numbers, ...times]));
}

/** One plane of bytes after the other: the high bytes of small numbers are all zero, and shrink to nothing. */
function packed(numbers: Uint16Array | Int32Array, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(numbers.length * bytes);
  numbers.forEach((n, row) => {
    for (let plane = 0; plane < bytes; plane += 1)
      buffer[plane * numbers.length + row] = (n >>> (8 * plane)) & 255;
  });
  return buffer;
}

/** A dimension that the writer did not know yet reads as "no value". @throws UnreadableRowError */
export function unpackFacts(place: string, bytes: Uint8Array): Facts {
  const all = inflated(place, bytes);
  const textLength = all.length < lengthBytes ? 0 : all.readUInt32LE(0);
  const { size, lists } = readHead(place, all.subarray(lengthBytes, lengthBytes + textLength));
  const known = Object.keys(lists);
  if (all.length !== lengthBytes + textLength + size * (known.length * 2 + 8))
    throw new UnreadableRowError(place, 'its numbers are not as many as its head says');
  const take = taker(all.subarray(lengthBytes + textLength));
  const written = new Map(known.map((one) => [one, unpacked(take(size * 2), new Uint16Array(size))]));
  const column = (one: Dimension): Column => ({
    lists: lists[one] ?? [[]],
    of: written.get(one) ?? new Uint16Array(size),
  });
  const columns = Object.fromEntries(dimensions.map((one) => [one, column(one)])) as Facts['columns'];
  const toClaim = unpacked(take(size * 4), new Int32Array(size));
  return { size, columns, minutes: { toClaim, toAnswer: unpacked(take(size * 4), new Int32Array(size)) } };
}

/** Takes from the front, so many bytes at a time. */
function taker(all: Buffer): (length: number) => Buffer {
  let from = 0;
  return (length) => {
    from += length;
    return all.subarray(from - length, from);
  };
}

function unpacked<Numbers extends Uint16Array | Int32Array>(buffer: Buffer, numbers: Numbers): Numbers {
  for (let row = 0; row < numbers.length; row += 1) {
    let n = 0;
    for (let plane = 0; plane < numbers.BYTES_PER_ELEMENT; plane += 1)
      n |= (buffer[plane * numbers.length + row] ?? 0) << (8 * plane);
    numbers[row] = n;
  }
  return numbers;
}

function readHead(place: string, text: Buffer): Head {
  try {
    return readAs<Head>(head, place, JSON.parse(text.toString()));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableRowError(place, 'its head is not JSON');
  }
}

function inflated(place: string, bytes: Uint8Array): Buffer {
  try {
    return inflateSync(bytes);
  } catch (error) {
    // zlib's own failures carry a code such as Z_DATA_ERROR
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UnreadableRowError(place, 'it is not compressed as it should be', error);
  }
}
