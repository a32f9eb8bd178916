/**
 * Runs the tests: compiles once, packs the files into processes by what they import, runs two processes at a time, and
 * says at the end how many tests passed and failed, as mocha counted them. CONTRIBUTING says how to run a part.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './run/compile.mjs';
import { reachOf } from './run/needs.mjs';
import { packed } from './run/packs.mjs';
import { runPack } from './run/process.mjs';
import { withServices } from './run/services.mjs';
import { chosen, readWish } from './run/wish.mjs';

const atOnce = 2;
const say = (text) => process.stdout.write(`${text}\n`);
const inSeconds = (ms) => (ms / 1000).toFixed(1);

const wish = readWish(process.argv.slice(2));
const { seed, alone, showsTimes } = wish;
// these walk the main story's own lines, hundreds of times: they add nothing to what is counted as covered
const isUncounted = (file) => process.env.NODE_V8_COVERAGE !== undefined && /failpoints/.test(file);
const all = readdirSync('tests', { recursive: true })
  .map((name) => join('tests', String(name)))
  .filter((path) => /\.test\.tsx?$/.test(path) && !isUncounted(path))
  .sort();
const { files, title } = chosen(all, wish);

compile();
if (seed !== undefined) say(`The order is shuffled; --shuffle=${seed} repeats it\n`);

const reached = files.map((path) => ({ path, reach: reachOf(path) }));
// Azurite and the processes end as this one exits, which by a signal it would not do
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const waiting = [...packed(reached, seed).entries()];
const sum = { passed: 0, failed: 0 };

function ended({ file, passed, failed, said, cpuMs, ms }) {
  sum.passed += passed;
  sum.failed += failed;
  if (title !== '' && passed + failed === 0) return;
  const took = showsTimes ? `  ${inSeconds(cpuMs)} s of CPU in ${inSeconds(ms)} s` : '';
  say(
    `${failed === 0 ? 'ok' : 'FAILED'}  ${file}  ${passed} passed${failed ? `, ${failed} failed` : ''}${took}`,
  );
  if (failed > 0) say(said);
}

const reaches = reached.map(({ reach }) => reach);
await withServices(reaches, async (shared) => {
  const runWaiting = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const env = { ...shared, TEST_PROCESS: String(next[0]) };
      await runPack({ files: next[1], wish: { seed, alone, title }, env, ended });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runWaiting));
});
say(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
