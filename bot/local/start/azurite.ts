/** Azurite's tables as a process of its own: Azure Storage on one machine, for `npm start` and for tests. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

export type Azurite = {
  /** For `TABLES_CONNECTION`. */
  readonly connection: string;
  readonly port: number;
  stop(): Promise<void>;
};

const require = createRequire(import.meta.url);
// Azurite's own account, the same on every machine and no secret
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const host = '127.0.0.1';

const connectionTo = (port: number) =>
  `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};` +
  `TableEndpoint=http://${host}:${port}/${account};`;

/** The same Azurite's, for another of its accounts. */
export const connectionOf = (connection: string, name: string): string =>
  connection.replaceAll(account, name);

export type AzuriteOptions = {
  readonly folder?: string;
  readonly port?: number;
  /** Names of accounts that it has besides its own, each with tables of its own and the same key. */
  readonly accounts?: readonly string[];
};

/**
 * Starts Azurite's table server and waits until it listens. Kept in `folder`; without one, in memory only.
 * `port`: a free one unless told.
 * @throws with what Azurite said when it does not start.
 */
export async function startAzurite({ port, ...options }: AzuriteOptions = {}): Promise<Azurite> {
  if (port !== undefined) return startOn(port, options);
  for (let tried = 1; ; tried += 1) {
    try {
      return await startOn(await freePort(), options);
    } catch (error) {
      // somebody else took it between the looking and the listening
      if (tried === 3 || !(error instanceof AzuriteStayedDown)) throw error;
    }
  }
}

class AzuriteStayedDown extends Error {
  override readonly name = 'AzuriteStayedDown';
}

async function startOn(listens: number, { folder, accounts = [] }: AzuriteOptions): Promise<Azurite> {
  const main = require.resolve('azurite/dist/src/table/main.js');
  const kept = folder === undefined ? ['--inMemoryPersistence'] : ['--location', folder];
  // without disableTelemetry it phones home
  const flags = ['--silent', '--disableTelemetry', '--tableHost', host, '--tablePort', String(listens)];
  const env = {
    ...process.env,
    AZURITE_ACCOUNTS: [account, ...accounts].map((name) => `${name}:${accountKey}`).join(';'),
  };
  const child = spawn(process.execPath, [main, ...flags, ...kept], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  await listening(child, listens);
  return {
    connection: connectionTo(listens),
    port: listens,
    async stop() {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // asks it to write down what it still holds in memory
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
    },
  };
}

function listening(child: ReturnType<typeof spawn>, port: number): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (words: Buffer) => {
      said += words;
      if (said.includes('successfully started')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', () =>
      reject(
        new AzuriteStayedDown(`Azurite did not start on port ${port}: ${said.trim() || 'it said nothing'}`),
      ),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
