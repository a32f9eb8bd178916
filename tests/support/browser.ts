/** Opens a Chromium for a test: a named one, an installed one, or the one that an npm package carries. */

import { constants } from 'node:fs';
import { access, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-features=LocalNetworkAccessChecks', // a page may frame another on this machine
];

interface Found {
  readonly path: string;
  /** What it needs besides this process's environment. */
  readonly env: Record<string, string>;
}

/** Launches headless, with what flags are given besides the usual; the caller closes it. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const { path, env } = await findChromium();
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath: path,
    args: [...flags, ...more],
    env: { ...Object.fromEntries(own), ...env },
  });
}

export async function findChromium(): Promise<Found> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && !(await isRunnable(named)))
    throw new Error(`CHROMIUM_PATH names ${named}, which can't be run`);
  const installed = named ?? (await installedChromium());
  return installed === undefined ? carriedChromium() : { path: installed, env: {} };
}

async function installedChromium(): Promise<string | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    if (await isRunnable(path)) return path;
  }
  return undefined;
}

const carried = join(tmpdir(), 'chromium-for-tests');

const fontConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(carried, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(carried, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Unpacks the carried Chromium once, with the libraries and fonts it needs on a machine that has none. */
async function carriedChromium(): Promise<Found> {
  const path = join(carried, 'chromium');
  if (!(await isRunnable(path))) await unpack();
  const libraries = [join(carried, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
    .filter(Boolean)
    .join(delimiter);
  return { path, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(carried, 'fonts.conf') } };
}

async function unpack(): Promise<void> {
  // unpacked apart and moved into place, so that two test runs can't meet in a half-written file
  const draft = await mkdtemp(join(tmpdir(), 'chromium-draft-'));
  const untouched = { ...process.env };
  // the package asks for its libraries only where it believes to be in a Lambda, and unpacks to TMPDIR
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: draft });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    await writeFile(join(draft, 'fonts.conf'), fontConfig);
  } finally {
    restore(untouched);
  }
  await rename(draft, carried).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true });
    // somebody else was faster: theirs is as good
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

function restore(untouched: NodeJS.ProcessEnv): void {
  for (const name of ['AWS_LAMBDA_JS_RUNTIME', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
    const value = untouched[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

async function isRunnable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    // a folder that may be entered is executable too
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
