/** What a test needs of a process, read from all that it imports: files that need the same share one. */
import { existsSync, readFileSync } from 'node:fs';
import { compiledPathOf } from './compiled-paths.mjs';

// as the compiler leaves them: what is imported only as a type is gone
const imports =
  /^(?:(?:import|export|\}).*? from |import )['"]([^'"\n]+)['"]|\bimport\(['"]([^'"\n]+)['"]\)/gm;

const known = new Map();

/** The addresses of a compiled file's own modules, and the names of the packages it imports. */
function importsOf({ href }) {
  if (!known.has(href)) {
    const found = [...readFileSync(new URL(href), 'utf8').matchAll(imports)].map(
      ([, name, late]) => name ?? late,
    );
    known.set(href, found);
  }
  return known.get(href);
}

/** Every module, by path from the project's root, and every package that a file leads to. */
export function reachOf(file) {
  const reached = new Set();
  const waiting = [compiledPathOf(file)];
  while (waiting.length > 0) {
    const from = waiting.pop();
    for (const name of importsOf(from)) {
      const isOurs = name.startsWith('.');
      const at = isOurs ? new URL(name, from) : undefined;
      const key = at ? at.href.slice(compiledPathOf('').href.length) : name;
      if (reached.has(key)) continue;
      reached.add(key);
      if (at?.pathname.endsWith('.js') && existsSync(at)) waiting.push(at);
    }
  }
  return reached;
}
