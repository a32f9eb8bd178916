/**
 * Runs test files one after another in this process, each as a run of mocha's of its own, so that a hook outside any
 * suite is the file's own, too. Tells the runner, as each ends, what became of it.
 */

import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import Mocha from 'mocha';
import { leaveOnly, shuffleSuite } from './order.mjs';
import { nameSourceLines } from './source-lines.mjs';

// each error that is made would be looked up in its source, though few are ever read
process.setSourceMapsEnabled(false);

// what hangs still ends; a machine many times as slow does not
const timeout = 900_000;

const { Base } = Mocha.reporters;
const tell = (message) => new Promise((resolve) => process.send(message, resolve));

/** `copy`: a number reads the file again, apart from what it was before. */
async function load(mocha, file, copy) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  const again = copy === undefined ? '' : `?copy=${copy}`;
  const loaded = await import(pathToFileURL(file).href + again);
  mocha.suite.emit('require', loaded, file, mocha);
  mocha.suite.emit('post-require', globalThis, file, mocha);
}

/** What mocha says of the failed ones, differences included. */
function complaintOf(failures) {
  const said = [];
  for (const { err } of failures) nameSourceLines(err);
  Base.consoleLog = (...words) => said.push(format(...words));
  Base.list(failures);
  return said.join('\n');
}

/** Mocha's own reporters print; this one remembers. */
class Quiet extends Base {
  constructor(runner, options) {
    super(runner, options);
    this.epilogue = () => undefined;
  }
}

const newMocha = (title) => new Mocha({ timeout, reporter: Quiet, ...(title && { fgrep: title }) });

async function conduct(mocha) {
  const passes = [];
  const failures = [];
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => passes.push(test.fullTitle()));
    runner.on('fail', (test) => failures.push(test));
  });
  return { passed: passes.length, failed: failures.length, said: complaintOf(failures) };
}

async function run(file, { seed, title, alone }) {
  if (alone) return runAlone(file, title);
  const mocha = newMocha(title);
  await load(mocha, file);
  if (seed !== undefined) shuffleSuite(mocha.suite, seed);
  return conduct(mocha);
}

/** Each test of the file by itself: the file is read again for it, and the hooks around it run for it only. */
async function runAlone(file, title) {
  const sum = { passed: 0, failed: 0, said: '' };
  for (let nth = 0, isLast = false; !isLast; nth += 1) {
    const mocha = newMocha(title);
    await load(mocha, file, nth);
    isLast = leaveOnly(mocha.suite, nth) <= nth + 1;
    const { passed, failed, said } = await conduct(mocha);
    sum.passed += passed;
    sum.failed += failed;
    sum.said += said;
  }
  return sum;
}

/** A file that can't even be read counts as one failure. */
const broken = (error) => {
  nameSourceLines(error);
  return { passed: 0, failed: 1, said: error?.stack ?? String(error) };
};

// the runner is gone: nobody hears
process.once('disconnect', () => process.exit(1));
const { NODE_ENV } = process.env;

/** Vite names the environment for the whole process, and React loads one half of itself by the old name. */
function forgetEnvironment() {
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

process.once('message', async ({ files, wish }) => {
  for (const file of files) {
    forgetEnvironment();
    const before = process.cpuUsage();
    const start = Date.now();
    const end = await run(file, wish).catch(broken);
    const { user, system } = process.cpuUsage(before);
    await tell({ file, ...end, cpuMs: Math.round((user + system) / 1000), ms: Date.now() - start });
  }
  process.exit();
});
