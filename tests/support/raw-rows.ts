/** What storage really holds, read past every store of ours. */
import { TableClient } from '@azure/data-tables';
import { azurite } from './azurite.ts';

export type RawRow = {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [column: string]: unknown;
};

/** Every row of a table. */
export async function rowsOf(table: string): Promise<RawRow[]> {
  const client = TableClient.fromConnectionString(await azurite(), table, { allowInsecureConnection: true });
  const rows: RawRow[] = [];
  for await (const row of client.listEntities()) rows.push(row as unknown as RawRow);
  return rows;
}
