/**
 * Runs every test with mocha: the pure ones in one process, each of the others in a process of its own, since
 * Microsoft's token client keeps the first address it was given for as long as its process lives. Two run at a time.
 * `--quick` runs the pure ones, the main story and the built server: what a new version of Node could break.
 * Says at the end how many passed and failed, as mocha counted them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders whose tests start no server of Microsoft's SDK: they share a process. */
const together = ['cards', 'counties', 'desk', 'domain', 'store'];
const atOnce = 2;

const isTest = (name) => /\.test\.tsx?$/.test(name);
const testsIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter(isTest)
    .sort();

const isQuick = process.argv.includes('--quick');
const quick = ['build', 'settings', 'stories/main-story', 'teams/inbound/bot-auth', 'http/tab-api'].map(
  (name) => join('tests', `${name}.test.ts`),
);
// these walk the main story's own lines, hundreds of times: they add nothing to what is counted as covered
const isUncounted = (file) => process.env.NODE_V8_COVERAGE !== undefined && /failpoints/.test(file);

const all = testsIn('tests').filter((file) => !isUncounted(file));
const isPure = (file) => together.some((folder) => file.startsWith(join('tests', folder)));
// the long ones first, so that the last process is a short one
const isLong = (file) => /stories|build|start/.test(file);
const isWanted = (file) => !isPure(file) && (!isQuick || quick.includes(file));
const missing = quick.filter((file) => !all.includes(file));
if (missing.length > 0)
  throw new Error(`There is no ${missing.join(', ')}: a test that moved would be left out`);
const alone = all.filter(isWanted).sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
const groups = [...alone.map((file) => [file]), all.filter(isPure)];

const say = (text) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'counts-'));
const sum = { passed: 0, failed: 0 };

/** What mocha wrote of its own end; a process that never came so far counts as one failure. */
function countsIn(file, code) {
  try {
    const [passed, failed] = readFileSync(file, 'utf8').match(/\d+/g).map(Number);
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return { passed: 0, failed: 1 };
  }
}

function run(files, index) {
  return new Promise((resolve) => {
    const counts = join(folder, String(index));
    const mocha = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', '--exit', ...files], {
      env: { ...process.env, MOCHA_RESULTS: counts },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (chunk) => {
      said += chunk;
    };
    mocha.stdout.on('data', hear);
    mocha.stderr.on('data', hear);
    mocha.once('exit', (code) => {
      const { passed, failed } = countsIn(counts, code);
      sum.passed += passed;
      sum.failed += failed;
      const name = files.length === 1 ? files[0] : together.map((one) => `tests/${one}`).join(' ');
      say(
        `${failed === 0 ? 'ok' : 'FAILED'}  ${name}  ${passed} passed${failed ? `, ${failed} failed` : ''}`,
      );
      if (failed > 0) say(said);
      resolve();
    });
  });
}

const waiting = [...groups.entries()];
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await run(next[1], next[0]);
};
await Promise.all(Array.from({ length: atOnce }, worker));
rmSync(folder, { recursive: true });
say(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
