/** What an operator runs on an installation: takes a backup, puts one back, brings rows up to this version, examines it. */
import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import { loadCounty } from '../counties/read-county.ts';
import { counting } from '../desk/casework/counting.ts';
import { moment } from '../domain/names.ts';
import { readStorageSettings, SettingsError } from '../settings.ts';
import { migrateRows, rowVersion } from '../store/migration/row-version.ts';
import { openStore } from '../store/store.ts';
import { RowsNotReadyError } from '../store/tables/failures.ts';
import { createSeal } from '../store/tables/seal.ts';
import { type Account, openTables, type Tables, tableNames } from '../store/tables/tables.ts';
import { backUp } from './backup.ts';
import { clearLost, lostCases } from './lost-key.ts';
import { OperatorError } from './operator-error.ts';
import { drawAgain, restore } from './restore.ts';

const usage = `What to do?
  backup <file>     copies everything that the line keeps into a file
  restore <file>    puts a backup into empty tables
  migrate           brings the rows up to this version; --again after the older version has stopped
  lost-key          lists the cases that no key opens any more, or not whole; --clear deletes what doesn't open
  doctor            examines the installation; --planned before its server runs, --package <zip> for the Teams app's
                    package, --json for machines. Ends with 0 when nothing is broken, 1 when something is, 2 when it
                    could not examine
Settings come from the environment; --env <file> reads them from a file, whose word goes before the environment's.`;

const options = {
  env: { type: 'string' },
  again: { type: 'boolean' },
  clear: { type: 'boolean' },
  planned: { type: 'boolean' },
  package: { type: 'string' },
  json: { type: 'boolean' },
} as const;
type CommandLine = ReturnType<typeof readWords>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const now = () => moment(new Date().toISOString());

const commands: Readonly<Record<string, (words: CommandLine) => Promise<void>>> = {
  backup: async ({ file }) => {
    const { tables } = await opened();
    const counts = await backUp(tables, mustHave(file), { at: now(), onRows: telling('copied') });
    for (const [table, rows] of Object.entries(counts)) say(`  ${table}: ${rows}`);
    say(`${file} is whole. It names staff and contacts: keep it as you keep the storage account itself.`);
  },
  restore: async ({ file }) => {
    const { tables, keys } = await opened();
    const { head, rows } = await restore({ tables, keys }, mustHave(file), telling('put back'));
    say(`${rows} rows stand as they did at ${head.at}.`);
    if (head.rows < rowVersion) {
      say('They are of an older version: run "npm run migrate" now.');
      return;
    }
    const county = await loadCounty(mustBeSet('COUNTY_FILE'));
    const store = counting(county, openStore({ tables, keys, clock: { now } }));
    say(`${await drawAgain(store.cases)} open cases will be drawn again when the server starts.`);
  },
  migrate: async ({ again }) => {
    const { tables, keys } = await opened();
    const onProgress = (done: number, of: number) => say(`  part ${done} of ${of}`);
    const steps = await migrateRows({ tables, seal: createSeal(keys) }, { again, onProgress });
    const done = steps.length > 0 ? `Brought up to version ${steps.at(-1)}.` : 'Nothing to do.';
    say(`${done} The rows are of version ${rowVersion}, as this server wants them.`);
  },
  'lost-key': lostKey,
  // no other command needs the SDKs that it looks through
  doctor: async (words) => (await import('./doctor-command.ts')).doctor(words),
};

async function lostKey({ clear }: CommandLine): Promise<void> {
  const { tables, keys } = await opened();
  const parts = { tables, seal: createSeal(keys) };
  const lost = await lostCases(parts, telling('looked at'));
  for (const { id, status, region, receivedAt, asker, inPart } of lost)
    say(`  ${id}  ${status}  ${region}  ${receivedAt}  asked by ${asker}${inPart ? '  lost in part' : ''}`);
  if (lost.length === 0)
    return say(
      'Everything opens with the keys in DATA_KEYS: cases, all said and done in them, details of clients.',
    );
  if (!clear)
    return say(
      `${lost.length} cases can't be opened, or not whole. Find the key, or phone those who asked and then add --clear.`,
    );
  await clearLost(parts, lost);
  say(`What did not open of ${lost.length} cases is deleted; what they were counted as stays.`);
}

async function opened() {
  const { tables: place, dataKeys: keys } = readStorageSettings(process.env);
  const account: Account = 'endpoint' in place ? { ...place, operator: true } : place;
  const tables = openTables(account);
  await makeAll(tables);
  return { tables, keys };
}

const makeAll = (tables: Tables) => Promise.all(tableNames.map((name) => tables[name].make()));

function mustHave(file: string | undefined): string {
  if (file) return file;
  throw new OperatorError(usage);
}

function mustBeSet(name: string): string {
  const value = process.env[name]?.trim();
  if (value) return value;
  throw new OperatorError(`Set ${name} as the server has it.`);
}

/** A line now and then: enough to see that it goes on. */
function telling(what: string) {
  let next = 0;
  return (rows: number, table: string) => {
    if (rows < next) return;
    next = rows + 5000;
    say(`  ${rows} rows ${what}, at ${table}`);
  };
}

function readWords() {
  const { positionals, values } = parsed();
  const [name = '', file] = positionals;
  const { again = false, clear = false, planned = false, json = false, env, package: packageFile } = values;
  return { name, file, again, clear, planned, json, env, packageFile };
}

function parsed() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new OperatorError(`${error.message}\n${usage}`);
  }
}

async function run(): Promise<void> {
  const words = readWords();
  const command = commands[words.name];
  if (!command) throw new OperatorError(usage);
  if (words.env) readEnvFile(words.env);
  await command(words);
}

/** Unlike Node's own reading of such a file: what a shell still holds of another installation must not stand in its way. */
function readEnvFile(file: string): void {
  try {
    Object.assign(process.env, parseEnv(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new OperatorError(`The file of settings can't be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

run().catch((error: unknown) => {
  const isTold = [OperatorError, SettingsError, RowsNotReadyError].some((kind) => error instanceof kind);
  say(isTold ? (error as Error).message : `It broke off: ${error instanceof Error ? error.stack : error}`);
  // 1 means that doctor found something
  process.exitCode = process.argv[2] === 'doctor' ? 2 : 1;
});
