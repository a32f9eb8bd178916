/** Deliveries that were already handled: a row beside the case, in its transaction, that expires. */
import { z } from 'zod';
import { addMinutes } from '../../domain/calendar.ts';
import type { CaseId, Moment } from '../../domain/names.ts';
import { allShards, range, rowKey } from '../tables/keys.ts';
import { name, readAs } from '../tables/shape.ts';
import { inTurns } from '../tables/spread.ts';
import type { NewRow, Row, Table, Write } from '../tables/table.ts';
import { placeOf } from './case-row.ts';

// Teams gives up well within this; people may mean the same words again soon after
const minutesSeen = 2;

/** `id`: the case or draft that the first delivery made or changed. */
export type Seen = { readonly id: CaseId; readonly expires: Moment; readonly etag: string };

const shape = z.object({ id: name<CaseId>(), expires: name<Moment>(), etag: z.string() });

export const readSeen = (row: Row): Seen => readAs<Seen>(shape, placeOf(row), row);

type SeenDelivery = {
  readonly partition: string;
  readonly delivery: string;
  readonly id: CaseId;
  readonly now: Moment;
};

/** Notes a delivery. Fails its transaction (409, 412) when another one noted it since. */
export function seenWrite({ partition, delivery, id, now }: SeenDelivery, expired: Seen | undefined): Write {
  const expires = addMinutes(now, minutesSeen);
  const row: NewRow = { partitionKey: partition, rowKey: rowKey.seen(delivery), id, expires };
  return expired ? { write: 'update', row, etag: expired.etag } : { write: 'create', row };
}

/** Deletes what has expired. @returns how many. */
export async function forgetSeen(cases: Table, now: Moment): Promise<number> {
  const span = { from: range.seen, columns: ['id', 'expires'] };
  const rows = (await inTurns(allShards, (shard) => cases.list(shard, span))).flat();
  const expired = rows.map((row) => ({ row, seen: readSeen(row) })).filter(({ seen }) => seen.expires <= now);
  const gone = await inTurns(expired, ({ row }) => cases.remove(row, row.etag));
  return gone.filter(Boolean).length;
}
