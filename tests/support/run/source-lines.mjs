/** Names the source's lines in what failed: Node would do it at each error that is made, of which few are ever read. */
import { existsSync, readFileSync } from 'node:fs';
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

function placed(stack) {
  return stack.replace(/(file:\S+?\.tsx?):(\d+):(\d+)/g, (place, source, line, column) => {
    if (!isOurs(source)) return place;
    const { originalLine, originalColumn } = mapOf(source).findEntry(line - 1, column - 1);
    if (originalLine === undefined) return place;
    return `${source.slice(root.href.length)}:${originalLine + 1}:${originalColumn + 1}`;
  });
}

const isOurs = (source) => source.startsWith(root.href) && existsSync(compiledPathOf(source));

/** Takes an error, or whatever else was thrown. */
export function nameSourceLines(error) {
  for (let one = error; one instanceof Error; one = one.cause) one.stack = placed(one.stack ?? '');
}
