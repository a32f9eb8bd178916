/** The start: reads the settings, opens the line, and closes it when told to. */
import { fileURLToPath } from 'node:url';
import type { Service } from './compose.ts';
import { loadCounty } from './counties/read-county.ts';
import { loadStarterPages } from './counties/read-instructions.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { ownVersion } from './version.ts';

const log = createLog();

/** How long turns still come after the order to stop: a balancer hears of it no sooner than we do. */
const lingerMs = 5000;
/** The longest that a stop takes. The host's own patience, after which it kills, must be longer (infra/modules/server.bicep). */
const stopWithinMs = 45_000;

async function start(): Promise<void> {
  const told = toldToStop();
  const line = await Promise.race([open(), told]);
  // told before it was open: nobody has been promised anything
  if (!line) return process.exit(0);
  await told;
  await close(line);
}

async function open() {
  const settings = readSettings(process.env);
  const county = await loadCounty(settings.countyFile);
  const starterPages = await loadStarterPages(settings.countyFile);
  // Microsoft's packages take a while to load: who has a setting to mend does not wait for them
  const { startService } = await import('./compose.ts');
  const tabFolder = fileURLToPath(new URL('../tab', import.meta.url));
  const service = await startService({
    settings,
    county,
    log,
    tabFolder,
    starterPages,
    version: ownVersion(),
  });
  return { service, lingerMs: settings.local ? 0 : lingerMs };
}

/** Heard from the first moment: as a container's first process, Node would not die of a signal that nobody listens to. */
function toldToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
  });
}

/** Ends with 0 when all in hand was finished; with 1 when it was cut, and the cards wait for the next start. */
async function close({
  service,
  lingerMs,
}: {
  readonly service: Service;
  readonly lingerMs: number;
}): Promise<void> {
  const cut = () => {
    log('warn', 'the line was cut', { ms: stopWithinMs });
    process.exit(1);
  };
  setTimeout(cut, stopWithinMs).unref();
  await service.stop({ lingerMs });
  process.exit(0);
}

start().catch((error: unknown) => {
  // settings and county files name their own faults and remedies: those are said in full, on the way out
  process.stderr.write(`${error instanceof Error ? error.message : 'The server could not start.'}\n`);
  process.exitCode = 1;
});
