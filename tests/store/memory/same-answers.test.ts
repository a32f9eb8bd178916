/** The memory answers as Azurite does, whatever is asked of it in whatever order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { it } from 'mocha';
import { lacksTable } from '../../../bot/store/tables/failures.ts';
import type { NewRow, Row, Table, Write } from '../../../bot/store/tables/table.ts';
import { inAzurite } from '../../support/azurite.ts';
import { inMemory, type Storage } from '../../support/stores.ts';

/** An etag as a writer may know it: as the row is, as it was before, none, or any. */
type Known = 'now' | 'before' | 'none' | '*';
type Step =
  | { readonly do: 'read' | 'create' | 'put'; readonly row: NewRow }
  | { readonly do: 'update'; readonly row: NewRow; readonly known: Known; readonly mode: 'Replace' | 'Merge' }
  | { readonly do: 'remove'; readonly row: NewRow; readonly known?: Known }
  | { readonly do: 'transact'; readonly writes: readonly Planned[] }
  | { readonly do: 'list'; readonly partition: string; readonly span: Parameters<Table['list']>[1] }
  | { readonly do: 'whole' | 'partitionAfter'; readonly partition: string }
  | { readonly do: 'all'; readonly key?: string; readonly columns?: readonly string[] };
type Planned = { readonly write: Write['write']; readonly row: NewRow; readonly known: Known };

const partition = fc.constantFrom('', 'p', 'p', 'p', 'q');
const key = fc.constantFrom('a', 'a|1', 'a|2', 'ab', 'b|1', 'B', 'ä');
const anyKey = fc.oneof({ weight: 30, arbitrary: key }, { weight: 1, arbitrary: fc.constantFrom('a#', '') });
const value = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.double(),
  fc.string({ maxLength: 3, unit: 'grapheme' }),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.bigInt({ min: -9n, max: 9n }),
  fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
  fc.uint8Array({ maxLength: 3 }),
);
const columnName = fc.constantFrom('n', 'm', 'text', 'N');
const columns = fc.uniqueArray(columnName, { maxLength: 2 });
const content = fc.dictionary(columnName, value, { maxKeys: 3, noNullPrototype: true });
const row = fc
  .record({ partitionKey: partition, rowKey: anyKey, content })
  .map(({ content: more, ...keys }): NewRow => ({ ...more, ...keys }));
const known = fc.constantFrom<Known>('now', 'now', 'now', 'before', 'none', '*');
const most = fc.integer({ min: 1, max: 4 });
const span = fc.record({ from: key, before: key, columns, most }, { requiredKeys: ['from'] });
const planned = fc.record({
  write: fc.constantFrom<Write['write']>(
    'create',
    'put',
    'put',
    'merge',
    'merge',
    'update',
    'updateMerge',
    'delete',
  ),
  row: row.map((one): NewRow => ({ ...one, partitionKey: 'p' })),
  known,
});
const transact = fc
  .array(planned, { minLength: 1, maxLength: 4 })
  .map((writes): Step => ({ do: 'transact', writes }));
const is = <What extends string>(what: What) => fc.constant(what);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('read', 'create', 'put', 'put'), row }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: is('update'), row, known, mode: fc.constantFrom('Replace', 'Merge') }),
  },
  { weight: 1, arbitrary: fc.record({ do: is('remove'), row, known }, { requiredKeys: ['do', 'row'] }) },
  { weight: 4, arbitrary: transact },
  { weight: 2, arbitrary: fc.record({ do: is('list'), partition, span }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('whole', 'partitionAfter'), partition }) },
  { weight: 1, arbitrary: fc.record({ do: is('all'), key, columns }, { requiredKeys: ['do'] }) },
) as fc.Arbitrary<Step>;

const place = ({ partitionKey, rowKey }: NewRow) => `${partitionKey}/${rowKey}`;

/** The etags of each row in the order in which they first showed: their number is all that two storages share. */
function createEtags() {
  const seen = new Map<string, string[]>();
  const of = (row: NewRow) => seen.get(place(row)) ?? [];
  return {
    asKnown(row: NewRow, known: Known): string {
      if (known === '*') return known;
      return (known === 'none' ? undefined : of(row).at(known === 'now' ? -1 : -2)) ?? 'W/"none"';
    },
    numberOf(row: NewRow, etag: string): string {
      if (!of(row).includes(etag)) seen.set(place(row), [...of(row), etag]);
      return `etag ${of(row).indexOf(etag)}`;
    },
  };
}
type Etags = ReturnType<typeof createEtags>;

/** What each step came to, and what stood in the table afterwards. */
async function told(storage: Storage, steps: readonly Step[]): Promise<readonly unknown[]> {
  const { cases: table } = await storage.ownTables().open();
  await table.make();
  const etags = createEtags();
  const answers: unknown[] = [];
  for (const one of steps) {
    const answer = await carriedOut(table, one, etags).catch(refusal);
    answers.push(answer, (await table.all()).map(comparable(etags)));
  }
  return answers;
}

const comparable = (etags: Etags) => (row: Row) => {
  const { etag, timestamp, 'odata.metadata': about, ...rest } = row;
  return { ...rest, etag: etags.numberOf(row, etag), timestamp: typeof timestamp, about: typeof about };
};

async function carriedOut(table: Table, one: Step, etags: Etags): Promise<unknown> {
  switch (one.do) {
    case 'read': {
      const found = await table.read(one.row.partitionKey, one.row.rowKey);
      return found && comparable(etags)(found);
    }
    case 'create':
      return table.create(one.row);
    case 'put':
      return table.put(one.row);
    case 'update':
      return etags.numberOf(
        one.row,
        await table.update(one.row, etags.asKnown(one.row, one.known), one.mode),
      );
    case 'remove':
      return table.remove(one.row, one.known && etags.asKnown(one.row, one.known));
    case 'transact': {
      const writes = one.writes.map(
        (each): Write => ({ ...each, etag: etags.asKnown(each.row, each.known) }),
      );
      const given = await table.transact(writes);
      return given.map((etag, n) => etag && etags.numberOf((writes[n] as Write).row, etag));
    }
    case 'list':
      return (await table.list(one.partition, one.span)).map(comparable(etags));
    case 'whole':
      return (await table.whole(one.partition)).map(comparable(etags));
    case 'partitionAfter':
      return table.partitionAfter(one.partition);
    case 'all':
      return (await table.all(one.key, one.columns)).map(comparable(etags));
  }
}

const refusal = (error: { statusCode?: number; message: string }) => ({
  refused: error.statusCode ?? error.message,
  lacksTable: lacksTable(error),
});

describe('the memory', () => {
  it('gives the same answers as Azurite to the same questions in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        assert.deepEqual(await told(inMemory, steps), await told(inAzurite, steps));
      }),
      // shrinking asks both again and again: more than the time there is
      { seed: 8, numRuns: 25, endOnFailure: true },
    );
  });
});
