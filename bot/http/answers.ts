/** How the server speaks by HTTP: an answer in JSON or as a file, and the headers that keep browsers careful. */
import type { Response } from 'restify';

export type Answer = {
  readonly status: number;
  /** Sent as JSON; bytes are sent as they are, with `type`. */
  readonly body?: unknown;
  readonly type?: string;
  /** Changes when the body does; who has this one already is told so, without the body. */
  readonly tag?: string;
  /** Offered for saving under this name. */
  readonly fileName?: string;
};

/** All that can be refused over HTTP: the page translates the code. */
export const refusals = {
  'bad-input': 400,
  'not-json': 400,
  'cut-short': 400,
  'not-signed-in': 401,
  guest: 403,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-now': 409,
  'too-big': 413,
  encoded: 415,
  'too-many-requests': 429,
  broken: 500,
  'try-later': 503,
} as const;
export type RefusalCode = keyof typeof refusals;

export function refusal(code: RefusalCode): Answer {
  return { status: refusals[code], body: { error: { code } } };
}

const quoted = (tag: string) => `"${tag}"`;

/** The answer without its body, for who has it already (`If-None-Match`). */
export function unlessHeld(answer: Answer, held: string | undefined): Answer {
  const { tag } = answer;
  return tag !== undefined && held === quoted(tag) ? { status: 304, tag } : answer;
}

/** On every answer, whatever it is. The tab's page replaces the content policy by its own. */
export const carefulHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

export function send(response: Response, { status, body, type, tag, fileName }: Answer): void {
  // the other end has gone, or a file was on its way already
  if (response.headersSent || response.destroyed) return;
  const bytes = body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body) ?? '');
  response.sendRaw(status, bytes, {
    'Cache-Control': 'no-store',
    'Content-Length': String(bytes.length),
    ...(bytes.length > 0 && { 'Content-Type': type ?? 'application/json; charset=utf-8' }),
    ...(tag && { ETag: quoted(tag) }),
    ...(fileName && {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    }),
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    ...((status === 429 || status === 503) && { 'Retry-After': '2' }),
  });
}
