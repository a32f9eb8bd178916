/** Reads a PNG of 8 bits a channel, as our icons are, to look at its dots. */
import { inflateSync } from 'node:zlib';

export type Dot = {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
};
export type Picture = { readonly width: number; readonly height: number; dot(x: number, y: number): Dot };

/** @throws when it is no PNG, or one of another kind (palette, grey, interlaced) */
export function readPng(file: Buffer): Picture {
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG');
  const head = file.subarray(16, 29);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = head.subarray(8);
  const channels = kind === 6 ? 4 : 3;
  if (depth !== 8 || (kind !== 6 && kind !== 2) || interlaced !== 0) throw new Error('A PNG of another kind');
  const dots = unfilter(inflateSync(dataOf(file)), width * channels, channels);
  return {
    width,
    height,
    dot(x, y) {
      const at = (y * width + x) * channels;
      const [red = 0, green = 0, blue = 0, alpha = 255] = dots.subarray(at, at + channels);
      return { red, green, blue, alpha };
    },
  };
}

function dataOf(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Each row says in its first byte how it was foretold from the dot to its left and the row above. */
function unfilter(rows: Buffer, rowLength: number, channels: number): Buffer {
  const count = rows.length / (rowLength + 1);
  const dots = Buffer.alloc(count * rowLength);
  for (let y = 0; y < count; y++) {
    const filter = rows[y * (rowLength + 1)] ?? 0;
    for (let x = 0; x < rowLength; x++) {
      const here = y * rowLength + x;
      const left = x < channels ? 0 : (dots[here - channels] ?? 0);
      const above = y === 0 ? 0 : (dots[here - rowLength] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (dots[here - rowLength - channels] ?? 0);
      const foretold = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      dots[here] = (rows[y * (rowLength + 1) + 1 + x] ?? 0) + foretold;
    }
  }
  return dots;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const far = (one: number) => Math.abs(guess - one);
  if (far(left) <= far(above) && far(left) <= far(corner)) return left;
  return far(above) <= far(corner) ? above : corner;
}
