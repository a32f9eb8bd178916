/** Holds what is shown against the kept picture of it. `ACCEPT_GOLDEN=1` keeps today's instead: read it before you commit. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const folder = new URL('../golden/', import.meta.url);

/** `name` is the path below `tests/golden`, without its ending: `cards/asker.waiting.fi`. */
export function matchesGolden(name: string, shown: unknown): void {
  const path = new URL(`${name}.json`, folder).pathname;
  const text = `${JSON.stringify(shown, undefined, 2)}\n`;
  if (process.env['ACCEPT_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  assert.ok(existsSync(path), `No golden ${name}: look at the card, then run npm run test:accept`);
  assert.deepEqual(JSON.parse(text), JSON.parse(readFileSync(path, 'utf8')));
}
