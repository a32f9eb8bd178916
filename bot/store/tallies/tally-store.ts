/** Keeps finished months, a row each under their year, and tells what a running month is counted from. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StaleMonth, TallyStore } from '../../desk/tallies/ports.ts';
import type { Case } from '../../domain/case/case.ts';
import { shardCount } from '../../domain/case/case-id.ts';
import { caseId, type Month, month, type RegionId } from '../../domain/names.ts';
import {
  type DayCounts,
  type MonthSummary,
  type MonthTally,
  monthTally,
  summaryOf,
} from '../../domain/tally/month-tally.ts';
import { placeOf } from '../cases/case-row.ts';
import { type CaseStoreParts, findEntry } from '../cases/case-store.ts';
import { stale } from '../cases/case-writes.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { hasStatus, UnreadableRowError } from '../tables/failures.ts';
import { allShards, digest, keyPart, lastPart, partitionOfShard, range, rowKey } from '../tables/keys.ts';
import { name, readAs } from '../tables/shape.ts';
import { inTurns } from '../tables/spread.ts';
import type { NewRow, Row, Table } from '../tables/table.ts';
import { packFacts, unpackFacts } from './packed-facts.ts';

export type TallyStoreParts = Pick<CaseStoreParts, 'cases' | 'seal' | 'clock'> & { readonly tallies: Table };

export function createTallyStore(parts: TallyStoreParts): TallyStore {
  return { ...keeping(parts.tallies), ...counting(parts) };
}

// --- finished months ---

/** A property takes 64 KiB. */
const partBytes = 64 * 1024;
const yearOf = (of: Month) => keyPart(of.slice(0, 4));

function keeping(tallies: Table): Pick<TallyStore, 'find' | 'summaries' | 'keep'> {
  return {
    async find(of) {
      const row = await tallies.read(yearOf(of), keyPart(of));
      return row && holdsData(row) ? readMonth(row) : undefined;
    },

    async summaries(from, to) {
      const years = yearsOf(from, to);
      const span = { from: keyPart(from), before: `${keyPart(to)}~`, columns: ['summary', 'noData'] };
      const rows = (await inTurns(years, (year) => tallies.list(year, span))).flat();
      return rows.filter(holdsData).map(readSummary);
    },

    keep(of, count) {
      const write = randomUUID();
      return untilKept(`The tally of ${of}`, async () => {
        // read before counting: the process that kept the month since has counted no later than this will
        const kept = await tallies.read(yearOf(of), keyPart(of));
        if (kept?.['write'] === write) return;
        const row = rowOf(of, await count(), write);
        if (kept) await tallies.update(row, kept.etag);
        else await tallies.create(row);
      });
    },
  };
}

function yearsOf(from: Month, to: Month): string[] {
  const [first, last] = [Number(yearOf(from)), Number(yearOf(to))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => String(first + n));
}

const holdsData = (row: Row) => row['noData'] !== true;

/** A month without data stays as a row that says so: were it deleted, an older count could create it again unseen. */
const rowOf = (of: Month, tally: MonthTally | undefined, write: string): NewRow =>
  tally ? monthRow(tally, write) : { ...monthRow(monthTally(of, [], {}), write), noData: true };

/** @throws TooLargeError when a month is more than a row takes: some 100 000 contacts. */
function monthRow(tally: MonthTally, write: string): NewRow {
  const packed = packFacts(tally.facts);
  const parts = Array.from({ length: Math.ceil(packed.length / partBytes) }, (_, n) => [
    `part${n}`,
    packed.subarray(n * partBytes, (n + 1) * partBytes),
  ]);
  return {
    partitionKey: yearOf(tally.month),
    rowKey: keyPart(tally.month),
    write,
    summary: JSON.stringify(summaryOf(tally)),
    days: JSON.stringify(tally.days),
    parts: parts.length,
    ...Object.fromEntries(parts),
  };
}

