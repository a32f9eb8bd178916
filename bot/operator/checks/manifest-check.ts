/** Checks that the Teams app's package names what the settings name: one wrong id and Teams talks to nobody. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { tabEntity } from '../../domain/instructions/citing.ts';
import type { Settings } from '../../settings.ts';
import { type Check, type CheckResult, failure, skipped, unlessFine, warning } from './check.ts';
import { jsonIn } from './way-there.ts';

export const manifestCheck: Check = {
  name: 'manifest',
  needs: ['settings'],
  run: async ({ settings, version, packageFile }) => {
    if (packageFile === undefined) return [skipped('Give --package <zip> to compare the app’s package.')];
    const manifest = await readManifest(packageFile);
    if ('state' in manifest) return [manifest];
    const faults = [...faultsIn(manifest, settings()), ...versionFault(manifest.version, version)];
    return unlessFine(faults, 'The package agrees with the settings.');
  },
};

const bot = z.object({ botId: z.string().optional() });
const shape = z.object({
  id: z.string().optional(),
  version: z.string().optional(),
  bots: z.array(bot).default([]),
  composeExtensions: z.array(bot).default([]),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string().optional() })).default([]),
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }).partial().default({}),
});
type PackagedManifest = z.infer<typeof shape>;

async function readManifest(file: string): Promise<PackagedManifest | CheckResult> {
  const remedy = 'Make the package with “npm run package” and name its zip.';
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (!(bytes instanceof Uint8Array)) return failure(`${file} can’t be read (${bytes.code}).`, remedy);
  const read = shape.safeParse(jsonIn(manifestIn(bytes) ?? ''));
  return read.success ? read.data : failure(`${file} is not the package of a Teams app.`, remedy);
}

function manifestIn(zip: Uint8Array): string | undefined {
  try {
    const files = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' });
    return files['manifest.json'] && new TextDecoder().decode(files['manifest.json']);
  } catch {
    // fflate throws whatever it stumbles on: then it is no zip
    return undefined;
  }
}

type ManifestFact = {
  readonly what: string;
  readonly is: string | undefined;
  readonly must: string;
  readonly setting: string;
};

const makeAgain =
  'Correct the setting, or make the package from these settings (npm run package), upload it in the Teams admin center, and remove the wrong app.';

function faultsIn(manifest: PackagedManifest, settings: Settings): readonly CheckResult[] {
  return factsOf(manifest, settings)
    .filter(({ is, must }) => is?.toLowerCase() !== must.toLowerCase())
    .map(({ what, is, must, setting }) =>
      failure(`${what} ${is === undefined ? 'is missing' : `is ${is}`}; ${setting} says ${must}.`, makeAgain),
    );
}

function factsOf(manifest: PackagedManifest, settings: Settings): readonly ManifestFact[] {
  const { publicUrl, tabClientId, teamsAppId } = settings;
  const { host } = new URL(publicUrl);
  const { webApplicationInfo: web } = manifest;
  const tab = manifest.staticTabs.find(({ entityId }) => entityId === tabEntity);
  const domain = manifest.validDomains.includes(host) ? host : manifest.validDomains.join(', ') || undefined;
  return [
    { what: 'id', is: manifest.id, must: teamsAppId, setting: 'TEAMS_APP_ID' },
    ...botFacts(manifest, settings),
    {
      what: `contentUrl of the tab “${tabEntity}”`,
      is: tab?.contentUrl,
      must: `${publicUrl}/tab/`,
      setting: 'PUBLIC_URL',
    },
    { what: 'validDomains', is: domain, must: host, setting: 'PUBLIC_URL' },
    { what: 'webApplicationInfo.id', is: web.id, must: tabClientId, setting: 'TAB_CLIENT_ID' },
    {
      what: 'webApplicationInfo.resource',
      is: web.resource,
      must: `api://${host}/${tabClientId}`,
      setting: 'PUBLIC_URL with TAB_CLIENT_ID',
    },
  ];
}

function botFacts(
  { bots, composeExtensions }: PackagedManifest,
  { bot: { id } }: Settings,
): readonly ManifestFact[] {
  const setting = 'BOT_ID';
  // a part that is left out altogether is missing as well
  const first = <One>(all: readonly One[]) => (all.length > 0 ? all : [undefined]);
  return [
    ...first(bots).map((one) => ({ what: 'bots.botId', is: one?.botId, must: id, setting })),
    ...first(composeExtensions).map((one) => ({
      what: 'composeExtensions.botId',
      is: one?.botId,
      must: id,
      setting,
    })),
  ];
}

function versionFault(packed: string | undefined, ours: string): readonly CheckResult[] {
  if (packed === ours) return [];
  return [
    warning(
      `The package is of version ${packed ?? 'none'}, this code of ${ours}.`,
      'Make it again with “npm run package”, and upload it: Teams updates an app to a greater version only.',
    ),
  ];
}
