/** What every table promises, wherever it is kept: all that the stores rely on, and all that the memory must mimic. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { lacksTable, TooLargeError, wasOvertaken } from '../../../bot/store/tables/failures.ts';
import type { NewRow, Row, Table, Write } from '../../../bot/store/tables/table.ts';
import { ownTables } from '../../support/stores.ts';

export const row = (rowKey: string, more: object = {}, partitionKey = 'p'): NewRow => ({
  partitionKey,
  rowKey,
  ...more,
});
const put = (rowKey: string, more: object = {}): Write => ({ write: 'put', row: row(rowKey, more) });
export const keysOf = (rows: readonly Row[]) => rows.map(({ rowKey }) => rowKey);

async function emptyTable(): Promise<Table> {
  const { cases } = await ownTables().open();
  await cases.make();
  return cases;
}

async function etagOf(table: Table, rowKey: string): Promise<string> {
  const found = await table.read('p', rowKey);
  assert.ok(found, `no row ${rowKey}`);
  return found.etag;
}

/** A refusal that the stores know as such. */
const overtaken = (statusCode: number) => (error: unknown) => {
  assert.equal((error as { statusCode?: number }).statusCode, statusCode);
  assert.ok(wasOvertaken(error) && !lacksTable(error));
  return true;
};

/** To be called within a `describe` that says where tables are kept. */
export function tablePromises(): void {
  let table: Table;
  beforeEach(async () => {
    table = await emptyTable();
  });
  const current = () => table;
  describe('that was never made', promisesOfMissing);
  describe('reading', () => promisesOfReading(current));
  describe('values', () => promisesOfValues(current));
  describe('writing one row', () => promisesOfWriting(current));
  describe('a transaction', () => promisesOfTransactions(current));
  describe('limits', () => promisesOfLimits(current));
  describe('two processes', promisesOfProcesses);
}

function promisesOfMissing() {
  it('says so whatever is asked of it but a removal, which takes nothing', async () => {
    const { cases } = await ownTables().open();
    const asked: (() => Promise<unknown>)[] = [
      () => cases.read('p', 'a'),
      () => cases.list('p', { from: 'a' }),
      () => cases.whole('p'),
      () => cases.all(),
      () => cases.partitionAfter(''),
      () => cases.create(row('a')),
      () => cases.put(row('a')),
      () => cases.update(row('a'), '*'),
      () => cases.transact([{ write: 'delete', row: row('a') }]),
      () => cases.transact([put('a'), put('b')]),
    ];
    for (const ask of asked)
      await assert.rejects(ask, (error) => lacksTable(error) && !wasOvertaken(error), String(ask));
    assert.equal(await cases.remove(row('a')), false);
  });

  it('is made once, and making it again changes nothing', async () => {
    const { cases } = await ownTables().open();
    await cases.make();
    await cases.put(row('a'));
    await cases.make();
    assert.deepEqual(keysOf(await cases.all()), ['a']);
  });
}

