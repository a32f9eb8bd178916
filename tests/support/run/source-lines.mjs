/** Names the source's lines in what failed: Node would do it at each error that is made, of which few are ever read. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { compiledPathOf, root } from './compiled-paths.mjs';

const maps = new Map();

function mapOf(source) {
  if (!maps.has(source)) {
    const [, encoded] = /sourceMappingURL=data:[^,]*,(.*)/.exec(readFileSync(compiledPathOf(source), 'utf8'));
    maps.set(source, new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString())));
  }
  return maps.get(source);
}

const places = new RegExp(
  `${root.href.replaceAll('.', '\\.')}(?!node_modules/)(\\S+?\\.tsx?):(\\d+):(\\d+)`,
  'g',
);

function placed(stack) {
  return stack.replace(places, (place, source, line, column) => {
    const { originalLine, originalColumn } = mapOf(source).findEntry(line - 1, column - 1);
    return originalLine === undefined ? place : `${source}:${originalLine + 1}:${originalColumn + 1}`;
  });
}

/** Takes an error, or whatever else was thrown. */
export function nameSourceLines(error) {
  for (let one = error; one instanceof Error; one = one.cause) one.stack = placed(one.stack ?? '');
}
