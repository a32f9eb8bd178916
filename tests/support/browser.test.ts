import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './browser.ts';

describe('the choice of a browser', () => {
  const before = { named: process.env['CHROMIUM_PATH'], path: process.env['PATH'] };
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'browsers-'));
  });
  afterEach(async () => {
    process.env['PATH'] = before.path ?? '';
    if (before.named === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before.named;
    await rm(folder, { recursive: true });
  });

  const program = async (name: string, mode = 0o755) => {
    const path = join(folder, name);
    await writeFile(path, '');
    await chmod(path, mode);
    return path;
  };

  it('takes the named one before an installed one, and with its own libraries', async () => {
    await program('chromium');
    process.env['PATH'] = folder;
    const named = await program('my-browser');
    process.env['CHROMIUM_PATH'] = named;
    assert.deepEqual(await findChromium(), { path: named, env: {} });
  });

  it('takes an installed one where none is named', async () => {
    delete process.env['CHROMIUM_PATH'];
    process.env['PATH'] = folder;
    const installed = await program('chromium');
    assert.deepEqual(await findChromium(), { path: installed, env: {} });
  });

  for (const [what, make] of [
    ['is not there', async () => join(folder, 'nowhere')],
    ['is a folder', async () => folder],
    ['is a file that nobody may run', () => program('notes.txt', 0o644)],
  ] as const)
    it(`says so when the named one ${what}, though another is installed`, async () => {
      await program('chromium');
      process.env['PATH'] = folder;
      const named = await make();
      process.env['CHROMIUM_PATH'] = named;
      await assert.rejects(findChromium(), { message: `CHROMIUM_PATH names ${named}, which can't be run` });
    });
});
