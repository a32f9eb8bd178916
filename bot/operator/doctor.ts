/** Examines an installation: every check at once, each after those it needs, none longer than it may take. */
import { type Check, type CheckOutcome, type CheckResult, failure, skipped } from './checks/check.ts';
import type { Installation } from './installation.ts';

export type Finding = CheckResult & { readonly check: string };

const patienceMs = 25_000;

/** What the checks find, in the order of the checks. */
export async function examine(
  installation: Installation,
  checks: readonly Check[],
  withinMs = patienceMs * installation.patience,
): Promise<readonly Finding[]> {
  const begun = new Map<string, Promise<readonly Finding[]>>();
  for (const check of checks) begun.set(check.name, conduct(check, installation, begun, withinMs));
  return (await Promise.all(begun.values())).flat();
}

type Begun = ReadonlyMap<string, Promise<readonly Finding[]>>;

async function conduct(check: Check, installation: Installation, begun: Begun, withinMs: number) {
  const why = await whyNot(check, installation, begun);
  const found = why === undefined ? await bounded(check, installation, withinMs) : [skipped(why)];
  return found.map((one) => ({ check: check.name, ...one }));
}

async function whyNot({ needs = [], running }: Check, { planned }: Installation, begun: Begun) {
  if (planned && running) return 'Looked at when the server runs.';
  for (const name of needs) {
    const before = await begun.get(name);
    if (!before) throw new Error(`No check before this one is called ${name}`);
    if (before.some(({ state }) => state === 'failure')) return `Waits for “${name}” to be put right.`;
    // for the same reason as that one
    const left = before.find(({ state }) => state === 'skipped');
    if (left) return left.says;
  }
  return undefined;
}

async function bounded(
  check: Check,
  installation: Installation,
  ms: number,
): Promise<readonly CheckResult[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly CheckResult[]>((resolve) => {
    timer = setTimeout(resolve, ms, [tooLate(ms)]);
  });
  try {
    return await Promise.race([check.run(installation), late]);
  } catch (error) {
    // one check that breaks must not hide what the others found
    return [broke(error)];
  } finally {
    clearTimeout(timer);
  }
}

const tooLate = (ms: number) =>
  failure(
    `No answer in ${Math.ceil(ms / 1000)} seconds.`,
    'Look at the way from here to what is checked (firewall, proxy), then run doctor again.',
  );

const broke = (error: unknown) =>
  failure(
    `It could not be checked: ${error instanceof Error ? `${error.name}: ${error.message}` : 'it broke'}.`,
    'Put right what it names and run doctor again; if it names nothing, run it with another version.',
  );

export type Tally = Readonly<Record<CheckOutcome, number>>;

export function tallyOf(findings: readonly Finding[]): Tally {
  const count = (state: CheckOutcome) => findings.filter((one) => one.state === state).length;
  return { ok: count('ok'), warning: count('warning'), failure: count('failure'), skipped: count('skipped') };
}

/** A line for each finding, in columns, and a last one that sums up. */
export function inWords(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map((one) => lineOf(one, width));
  return [...lines, '', summaryOf(tallyOf(findings)), ''].join('\n');
}

const marks: Readonly<Record<CheckOutcome, string>> = {
  ok: 'ok',
  warning: 'warning',
  failure: 'FAILURE',
  skipped: 'skipped',
};

function lineOf({ check, state, says, remedy }: Finding, width: number): string {
  const words = [says, ...(remedy ? [`→ ${remedy}`] : [])].join(' ').replace(/\s+/g, ' ');
  return `${marks[state].padEnd(8)} ${check.padEnd(width)}  ${words}`;
}

function summaryOf({ ok, warning, failure: failures, skipped: left }: Tally): string {
  const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  const rest = `${ok} right, ${left} left out`;
  if (failures > 0) return `${many(failures, 'failure')} to put right, ${many(warning, 'warning')}; ${rest}.`;
  return warning > 0
    ? `Nothing is broken; ${many(warning, 'warning')} to look at. ${rest}.`
    : `All is right. ${rest}.`;
}
