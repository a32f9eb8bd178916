/** Every way in which a call to Teams can fail, told in the line's own words. */
import { z } from 'zod';
import { brokeOnTheWay } from './connectors.ts';

/**
 * - `ambiguous`: a post that may or may not have arrived; look before posting again
 * - `throttled`: Teams (or our own pace) asks to wait `retryAfterMs`
 * - `gone`: the conversation, message or person is not there any more
 * - `blocked`: the person blocked the bot, or the app is not installed
 * - `too-big`: the message is over Teams' size
 * - `unreachable`: nothing has changed at Teams, or the call may simply be repeated later
 * - `refused`: Teams says no for good (a faulty card, a token it does not accept)
 */
export type FailureKind =
  | 'ambiguous'
  | 'throttled'
  | 'gone'
  | 'blocked'
  | 'too-big'
  | 'unreachable'
  | 'refused';

type FailureFacts = {
  readonly kind: FailureKind;
  readonly status?: number | undefined;
  /** Teams' own word for it, such as MessageWritesBlocked. */
  readonly code?: string | undefined;
  readonly retryAfterMs?: number | undefined;
};

/** A call to Teams that failed. Holds nothing of what was sent. */
export class TeamsFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor({ kind, status, code, retryAfterMs }: FailureFacts) {
    super(`Teams: ${[kind, status, code].filter((fact) => fact !== undefined).join(' ')}`);
    this.name = 'TeamsFailure';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

const restError = z.object({
  name: z.string().optional(),
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional(),
  response: z.custom<{ headers: { get(name: string): string | undefined } }>().optional(),
});
type RestError = z.infer<typeof restError>;

// the connection was never made, so nothing can have been delivered
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * What went wrong in a call that is `repeatable` (may be made twice with the same effect) or not.
 * Undefined when it is no failure of Teams or of the way there: then it is a fault of our own.
 */
export function failureOf(error: unknown, repeatable: boolean, now: number): TeamsFailure | undefined {
  if (error instanceof TeamsFailure) return error;
  const read = restError.safeParse(error);
  if (!read.success) return undefined;
  const status = read.data.statusCode ?? undefined;
  if (status === undefined && !brokeOnTheWay(error)) return undefined;
  const kind = kindOf(read.data, repeatable);
  return new TeamsFailure({
    kind,
    status,
    code: read.data.code,
    retryAfterMs: kind === 'throttled' || (status ?? 0) >= 500 ? retryAfter(read.data, now) : undefined,
  });
}

function kindOf({ statusCode, code = '' }: RestError, repeatable: boolean): FailureKind {
  switch (statusCode) {
    case 429:
      return 'throttled';
    case 403:
      return 'blocked';
    case 404:
    case 410:
      return 'gone';
    case 413:
      return 'too-big';
    case 408:
    case 412:
      return repeatable ? 'unreachable' : 'ambiguous';
    case undefined:
      return repeatable || neverLeft.has(code) ? 'unreachable' : 'ambiguous';
    default:
      // a broken answer to a success is in doubt as well
      if (statusCode < 400 || statusCode >= 500) return repeatable ? 'unreachable' : 'ambiguous';
      return 'refused';
  }
}

/** Retry-After in milliseconds: Teams gives seconds, the standard also allows a date. */
function retryAfter({ response }: RestError, now: number): number | undefined {
  const given = response?.headers.get('retry-after')?.trim();
  if (!given) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(given) ? Number(given) * 1000 : Date.parse(given) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
