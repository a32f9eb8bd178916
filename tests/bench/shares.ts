/** Tells a processor profile apart by whose code ran: ours, the SDK's, storage's. */
import type { Profiler } from 'node:inspector/promises';

// the SDK is CommonJS and storage's client is not: so are the copies of Azure's HTTP client that each of them runs
const kinds = {
  ours: /\/(bot|dist\/bot)\/|\/node_modules\/(zod|temporal-polyfill|pino)\//,
  'storage (data-tables and its HTTP client)':
    /\/node_modules\/(@azure\/data-tables\/|(@azure\/[\w-]+|@typespec\/[\w-]+)\/dist\/esm\/)/,
  'SDK (botbuilder, restify and their HTTP client)':
    /\/node_modules\/(botbuilder|botframework|restify|find-my-way|jsonwebtoken|jws|@azure\/|@typespec\/)/,
} as const;

const measuring = 'nobody’s: idle, or at the measuring itself';

export type Share = { readonly whose: string; readonly share: number };

/** The busy time by whose it is, greatest first; it adds up to 1. Node's own work counts to what called it. */
export function sharesOf(profile: Profiler.Profile): readonly Share[] {
  const time = new Map<string, number>();
  const spent = spentBy(profile);
  walk(profile, (node, above) => {
    const whose = above === measuring ? measuring : (whoseIs(node) ?? above);
    const self = whose === measuring ? 0 : (spent.get(node.id) ?? 0);
    time.set(whose, (time.get(whose) ?? 0) + self);
    return whose;
  });
  const all = [...time.values()].reduce((sum, one) => sum + one, 0);
  return [...time]
    .map(([whose, self]) => ({ whose, share: self / all }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share);
}

function spentBy({ samples = [], timeDeltas = [] }: Profiler.Profile): Map<number, number> {
  const spent = new Map<number, number>();
  samples.forEach((id, at) => {
    spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return spent;
}

function walk(
  { nodes }: Profiler.Profile,
  visit: (node: Profiler.ProfileNode, above: string) => string,
): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const down = (node: Profiler.ProfileNode, above: string): void => {
    const whose = visit(node, above);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) down(child, whose);
    }
  };
  const [top] = nodes;
  if (top) down(top, 'Node’s sockets and streams, for all of them');
}

function whoseIs({ callFrame: { functionName, url } }: Profiler.ProfileNode): string | undefined {
  if (functionName === '(idle)' || url.endsWith('/bench/measures.ts')) return measuring;
  if (functionName === '(garbage collector)') return 'garbage collection';
  return Object.entries(kinds).find(([, place]) => place.test(url))?.[0];
}
