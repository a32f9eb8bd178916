/** One table, with the few verbs the stores are made of; keeps Azure's limits and checks nothing else. */
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
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

export type Table = ReturnType<typeof reading> & ReturnType<typeof writing>;

export const mostWrites = 100;
const mostRowBytes = 1024 * 1024;
const mostTransactionBytes = 4 * 1024 * 1024;
const mostPropertyBytes = 64 * 1024;

/** The first text that sorts after everything that begins with `prefix`. */
const after = (prefix: string) =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

export function tableOf(client: TableClient): Table {
  return Object.assign(reading(client), writing(client));
}

function reading(client: TableClient) {
  return {
    /** Makes the table; when it stands already, nothing. */
    make: () => client.createTable(),

    async read(partition: string, row: string): Promise<Row | undefined> {
      try {
        return (await client.getEntity(partition, row)) as Row;
      } catch (error) {
        // 404: no such row
        if (!hasStatus(error, 404) || lacksTable(error)) throw error;
        return undefined;
      }
    },

    /** Rows of a partition in the order of their keys, however many pages they are. */
    async list(partition: string, { from, before, columns, most }: Span): Promise<readonly Row[]> {
      const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${before ?? after(from)}`;
      return take(client, filter, { columns, most });
    },

    /** The first partition after that one; '' comes before all. */
    async partitionAfter(partition: string): Promise<string | undefined> {
      const [row] = await take(client, odata`PartitionKey gt ${partition}`, { columns: [], most: 1 });
      return row?.partitionKey;
    },

    /** Every row of a partition. `columns`: none of their content but these. */
    whole: (partition: string, columns?: Span['columns']) =>
      take(client, odata`PartitionKey eq ${partition}`, { columns }),

    /** Every row of a small table; of those with that row key when told. `columns`: none of their content but these. */
    all: (row?: string, columns?: Span['columns']) =>
      take(client, row === undefined ? undefined : odata`RowKey eq ${row}`, { columns }),
  };
}

function writing(client: TableClient) {
  return {
    /** @returns the new etag. @throws 412 when the row changed since, 404 when it is gone. */
    async update(row: NewRow, etag: string, mode: 'Replace' | 'Merge' = 'Replace'): Promise<string> {
      checkRow(row);
      const { etag: next } = await client.updateEntity(row, mode, { etag });
      return next ?? etag;
    },

    /** @throws 409 when it is there already. */
    async create(row: NewRow): Promise<void> {
      checkRow(row);
      await client.createEntity(row);
    },

    async put(row: NewRow): Promise<void> {
      checkRow(row);
      await client.upsertEntity(row, 'Replace');
    },

    /** Deletes a row that is still as it was read; @returns whether it was. */
    async remove({ partitionKey, rowKey }: NewRow, etag = '*'): Promise<boolean> {
      try {
        await client.deleteEntity(partitionKey, rowKey, { etag });
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
      if (only && more.length === 0) return [await alone(client, only)];
      const { subResponses } = await client.submitTransaction(writes.map(actionOf));
      return subResponses.map(({ etag }) => etag);
    },
  };
}

async function take(
  client: TableClient,
  filter: string | undefined,
  {
    columns,
    most = Number.POSITIVE_INFINITY,
  }: { columns?: Span['columns'] | undefined; most?: number | undefined },
): Promise<readonly Row[]> {
  const found: Row[] = [];
  const queryOptions = {
    ...(filter !== undefined && { filter }),
    ...(columns && { select: ['PartitionKey', 'RowKey', ...columns] }),
  };
  const pages = client.listEntities({ queryOptions }).byPage({ maxPageSize: Math.min(most, 1000) });
  for await (const page of pages) {
    for (const row of page) found.push(row as Row);
    if (found.length >= most) break;
  }
  return found.slice(0, Math.min(most, found.length));
}

async function alone(client: TableClient, one: Write): Promise<string | undefined> {
  switch (one.write) {
    case 'create':
      return (await client.createEntity(one.row)).etag;
    case 'put':
      return (await client.upsertEntity(one.row, 'Replace')).etag;
    case 'merge':
      return (await client.upsertEntity(one.row, 'Merge')).etag;
    case 'update':
      return (await client.updateEntity(one.row, 'Replace', { etag: one.etag })).etag;
    case 'updateMerge':
      return (await client.updateEntity(one.row, 'Merge', { etag: one.etag })).etag;
    case 'delete':
      await client.deleteEntity(one.row.partitionKey, one.row.rowKey);
      return undefined;
  }
}

function actionOf(one: Write): TransactionAction {
  switch (one.write) {
    case 'create':
      return ['create', one.row];
    case 'put':
      return ['upsert', one.row, 'Replace'];
    case 'merge':
      return ['upsert', one.row, 'Merge'];
    case 'update':
      return ['update', one.row, 'Replace', { etag: one.etag }];
    case 'updateMerge':
      return ['update', one.row, 'Merge', { etag: one.etag }];
    case 'delete':
      return ['delete', one.row];
  }
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
