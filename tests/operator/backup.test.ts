/** What a backup and its restore promise: all of it, as it stood at one moment, or nothing and a word on what to do. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import { decide } from '../../bot/domain/case/decide.ts';
import { backUp } from '../../bot/operator/backup.ts';
import { readBackupFile, writeBackupFile } from '../../bot/operator/backup-file.ts';
import { drawAgain, restore } from '../../bot/operator/restore.ts';
import { checkRows, putMark, readMark, rowVersion } from '../../bot/store/migration/row-version.ts';
import type { Store } from '../../bot/store/store.ts';
import { type Policies, type Tables, tableNames } from '../../bot/store/tables/tables.ts';
import { azuriteTables } from '../support/azurite.ts';
import { ada, at, claim, county, eve, noon, nurse, waitingCase } from '../support/cases.ts';
import { emptyStore, idOf, type OwnTables, testKeys } from '../support/stores.ts';
import { createTableFaults } from '../support/table-faults.ts';

let folder = '';
const file = (name: string) => join(folder, name);
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
});
after(() => rm(folder, { recursive: true }));

async function madeIn(own: OwnTables, policies: Policies = []): Promise<Tables> {
  const tables = await own.open({ policies });
  for (const name of tableNames) await tables[name].make();
  return tables;
}
const emptyTables = (policies: Policies = []) => madeIn(azuriteTables(), policies);

async function* once<One>(one: One) {
  yield one;
}

const first = idOf(nurse.id, 0);
const ids = [first, idOf(nurse.id, 1), idOf(nurse.id, 2)];
const claimed = (store: Store, id = first) =>
  store.cases.change(id, (current) => decide(current, claim, ada, { now: noon, county }));

/** A line with people, cases in several states and a sealed detail. */
async function livedIn(): Promise<{ store: Store; tables: Tables }> {
  const own = azuriteTables();
  const store = await emptyStore({ tables: own });
  await store.checkRows();
  for (const one of [ada, eve]) await store.people.change(one.id, () => one);
  for (const id of ids) await store.cases.open(waitingCase({}, { id }));
  await claimed(store);
  await store.details.keep(first, 'd', { kind: 'contact', phones: ['0401234567'], emails: [] }, noon);
  return { store, tables: await madeIn(own) };
}

/** Every row of every table, without what storage itself adds. */
async function everything(tables: Tables) {
  const all = await Promise.all(
    tableNames
      .filter((name) => name !== 'marks')
      .map(async (name) => [name, await tables[name].all()] as const),
  );
  return Object.fromEntries(
    all.map(([name, rows]) => [
      name,
      rows.map(({ etag: _, timestamp: _at, 'odata.metadata': _m, ...row }) => row),
    ]),
  );
}

