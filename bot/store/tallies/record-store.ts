/** Keeps contacts that people record and import: the fact that is counted, and for a while who recorded it. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../desk/ports.ts';
import type { Recordings, RecordStore } from '../../desk/recording/ports.ts';
import { shardFor } from '../../domain/case/case-id.ts';
import { day } from '../../domain/names.ts';
import type { Entry } from '../../domain/tally/other-contacts.ts';
import type { Contact } from '../../domain/tally/tally.ts';
import { stale } from '../cases/case-writes.ts';
import { untilKept } from '../tables/again.ts';
import { allShards, digest, partitionOfShard, rowKey } from '../tables/keys.ts';
import { inTurns } from '../tables/spread.ts';
import type { Row, Table, Write } from '../tables/table.ts';
import { createImportStore } from './import-store.ts';
import {
  entryEnd,
  entryIdOf,
  entryKeys,
  entryRange,
  entryRow,
  type KeptEntry,
  readEntryRow,
} from './record-row.ts';

export type RecordStoreParts = { readonly cases: Table; readonly clock: Clock };

export function createRecordStore(parts: RecordStoreParts): RecordStore {
  return {
    idOf: entryIdOf,
    ...recording(parts),
    ...restoring(parts),
    ...listing(parts),
    ...createImportStore(parts),
  };
}

function recording(parts: RecordStoreParts): Pick<RecordStore, 'add' | 'find' | 'mend'> {
  const { cases } = parts;
  return {
    add(entry, fact) {
      const write = randomUUID();
      return untilKept('A recorded contact', async () => {
        const row = await readRow(cases, entry.id);
        if (row) return { kept: readEntryRow(row).entry, isNew: row['write'] === write };
        const kept = keptAs(entry, fact);
        await cases.transact([
          { write: 'create', row: entryRow(kept, write) },
          ...factWrites(parts, kept, fact),
        ]);
        return { kept: entry, isNew: true };
      });
    },

    async find(id) {
      const row = await readRow(cases, id);
      const kept = row && readEntryRow(row);
      return kept && !kept.removed ? kept.entry : undefined;
    },

    mend(id, decision) {
      const write = randomUUID();
      return untilKept('A recorded contact', async () => {
        const row = await readRow(cases, id);
        const kept = row && readEntryRow(row);
        if (row && kept && row['write'] === write) return kept.removed ? 'removed' : kept.entry;
        if (!row || !kept || kept.removed) return { refused: 'no-such-entry' };
        const next = decision(kept.entry);
        if (next !== 'remove' && 'refused' in next) return next;
        const mended =
          next === 'remove'
            ? { ...kept, removed: true }
            : keptAs({ ...kept.entry, contact: next.contact }, next.fact);
        await cases.transact([
          { write: 'update', row: entryRow(mended, write), etag: row.etag },
          ...unmarked(parts, kept, mended),
          ...(next === 'remove' ? [] : factWrites(parts, mended, next.fact)),
        ]);
        return next === 'remove' ? 'removed' : mended.entry;
      });
    },
  };
}

function restoring(parts: RecordStoreParts): Pick<RecordStore, 'restore'> {
  const { cases } = parts;
  return {
    restore(id, decision) {
      return untilKept('A recorded contact', async () => {
        const row = await readRow(cases, id);
        const kept = row && readEntryRow(row);
        if (!row || !kept) return { refused: 'no-such-entry' };
        if (!kept.removed) return kept.entry;
        const next = await decision(kept.entry);
        if ('refused' in next) return next;
        const restored = keptAs(kept.entry, next.fact);
        await cases.transact([
          { write: 'update', row: entryRow(restored, randomUUID()), etag: row.etag },
          ...factWrites(parts, restored, next.fact),
        ]);
        return restored.entry;
      });
    },
  };
}

async function readRow(cases: Table, id: string): Promise<Row | undefined> {
  const keys = entryKeys(id);
  return keys && cases.read(keys.partitionKey, keys.rowKey);
}

const keptAs = (entry: Entry, { month, region }: Contact): KeptEntry => ({
  entry,
  month,
  region,
  removed: false,
});

/** The rows that an entry's fact consists of, by key: the fact, and the mark of its day. */
function placesOf({ entry, month }: KeptEntry) {
  const partitionKey = entryKeys(entry.id)?.partitionKey ?? '';
  return {
    fact: { partitionKey, rowKey: rowKey.contact(month, entry.contactId) },
    // cut off from the fact when the entry is forgotten
    day: { partitionKey, rowKey: rowKey.day(entry.contact.day, digest(entry.id)) },
  };
}

function factWrites({ clock }: RecordStoreParts, kept: KeptEntry, fact: Contact): readonly Write[] {
  const { fact: at, day } = placesOf(kept);
  return [
    { write: 'put', row: { ...at, contact: JSON.stringify(fact) } },
    { write: 'put', row: { ...day, region: fact.region } },
    ...stale(at.partitionKey, fact.month, clock.now()),
  ];
}

/** Takes away what a mended entry no longer stands at. */
function unmarked({ clock }: RecordStoreParts, kept: KeptEntry, mended: KeptEntry): readonly Write[] {
  const [before, after] = [placesOf(kept), placesOf(mended)];
  const gone = [before.fact, before.day].filter(
    (row) => mended.removed || ![after.fact, after.day].some((other) => other.rowKey === row.rowKey),
  );
  const isElsewhere = mended.removed || kept.month !== mended.month;
  return [
    ...gone.map((row): Write => ({ write: 'delete', row })),
    ...(isElsewhere ? stale(before.fact.partitionKey, kept.month, clock.now()) : []),
  ];
}

function listing({
  cases,
}: RecordStoreParts): Pick<RecordStore, 'recordedBy' | 'recordedIn' | 'forgetEntries'> {
  return {
    async recordedBy(person, on) {
      const rows = await cases.list(partitionOfShard(shardFor(person)), { from: entryRange(on) });
      return recordings(rows.map(readEntryRow).filter(({ entry }) => entry.by.id === person));
    },

    async recordedIn(month) {
      // nothing is recorded before it has happened
      const span = { from: entryRange(day(`${month}-01`)).slice(0, -1), before: entryEnd };
      const rows = (await inTurns(allShards, (shard) => cases.list(shard, span))).flat();
      return recordings(rows.map(readEntryRow).filter((kept) => kept.month === month));
    },

    async forgetEntries(before) {
      const span = { from: entryRange(), before: `${entryRange()}${before}`, columns: [] };
      const rows = (await inTurns(allShards, (shard) => cases.list(shard, span))).flat();
      await inTurns(rows, (row) => cases.remove(row));
      return rows.length;
    },
  };
}

function recordings(all: readonly KeptEntry[]): Recordings {
  const newestFirst = all.toSorted((a, b) => (a.entry.at > b.entry.at ? -1 : 1));
  const those = (removed: boolean) =>
    newestFirst.filter((kept) => kept.removed === removed).map(({ entry }) => entry);
  return { standing: those(false), removed: those(true) };
}
