/** `npm run package [-- <env file>]`: the zip that a Teams administrator uploads, or all that keeps it from being made. */
import { makePackage, versionIn } from './make-package.ts';
import type { PackageFault } from './settings.ts';

const [envFile] = process.argv.slice(2);

const made = await makePackage({
  env: process.env,
  ...(envFile && { envFile }),
  version: await versionIn(new URL('../package.json', import.meta.url)),
  folder: 'build',
});

const inWords = ({ what, fault, remedy }: PackageFault) => `- ${what} ${fault}: ${remedy}.`;

if ('faults' in made) {
  const lines = ['The app’s package was not made:', ...made.faults.map(inWords)];
  process.stderr.write(`${lines.join('\n')}\nSee CONTRIBUTING.md, "Change the manifest".\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `Made ${made.path}
Next: Teams admin center → Teams apps → Manage apps → Actions → Upload new app; an app that is there already is
updated on its own page (its version must be greater than before). Then allow it, and pin it in a setup policy.
`,
  );
}