describe('a backup put back', () => {
  it('gives every row again, and nothing else', async () => {
    const { tables } = await livedIn();
    const seen: string[] = [];
    const counts = await backUp(tables, file('a.gz'), { at: noon, onRows: (_, table) => seen.push(table) });
    const other = await emptyTables();
    const put = await restore({ tables: other, keys: testKeys }, file('a.gz'));
    assert.deepEqual(await everything(other), await everything(tables));
    assert.equal(
      put.rows,
      Object.values(counts).reduce((sum, rows) => sum + rows, 0),
    );
    assert.ok(
      (counts.cases ?? 0) > 10 && counts.people === 4 && (counts.clients ?? 0) > 0,
      'all kinds are there',
    );
    assert.ok(seen.includes('people') && seen.includes('cases'), 'it told how far it was');
    assert.deepEqual(await readMark(other), { version: rowVersion });
  });

  it('is a line that goes on: what was sealed opens, and who asks is answered', async () => {
    const { tables } = await livedIn();
    await backUp(tables, file('b.gz'), { at: noon });
    const own = azuriteTables();
    await restore({ tables: await madeIn(own), keys: testKeys }, file('b.gz'));
    const store = await emptyStore({ tables: own });
    await store.checkRows();
    assert.deepEqual((await store.cases.openCases()).map(({ status }) => status).toSorted(), [
      'claimed',
      'waiting',
      'waiting',
    ]);
    assert.deepEqual((await store.details.of(first))[0]?.kind, 'contact');
    assert.equal((await store.people.onTheLine()).length, 2);
  });

  it('has the cards of open cases drawn again, since Teams shows those of a later time', async () => {
    const { store } = await livedIn();
    for (const id of ids) {
      const lease = await store.shows.lease(id, noon, at('12:01'));
      const shown = {
        conversation: 'c',
        activity: '1',
        shown: '9',
        state: 'live',
        wanted: 0,
        tries: 0,
      } as const;
      await lease?.done({ views: { asker: shown }, rings: new Map() });
    }
    assert.deepEqual(await store.shows.lagging(at('13:00'), 9), []);
    assert.equal(await drawAgain(store.cases), 3);
    assert.deepEqual((await store.shows.lagging(at('13:00'), 9)).toSorted(), [...ids].toSorted());
    assert.equal((await store.cases.find(first))?.views.asker?.wanted, 1);
  });

  it('holds any value that a row can hold', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        // neither JSON nor the tables know a zero below zero
        .map((number) => number + 0),
      fc.boolean(),
      fc.uint8Array(),
      fc.bigInt(),
    );
    const row = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value);
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (columns) => {
        const rows = columns.map((one, n) => ({
          table: 'cases' as const,
          row: { ...one, partitionKey: '00', rowKey: String(n) },
        }));
        nth += 1;
        const name = file(`any-${nth}.gz`);
        await writeBackupFile(name, { backup: 1, rows: 2, at: noon }, once(rows));
        const back = [];
        for await (const one of (await readBackupFile(name)).rows) back.push(one);
        assert.deepEqual(back, rows);
      }),
      { numRuns: 50 },
    );
  });

  it('tells nothing that was sealed, and only its owner may read it', async () => {
    const { tables } = await livedIn();
    await backUp(tables, file('sealed.gz'), { at: noon });
    const text = gunzipSync(readFileSync(file('sealed.gz'))).toString('utf8');
    assert.ok(!text.includes('0401234567') && text.includes('"sealed"'));
    assert.equal(statSync(file('sealed.gz')).mode & 0o077, 0);
  });
});

describe('while the line goes on', () => {
  it('each partition is copied as it stood at one moment', async () => {
    const own = azuriteTables();
    const store = await emptyStore({ tables: own });
    for (const id of ids) await store.cases.open(waitingCase({}, { id }));
    let changes = 0;
    const meddling: Policies = [
      {
        position: 'perCall',
        policy: {
          name: 'meddling',
          async sendRequest(request, next) {
            const answer = await next(request);
            // somebody claims between the first reading of the partition and the look at what changed
            if (/cases\(\)/.test(request.url) && /eq/.test(decodeURIComponent(request.url)) && changes < 1) {
              changes += 1;
              await claimed(store);
            }
            return answer;
          },
        },
      },
    ];
    const tables = await madeIn(own, meddling);
    await backUp(tables, file('busy.gz'), { at: noon });
    assert.equal(changes, 1, 'nobody came between');
    const other = azuriteTables();
    await restore({ tables: await madeIn(other), keys: testKeys }, file('busy.gz'));
    const back = await emptyStore({ tables: other });
    const one = await back.cases.find(first);
    assert.equal(one?.status, 'claimed');
    assert.equal((await back.cases.trail(first)).length, 2, 'the case and its trail agree');
  });

  it('a partition that never rests is said, and no file is left', async () => {
    const own = azuriteTables();
    const store = await emptyStore({ tables: own });
    await store.people.change(ada.id, () => ada);
    let n = 0;
    const restless: Policies = [
      {
        position: 'perCall',
        policy: {
          name: 'restless',
          async sendRequest(request, next) {
            const answer = await next(request);
            n += 1;
            if (/people\(\)/.test(request.url))
              await store.people.change(ada.id, () => ({ ...ada, name: `Ada ${n}` }));
            return answer;
          },
        },
      },
    ];
    const tables = await madeIn(own, restless);
    await assert.rejects(
      backUp(tables, file('restless.gz'), { at: noon }),
      /partition people of the table people/,
    );
    assert.ok(!existsSync(file('restless.gz')) && !existsSync(file('restless.gz.part')));
  });
});

