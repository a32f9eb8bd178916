/** One table, with the few verbs the stores are made of; keeps Azure's limits and checks nothing else. */
import { hasStatus, lacksTable, TooLargeError } from './failures.ts';

export type NewRow = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [column: string]: unknown;
};
export type Row = NewRow & { readonly etag: string };

/** One write of a transaction. A delete can't be guarded (the SDK drops its etag), only an update can. */
export type Write =
  | { readonly write: 'create' | 'put' | 'merge'; readonly row: NewRow }
  | { readonly write: 'update' | 'updateMerge'; readonly row: NewRow; readonly etag: string }
  | { readonly write: 'delete'; readonly row: NewRow };

export type Span = {
  /** Row keys that begin with this. */
  readonly from: string;
  /** Row keys before this; the end of what begins with `from` unless told. */
  readonly before?: string;
  readonly columns?: readonly string[];
  readonly most?: number;
};

/** Which rows are read: those that are all of what is told. */
export type TableQuery = {
  readonly partition?: string;
  /** Of the partitions after this one. */
  readonly partitionAfter?: string;
  readonly row?: string;
  /** Row keys from the first to before the second. */
  readonly rows?: readonly [from: string, before: string];
  /** None of their content but these. */
  readonly columns?: Span['columns'] | undefined;
  /** No page needs to hold more. */
  readonly most?: number | undefined;
};

/** What the storage service does with one table. It answers as Azure Tables does, with a RestError when it refuses. */
export type TableService = {
  /** Makes the table; when it stands already, nothing. */
  make(): Promise<void>;
  get(partition: string, row: string): Promise<Row>;
  /** In the order of their keys, partition by partition, a page of at most a thousand at a time. */
  pages(query: TableQuery): AsyncIterable<readonly Row[]>;
  /** One write alone. @returns the new etag. */
  write(one: Write): Promise<string | undefined>;
  /** A delete that is guarded: `*` takes the row however it is. */
  remove(keys: NewRow, etag: string): Promise<void>;
  /** Two writes or more of one partition, all or nothing. @returns the new etag of each. */
  transact(writes: readonly Write[]): Promise<readonly (string | undefined)[]>;
};

export type Table = ReturnType<typeof reading> & ReturnType<typeof writing>;

export const mostWrites = 100;
const mostRowBytes = 1024 * 1024;
const mostTransactionBytes = 4 * 1024 * 1024;
const mostPropertyBytes = 64 * 1024;

/** The first text that sorts after everything that begins with `prefix`. */
const after = (prefix: string) =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

export function tableOf(service: TableService): Table {
  return Object.assign(reading(service), writing(service));
}

function reading(service: TableService) {
  return {
    /** Makes the table; when it stands already, nothing. */
    make: () => service.make(),

    async read(partition: string, row: string): Promise<Row | undefined> {
      try {
        return await service.get(partition, row);
      } catch (error) {
        // 404: no such row
        if (!hasStatus(error, 404) || lacksTable(error)) throw error;
        return undefined;
      }
    },

    /** Rows of a partition in the order of their keys, however many pages they are. */
    list: (partition: string, { from, before, columns, most }: Span): Promise<readonly Row[]> =>
      take(service, { partition, rows: [from, before ?? after(from)], columns, most }),

    /** The first partition after that one; '' comes before all. */
    async partitionAfter(partition: string): Promise<string | undefined> {
      const [row] = await take(service, { partitionAfter: partition, columns: [], most: 1 });
      return row?.partitionKey;
    },

    /** Every row of a partition. `columns`: none of their content but these. */
    whole: (partition: string, columns?: Span['columns']) => take(service, { partition, columns }),

    /** Every row of a small table; of those with that row key when told. `columns`: none of their content but these. */
    all: (row?: string, columns?: Span['columns']) =>
      take(service, { ...(row !== undefined && { row }), columns }),
  };
}

function writing(service: TableService) {
  return {
    /** @returns the new etag. @throws 412 when the row changed since, 404 when it is gone. */
    async update(row: NewRow, etag: string, mode: 'Replace' | 'Merge' = 'Replace'): Promise<string> {
      checkRow(row);
      const write = mode === 'Replace' ? 'update' : 'updateMerge';
      return (await service.write({ write, row, etag })) ?? etag;
    },

    /** @throws 409 when it is there already. */
    async create(row: NewRow): Promise<void> {
      checkRow(row);
      await service.write({ write: 'create', row });
    },

    async put(row: NewRow): Promise<void> {
      checkRow(row);
      await service.write({ write: 'put', row });
    },

    /** Deletes a row that is still as it was read; @returns whether it was. */
    async remove(row: NewRow, etag = '*'): Promise<boolean> {
      try {
        await service.remove(row, etag);
        return true;
      } catch (error) {
        // 404: gone already, 412: changed since
        if (!hasStatus(error, 404, 412)) throw error;
        return false;
      }
    },

    /** All or nothing. @returns the new etag of each write, in their order. */
    async transact(writes: readonly Write[]): Promise<readonly (string | undefined)[]> {
      checkTransaction(writes);
      const [only, ...more] = writes;
      // one alone is all or nothing by itself, at a fraction of what a transaction costs to write and to read
      if (only && more.length === 0) return [await service.write(only)];
      return service.transact(writes);
    },
  };
}

async function take(service: TableService, query: TableQuery): Promise<readonly Row[]> {
  const { most = Number.POSITIVE_INFINITY } = query;
  const found: Row[] = [];
  for await (const page of service.pages(query)) {
    for (const row of page) found.push(row);
    if (found.length >= most) break;
  }
  return found.slice(0, Math.min(most, found.length));
}

// Azure counts a text's signs as two bytes each
const bytesOf = (value: unknown) =>
  value instanceof Uint8Array ? value.length : typeof value === 'string' ? value.length * 2 : 8;

function checkRow(row: NewRow): number {
  const place = `${row.partitionKey}/${row.rowKey}`;
  let whole = 0;
  for (const [name, value] of Object.entries(row)) {
    const size = bytesOf(value);
    if (size > mostPropertyBytes) throw new TooLargeError(place, `bytes of ${name}`, mostPropertyBytes, size);
    whole += size + name.length * 2 + 8;
  }
  if (whole > mostRowBytes) throw new TooLargeError(place, 'bytes of the row', mostRowBytes, whole);
  return whole;
}

/** The rows in as few parts as a transaction each can take. */
export function rowsThatFit(rows: readonly NewRow[]): readonly (readonly NewRow[])[] {
  const parts: NewRow[][] = [];
  let whole = 0;
  for (const row of rows) {
    const size = checkRow(row);
    const part = parts.at(-1);
    whole += size;
    if (part && part.length < mostWrites && whole <= mostTransactionBytes) part.push(row);
    else {
      parts.push([row]);
      whole = size;
    }
  }
  return parts;
}

function checkTransaction(writes: readonly Write[]): void {
  const place = writes[0] ? `${writes[0].row.partitionKey}/${writes[0].row.rowKey}` : 'An empty transaction';
  if (writes.length > mostWrites) throw new TooLargeError(place, 'writes at once', mostWrites, writes.length);
  const whole = writes.reduce((sum, { row }) => sum + checkRow(row), 0);
  if (whole > mostTransactionBytes)
    throw new TooLargeError(place, 'bytes at once', mostTransactionBytes, whole);
}
