/** The server's log: one JSON line an event, through a whitelist that lets no free text and no identity in. */
import { type DestinationStream, pino } from 'pino';
import type { LogFacts } from './desk/ports.ts';
import { readCaseId } from './domain/case/case-id.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Logger = (level: LogLevel, event: string, facts?: Readonly<Record<string, unknown>>) => void;

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const yesOrNo = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
// one word of an identifier's letters: a sentence, an e-mail address or a personal identity code never fits
const word = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z][\w./-]{0,63}$/.test(value) ? value : undefined;
const turnId = (value: unknown) =>
  typeof value === 'string' && /^([a-z]:)?[0-9a-f-]{8,64}$/i.test(value) && !/^\d{6}-/.test(value)
    ? value
    : undefined;
const caseId = (value: unknown) => (typeof value === 'string' ? readCaseId(value) : undefined);

type Whitelist<Name extends string> = { readonly [name in Name]: (value: unknown) => unknown };

/** All that a line may hold, and the only shape in which it may. What the desk tells (`LogFacts`) the compiler finds here. */
const whitelist: Whitelist<string> & Whitelist<keyof LogFacts> = {
  turn: turnId,
  caseId,
  verb: word,
  kind: word,
  code: word,
  deed: word,
  refused: word,
  route: (value) => (typeof value === 'string' && /^\/[\w/:-]{0,80}$/.test(value) ? value : undefined),
  method: word,
  region: word,
  view: word,
  month: (value) => (typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? value : undefined),
  status: number,
  ms: number,
  count: number,
  bytes: number,
  attempt: number,
  version: number,
  port: number,
  retryAfterMs: number,
  ready: yesOrNo,
  error: (value) => readError(value, 3),
  stack: (value) => (typeof value === 'string' ? placesIn(value) : undefined),
};

/**
 * A log that keeps only what the whitelist names; the names of what it left out are told as `leftOut`.
 * `to` is where the lines go (standard output when absent).
 */
export function createLog(
  options: { readonly level?: LogLevel; readonly to?: DestinationStream } = {},
): Logger {
  const lines = pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
    },
    options.to ?? pino.destination(1),
  );
  return (level, event, facts = {}) => lines[level](onlyKnown(facts), event);
}

function onlyKnown(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    const known = Object.hasOwn(whitelist, name) ? whitelist[name]?.(value) : undefined;
    if (known !== undefined) kept[name] = known;
    else leftOut.push(word(name) ?? '?');
  }
  return leftOut.length > 0 ? { ...kept, leftOut } : kept;
}

/** What kind of error and where, without its message: messages repeat what people wrote. */
function readError(value: unknown, depth: number): unknown {
  if (!(value instanceof Error)) return { name: typeof value };
  const { code, statusCode, kind } = value as { code?: unknown; statusCode?: unknown; kind?: unknown };
  return {
    name: word(value.name) ?? 'Error',
    code: word(code) ?? number(code),
    status: number(statusCode),
    kind: word(kind),
    at: placesIn(value.stack ?? ''),
    ...(value.cause !== undefined && depth > 0 && { cause: readError(value.cause, depth - 1) }),
  };
}

// `at showOnce (file:///app/dist/bot/teams/case-cards.js:60:3)`: a place in code, which no message looks like
const place = /^at (?:[\w.$<>#[\] ]{1,100} \()?(?:file:\/\/\/|\/|node:)[\w./@+-]+:\d+:\d+\)?$/;

function placesIn(stack: string): string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => place.test(line)).slice(0, 20);
}