function promisesOfReading(table: () => Table) {
  it('gives nothing for a row that is not there', async () => {
    assert.equal(await table().read('p', 'a'), undefined);
    await table().put(row('a'));
    assert.equal(await table().read('q', 'a'), undefined);
  });

  it('gives a row with its etag and the time of its writing', async () => {
    await table().put(row('a', { n: 1 }));
    const found = await table().read('p', 'a');
    assert.ok(found);
    const { etag, timestamp, 'odata.metadata': about, ...rest } = found;
    assert.deepEqual(rest, row('a', { n: 1 }));
    assert.match(String(etag), /^W\/"datetime'.+'"$/);
    assert.ok(Math.abs(Date.parse(String(timestamp)) - Date.now()) < 60_000);
    assert.equal(typeof about, 'string');
  });

  it('orders rows by the signs of their keys, partition by partition', async () => {
    const keys = ['-', '1', 'A', 'B', 'Z', '_', 'a', 'ab', 'b', '|', 'ä', '😀', '\uffee'];
    for (const key of keys.toReversed()) {
      await table().put(row(key));
      await table().put(row('same', {}, key));
    }
    assert.deepEqual(keysOf(await table().whole('p')), keys);
    const partitions = (await table().all('same')).map(({ partitionKey }) => partitionKey);
    assert.deepEqual(partitions, keys);
  });

  it('lists what begins with a text, and not what merely follows it', async () => {
    await table().transact(['a|1', 'a|2', 'a|ä', 'a}', 'b|1', 'ab|1'].map((key) => put(key)));
    await table().put(row('a|3', {}, 'q'));
    assert.deepEqual(keysOf(await table().list('p', { from: 'a|' })), ['a|1', 'a|2', 'a|ä']);
    assert.deepEqual(keysOf(await table().list('p', { from: 'b|' })), ['b|1']);
    assert.deepEqual(keysOf(await table().list('p', { from: 'c|' })), []);
  });

  it('lists from a key to before another, the first included and the second not', async () => {
    await table().transact(['a', 'b', 'c', 'd'].map((key) => put(key)));
    assert.deepEqual(keysOf(await table().list('p', { from: 'b', before: 'd' })), ['b', 'c']);
    assert.deepEqual(keysOf(await table().list('p', { from: 'd', before: 'b' })), []);
  });

  it('lists past the first thousand, and no more than it is asked for', async () => {
    const writes = Array.from({ length: 1100 }, (_, n) => put(`n|${10_000 + n}`));
    for (let from = 0; from < 1100; from += 100) await table().transact(writes.slice(from, from + 100));
    const all = await table().list('p', { from: 'n|' });
    assert.deepEqual(
      keysOf(all),
      writes.map(({ row: { rowKey } }) => rowKey),
    );
    assert.equal((await table().list('p', { from: 'n|', most: 1050 })).length, 1050);
    assert.deepEqual(keysOf(await table().list('p', { from: 'n|', most: 3 })), keysOf(all.slice(0, 3)));
    assert.equal((await table().whole('p', [])).length, 1100);
  });

  it('gives of a row the columns that are asked for and its keys, and leaves out those it has not', async () => {
    await table().put(row('a', { n: 1, m: 2 }));
    await table().put(row('b', { m: 3 }));
    const rows = await table().list('p', { from: 'a', before: 'z', columns: ['n', 'N'] });
    const bare = rows.map(({ etag, ...rest }) => ({ ...rest, etag: typeof etag }));
    assert.deepEqual(bare, [row('a', { n: 1, etag: 'string' }), row('b', { etag: 'string' })]);
    for (const some of [await table().whole('p', []), await table().all(undefined, [])])
      assert.deepEqual(
        some.map((one) => Object.keys(one).toSorted()),
        some.map(() => ['etag', 'partitionKey', 'rowKey']),
      );
    assert.equal((await table().whole('p', []))[0]?.etag, rows[0]?.etag);
  });

  it('finds the first partition after another, and none after the last', async () => {
    for (const partition of ['b', 'a', 'c'])
      for (const key of ['1', '2']) await table().put(row(key, {}, partition));
    const after = (partition: string) => table().partitionAfter(partition);
    assert.deepEqual(
      [await after(''), await after('a'), await after('aa'), await after('b'), await after('c')],
      ['a', 'b', 'b', 'c', undefined],
    );
    await table().remove(row('1', {}, 'b'));
    await table().remove(row('2', {}, 'b'));
    assert.equal(await after('a'), 'c', 'a partition without rows is none');
  });

  it('gives every row of a table, or those with one row key', async () => {
    for (const partition of ['b', 'a'])
      for (const key of ['1', '2']) await table().put(row(key, {}, partition));
    const places = (rows: readonly Row[]) => rows.map((one) => one.partitionKey + one.rowKey);
    assert.deepEqual(places(await table().all()), ['a1', 'a2', 'b1', 'b2']);
    assert.deepEqual(places(await table().all('2')), ['a2', 'b2']);
    assert.deepEqual(places(await table().all('3')), []);
  });

  it('gives a copy: what its reader does to it changes nothing', async () => {
    await table().put(row('a', { n: 1, bytes: Buffer.from([1, 2]) }));
    const found = (await table().read('p', 'a')) as { n: number; bytes: Buffer } & Row;
    found.n = 2;
    found.bytes[0] = 9;
    const again = await table().read('p', 'a');
    assert.deepEqual([again?.['n'], again?.['bytes']], [1, Buffer.from([1, 2])]);
  });
}

