/** `npm run doctor` as it is typed: what it prints, for people and for machines, and how it ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { settingsForBot } from '../../bot/local/start/settings-for-bot.ts';
import { createStandInTeams, type StandInTeams } from '../../bot/local/teams.ts';
import type { Finding } from '../../bot/operator/doctor.ts';
import { emptyAccount } from '../support/azurite.ts';
import { readsTypeScript } from '../support/own-process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the doctor command', () => {
  let folder = '';
  let teams: StandInTeams;
  let env: Readonly<Record<string, string>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    teams = await createStandInTeams();
    await teams.start();
    env = {
      ...settingsForBot(teams),
      TABLES_CONNECTION: await emptyAccount(),
      DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      COUNTY_FILE: 'bot/counties/kymenlaakso.json',
      FIRST_SUPERVISOR: 'a0000000-0000-4000-8000-000000000001',
      TEAMS_APP_ID: 'a0000000-0000-4000-8000-0000000000aa',
      PUBLIC_URL: 'http://127.0.0.1:2',
    };
  });
  after(() => Promise.all([teams.stop(), rm(folder, { recursive: true })]));

  function run(words: readonly string[], settings: Readonly<Record<string, string>>) {
    return new Promise<{ code: number | null; out: string; complaint: string }>((resolve) => {
      const child = spawn(process.execPath, [...readsTypeScript, 'bot/operator/run.ts', 'doctor', ...words], {
        cwd: root,
        env: { PATH: process.env['PATH'], ...settings },
      });
      const said = { out: '', complaint: '' };
      child.stdout.on('data', (chunk) => {
        said.out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said.complaint += chunk;
      });
      child.once('close', (code) => resolve({ code, ...said }));
    });
  }

  it('ends with 0 when nothing is broken, and sums up what is left to look at', async () => {
    const file = join(folder, '.env');
    const lines = Object.entries(env).map(([name, value]) => `${name}="${value}"`);
    await writeFile(file, lines.join('\n'));
    const { code, out, complaint } = await run(['--planned', '--env', file], {});
    assert.equal(code, 0, out + complaint);
    assert.equal(complaint, '');
    const told = out.trimEnd().split('\n');
    assert.match(
      told.at(-1) ?? '',
      /^Nothing is broken; \d warnings? to look at\. \d+ right, \d+ left out\.$/,
    );
    for (const line of told.slice(0, -2)) assert.match(line, /^(ok|warning|skipped) +[a-z-]+ +\S/);
    assert.match(out, /^warning +county +.*→ Write the number under/m);
  });

  it('ends with 1 when something is, and tells machines the same', async () => {
    // the identity that Azure lends does not answer: the SDK itself says so
    const broken = { ...env, IDENTITY_ENDPOINT: 'http://127.0.0.1:2/msi/token' };
    const { code, out } = await run(['--json'], broken);
    assert.equal(code, 1);
    const told = JSON.parse(out) as {
      version: string;
      tally: Record<string, number>;
      findings: readonly Finding[];
    };
    const failures = told.findings.filter(({ state }) => state === 'failure');
    assert.deepEqual(
      failures.map(({ check }) => check),
      ['storage', 'bot-token', 'server'],
    );
    assert.equal(told.tally['failure'], 3);
    assert.ok(failures.every(({ remedy }) => remedy));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    assert.equal(told.version, version);
  });

  it('ends with 2 when it is asked wrongly, and says how to ask', async () => {
    const wrong = [['--jsn'], ['--env', join(folder, 'none')], ['--package']];
    const ends = await Promise.all(wrong.map((words) => run(words, env)));
    for (const { code, out, complaint } of ends) {
      assert.equal(code, 2, complaint);
      assert.equal(out, '');
      assert.ok(!complaint.includes('    at '), 'a person is told, not shown a stack');
    }
    assert.match(ends[0]?.complaint ?? '', /--jsn[\s\S]*doctor +examines the installation/);
    assert.match(ends[1]?.complaint ?? '', /file of settings can't be read: ENOENT/);
  });
});
