/** Saves a file that the server makes: one asked for with a token can't be a plain link. */

import type { Failure } from './remote.ts';
import type { File, Server } from './server.ts';

/** @returns why there is none. */
export async function saveFrom(server: Server, path: string): Promise<Failure | undefined> {
  const file = await server.file(path);
  if ('state' in file) return file.failure;
  saveFile(file);
  return undefined;
}

export function saveFile({ name, content }: File): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