const count = z.int().nonnegative();
const daysShape = z.record(z.string(), z.array(count));
const channelsShape = z.object({ teams: count, phone: count, email: count, 'walk-in': count });
const summaryShape = z.object({ month: name<Month>(), regions: z.record(z.string(), channelsShape) });

function readMonth(row: Row): MonthTally {
  const place = placeOf(row);
  const parts = Array.from({ length: Number(row['parts']) }, (_, n) => row[`part${n}`]);
  const bytes = parts.map((part) => {
    if (part instanceof Uint8Array) return part;
    throw new UnreadableRowError(place, 'a part of it is missing');
  });
  return {
    month: month(row.rowKey),
    facts: unpackFacts(place, Buffer.concat(bytes)),
    days: readAs<DayCounts>(daysShape, place, readJson(place, row['days'])),
  };
}

const readSummary = (row: Row): MonthSummary =>
  readAs<MonthSummary>(summaryShape, placeOf(row), readJson(placeOf(row), row['summary']));

// --- what a month is counted from ---

function counting(parts: TallyStoreParts): Omit<TallyStore, 'find' | 'summaries' | 'keep'> {
  const { cases, clock } = parts;
  const inAllShards = async (from: string, columns: readonly string[]) =>
    (await inTurns(allShards, (shard) => cases.list(shard, { from, columns }))).flat();
  return {
    async stale() {
      const marks = await inAllShards(range.stale, []);
      const months = new Set(marks.map((mark) => lastPart(mark.rowKey)));
      return [...months].map((of) =>
        staleMonth(
          cases,
          month(of),
          marks.filter((mark) => lastPart(mark.rowKey) === of),
        ),
      );
    },

    async days(of) {
      return daysMarked(await inAllShards(range.days(of), ['region']));
    },

    async record(contact, day, id) {
      const partitionKey = partitionOfShard(Number.parseInt(digestNumber(id), 16) % shardCount);
      const row = {
        partitionKey,
        rowKey: rowKey.contact(contact.month, id),
        contact: JSON.stringify(contact),
      };
      // the mark says nothing of the contact: any other of that day would do as well
      const mark = { partitionKey, rowKey: rowKey.day(day, randomUUID()), region: contact.region };
      await once(async () => {
        await cases.transact([
          { write: 'create', row },
          { write: 'create', row: mark },
          ...stale(partitionKey, contact.month, clock.now()),
        ]);
      });
    },

    notPurged: (most) => notPurged(parts, most),
  };
}

/** The first hexadecimal digits of a digest: any text's way to a shard. */
const digestNumber = (id: string) => Buffer.from(digest(id)).toString('hex').slice(0, 8);

/** 409: it was recorded before, or this very call was and its answer was lost. */
async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
  }
}

const staleMonth = (cases: Table, of: Month, rows: readonly Row[]): StaleMonth => ({
  month: of,
  async counted() {
    // each as it was read: what changed since is stale still
    await inTurns(rows, (row) => cases.remove(row, row.etag));
  },
});

function daysMarked(marks: readonly Row[]): DayCounts {
  const days: { [region: RegionId]: number[] } = {};
  for (const { rowKey, region } of marks as readonly (Row & { readonly region: RegionId })[]) {
    const counts = days[region] ?? [];
    days[region] = counts;
    const nth = Number((rowKey.split('|')[1] ?? '').slice(8)) - 1;
    while (counts.length <= nth) counts.push(0);
    counts[nth] = (counts[nth] ?? 0) + 1;
  }
  return days;
}

/** Every case that still stands under its asker: closed ones leave that list when they are purged. */
async function notPurged({ cases, seal }: TallyStoreParts, most: number) {
  const span = { from: range.askers, columns: [], most: most + 1 };
  const rows = (await inTurns(allShards, (shard) => cases.list(shard, span))).flat();
  const found = await inTurns(rows.slice(0, most), (row) =>
    findEntry({ cases, seal }, caseId(lastPart(row.rowKey))),
  );
  const all = found.flatMap((entry): Case[] => (entry?.kind === 'case' ? [entry.case] : []));
  return { cases: all, all: rows.length <= most };
}
