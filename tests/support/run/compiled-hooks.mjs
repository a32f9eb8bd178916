/** Node's loading of modules, told where the compiled text of a source stands: the module keeps its source's address. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { compiledPathOf, root } from './compiled-paths.mjs';

const { href: house } = root;
// a test that is read again for each of its tests is told apart by a number behind its name
const isSource = (url) =>
  url?.startsWith(house) && /\.tsx?(\?copy=\d+)?$/.test(url) && !url.includes('/node_modules/');
// written for bundlers: its modules name each other without an ending
const isBundled = (url) => url?.includes('/node_modules/adaptivecards/lib/');

/** The compiled text names `./x.js`: the source is `./x.ts` or `./x.tsx`. */
export async function resolve(specifier, context, next) {
  const from = context.parentURL;
  if (!/^\.\.?\//.test(specifier)) return next(specifier, context);
  if (isBundled(from))
    return next(firstOf(from, specifier, `${specifier}.js`, `${specifier}/index.js`), context);
  if (!isSource(from) || !specifier.endsWith('.js')) return next(specifier, context);
  const source = specifier.slice(0, -'.js'.length);
  const url = new URL(firstOf(from, `${source}.ts`, `${source}.tsx`), from).href;
  return { url, format: 'module', shortCircuit: true };
}

const firstOf = (from, ...names) =>
  names.find((name) => /\.\w+$/.test(name) && existsSync(new URL(name, from))) ?? names[0];

export async function load(url, context, next) {
  if (!isSource(url)) return next(url, context);
  return { format: 'module', source: await readFile(compiledPathOf(url)), shortCircuit: true };
}
