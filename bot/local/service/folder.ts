/** Keeps named JSON documents in a folder, each write whole or not at all; without a folder, only in memory. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from './world.ts';

export interface Folder {
  readonly isKept: boolean;
  read(name: string): Json | undefined;
  write(name: string, content: object): void;
}

export function openFolder(path: string | undefined): Folder {
  if (path === undefined) return { isKept: false, read: () => undefined, write: () => undefined };
  mkdirSync(path, { recursive: true });
  return {
    isKept: true,
    read: (name) => readJson(join(path, `${name}.json`)),
    write: (name, content) => writeWhole(join(path, `${name}.json`), JSON.stringify(content)),
  };
}

/** Calls `write` soon after the last of many changes, and at once when flushed. */
export function lazily(write: () => void, delay = 50): { later(): void; flush(): void } {
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    write();
  };
  return {
    later: () => {
      timer ??= setTimeout(flush, delay);
    },
    flush,
  };
}

function readJson(path: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} can't be read; delete it to start with an empty Teams`, { cause: error });
  }
}

function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
