/** Tells which version this code is: package.json lies one folder above the source, and two above what is built. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const places = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url));

export function ownVersion(): string {
  const place = places.find((url) => existsSync(url));
  if (!place) throw new Error('package.json is missing: it belongs beside bot/ or dist/');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(place, 'utf8'))).version;
}
