/**
 * Makes of entra.manifest.json the two changes that bring the tab's Entra app to it, for `az rest` (README.md, step 3).
 * Two, because Graph lets Teams' clients in by the scope's id only when the app has that scope already: in one go it
 * answers that the id "cannot be found in the AppPermissions sets". Agents Toolkit reads the manifest itself.
 *   node infra/entra-patches.mjs <file of settings>
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

const [settingsFile] = process.argv.slice(2);
const settings = settingsFile ? parseEnv(readFileSync(settingsFile, 'utf8')) : {};
const missing = new Set();

const text = readFileSync(new URL('entra.manifest.json', import.meta.url), 'utf8');
const filled = text.replace(/\$\{\{(\w+)\}\}/g, (_, name) => {
  const value = settings[name] ?? process.env[name];
  if (!value) missing.add(name);
  return value ?? '';
});

if (missing.size > 0) {
  process.stderr.write(`Set ${[...missing].join(', ')}: in a file that you name, or in the environment.\n`);
  process.exit(1);
}

// which app it is stands in the address: in the body Graph refuses to change it
const { id, appId, api, ...app } = JSON.parse(filled);
const { preAuthorizedApplications, ...scopes } = api;
mkdirSync('build', { recursive: true });
write('entra.1.json', { ...app, api: scopes });
// the scopes again: what a change leaves out of `api`, Graph may take for nothing
write('entra.2.json', { api: { ...scopes, preAuthorizedApplications } });
process.stdout.write(
  `Two changes of the app ${appId}, object ${id}: build/entra.1.json, then build/entra.2.json\n`,
);

function write(name, change) {
  writeFileSync(`build/${name}`, `${JSON.stringify(change, undefined, 2)}\n`);
}