function promisesOfValues(table: () => Table) {
  const readBack = async (content: object) => {
    await table().put(row('a', content));
    const [found] = await table().whole('p');
    assert.ok(found);
    const { etag: _, timestamp: _at, ...rest } = found;
    return rest;
  };

  it('come back as they went in: texts, numbers, truths, moments, bytes', async () => {
    const content = {
      text: 'äö😀\u0001"\\\n',
      empty: '',
      whole: 1,
      less: -3,
      most: 2_147_483_648,
      safe: Number.MAX_SAFE_INTEGER,
      part: 1.5,
      tiny: 5e-324,
      yes: true,
      no: false,
      long: 12n,
      moment: new Date('2026-01-02T03:04:05.678Z'),
      bytes: Buffer.from([1, 2, 250]),
      none: Buffer.alloc(0),
      'a column': 1,
    };
    assert.deepEqual(await readBack(content), row('a', content));
  });

  it('come back as a Buffer though they went in as an array of bytes', async () => {
    assert.deepEqual(
      await readBack({ bytes: new Uint8Array([7, 8]) }),
      row('a', { bytes: Buffer.from([7, 8]) }),
    );
  });

  it('that are none are not kept: nothing, null, and numbers that JSON can’t say', async () => {
    const content = { a: undefined, b: null, c: Number.NaN, d: Number.POSITIVE_INFINITY, e: -0 };
    assert.deepEqual(await readBack(content), row('a', { e: 0 }));
  });

  it('are kept as they were when they were given, whatever becomes of them while they travel', async () => {
    const bytes = Buffer.from([1]);
    const given = { ...row('a'), bytes, n: 1 };
    const writing = table().put(given);
    given.n = 2;
    bytes[0] = 9;
    await writing;
    const found = await table().read('p', 'a');
    assert.deepEqual([found?.['n'], found?.['bytes']], [1, Buffer.from([1])]);
  });

  it('of other kinds are refused, and so is a moment that is none', async () => {
    for (const value of [{ a: 1 }, [1]]) await assert.rejects(table().put(row('a', { value })), /EDM/);
    await assert.rejects(table().put(row('a', { at: new Date(Number.NaN) })), { statusCode: 400 });
    assert.deepEqual(await table().all(), []);
  });

  it('that storage gives itself can’t be written', async () => {
    await table().put(row('a', { n: 1, etag: 'W/"mine"', timestamp: 'mine' }));
    const found = await table().read('p', 'a');
    assert.ok(found && found.etag !== 'W/"mine"' && found['timestamp'] !== 'mine');
    await table().put({ ...found, n: 2 });
    assert.equal((await table().read('p', 'a'))?.['n'], 2);
  });
}

