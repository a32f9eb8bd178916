/** Reads JSON and remembers on which line everything stands, so that a fault can be pointed at. */
import type { Path } from '../domain/county-flaws.ts';

export type LocatedJson = {
  readonly value: unknown;
  /** The line of what is at the path, or of what should have held it. */
  readonly lineOf: (path: Path) => number;
  /** Keys that stand twice in the same object: JSON would silently keep the last. */
  readonly doubled: readonly Path[];
};

/** The text is not JSON; says where reading stopped. */
export class NotJson extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

type Token = { readonly text: string; readonly line: number };
type LocatedEntry = { readonly path: Path; readonly line: number };

// a text can't run over a line's end in JSON, so each line can be cut on its own
const token = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+|"/g;

function tokensOf(text: string): Token[] {
  return text
    .split('\n')
    .flatMap((row, n) => [...row.matchAll(token)].map((found) => ({ text: found[0], line: n + 1 })));
}

const keyOf = (path: Path) => JSON.stringify(path);

/** @throws NotJson */
export function readLocatedJson(text: string): LocatedJson {
  const tokens = readerOf(tokensOf(text));
  const lines = new Map<string, number>();
  const doubled: Path[] = [];
  const value = readValue(tokens, [], (entry) => {
    if (lines.has(keyOf(entry.path))) doubled.push(entry.path);
    lines.set(keyOf(entry.path), entry.line);
  });
  tokens.expectEnd();

  const lineOf = (path: Path): number =>
    lines.get(keyOf(path)) ?? (path.length > 0 ? lineOf(path.slice(0, -1)) : 1);
  return { value, lineOf, doubled };
}

type Tokens = ReturnType<typeof readerOf>;

function readerOf(tokens: readonly Token[]) {
  let at = 0;
  const end: Token = { text: 'the end of the file', line: tokens.at(-1)?.line ?? 1 };
  const take = () => tokens[at++] ?? end;
  return {
    take,
    takeIf: (text: string) => tokens[at]?.text === text && at++ >= 0,
    /** One of these, or the text is not JSON. */
    expect(...texts: readonly string[]): Token {
      const found = take();
      if (texts.includes(found.text)) return found;
      throw new NotJson(found.line, `expected ${texts.join(' or ')}, found ${found.text}`);
    },
    expectEnd() {
      if (at < tokens.length) throw new NotJson(take().line, 'there is more after the end');
    },
  };
}

type Note = (entry: LocatedEntry) => void;

function readValue(tokens: Tokens, path: Path, note: Note): unknown {
  const first = tokens.take();
  // a member was noted where its key stands
  if (typeof path.at(-1) !== 'string') note({ path, line: first.line });
  if (first.text === '{') return readObject(tokens, path, note);
  if (first.text === '[') return readList(tokens, path, note);
  return readScalar(first);
}

function readObject(tokens: Tokens, path: Path, note: Note): unknown {
  const members: [string, unknown][] = [];
  if (tokens.takeIf('}')) return {};
  do {
    const name = tokens.take();
    if (!name.text.startsWith('"')) throw new NotJson(name.line, `expected a key, found ${name.text}`);
    const key = String(readScalar(name));
    note({ path: [...path, key], line: name.line });
    tokens.expect(':');
    members.push([key, readValue(tokens, [...path, key], note)]);
  } while (tokens.expect(',', '}').text === ',');
  return Object.fromEntries(members);
}

function readList(tokens: Tokens, path: Path, note: Note): unknown[] {
  const items: unknown[] = [];
  if (tokens.takeIf(']')) return items;
  do items.push(readValue(tokens, [...path, items.length], note));
  while (tokens.expect(',', ']').text === ',');
  return items;
}

function readScalar({ text, line }: Token): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new NotJson(line, `expected a value, found ${text}`);
  }
}
