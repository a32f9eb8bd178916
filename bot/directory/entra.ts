/** What the county's Entra tells of an employee (title, unit, phone), asked of Microsoft Graph. */
import { z } from 'zod';
import type { Directory } from '../desk/asking/ports.ts';
import { createCache } from '../desk/cache.ts';
import type { Log } from '../desk/ports.ts';
import type { PersonId } from '../domain/names.ts';

type Profile = NonNullable<Awaited<ReturnType<Directory['profileOf']>>>;

/** Where no directory is configured: knows nobody, and costs nothing. */
export const noDirectory: Directory = { profileOf: async () => undefined };

export type DirectoryOptions = {
  readonly tenantId: string;
  /** Absent: no directory. The application needs Graph's application permission `User.Read.All`. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly log: Log;
};

/** The county's directory, or none when its application is not configured. */
export function createDirectory({ tenantId, clientId, clientSecret, log }: DirectoryOptions): Directory {
  if (!clientId || !clientSecret) return noDirectory;
  const token = entraToken({ tenantId, clientId, clientSecret });
  return createGraphDirectory({ graphUrl: 'https://graph.microsoft.com/v1.0', token, log });
}

export type Application = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Microsoft's own when absent. */
  readonly authorityHost?: string;
};

/** Gives the application's token for Graph; undefined when Entra gives none. The credential keeps it while it is valid. */
export function entraToken({
  authorityHost = 'https://login.microsoftonline.com',
  ...application
}: Application) {
  // teamsfx takes over a second to load: only those who use it pay, and only at their first question
  const load = async () => {
    const { AppCredential, ErrorWithCode } = await import('@microsoft/teamsfx');
    return { credential: new AppCredential({ authorityHost, ...application }), ErrorWithCode };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return async (): Promise<string | undefined> => {
    loaded ??= load();
    const { credential, ErrorWithCode } = await loaded;
    try {
      return (await credential.getToken('https://graph.microsoft.com/.default'))?.token;
    } catch (error) {
      if (error instanceof ErrorWithCode) return undefined;
      throw error;
    }
  };
}

export type GraphOptions = {
  /** Without a slash at its end. */
  readonly graphUrl: string;
  readonly token: () => Promise<string | undefined>;
  readonly log: Log;
  /** Milliseconds that a question may be held up, token and answer together. */
  readonly patienceMs?: number;
  /** How many people are remembered. */
  readonly most?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** How long what was found, or that nobody was found, is believed; and for how many people. */
const believed = { found: 12 * 3_600_000, nobody: 600_000 } as const;
/** How long Graph is left in peace after it failed, unless it says so itself. */
const peace = { failed: 30_000, forbidden: 600_000, most: 600_000 } as const;

type DirectoryFailure = { readonly failed: string; readonly status?: number; readonly peaceMs: number };
/** Without a profile the directory knows nobody of that id. */
type Found = { readonly profile: Profile | undefined };
type ProfileFinding = Found | DirectoryFailure;

/** A directory that never holds anybody up for long, and never fails: it knows, or it does not. */
export function createGraphDirectory(options: GraphOptions): Directory {
  const { log, now = Date.now, patienceMs = 2500, most = 2000 } = options;
  const known = createCache<Found>({ atMost: most, forMs: believed.found, now });
  let quietUntil = 0;
  return {
    async profileOf(id) {
      const kept = known.get(id);
      if (kept) return kept.profile;
      if (now() < quietUntil) return undefined;
      const found = await within(patienceMs, askGraph(options, id, AbortSignal.timeout(patienceMs)));
      if (!('failed' in found)) {
        known.put(id, found, found.profile ? believed.found : believed.nobody);
        return found.profile;
      }
      quietUntil = now() + found.peaceMs;
      const { failed: kind, status } = found;
      log('warn', 'the directory did not tell', { kind, ...(status !== undefined && { status }) });
      return undefined;
    },
  };
}

const tooSlow: DirectoryFailure = { failed: 'too-slow', peaceMs: peace.failed };

/** What comes first: the finding, or the end of patience. The token may go on being fetched: the next one gains by it. */
async function within(ms: number, finding: Promise<ProfileFinding>): Promise<ProfileFinding> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<ProfileFinding>((resolve) => {
    timer = setTimeout(resolve, ms, tooSlow);
  });
  try {
    return await Promise.race([finding, patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function askGraph(
  { graphUrl, token }: GraphOptions,
  id: PersonId,
  signal: AbortSignal,
): Promise<ProfileFinding> {
  const bearer = await token();
  if (!bearer) return { failed: 'no-token', peaceMs: peace.failed };
  const fields = 'jobTitle,department,businessPhones,mobilePhone';
  try {
    const response = await fetch(`${graphUrl}/users/${encodeURIComponent(id)}?$select=${fields}`, {
      headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/json' },
      signal,
    });
    return response.ok ? profileIn(await response.json()) : refusedBy(response);
  } catch (error) {
    const failed = failureOf(error);
    if (!failed) throw error;
    return { failed, peaceMs: peace.failed };
  }
}

/** undefined: not a failure of Graph or of the way to it. */
function failureOf(error: unknown): string | undefined {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'too-slow';
  if (error instanceof SyntaxError) return 'malformed';
  // fetch tells so of every broken connection
  return error instanceof TypeError ? 'unreachable' : undefined;
}

function refusedBy({ status, headers }: Response): ProfileFinding {
  if (status === 404) return { profile: undefined };
  const isForbidden = status === 401 || status === 403;
  const asked = Number(headers.get('Retry-After')) * 1000;
  const own = isForbidden ? peace.forbidden : peace.failed;
  return { failed: 'refused', status, peaceMs: asked > 0 ? Math.min(asked, peace.most) : own };
}

const words = z
  .string()
  .nullish()
  // nobody's title is longer, and it goes onto cards
  .transform((text) => text?.trim().slice(0, 100) || undefined);
const answerShape = z.object({
  jobTitle: words,
  department: words,
  mobilePhone: words,
  businessPhones: z.array(z.string()).nullish(),
});

function profileIn(answer: unknown): ProfileFinding {
  const read = answerShape.safeParse(answer);
  if (!read.success) return { failed: 'malformed', peaceMs: peace.failed };
  const { jobTitle: title, department: unit, mobilePhone, businessPhones } = read.data;
  const phone = mobilePhone ?? businessPhones?.[0]?.trim();
  return { profile: { ...(title && { title }), ...(unit && { unit }), ...(phone && { phone }) } };
}
