/** Holds every route of the tab's API against what the pages' source asks for: a route that no page calls is named. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TabDesk } from '../../bot/http/tab-desk.ts';
import { tabRoutes } from '../../bot/http/tab-routes.ts';

const root = fileURLToPath(new URL('../../tab/src/', import.meta.url));
const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** Every text that begins with a slash; what is put in while the page runs stands as `*`. */
const paths = [...source.matchAll(/'(\/[^'\n]*)'|`(\/[^`\n]*)/g)].map(([, plain, template = '']) =>
  (plain ?? template)
    .replace(/\$\{[^}]*\}/g, '*')
    // a template within the template: whatever it puts in
    .replace(/\$\{.*$/, '*')
    .replace(/\?.*$/, ''),
);

/** A path that ends in something put in may go on by it: with another path, or with a query. */
const asked = paths.flatMap((path) => {
  const base = path.replace(/\*+$/, (stars) => (/\/\*+$/.test(path) ? stars.slice(0, 1) : ''));
  return base === path ? [path] : [base, ...paths.map((rest) => base + rest)];
});

/** What is put in stands for a route's parameter, or for a word that the source names somewhere. */
function isAskedBy(path: string, route: string): boolean {
  const [there, here] = [path.split('/'), route.split('/')];
  return (
    there.length === here.length &&
    here.every((part, n) => {
      if (there[n] !== '*') return there[n] === part;
      return part.startsWith(':') || source.includes(`'${part}'`);
    })
  );
}

const unasked = (routes: readonly string[]) =>
  routes.filter((route) => !asked.some((path) => isAskedBy(path, route)));

describe('the routes of the tab', () => {
  it('are each asked by a page', () => {
    const routes = tabRoutes({} as TabDesk).map(({ path }) => path);
    assert.ok(routes.length > 30);
    assert.deepEqual(unasked(routes), []);
  });

  it('are named when no page asks them', () => {
    const made = [
      '/library/overdue',
      '/library/pages/:id/from-answer',
      '/recording/people/:personId/:day',
      '/recording/entries/:id/annulment',
      '/me/week',
    ];
    assert.deepEqual(unasked(['/me', '/library/pages/:id/readers', ...made]), made);
  });
});
