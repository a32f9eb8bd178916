/** The rows of one table in memory: what a write needs to find there, what it leaves, and what a reader is given. */
import type { Row, TableQuery, Write } from '../tables/table.ts';
import { type Content, contentOf, isUnreadable, propertiesOf, propertyOf } from './content.ts';
import type { StorageRefusalCode } from './refusals.ts';
import { type Sorted, sorted } from './sorted.ts';

export type MemoryRow = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly content: Content;
  readonly etag: string;
  readonly timestamp: string;
};
export type MemoryRows = Sorted<Sorted<MemoryRow>>;
/** The moment of a write, no two alike. */
export type Stamp = Pick<MemoryRow, 'etag' | 'timestamp'>;
/** Alone, a delete may be guarded. */
export type OneWrite =
  | Write
  | { readonly write: 'remove'; readonly row: Write['row']; readonly etag: string };
/** A write whose content is as it was when it was asked for. */
export type SentWrite = OneWrite & { readonly content: Content };
export type MemoryRowPlace = { readonly partition: string; readonly row: string };

// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
// biome-ignore lint/suspicious/noControlCharactersInRegex: the signs that keys may not hold
const forbidden = /[/\\#?\u0000-\u001f\u007f-\u009f]/;
const mostInKey = 512;
const mostInPage = 1000;

const deletes = ({ write }: OneWrite) => write === 'delete' || write === 'remove';

/** Deletes carry keys alone. */
export const sent = (one: OneWrite): SentWrite => ({
  ...one,
  content: deletes(one) ? new Map() : contentOf(one.row),
});

export const find = (rows: MemoryRows, partition: string, row: string) => rows.get(partition)?.get(row);

/** Why the write can't be made, if so. */
export function whyNot(rows: MemoryRows, one: SentWrite): StorageRefusalCode | undefined {
  const { partitionKey, rowKey } = one.row;
  if (!deletes(one) && (![partitionKey, rowKey].every(isKey) || isUnreadable(one.content)))
    return 'InvalidInput';
  const there = find(rows, partitionKey, rowKey);
  if (one.write === 'create') return there && 'EntityAlreadyExists';
  if (one.write === 'put' || one.write === 'merge') return undefined;
  if (!there) return 'ResourceNotFound';
  const isGuarded = one.write === 'update' || one.write === 'updateMerge' || one.write === 'remove';
  const guard = isGuarded ? one.etag : '*';
  if (!/^(\*|W\/".*"|)$/.test(guard)) return 'InvalidInput';
  return guard === '*' || guard === there.etag ? undefined : 'UpdateConditionNotSatisfied';
}

const isKey = (key: string) => key.length <= mostInKey && !forbidden.test(key);

export function make(rows: MemoryRows, one: SentWrite, stamp: Stamp): void {
  const { partitionKey, rowKey } = one.row;
  const partition = rows.get(partitionKey) ?? sorted<MemoryRow>();
  if (deletes(one)) partition.delete(rowKey);
  else {
    const merges = one.write === 'merge' || one.write === 'updateMerge';
    const before = merges ? partition.get(rowKey)?.content : undefined;
    const content = new Map([...(before ?? []), ...one.content]);
    partition.set(rowKey, { partitionKey, rowKey, content, ...stamp });
  }
  if (partition.size > 0) rows.set(partitionKey, partition);
  else rows.delete(partitionKey);
}

export function whole({ partitionKey, rowKey, content, etag, timestamp }: MemoryRow): Row {
  return { etag, partitionKey, rowKey, timestamp, ...propertiesOf(content) };
}

function picked(row: MemoryRow, columns: readonly string[]): Row {
  const { partitionKey, rowKey, content, etag, timestamp } = row;
  const more: Record<string, unknown> = {};
  for (const name of columns) {
    const value = name === 'timestamp' ? timestamp : propertyOf(content, name);
    if (value !== undefined) more[name] = value;
  }
  return { etag, partitionKey, rowKey, ...more };
}

/** What a query finds from that place on, and where its next page begins. */
export function pageFrom(
  rows: MemoryRows,
  query: TableQuery,
  at: MemoryRowPlace,
): { page: readonly Row[]; next?: MemoryRowPlace } {
  const { columns, most = mostInPage } = query;
  const page: Row[] = [];
  for (const row of matching(rows, query, at)) {
    if (page.length >= Math.min(most, mostInPage))
      return { page, next: { partition: row.partitionKey, row: row.rowKey } };
    page.push(columns ? picked(row, columns) : whole(row));
  }
  return { page };
}

export const startOf = ({ partition, partitionAfter }: TableQuery): MemoryRowPlace => ({
  partition: partition ?? partitionAfter ?? '',
  row: '',
});

function* matching(rows: MemoryRows, query: TableQuery, at: MemoryRowPlace): Iterable<MemoryRow> {
  const [from = '', before] = query.rows ?? [];
  for (const [partition, some] of rows.from(at.partition)) {
    if (query.partition !== undefined && partition !== query.partition) return;
    if (partition === query.partitionAfter) continue;
    const start = partition === at.partition && at.row > from ? at.row : from;
    for (const [key, row] of some.from(start)) {
      if (before !== undefined && key >= before) break;
      if (query.row === undefined || key === query.row) yield row;
    }
  }
}
