/** What rows of older versions become, and when a server refuses to start on what is kept. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, before, it } from 'mocha';
import { decide } from '../../../bot/domain/case/decide.ts';
import { caseId, day, month } from '../../../bot/domain/names.ts';
import { restore } from '../../../bot/operator/restore.ts';
import {
  checkRows,
  migrateRows,
  putMark,
  readMark,
  rowVersion,
} from '../../../bot/store/migration/row-version.ts';
import { createSeal } from '../../../bot/store/tables/seal.ts';
import { type Tables, tableNames } from '../../../bot/store/tables/tables.ts';
import { ada, at, claim, county, eve, noon, nurse } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { type Between, emptyStore, type OwnTables, ownTables, testKeys } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const seal = createSeal(testKeys);

async function madeIn(own: OwnTables, faults?: Between): Promise<Tables> {
  const tables = await own.open(faults);
  for (const name of tableNames) await tables[name].make();
  return tables;
}

describeOnEach('rows of the first version', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rows-'));
    file = join(folder, 'rows.gz');
    // written by the first version itself: a waiting case, a claimed one with details, a closed grant, a lost card
    writeFileSync(file, gzipSync(readFileSync(new URL('rows-of-version-1.ndjson', import.meta.url))));
  });
  after(() => rm(folder, { recursive: true }));

  const [waiting, claimed, granted, lost] = ['7BHF75W', '7MZVC8F', '7WGAHBZ', '77YQPEJ'].map(caseId);
  async function old(faults?: Between) {
    const own = ownTables();
    const tables = await madeIn(own, faults);
    await restore({ tables: await madeIn(own), keys: testKeys }, file);
    return { own, tables };
  }
  async function stands(own: OwnTables): Promise<void> {
    const store = await emptyStore({ tables: own });
    await store.checkRows();
    const open = await store.cases.openCases();
    assert.deepEqual(open.map(({ id }) => id).toSorted(), [waiting, claimed, lost].toSorted());
    assert.deepEqual(
      (await store.watch.grantedUntil(day('2026-11-23'))).map(({ id }) => id),
      [granted],
    );
    assert.deepEqual(
      (await store.watch.undelivered()).map(({ id }) => id),
      [lost],
    );
    const onTheLine = (await store.people.onTheLine()).map(({ id }) => id);
    assert.deepEqual(onTheLine.toSorted(), [ada.id, eve.id].toSorted());
    const [details] = claimed ? await store.details.of(claimed) : [];
    assert.equal(details?.kind, 'concern');
    assert.equal((await store.cases.contacts(month('2026-11'))).length, 4);
    assert.equal((await store.cases.askedBy(nurse.id)).length, 4);
    const { cases } = await madeIn(own);
    const days = await cases.list('05', { from: 'day|2026-11-23|' });
    assert.equal(days.length, 4, 'each case is counted on its day');
  }

  it('let this server not start before they are brought up to its own', async () => {
    const { tables } = await old();
    assert.deepEqual(await readMark(tables), { version: 1 });
    await assert.rejects(checkRows(tables), { name: 'RowsNotReadyError', why: 'older' });
  });

  it('list, once migrated, everything that this version looks up', async () => {
    const { own, tables } = await old();
    const parts: [number, number][] = [];
    const came = await migrateRows({ tables, seal }, { onProgress: (done, of) => parts.push([done, of]) });
    assert.deepEqual(came, [2]);
    assert.deepEqual(parts.at(-1), [17, 17]);
    await stands(own);
    assert.deepEqual(await migrateRows({ tables, seal }), [], 'a second time there is nothing to do');
  });

  it('are told from empty tables even without a mark', async () => {
    const { own, tables } = await old();
    await tables.marks.remove({ partitionKey: 'rows', rowKey: 'version' });
    await assert.rejects(checkRows(tables), { why: 'older' });
    await migrateRows({ tables, seal });
    await stands(own);
  });

  it('survive a migration that dies anywhere', async () => {
    for (const fault of ['kill', 'killAfter', 'lose', 'resend'] as const) {
      for (const nth of [1, 2, 5, 9]) {
        const faults = createTableFaults();
        const { own, tables } = await old(faults);
        faults.strike(fault, nth);
        await migrateRows({ tables, seal }).catch(({ name }: Error) =>
          assert.match(name, /Killed|RestError/),
        );
        const calm = await madeIn(own);
        await migrateRows({ tables: calm, seal });
        await stands(own);
      }
    }
  });

  it('go on being changed meanwhile: nothing is listed as it was before', async () => {
    const faults = createTableFaults();
    const { own, tables } = await old(faults);
    const store = await emptyStore({ tables: own });
    faults.beforeNextWrite(async () => {
      for (const id of [claimed, lost]) {
        assert.ok(id);
        await store.cases.change(id, (one) =>
          decide(one, { do: 'release' }, ada, { now: at('12:30'), county }),
        );
        await store.cases.change(id, (one) => decide(one, claim, ada, { now: at('12:31'), county }));
      }
    });
    await migrateRows({ tables, seal });
    await stands(own);
  });

  it('can be gone through again, for what the older version wrote to the last', async () => {
    const { own, tables } = await old();
    await migrateRows({ tables, seal });
    const rows = await tables.people.list('people', { from: '!line|' });
    for (const row of rows) await tables.people.remove(row);
    assert.deepEqual(await migrateRows({ tables, seal }, { again: true }), [2]);
    await stands(own);
  });
});

describeOnEach('a server starts', () => {
  it('on empty tables, which are of its version from then on', async () => {
    const tables = await madeIn(ownTables());
    await checkRows(tables);
    assert.deepEqual(await readMark(tables), { version: rowVersion });
    await checkRows(tables);
  });

  it('never on rows of a newer version, and neither migrates those', async () => {
    const tables = await madeIn(ownTables());
    await putMark(tables, { version: rowVersion + 1 });
    await assert.rejects(checkRows(tables), { why: 'newer' });
    await assert.rejects(migrateRows({ tables, seal }), { why: 'newer' });
  });

  it('never on tables that a backup is being put into', async () => {
    const tables = await madeIn(ownTables());
    await putMark(tables, { version: rowVersion, restoring: noon });
    await assert.rejects(checkRows(tables), { why: 'restoring' });
    await assert.rejects(migrateRows({ tables, seal }), { why: 'restoring' });
  });
});
