/** Reads the very cards back that `goldenOf` wrote. */
import { languages } from '../../../bot/domain/county.ts';
import { type InEach, inEach, inLanguage, Words } from './in-each.ts';
import { isLiteral, ownCode } from './write.ts';

type Line = { readonly text: string; readonly below: Line[] };
type Found = { [key: string]: unknown };

/** The same words as at another place of the node. */
class SameAs {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
}

export function cardsIn(golden: string): InEach<unknown> {
  const [top] = nested(golden);
  if (!top) throw new Error('An empty golden holds no card');
  const card = nodeIn(top);
  return inEach((language) => inLanguage(card, language));
}

function nested(golden: string): Line[] {
  const top: Line = { text: '', below: [] };
  const open = [top];
  for (const row of golden.split('\n').filter((one) => one !== '')) {
    const depth = row.search(/\S/) / 2;
    const line = { text: row.trimStart(), below: [] };
    open[depth]?.below.push(line);
    open.splice(depth + 1, open.length, line);
  }
  return top.below;
}

function nodeIn({ text, below }: Line): Found {
  const [, type, attributes, words] = /^(\S+)((?: [^ ]+)*?)( [\w-]+ (?:fi|all) .*)?$/.exec(text) ?? [];
  const node: Found = type === '-' ? {} : { type };
  readAttributes(node, attributes ?? '');
  if (words) readWords(node, words.trim());
  readLines(node, below);
  resolve(node, node);
  return node;
}

function readLines(found: Found, lines: readonly Line[]): void {
  for (const line of lines) {
    const [, key = '', rest] = /^([\w-]+):(.*)$/.exec(line.text) ?? [];
    if (rest === undefined) readWords(found, line.text);
    else if (rest === '') found[key] = line.below.map(nodeIn);
    else if (rest === ' []') found[key] = [];
    else {
      const inner: Found = {};
      if (rest !== ' {}') readAttributes(inner, rest);
      readLines(inner, line.below);
      found[key] = inner;
    }
  }
}

function readAttributes(found: Found, text: string): void {
  for (const attribute of text.split(' ').filter(Boolean)) {
    const [, path = '', value] = /^([^=]+)(?:=(.*))?$/.exec(attribute) ?? [];
    const [last = '', ...outer] = path.split('.').reverse();
    innermost(found, outer.reverse())[last] = value === undefined ? true : valueIn(value);
  }
}

function innermost(found: Found, keys: readonly string[]): Found {
  const [key, ...others] = keys;
  if (key === undefined) return found;
  const inner = (found[key] ?? {}) as Found;
  found[key] = inner;
  return innermost(inner, others);
}

function valueIn(text: string): unknown {
  if (text === `{${ownCode}}`) return new Words(inEach((language) => language));
  if (text.startsWith('{')) return new SameAs(text.slice(1, -1));
  return text.startsWith('"') || isLiteral.test(text) ? JSON.parse(text) : text;
}

/** On one line for all languages, or on one for each. */
function readWords(found: Found, line: string): void {
  const [, key = '', texts = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
  const told = found[key] instanceof Words ? found[key].in : {};
  const more = texts.split(' | ').flatMap((one) => {
    const [, language, text = ''] = /^(\S+) (.*)$/.exec(one) ?? [];
    const read: string = text.startsWith('"') ? JSON.parse(text) : text;
    return (language === 'all' ? languages : [language]).map((each) => [each, read]);
  });
  found[key] = new Words({ ...told, ...Object.fromEntries(more) });
}

/** What is the same as elsewhere in the node, once that is read. */
function resolve(found: Found, node: Found): void {
  for (const [key, value] of Object.entries(found)) {
    if (value instanceof SameAs)
      found[key] = value.path.split('.').reduce((at: unknown, step) => (at as Found)[step], node);
    else if (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !(value instanceof Words)
    )
      resolve(value as Found, node);
  }
}
