/** What all processes of a run share: one Azurite and one build of the product or its tab, each made only if a test of the run asks. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledPathOf, root } from './compiled-paths.mjs';

/** Gives `work` the environment that leads to them, and ends them after it. */
export async function withServices(reaches, work) {
  const isAsked = (module) => reaches.some((reach) => reach.has(module));
  const building = () => {
    if (isAsked('tests/support/production-build.js')) return buildAll();
    return isAsked('tests/support/teams-frame.js') ? buildTab() : nothing;
  };
  const [tables, build] = await Promise.all([
    isAsked('tests/support/azurite.js') ? startTables() : nothing,
    building(),
  ]);
  try {
    await work({ ...tables.env, ...build.env });
  } finally {
    await tables.end();
    build.end();
  }
}

const nothing = { env: {}, end: () => undefined };

async function startTables() {
  const { startAzurite } = await import(compiledPathOf('bot/local/start/azurite.ts').href);
  const { ownAccounts } = await import(compiledPathOf('tests/support/run/accounts.ts').href);
  const azurite = await startAzurite({ accounts: ownAccounts });
  return { env: { TEST_TABLES: azurite.connection }, end: () => azurite.stop() };
}

async function buildAll() {
  const { buildProduct } = await import(compiledPathOf('tests/support/build-product.ts').href);
  const folder = await buildProduct();
  const env = { TEST_BUILD: folder, TEST_TAB: join(folder, 'dist/tab') };
  return { env, end: () => rmSync(folder, { recursive: true }) };
}

async function buildTab() {
  const folder = mkdtempSync(join(tmpdir(), 'tab-'));
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', root));
  const words = [vite, 'build', 'tab', '--outDir', folder, '--logLevel', 'warn'];
  const child = spawn(process.execPath, words, {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('The tab could not be built');
  return { env: { TEST_TAB: folder }, end: () => rmSync(folder, { recursive: true }) };
}
