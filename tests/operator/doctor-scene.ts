/** An installation that is right in everything, and the ways to break one thing of it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { loadCounty } from '../../bot/counties/read-county.ts';
import type { Binding } from '../../bot/desk/staff/ports.ts';
import { settingsForBot } from '../../bot/local/start/settings-for-bot.ts';
import { allChecks } from '../../bot/operator/checks/all-checks.ts';
import { examine, type Finding } from '../../bot/operator/doctor.ts';
import { type Installation, openInstallation } from '../../bot/operator/installation.ts';
import { appPackage } from '../../manifest/app-package.ts';
import { type AzuriteTables, azurite, azuriteTables } from '../support/azurite.ts';
import { openTestLine, type TestLine } from '../support/line.ts';

export type Env = Readonly<Record<string, string | undefined>>;
/** What stands before the server answers by itself; undefined passes the request on. */
export type Reply = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
export type Change = (path: string, method: string) => Reply | undefined;
// biome-ignore lint/suspicious/noExplicitAny: a manifest to be broken in any way
export type Bend = (manifest: any) => void;

export type Wish = {
  readonly env?: Env;
  readonly parts?: Partial<Installation>;
  readonly change?: Change;
  readonly bend?: Bend;
  readonly planned?: boolean;
  readonly packageFile?: string;
  readonly tablePrefix?: string;
};

export type Scene = {
  readonly line: TestLine;
  readonly tables: AzuriteTables;
  readonly env: Env;
  readonly folder: string;
  /** The address of what stands before the server. */
  readonly url: string;
  examine(wish?: Wish): Promise<readonly Finding[]>;
  /** A county file that differs from the one that is right. */
  countyFile(bend: Bend): Promise<string>;
  stop(): Promise<void>;
};

export const version = '1.4.0';
const rightNode = '22.12.0';
const someId = (sign: string) => `a0000000-0000-4000-8000-0000000000${sign}`;

export async function openScene(): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Line</title>');
  const tables = azuriteTables();
  const line = await openTestLine({ tabFolder: folder, tables });
  const { teams, town } = line;
  await teams.as(town.supervisor.id).say('hei');
  // something sealed
  await teams.as(town.askers[0]?.id ?? '').say('Tarvitseeko asiakas kotihoitoa Iisalmessa?');
  const front = await openFront(() => line.url);
  const countyFile = await writeCounty(folder, () => undefined);
  const env: Env = {
    ...settingsForBot(teams),
    PORT: '3978',
    TABLES_CONNECTION: await azurite(),
    DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    COUNTY_FILE: countyFile,
    FIRST_SUPERVISOR: town.supervisor.id,
    TEAMS_APP_ID: someId('aa'),
    PUBLIC_URL: front.url,
    DIRECTORY_CLIENT_ID: someId('dd'),
    DIRECTORY_CLIENT_SECRET: 'secret',
    DIRECTORY_SECRET_EXPIRES: '2099-12-31',
  };
  const zip = await appPackage({
    settings: {
      TEAMS_APP_ID: someId('aa'),
      BOT_ID: teams.botId,
      TAB_CLIENT_ID: teams.tabClientId,
      PUBLIC_URL: front.url,
      DEVELOPER_NAME: 'County',
      DEVELOPER_URL: 'https://county.example',
      PRIVACY_URL: 'https://county.example/privacy',
      TERMS_URL: 'https://county.example/terms',
    },
    county: await loadCounty(countyFile),
    version,
  });
  return {
    line,
    tables,
    env,
    folder,
    url: front.url,
    countyFile: (bend) => writeCounty(folder, bend),
    async examine({ env: changed, parts, change, bend, ...wish } = {}) {
      const packageFile = wish.packageFile ?? join(folder, 'app.zip');
      await writeFile(join(folder, 'app.zip'), bend ? bent(zip, bend) : zip);
      front.change = change ?? (() => undefined);
      const opened = openInstallation({
        env: { ...env, ...changed },
        version,
        tablePrefix: wish.tablePrefix ?? tables.prefix,
        packageFile,
        planned: wish.planned ?? false,
        // a slow machine is no fault of the line's
        patience: 20,
      });
      // Entra itself is never asked, and whatever Node these tests run on, the line that is right runs on a right one
      const installation = { ...opened, nodeVersion: rightNode, directoryToken: async () => true, ...parts };
      return examine(installation, allChecks);
    },
    async stop() {
      await front.stop();
      await line.stop();
      await rm(folder, { recursive: true });
    },
  };
}

let counties = 0;

/** The shipped county with everything confirmed, then bent. */
async function writeCounty(folder: string, bend: Bend): Promise<string> {
  const county = JSON.parse(await readFile('bot/counties/pohjois-savo.json', 'utf8'));
  county.opening.confirmed = true;
  county.emergency.social.confirmed = true;
  for (const service of county.services) service.confirmed = true;
  bend(county);
  counties += 1;
  const file = join(folder, `county-${counties}.json`);
  await writeFile(file, JSON.stringify(county, undefined, 2));
  return file;
}

function bent(zip: Uint8Array, bend: Bend): Uint8Array {
  const files = unzipSync(zip);
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']));
  bend(manifest);
  return zipSync({ ...files, 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) });
}

/** A proxy such as a county's own: it passes all on, or answers by itself. */
async function openFront(target: () => string) {
  let change: Change = () => undefined;
  const server = createServer(async (request, response) => {
    const { url = '/', method = 'GET' } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const own = change(url, method);
    const passed = await fetch(target() + url, {
      method,
      redirect: 'manual',
      headers: { 'Content-Type': request.headers['content-type'] ?? '' },
      ...(body.length > 0 && { body }),
    });
    const headers = new Map(passed.headers);
    for (const [name, value] of Object.entries(own?.headers ?? {})) headers.set(name.toLowerCase(), value);
    for (const name of ['content-length', 'transfer-encoding', 'connection']) headers.delete(name);
    const kept = [...headers].filter(([, value]) => value !== '');
    response.writeHead(own?.status ?? passed.status, Object.fromEntries(kept));
    response.end(own?.body ?? Buffer.from(await passed.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set change(next: Change) {
      change = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What each check came to: the gravest of its findings. */
export function stateOf(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const grave = ['ok', 'skipped', 'warning', 'failure'];
  const states: Record<string, string> = {};
  for (const { check, state } of findings)
    if (grave.indexOf(state) >= grave.indexOf(states[check] ?? 'ok')) states[check] = state;
  return states;
}

/** The checks that can't be made while that one fails. */
export function leaning(on: string): readonly string[] {
  const direct = allChecks.filter(({ needs = [] }) => needs.includes(on)).map(({ name }) => name);
  return [...direct, ...direct.flatMap(leaning)];
}

type Told = readonly [Binding, ...Binding[]];

/** The bindings as if they stood otherwise. */
export function withBindings(change: (all: Told) => readonly Binding[]) {
  return async ({ line }: Scene): Promise<Wish> => {
    const all = (await line.service.desk.staff.bindings()) as Told;
    return { parts: { bindings: async () => change(all) } };
  };
}

/** The stand-in Teams refuses all such calls. */
export function struck(operation: 'channels' | 'members', status: number, code: string) {
  return async ({ line }: Scene) => {
    const ordered = line.teams.faults.add({ match: { operation }, status, code, times: 99 });
    return () => ordered.remove();
  };
}

/** The issuer gives the bot no token. */
export const refusing = (message: string, name = 'AuthenticationError') => ({
  botToken: () => Promise.reject(Object.assign(new Error(message), { name })),
});
