/** The operator's commands as they are typed: what they print, and how they end. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { counting } from '../../bot/desk/casework/counting.ts';
import { decide } from '../../bot/domain/case/decide.ts';
import { openStore } from '../../bot/store/store.ts';
import { openTables } from '../../bot/store/tables/tables.ts';
import { emptyAccount } from '../support/azurite.ts';
import { ada, claim, county, noon, nurse, waitingCase } from '../support/cases.ts';
import { readsTypeScript } from '../support/own-process.ts';
import { idOf, stillClock, testKeys } from '../support/stores.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the operator’s commands', () => {
  let folder = '';
  let full: string;
  let empty: string;
  const dataKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operator-'));
    [full, empty] = await Promise.all([emptyAccount(), emptyAccount()]);
    const store = storeAt(full);
    await store.createTables();
    await store.checkRows();
    await store.cases.open(waitingCase({}, { id: idOf(nurse.id) }));
  });
  after(() => rm(folder, { recursive: true }));
  const storeAt = (connection: string, keys = testKeys) =>
    counting(county, openStore({ tables: openTables({ connection }), keys, clock: stillClock() }));

  function run(words: readonly string[], env: Record<string, string> = {}) {
    return new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, [...readsTypeScript, 'bot/operator/run.ts', ...words], {
        cwd: root,
        env: { PATH: process.env['PATH'], ...env },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          said += chunk;
        });
      child.once('exit', (code) => resolve({ code, said }));
    });
  }
  const settings = (connection: string) => ({
    TABLES_CONNECTION: connection,
    DATA_KEYS: dataKeys,
    COUNTY_FILE: 'bot/counties/pohjois-savo.json',
    LOCAL: '1',
    HOST: '127.0.0.1',
  });

  it('take a backup and put it back into another account, cards to be drawn again', async () => {
    const file = join(folder, 'line.gz');
    const taken = await run(['backup', file], settings(full));
    assert.equal(taken.code, 0, taken.said);
    assert.match(taken.said, /cases: \d+/);
    const env = Object.entries(settings(empty)).map(([name, value]) => `${name}="${value}"`);
    await writeFile(join(folder, '.env'), env.join('\n'));
    const put = await run(['restore', file, '--env', join(folder, '.env')]);
    assert.equal(put.code, 0, put.said);
    assert.match(put.said, /1 open cases will be drawn again/);
    const store = storeAt(empty);
    await store.checkRows();
    assert.equal((await store.cases.openCases()).length, 1);
    assert.deepEqual(await store.shows.lagging(noon, 9), [idOf(nurse.id)]);
    const again = await run(['restore', file], settings(empty));
    assert.equal(again.code, 1);
    assert.match(again.said, /empty tables only/);
    assert.ok(!again.said.includes(' at '), 'a person is told, not shown a stack');
  });

  it('take the word of a file of settings before that of the shell, and from the shell what the file does not say', async () => {
    const { DATA_KEYS, ...told } = settings(full);
    const file = join(folder, 'told.env');
    await writeFile(
      file,
      Object.entries(told)
        .map(([name, value]) => `${name}="${value}"`)
        .join('\n'),
    );
    // as a shell remembers another installation
    const shell = {
      DATA_KEYS,
      COUNTY_FILE: 'nowhere.json',
      TABLES_CONNECTION: 'UseDevelopmentStorage=nowhere',
    };
    const { code, said } = await run(['lost-key', '--env', file], shell);
    assert.equal(code, 0, said);
    assert.match(said, /Everything opens/);
  });

  it('name the cases that a lost key shuts, wholly or in part, and clear them only when told to', async () => {
    const account = await emptyAccount();
    const newKey = { id: 'new', key: Buffer.alloc(32, 9) };
    const [whole, part] = [idOf(nurse.id, 1), idOf(nurse.id, 2)];
    const before = storeAt(account);
    await before.createTables();
    await before.checkRows();
    for (const id of [whole, part]) await before.cases.open(waitingCase({}, { id }));
    const between = storeAt(account, [newKey, ...testKeys]);
    await between.cases.change(part, (one) => decide(one, claim, ada, { now: noon, county }));
    const env = { ...settings(account), DATA_KEYS: `new:${newKey.key.toString('base64')}` };
    const told = await run(['lost-key'], env);
    assert.equal(told.code, 0, told.said);
    assert.match(told.said, new RegExp(`${whole}  waiting  keskinen  .*  asked by ${nurse.id}\n`));
    assert.match(
      told.said,
      new RegExp(`${part}  claimed  keskinen  .*  asked by ${nurse.id}  lost in part\n`),
    );
    assert.match(told.said, /2 cases can't be opened, or not whole\. .*--clear/);
    assert.deepEqual(await run(['lost-key'], env), told, 'nothing is cleared unasked');
    const cleared = await run(['lost-key', '--clear'], env);
    assert.equal(cleared.code, 0, cleared.said);
    assert.match(cleared.said, /What did not open of 2 cases is deleted/);
    assert.match((await run(['lost-key'], env)).said, /Everything opens/);
    const open = await storeAt(account, [newKey]).cases.openCases();
    assert.deepEqual(
      open.map(({ id }) => id),
      [part],
    );
  });

  it('say when there is nothing to migrate', async () => {
    const { code, said } = await run(['migrate'], settings(full));
    assert.equal(code, 0, said);
    assert.match(said, /Nothing to do/);
  });

  it('name every setting that is missing, and what can be done', async () => {
    const { code, said } = await run(['backup', join(folder, 'x.gz')]);
    assert.equal(code, 1);
    assert.match(said, /TABLES_CONNECTION or TABLES_ENDPOINT is missing/);
    assert.match(said, /DATA_KEYS is missing/);
    for (const words of [[], ['fly'], ['backup']])
      assert.match((await run(words, settings(full))).said, /backup <file>/);
  });
});
