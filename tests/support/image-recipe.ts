/** The recipe of the server's image, read: its steps, what each stage copies, and what is let in at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Step = { readonly word: string; readonly rest: string };

// the runner asks, too, whose modules are the compiled ones: the project is where it stands
const root = join(process.cwd(), '/');

export const steps: readonly Step[] = readFileSync(join(root, 'infra/Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
  .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const lastFrom = steps.findLastIndex(({ word }) => word === 'FROM');
export const building = steps.slice(0, lastFrom);
export const running = steps.slice(lastFrom);

export const restOf = (stage: readonly Step[], word: string) =>
  stage.filter((step) => step.word === word).map(({ rest }) => rest);

export const copies = (stage: readonly Step[]) =>
  restOf(stage, 'COPY').map((rest) => {
    const words = rest.split(' ').filter((word) => !word.startsWith('--'));
    return { from: words.slice(0, -1).map((one) => one.replace(/^\/app\//, '')), to: words.at(-1) ?? '' };
  });

/** What .dockerignore lets through: the last line that fits decides. */
export function isLetIn(path: string): boolean {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  const fitting = lines.filter((line) => {
    const pattern = line.replace(/^!/, '');
    return line && !line.startsWith('#') && (pattern === '*' || `${path}/`.startsWith(`${pattern}/`));
  });
  return fitting.at(-1)?.startsWith('!') ?? true;
}
