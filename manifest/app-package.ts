/** Puts the app's package together: manifest, translations and icons in a zip that is the same for the same input. */
import { readFile } from 'node:fs/promises';
import { AppManifestUtils } from '@microsoft/app-manifest';
import type { ValidateFunction } from 'ajv';
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { strToU8, zipSync } from 'fflate';
import type { Language } from '../bot/domain/county.ts';
import { languages } from '../bot/domain/county.ts';
import {
  type App,
  appManifest,
  fileOf,
  firstLanguage,
  icons,
  manifestSchema,
  otherLanguages,
} from './app-manifest.ts';
import { localisationOf } from './localisation.ts';
import type { PackageFault } from './settings.ts';

/** What Microsoft's own schema finds wrong, in any language: a translation has the limits of what it stands for. */
export async function manifestFaults(app: App): Promise<readonly PackageFault[]> {
  const found = await Promise.all(languages.map((language) => faultsIn(app, language)));
  return found.flat();
}

async function faultsIn(app: App, language: Language): Promise<readonly PackageFault[]> {
  const file = language === firstLanguage ? 'manifest.json' : fileOf(language);
  validator ??= readValidator();
  const validate = await validator;
  validate(appManifest(app, language));
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => ({
    what: file,
    fault: `${instancePath} ${message}`,
    remedy: `mend manifest/app-manifest.ts, manifest/texts-${language}.ts, or the names in the county's file`,
  }));
}

let validator: Promise<ValidateFunction> | undefined;

/** Microsoft's package carries the schema; its own way to ask would compile it again for each manifest. */
async function readValidator(): Promise<ValidateFunction> {
  const ajv = new draft4.default({ allErrors: true, strictTypes: false });
  formats.default(ajv, ['uri', 'email', 'regex']);
  return ajv.compile(await AppManifestUtils.fetchSchema(manifestSchema));
}

/** The zip's bytes. The icons are read from `manifest/icons`. */
export async function appPackage(app: App): Promise<Uint8Array> {
  const translations = otherLanguages.map(
    (language) => [fileOf(language), json(localisationOf(appManifest(app, language)))] as const,
  );
  const drawings = Object.values(icons).map(
    async (name) => [name, await readFile(new URL(`icons/${name}`, import.meta.url))] as const,
  );
  const files = [['manifest.json', json(appManifest(app))] as const, ...translations];
  return zipSync(Object.fromEntries([...files, ...(await Promise.all(drawings))]), {
    level: 9,
    // a zip keeps wall-clock time: made of its parts, it is the same wherever the package is built
    mtime: new Date(2000, 0, 1, 12),
  });
}

const json = (value: unknown) => strToU8(`${JSON.stringify(value, undefined, 2)}\n`);
