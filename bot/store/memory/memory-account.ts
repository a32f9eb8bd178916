/** A storage account in memory, for tests alone: it does what Azure Tables does, as the stores can see it. */
import { type Tables, tablesOn } from '../tables/tables.ts';
import type { MemoryRows, Stamp } from './memory-rows.ts';
import { type MemoryStep, memoryTable } from './memory-table.ts';

export type MemoryAccount = {
  /** Two that are opened with one prefix are two processes at the same tables. */
  open(prefix?: string, step?: MemoryStep): Tables;
};

export function memoryAccount(): MemoryAccount {
  const tables = new Map<string, MemoryRows>();
  const stamp = stamps();
  const straight: MemoryStep = (_, next) => next();
  return {
    open: (prefix = '', step = straight) =>
      tablesOn((table) => memoryTable({ tables, stamp, prefix, table, step })),
  };
}

/** Times in the ticks of Azure's clock, a hundred nanoseconds each: no two alike. */
function stamps(): () => Stamp {
  let ms = 0;
  let ticks = 0;
  return () => {
    const now = Date.now();
    ticks = now > ms ? 0 : ticks + 1;
    ms = Math.max(now, ms) + Math.floor(ticks / 10_000);
    ticks %= 10_000;
    const timestamp = new Date(ms).toISOString().replace('Z', `${String(ticks).padStart(4, '0')}Z`);
    return { timestamp, etag: `W/"datetime'${encodeURIComponent(timestamp)}'"` };
  };
}
