/** What axe-core finds wrong with a page by WCAG 2.2 A and AA and its own best practices. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright-core';

const settled = async () => {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
};

// Fluent's own guards of the keyboard's way: they pass the focus on and are never heard
const guards = '[data-tabster-dummy]';

// half as long as what the package tells of itself: each page is sent it
const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** Each violation with the first element it was found in; none when all is well. */
export async function violationsIn(frame: Frame): Promise<readonly string[]> {
  // what is still fading in has no colours of its own yet
  await frame.evaluate(settled);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const violations = (await frame.evaluate(
    `axe.run({ exclude: ['${guards}'] }).then(({ violations }) => violations)`,
  )) as Violation[];
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
