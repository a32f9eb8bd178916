/** What the bench prints: turns per second of processor time, as ratios to the echo bot, and where the time goes. */
import type { Share } from './shares.ts';

/** Whose time it was, and how many calls it made, by `host:port`. */
export type Profiled = {
  readonly shares: readonly Share[];
  readonly calls: Readonly<Record<string, number>>;
};

export type Found = {
  readonly rounds: number;
  readonly turnsARound: number;
  /** Turns per second of processor time, one figure a round. */
  readonly figures: Readonly<Record<'echo' | 'text' | 'press' | 'limit', readonly number[]>>;
  readonly profiled: Readonly<Record<'text' | 'press', Profiled>>;
  /** `host:port` of Teams: all other calls went to storage. */
  readonly teamsAt: string;
};

const middle = (figures: readonly number[]) =>
  [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;

export function report({ rounds, turnsARound, figures, profiled, teamsAt }: Found): string {
  const echo = middle(figures.echo);
  const row = (what: string, own: readonly number[]) =>
    cells(what, middle(own).toFixed(0), `${(middle(own) / echo).toFixed(2)} ×`);
  const parts = (what: string, own: readonly number[], { shares, calls }: Profiled) => {
    const cost = echo / middle(own);
    const count = (isTeams: boolean) =>
      Object.entries(calls)
        .filter(([host]) => (host === teamsAt) === isTeams)
        .reduce((sum, [, made]) => sum + made / turnsARound, 0)
        .toFixed(1);
    return [
      `${what}: ${cost.toFixed(2)} echo turns, ${count(false)} calls to storage, ${count(true)} to Teams`,
      ...shares.map(({ whose, share }) =>
        cells(`  ${whose}`, (share * cost).toFixed(2), `${(share * 100).toFixed(0)} %`),
      ),
    ];
  };
  return `${[
    `Turns per second of the server's processor time, alternated; the middle of ${rounds} rounds of ${turnsARound} turns.`,
    '',
    cells('', 'turns', 'to echo'),
    row("the SDK's bare echo bot: words in, words out", figures.echo),
    row('the line: a question in, a draft kept, its card out', figures.text),
    row('the line: the press that sends, a case kept, both cards out', figures.press),
    row('the limit: node:http, one token check, one post, no SDK', figures.limit),
    '',
    'Where the time goes, in turns of the echo bot:',
    ...parts('A question', figures.text, profiled.text),
    ...parts('A press that sends', figures.press, profiled.press),
  ].join('\n')}\n`;
}

const cells = (what: string, ...numbers: readonly string[]) =>
  what.padEnd(62) + numbers.map((number) => number.padStart(9)).join('');
