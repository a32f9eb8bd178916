/** One table in memory, asked over a wire as Azure's is: every request takes its time, and others act meanwhile. */
import { setImmediate as turn } from 'node:timers/promises';
import type { TableService, Write } from '../tables/table.ts';
import type { TableName } from '../tables/tables.ts';
import {
  find,
  type MemoryRowPlace,
  type MemoryRows,
  make,
  pageFrom,
  type SentWrite,
  type Stamp,
  sent,
  startOf,
  whole,
  whyNot,
} from './memory-rows.ts';
import { refused, refusedInTransaction } from './refusals.ts';
import { sorted } from './sorted.ts';

/** Stands between a store and its tables at each request, so that a test can lose one on its way. */
export type MemoryStep = <Answer>(request: Request, next: () => Promise<Answer>) => Promise<Answer>;
/** `row`: its key, where one row is read. */
export type Request = { readonly table: TableName; readonly writes: boolean; readonly row?: string };

export type Parts = {
  readonly tables: Map<string, MemoryRows>;
  readonly stamp: () => Stamp;
  readonly prefix: string;
  readonly table: TableName;
  readonly step: MemoryStep;
};

export function memoryTable({ tables, stamp, prefix, table, step }: Parts): TableService {
  const name = prefix + table;
  const request = <Answer>(what: Omit<Request, 'table'>, act: () => Answer) =>
    step({ table, ...what }, () => overTheWire(act));
  const rows = () => {
    const found = tables.get(name);
    if (!found) throw refused('TableNotFound');
    return found;
  };
  const alone = (one: SentWrite) =>
    request({ writes: true }, () => {
      const refusal = whyNot(rows(), one);
      if (refusal) throw refused(refusal);
      return made(rows(), one, stamp);
    });
  return {
    make: () =>
      request({ writes: true }, () => {
        if (!tables.has(name)) tables.set(name, sorted());
      }),
    get: (partition, row) =>
      request({ writes: false, row }, () => {
        const found = find(rows(), partition, row);
        if (!found) throw refused('ResourceNotFound');
        return { 'odata.metadata': `memory/$metadata#${name}/@Element`, ...whole(found) };
      }),
    async *pages(query) {
      let next: MemoryRowPlace | undefined = startOf(query);
      while (next) {
        const at: MemoryRowPlace = next;
        const found = await request({ writes: false }, () => pageFrom(rows(), query, at));
        yield found.page;
        next = found.next;
      }
    },
    // the content is copied before anything is waited for
    write: async (one) => alone(sent(one)),
    async remove(row, etag) {
      await alone(sent({ write: 'remove', row, etag }));
    },
    async transact(writes) {
      const all = whatIsSent(writes);
      return request({ writes: true }, () => together(tables.get(name), all, stamp));
    },
  };
}

/** A request travels, is carried out at one moment, and its answer travels: others act before and after. */
async function overTheWire<Answer>(act: () => Answer): Promise<Answer> {
  await turn();
  try {
    return act();
  } finally {
    await turn();
  }
}

function made(rows: MemoryRows, one: SentWrite, stamp: () => Stamp): string | undefined {
  const written = stamp();
  make(rows, one, written);
  return one.write === 'delete' ? undefined : written.etag;
}

/** @throws what the SDK throws before it sends anything. */
function whatIsSent(writes: readonly Write[]): readonly SentWrite[] {
  const [first] = writes;
  if (!first) throw new TypeError('A transaction without writes');
  if (writes.some(({ row }) => row.partitionKey !== first.row.partitionKey))
    throw new Error('All operations in a transaction must target the same partitionKey');
  // an empty etag guards nothing in a transaction: the SDK leaves it out
  return writes.map((one) => sent(unguarded(one)));
}

function unguarded(one: Write): Write {
  const isGuarded = one.write === 'update' || one.write === 'updateMerge';
  if (!isGuarded || one.etag !== '') return one;
  return { write: one.write === 'update' ? 'put' : 'merge', row: one.row };
}

function together(rows: MemoryRows | undefined, all: readonly SentWrite[], stamp: () => Stamp) {
  if (!rows) throw refusedInTransaction('TableNotFound', 0);
  const met = new Set<string>();
  for (const [index, one] of all.entries()) {
    // no row occurs twice, so that each can be looked at before any is written
    const refusal = met.has(one.row.rowKey) ? 'InvalidDuplicateRow' : whyNot(rows, one);
    if (refusal) throw refusedInTransaction(refusal, index);
    met.add(one.row.rowKey);
  }
  return all.map((one) => made(rows, one, stamp));
}