function promisesOfWriting(table: () => Table) {
  it('changes its etag every time, though nothing else changes', async () => {
    const etags = new Set<string>();
    for (let n = 0; n < 5; n += 1) {
      await table().put(row('a', { n: 1 }));
      etags.add(await etagOf(table(), 'a'));
    }
    assert.equal(etags.size, 5);
  });

  it('creates a row once', async () => {
    await table().create(row('a', { n: 1 }));
    await assert.rejects(table().create(row('a', { n: 2 })), overtaken(409));
    assert.equal((await table().read('p', 'a'))?.['n'], 1);
  });

  it('puts a row in the place of whatever was there', async () => {
    await table().put(row('a', { n: 1, m: 1 }));
    await table().put(row('a', { n: 2 }));
    const found = await table().read('p', 'a');
    assert.deepEqual([found?.['n'], found?.['m']], [2, undefined]);
  });

  it('updates a row only as it was read, and gives the etag for the next time', async () => {
    await table().create(row('a', { n: 1 }));
    const first = await etagOf(table(), 'a');
    const second = await table().update(row('a', { n: 2 }), first);
    assert.equal(await etagOf(table(), 'a'), second);
    await assert.rejects(table().update(row('a', { n: 3 }), first), overtaken(412));
    await table().update(row('a', { m: 4 }), second);
    const found = await table().read('p', 'a');
    assert.deepEqual([found?.['n'], found?.['m']], [undefined, 4]);
  });

  it('updates what stands there, whatever it is, for the etag *', async () => {
    await table().create(row('a', { n: 1 }));
    await table().update(row('a', { n: 2 }), '*');
    assert.equal((await table().read('p', 'a'))?.['n'], 2);
  });

  it('merges only the columns that are given, and takes none away', async () => {
    await table().create(row('a', { n: 1, m: 1 }));
    await table().update(row('a', { m: 'two', k: 3, n: undefined }), await etagOf(table(), 'a'), 'Merge');
    const found = await table().read('p', 'a');
    assert.deepEqual([found?.['n'], found?.['m'], found?.['k']], [1, 'two', 3]);
  });

  it('updates no row that is gone', async () => {
    await table().create(row('a'));
    const etag = await etagOf(table(), 'a');
    await table().remove(row('a'));
    for (const mode of ['Replace', 'Merge'] as const) {
      await assert.rejects(table().update(row('a'), etag, mode), overtaken(404));
      await assert.rejects(table().update(row('a'), '*', mode), overtaken(404));
    }
    assert.equal(await table().read('p', 'a'), undefined);
  });

  it('refuses an etag that is none', async () => {
    await table().create(row('a'));
    await assert.rejects(table().update(row('a', { n: 1 }), 'x'), { statusCode: 400 });
    await assert.rejects(table().remove(row('a'), 'x'), { statusCode: 400 });
    await assert.rejects(table().update(row('a', { n: 1 }), ''), overtaken(412));
    assert.equal(await table().remove(row('a'), ''), false);
  });

  it('deletes a row only as it was read, when it is deleted alone, and tells whether it did', async () => {
    await table().create(row('a'));
    const etag = await etagOf(table(), 'a');
    await table().put(row('a', { n: 2 }));
    assert.equal(await table().remove(row('a'), etag), false);
    assert.equal(await table().remove(row('a'), await etagOf(table(), 'a')), true);
    assert.equal(await table().remove(row('a')), false);
    assert.equal(await table().read('p', 'a'), undefined);
  });
}

