/** The start: reads the settings, opens the line, and closes it when told to. */
import { fileURLToPath } from 'node:url';
import { openLine } from './compose.ts';
import { loadCounty } from './counties/read-county.ts';
import { loadStarterPages } from './counties/read-instructions.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

const log = createLog();

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const county = await loadCounty(settings.countyFile);
  const starterPages = await loadStarterPages(settings.countyFile);
  const tabFolder = fileURLToPath(new URL('../tab', import.meta.url));
  const line = await openLine({ settings, county, log, tabFolder, starterPages });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void line.stop().then(() => process.exit(0)));
  }
}

start().catch((error: unknown) => {
  // settings and county files name their own faults and remedies: those are said in full, on the way out
  process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start.'}\n`);
  process.exitCode = 1;
});
