/** Makes the app's package from settings, or says all that stands in the way. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { CountyFileError, loadCounty } from '../bot/counties/read-county.ts';
import type { App } from './app-manifest.ts';
import { appPackage, manifestFaults } from './app-package.ts';
import { type AppSettings, type PackageFault, readAppSettings, readVersion } from './settings.ts';

export type PackageOptions = {
  readonly env: NodeJS.ProcessEnv;
  /** A file of `NAME=value` lines; what it says goes before the environment. */
  readonly envFile?: string;
  /** The version in package.json. */
  readonly version: string;
  /** Where the zip is written; made if need be. */
  readonly folder: string;
};

export type Made = { readonly path: string } | { readonly faults: readonly PackageFault[] };

export async function makePackage({ envFile, folder, version, ...wish }: PackageOptions): Promise<Made> {
  const file = envFile === undefined ? {} : await readEnvFile(envFile);
  if (isFaulty(file)) return file;
  const app = await readApp({ ...wish.env, ...file }, version);
  if (isFaulty(app)) return app;
  const faults = await manifestFaults(app);
  if (faults.length > 0) return { faults };
  const path = join(folder, `viranomaislinja-${version}.zip`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, await appPackage(app));
  return { path };
}

type Faulty = { readonly faults: readonly PackageFault[] };

const isFaulty = (read: object): read is Faulty => 'faults' in read && Array.isArray(read.faults);

async function readEnvFile(path: string): Promise<NodeJS.ProcessEnv | Faulty> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return parseEnv(text);
  return { faults: [{ what: path, fault: 'can’t be read', remedy: 'name a file of NAME=value lines' }] };
}

async function readApp(env: NodeJS.ProcessEnv, version: string): Promise<App | Faulty> {
  const { settings, faults } = readAppSettings(env);
  const county = await readCounty(env['COUNTY_FILE']?.trim());
  const all = [...faults, ...(isFaulty(county) ? county.faults : []), readVersion(version)];
  const found = all.filter((fault) => fault !== undefined);
  if (found.length > 0 || isFaulty(county)) return { faults: found };
  // with no fault noted, every setting is there
  return { settings: settings as AppSettings, county, version };
}

/** The app is named after the county's line, so the server's own county file is asked. */
async function readCounty(file: string | undefined): Promise<App['county'] | Faulty> {
  const remedy = "give the path of the county's file (bot/counties holds three)";
  if (!file) return { faults: [{ what: 'COUNTY_FILE', fault: 'is missing', remedy }] };
  try {
    return await loadCounty(file);
  } catch (error) {
    if (!(error instanceof CountyFileError)) throw error;
    const faults = error.faults.map(({ line, path, fault }) => ({
      what: `COUNTY_FILE ${file}${line ? `, line ${line}` : ''}`,
      fault: [path, fault].filter(Boolean).join(' '),
      remedy: 'mend the file, or name another',
    }));
    return { faults };
  }
}

/** The version that package.json gives. */
export async function versionIn(packageFile: URL): Promise<string> {
  const shape = z.object({ version: z.string() });
  return shape.parse(JSON.parse(await readFile(packageFile, 'utf8'))).version;
}
