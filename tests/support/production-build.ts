/** The production build for tests: one for the whole run, or else for the first who asks. */
import { rmSync } from 'node:fs';
import { after } from 'mocha';
import { buildProduct } from './build-product.ts';

let own: Promise<string> | undefined;

/** Its folder: the run's, or else made by the first who asks. Nobody writes there. */
export function productionBuild(): Promise<string> {
  const ofTheRun = process.env['TEST_BUILD'];
  if (ofTheRun) return Promise.resolve(ofTheRun);
  own ??= buildProduct();
  return own;
}

// a root hook, of the file that asked
after(async () => {
  const folder = await own;
  own = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true });
});