function promisesOfTransactions(table: () => Table) {
  it('gives the etag of each write, good for the next, and none of a delete', async () => {
    await table().create(row('a'));
    await table().create(row('gone'));
    const etags = await table().transact([
      { write: 'update', row: row('a', { n: 1 }), etag: await etagOf(table(), 'a') },
      { write: 'delete', row: row('gone') },
      { write: 'create', row: row('b') },
      put('c', { text: 'ETag: W/"datetime\'x\'"' }),
      { write: 'merge', row: row('d', { n: 1 }) },
    ]);
    const kept = await table().whole('p');
    assert.deepEqual(keysOf(kept), ['a', 'b', 'c', 'd']);
    assert.deepEqual(
      etags.filter((etag) => etag !== undefined),
      kept.map(({ etag }) => etag),
    );
    assert.equal(etags[1], undefined);
    await table().transact([{ write: 'update', row: row('a', { n: 2 }), etag: etags[0] ?? '' }, put('e')]);
    assert.equal((await table().read('p', 'a'))?.['n'], 2);
  });

  const refusals: readonly (readonly [string, number, (old: string) => Write])[] = [
    ['changed since it was read', 412, (etag) => ({ write: 'update', row: row('a', { n: 3 }), etag })],
    ['changed since, which was to be merged', 412, (etag) => ({ write: 'updateMerge', row: row('a'), etag })],
    ['is there already', 409, () => ({ write: 'create', row: row('a', { n: 3 }) })],
    ['is gone', 404, (etag) => ({ write: 'update', row: row('none'), etag })],
    ['is gone, however it was', 404, () => ({ write: 'updateMerge', row: row('none'), etag: '*' })],
    ['is gone, which was to be deleted', 404, () => ({ write: 'delete', row: row('none') })],
  ];
  for (const [what, statusCode, refused] of refusals) {
    it(`keeps nothing when a row of it ${what}`, async () => {
      await table().create(row('a', { n: 1 }));
      const old = await etagOf(table(), 'a');
      await table().put(row('a', { n: 2 }));
      const before = await table().whole('p');
      const writes = [put('b'), refused(old), { write: 'create', row: row('c') }] as const;
      await assert.rejects(table().transact(writes), overtaken(statusCode));
      await assert.rejects(table().transact([refused(old)]), overtaken(statusCode), 'and so alone');
      assert.deepEqual(await table().whole('p'), before);
    });
  }

  it('is refused for the first of its writes that can’t be made', async () => {
    await table().create(row('a'));
    const create: Write = { write: 'create', row: row('a') };
    const gone: Write = { write: 'delete', row: row('none') };
    await assert.rejects(table().transact([put('b'), create, gone]), overtaken(409));
    await assert.rejects(table().transact([put('b'), gone, create]), overtaken(404));
    await assert.rejects(table().transact([put('b'), put('b'), create]), { statusCode: 400 });
  });

  it('touches no row twice', async () => {
    await assert.rejects(table().transact([put('a'), put('a')]), { statusCode: 400 });
    await assert.rejects(
      table().transact([
        { write: 'create', row: row('a') },
        { write: 'delete', row: row('a') },
      ]),
      { statusCode: 400 },
    );
    assert.deepEqual(await table().all(), []);
  });

  it('is of one partition, and of one write at least', async () => {
    const elsewhere: Write = { write: 'put', row: row('a', {}, 'q') };
    await assert.rejects(table().transact([put('a'), elsewhere]), /same partitionKey/);
    await assert.rejects(table().transact([]), TypeError);
    assert.deepEqual(await table().all(), []);
  });

  it('makes one write alone as it would among others', async () => {
    await table().transact([{ write: 'create', row: row('a', { n: 1 }) }]);
    const [first = ''] = await table().transact([{ write: 'merge', row: row('a', { m: 2 }) }]);
    const [second = ''] = await table().transact([
      { write: 'updateMerge', row: row('a', { k: 3 }), etag: first },
    ]);
    const merged = await table().read('p', 'a');
    assert.deepEqual([merged?.['n'], merged?.['m'], merged?.['k']], [1, 2, 3]);
    await table().transact([{ write: 'update', row: row('a', { n: 4 }), etag: second }]);
    const [third] = await table().transact([put('a', { k: 5 })]);
    const found = await table().read('p', 'a');
    assert.deepEqual([found?.['n'], found?.['k'], found?.etag], [undefined, 5, third]);
    assert.deepEqual(await table().transact([{ write: 'delete', row: row('a') }]), [undefined]);
    assert.equal(await table().read('p', 'a'), undefined);
  });

  it('guards nothing with an empty etag, unlike a write alone', async () => {
    await table().create(row('a', { n: 1 }));
    await table().transact([{ write: 'updateMerge', row: row('a', { m: 2 }), etag: '' }, put('b')]);
    await table().transact([{ write: 'update', row: row('new'), etag: '' }, put('c')]);
    assert.deepEqual(keysOf(await table().whole('p')), ['a', 'b', 'c', 'new']);
  });
}

