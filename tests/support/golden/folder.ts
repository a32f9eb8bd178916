/** The accepted cards: a file for each state. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const goldenCards = fileURLToPath(new URL('../../golden/cards', import.meta.url));
export const fileOf = (state: string) => `${state}.txt`;
export const stateOf = (file: string) => file.replace(/\.txt$/, '');

/** The text of each file, by its name. */
export const acceptedIn = (folder: string): Map<string, string> =>
  new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

type Accepted = { readonly written: readonly string[]; readonly removed: readonly string[] };

/** Makes the folder hold these goldens, by state, and nothing else; touches only what differs. */
export function accept(goldens: ReadonlyMap<string, string>, folder: string): Accepted {
  mkdirSync(folder, { recursive: true });
  const before = acceptedIn(folder);
  const after = new Map([...goldens].map(([state, text]) => [fileOf(state), text]));
  const written = [...after].filter(([file, text]) => before.get(file) !== text);
  const removed = [...before.keys()].filter((file) => !after.has(file));
  for (const [file, text] of written) writeFileSync(join(folder, file), text);
  for (const file of removed) rmSync(join(folder, file));
  return { written: written.map(([file]) => file), removed };
}