describe('a restore says no', () => {
  let whole = '';
  before(async () => {
    whole = file('whole.gz');
    await backUp((await livedIn()).tables, whole, { at: noon });
  });
  const into = async (name: string, keys = testKeys) => restore({ tables: await emptyTables(), keys }, name);
  const edited = (name: string, edit: (text: string) => string) => {
    writeFileSync(file(name), gzipSync(edit(gunzipSync(readFileSync(whole)).toString('utf8'))));
    return file(name);
  };

  it('to tables that hold something', async () => {
    const { tables } = await livedIn();
    const before = await everything(tables);
    await assert.rejects(restore({ tables, keys: testKeys }, whole), /empty tables only/);
    assert.deepEqual(await everything(tables), before);
  });
  it('to a file that is not there', () => assert.rejects(into(file('none.gz')), /There is no file/));
  it('to a file that is something else', async () => {
    writeFileSync(file('else.gz'), 'hello');
    await assert.rejects(into(file('else.gz')), /not a backup/);
    await assert.rejects(into(edited('json.gz', () => '{"a":1}\n')), /not a backup/);
    await assert.rejects(
      into(edited('damaged.gz', (text) => text.replace('"rowKey"', '"row'))),
      /not a backup/,
    );
  });
  it('to a file that was cut, before a row is put', async () => {
    writeFileSync(file('cut.gz'), readFileSync(whole));
    truncateSync(file('cut.gz'), statSync(whole).size - 30);
    const tables = await emptyTables();
    await assert.rejects(restore({ tables, keys: testKeys }, file('cut.gz')), /ends too early/);
    const short = edited('short.gz', (text) => text.replace(/^.*"rowKey":"show.*\n/m, ''));
    await assert.rejects(restore({ tables, keys: testKeys }, short), /ends too early/);
    const endless = edited('endless.gz', (text) => text.replace(/^.*"end".*\n/m, ''));
    await assert.rejects(restore({ tables, keys: testKeys }, endless), /ends too early/);
    assert.equal(await readMark(tables), undefined, 'nothing was begun');
  });
  it('to keys that do not open it', async () => {
    const wrong = [{ id: 'test', key: Buffer.alloc(32, 8) }] as const;
    await assert.rejects(into(whole, wrong), /does not open .* key "test"/);
    const missing = [{ id: 'other', key: Buffer.alloc(32, 7) }] as const;
    await assert.rejects(into(whole, missing), /does not open .* key "test"/);
  });
  it('to keys that open every case, but not what was said in one or told of its client', async () => {
    for (const kind of ['"said|', '"trail|', '"clients"']) {
      const older = edited('older.gz', (text) =>
        text
          .split('\n')
          .map((line) => (line.includes(kind) ? line.replace('"key":"test"', '"key":"old"') : line))
          .join('\n'),
      );
      await assert.rejects(into(older), /does not open .* key "old"/, kind);
    }
  });
  it('to a backup that a newer version made', () =>
    assert.rejects(
      into(edited('newer.gz', (text) => text.replace(`"rows":${rowVersion}`, `"rows":${rowVersion + 1}`))),
      /newer version/,
    ));
});

describe('a restore that broke off', () => {
  it('lets no server start, and goes on when the same file is given again', async () => {
    const { tables } = await livedIn();
    await backUp(tables, file('again.gz'), { at: noon });
    for (const nth of [1, 2, 3, 4, 5, 6]) {
      const faults = createTableFaults();
      const own = azuriteTables();
      const shaky = await madeIn(own, faults.policies);
      faults.strike('kill', nth);
      await assert.rejects(restore({ tables: shaky, keys: testKeys }, file('again.gz')), { name: 'Killed' });
      const calm = await madeIn(own);
      if (nth > 1) {
        await assert.rejects(checkRows(calm), /restore was begun/);
        await assert.rejects(backUp(calm, file('never.gz'), { at: noon }), /finish it/);
      }
      await restore({ tables: calm, keys: testKeys }, file('again.gz'));
      await checkRows(calm);
      assert.deepEqual(await everything(calm), await everything(tables), `broken off at write ${nth}`);
    }
  });

  it('takes no other file', async () => {
    const { tables } = await livedIn();
    await backUp(tables, file('other.gz'), { at: at('13:00') });
    const half = await emptyTables();
    await putMark(half, { version: rowVersion, restoring: noon });
    await half.people.put({ partitionKey: 'people', rowKey: 'x' });
    await assert.rejects(restore({ tables: half, keys: testKeys }, file('other.gz')), /empty tables only/);
  });
});