function promisesOfLimits(table: () => Table) {
  const tooLarge = (error: Error) => error instanceof TooLargeError && /Shorten the text/.test(error.message);
  const filled = (columns: number) =>
    Object.fromEntries(Array.from({ length: columns }, (_, n) => [`c${n}`, 'x'.repeat(32_000)]));

  it('are those of Azure, kept before anything is sent, with a word of what to do', async () => {
    await assert.rejects(table().put(row('a', { text: 'x'.repeat(32_769) })), tooLarge);
    await assert.rejects(table().put(row('a', { bytes: new Uint8Array(65_537) })), tooLarge);
    await assert.rejects(table().put(row('a', filled(18))), tooLarge);
    await assert.rejects(table().create(row('a', filled(18))), tooLarge);
    await assert.rejects(table().update(row('a', filled(18)), '*'), tooLarge);
    await assert.rejects(table().transact(Array.from({ length: 101 }, (_, n) => put(`${n}`))), tooLarge);
    const heavy = filled(15);
    await assert.rejects(table().transact(['1', '2', '3', '4', '5'].map((key) => put(key, heavy))), tooLarge);
    assert.deepEqual(await table().all(), []);
  });

  it('leave room for all that is within them', async () => {
    await table().put(row('a', { text: 'x'.repeat(32_768), bytes: new Uint8Array(65_536) }));
    await table().put(row('b', filled(15)));
    await table().transact(['1', '2', '3', '4'].map((key) => put(key, filled(15))));
    await table().transact(Array.from({ length: 100 }, (_, n) => put(`n${n}`)));
    assert.equal((await table().whole('p', [])).length, 106);
  });

  it('of keys: none with / \\ # ? or a control sign is kept, nor one of more than 512 signs', async () => {
    for (const bad of [
      'a/b',
      'a\\b',
      'a#b',
      'a?b',
      'a\n',
      'a\u0001',
      'a\u007f',
      'a\u0085',
      'x'.repeat(513),
    ]) {
      const refusal = { statusCode: 400 };
      await assert.rejects(table().create(row(bad)), refusal, JSON.stringify(bad));
      await assert.rejects(table().create(row('a', {}, bad)), refusal, JSON.stringify(bad));
      await assert.rejects(table().transact([put('a'), put(bad)]), refusal, JSON.stringify(bad));
    }
    assert.deepEqual(await table().all(), []);
  });

  it('of keys: any other sign is kept and found again', async () => {
    for (const key of ['', ' ', 'a b', "it's", 'a%2Fb', 'a|b', 'ä😀', 'x'.repeat(512)]) {
      await table().create(row(key));
      await table().put(row(key, { n: 1 }, 'q'));
      assert.equal((await table().read('q', key))?.['n'], 1, key);
      assert.deepEqual(keysOf(await table().all(key)), [key, key]);
      assert.equal(await table().remove(row(key)), true);
      assert.equal(await table().read('p', key), undefined);
    }
  });
}

function promisesOfProcesses() {
  it('see the same tables, and nothing of anybody else’s', async () => {
    const own = ownTables();
    const [one, other, stranger] = [await own.open(), await own.open(), await ownTables().open()];
    for (const tables of [one, stranger]) await tables.cases.make();
    await one.cases.put(row('a'));
    assert.deepEqual(keysOf(await other.cases.all()), ['a']);
    assert.deepEqual(await stranger.cases.all(), []);
    await assert.rejects(other.people.all(), lacksTable, 'each table is by itself');
    assert.deepEqual(
      (await own.rowsOf('cases')).map(({ rowKey }) => rowKey),
      ['a'],
    );
  });

  it('race: of those that read the same, one writes', async () => {
    const own = ownTables();
    const tables = await Promise.all(Array.from({ length: 8 }, async () => (await own.open()).cases));
    const [first] = tables;
    await first?.make();
    await first?.create(row('a', { n: 0 }));
    const tries = tables.map(async (table, n) => {
      const etag = await etagOf(table, 'a');
      return table.transact([{ write: 'update', row: row('a', { n: n + 1 }), etag }, put(`by ${n}`)]);
    });
    const settled = await Promise.allSettled(tries);
    const won = settled.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
    const last = await first?.read('p', 'a');
    assert.ok(won.length >= 1 && won.some((n) => last?.['n'] === n + 1));
    const kept = keysOf((await first?.list('p', { from: 'by ' })) ?? []);
    assert.deepEqual(kept, won.map((n) => `by ${n}`).toSorted());
  });

  it('race: what was read may be old before its reader has it', async () => {
    const own = ownTables();
    const [one, other] = [(await own.open()).cases, (await own.open()).cases];
    await one.make();
    await one.create(row('a', { n: 0 }));
    const readings = Array.from({ length: 4 }, async () => {
      const found = await one.read('p', 'a');
      return one.update(row('a', { n: 1 }), found?.etag ?? '').then(
        () => 'kept',
        (error) => (wasOvertaken(error) ? 'overtaken' : Promise.reject(error)),
      );
    });
    const meanwhile = Array.from({ length: 4 }, () => other.put(row('a', { n: 2 })));
    const [came] = await Promise.all([Promise.all(readings), ...meanwhile]);
    assert.ok(came.includes('overtaken'), came.join());
  });
}
