/** Asks addresses over HTTP, and tells in words why one can't be reached. */

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Milliseconds by which the other's clock is ahead of ours, as far as a header of whole seconds tells. */
  readonly aheadMs?: number;
};
/** Why nothing was heard: a code such as ENOTFOUND. */
export type Unheard = { readonly unheard: string };

/** How long an answer may take, in milliseconds, for an operator who waits for it. */
export const answerWithinMs = 8000;

export type Asking = {
  readonly request?: RequestInit;
  /** Our clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** How many times the usual time an answer may take. */
  readonly patience: number;
};

/** One request, no redirect followed: a redirect is an answer as well. */
export async function ask(
  url: string,
  { request = {}, now = Date.now, patience }: Asking,
): Promise<HttpAnswer | Unheard> {
  const asked = now();
  const signal = AbortSignal.timeout(answerWithinMs * patience);
  try {
    const response = await fetch(url, { redirect: 'manual', signal, ...request });
    const told = Date.parse(response.headers.get('date') ?? '');
    const heard = now();
    const body = await response.text();
    // a header says whole seconds: on the average half a second has passed since
    const ahead = Number.isNaN(told) ? {} : { aheadMs: told + 500 - (asked + heard) / 2 };
    return { status: response.status, headers: response.headers, body, ...ahead };
  } catch (error) {
    const unheard = codeOf(error);
    if (unheard === undefined) throw error;
    return { unheard };
  }
}

/** fetch hides what happened in a cause; a limit that ran out has a name. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof DOMException) return 'ETIMEDOUT';
  if (!(error instanceof TypeError)) return undefined;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'UNREACHABLE';
}

export type WayFault = { readonly says: string; readonly remedy: string };

const isOfCertificates = (code: string) => /CERT|SIGNATURE|ALTNAME|TLS|SSL/.test(code);

/** What a code says of the way to a host. */
export function wayFault(code: string): WayFault {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      says: 'its name is not known here',
      remedy: 'Correct the name; with private networking, link its private DNS zone to this network.',
    };
  if (code === 'ECONNREFUSED')
    return { says: 'nothing listens there', remedy: 'Start it, or correct the port in the address.' };
  if (/TIMEDOUT|TIMEOUT|UNREACH|ABORT/.test(code))
    return {
      says: 'it does not answer',
      remedy: 'Open the way from this network: firewall, proxy, or the network rules of the resource.',
    };
  if (isOfCertificates(code))
    return {
      says: `its certificate is not accepted (${code})`,
      remedy: 'Renew the certificate; behind a proxy of your own, name its root in NODE_EXTRA_CA_CERTS.',
    };
  return {
    says: `the connection breaks (${code})`,
    remedy: 'Look at what stands between: proxy or gateway.',
  };
}

/** The same of a host whose name is right for certain. */
export function wayToMicrosoft(code: string, host: string): WayFault {
  const fault = wayFault(code);
  if (isOfCertificates(code)) return fault;
  return { ...fault, remedy: `Let ${host} be reached from here by https: name service, firewall, proxy.` };
}

/** What the body says as JSON; undefined when it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
