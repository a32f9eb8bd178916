/** A table of Azure Storage (or of Azurite) as the SDK reaches it. */
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { NewRow, Row, TableQuery, TableService, Write } from './table.ts';

/** What one request may bring. */
const mostInPage = 1000;

export function azureTable(client: TableClient): TableService {
  return {
    make: () => client.createTable(),
    get: async (partition, row) => (await client.getEntity(partition, row)) as Row,
    async *pages({ columns, most = mostInPage, ...which }: TableQuery) {
      const filter = filterOf(which);
      const queryOptions = {
        ...(filter !== undefined && { filter }),
        ...(columns && { select: ['PartitionKey', 'RowKey', ...columns] }),
      };
      const pages = client.listEntities({ queryOptions });
      for await (const page of pages.byPage({ maxPageSize: Math.min(most, mostInPage) })) yield page as Row[];
    },
    write: (one) => alone(client, one),
    async remove({ partitionKey, rowKey }: NewRow, etag: string) {
      await client.deleteEntity(partitionKey, rowKey, { etag });
    },
    async transact(writes) {
      const { subResponses } = await client.submitTransaction(writes.map(actionOf));
      return subResponses.map(({ etag }) => etag);
    },
  };
}

function filterOf({ partition, partitionAfter, row, rows }: TableQuery): string | undefined {
  const parts = [
    partition !== undefined && odata`PartitionKey eq ${partition}`,
    partitionAfter !== undefined && odata`PartitionKey gt ${partitionAfter}`,
    row !== undefined && odata`RowKey eq ${row}`,
    rows && odata`RowKey ge ${rows[0]} and RowKey lt ${rows[1]}`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' and ') : undefined;
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
