/** Keeps the audit: every entry under its month, and under its case when it has one. Nothing here changes or goes. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AuditEntry, AuditLog } from '../desk/ports.ts';
import { monthOf } from '../domain/calendar.ts';
import type { CaseId, Moment, Month } from '../domain/names.ts';
import { placeOf } from './cases/case-row.ts';
import { person } from './cases/case-shape.ts';
import { untilKept } from './tables/again.ts';
import { doesNotOpen, hasStatus } from './tables/failures.ts';
import { digest, keyPart } from './tables/keys.ts';
import type { Seal } from './tables/seal.ts';
import { exactly, name, readAs } from './tables/shape.ts';
import type { NewRow, Row, Table } from './tables/table.ts';

const { object, string, exactOptional: maybe } = z;

const entryShape = exactly<AuditEntry>()(
  object({
    at: name<Moment>(),
    by: z.union([person, z.literal('line')]),
    did: string(),
    caseId: maybe(name<CaseId>()),
    why: maybe(string()),
    whyLost: maybe(z.literal(true)),
  }),
);

/**
 * The same entry stands twice, because an entity group can't be read both by month and by case. Either copy is whole;
 * `write` returns when both are kept, so what waits for the audit waits for both.
 */
export function createAuditLog({ audit, seal }: { readonly audit: Table; readonly seal: Seal }): AuditLog {
  return {
    async write(entry, key) {
      const mark = key === undefined ? randomUUID() : digest(`${entry.caseId ?? ''}|${key}`);
      const rowKey = `${keyPart(entry.at)}|${mark}`;
      const month = ofMonth(monthOf(entry.at));
      const partitions = entry.caseId === undefined ? [month] : [ofCase(entry.caseId), month];
      for (const partitionKey of partitions)
        await append(audit, entryRow(seal, { partitionKey, rowKey }, entry));
    },

    async of(id) {
      const rows = await audit.list(ofCase(id), { from: '2' });
      return rows.map((row) => readEntry(seal, row));
    },

    async ofMonth(month, withReasons = []) {
      const columns = ['at', 'by', 'did', 'caseId'];
      const span = { from: '2', ...(withReasons.length === 0 && { columns }) };
      const rows = await audit.list(ofMonth(month), span);
      return rows.map((row) => readEntry(seal, withReasons.includes(String(row['did'])) ? row : closed(row)));
    },
  };
}

const ofCase = (id: CaseId) => `case|${keyPart(id)}`;
const ofMonth = (month: Month) => `month|${keyPart(month)}`;

/** Kept as it was first written. */
async function append(audit: Table, row: NewRow): Promise<void> {
  await untilKept('An entry of the audit', async () => {
    try {
      await audit.create(row);
    } catch (error) {
      // 409: it stands there already, perhaps since a try whose answer was lost
      if (!hasStatus(error, 409)) throw error;
    }
  });
}

/** Who, when and what are clear; the reason is a person's own words. */
function entryRow(seal: Seal, keys: Pick<NewRow, 'partitionKey' | 'rowKey'>, entry: AuditEntry): NewRow {
  const { why, by, ...clear } = entry;
  return {
    ...keys,
    ...clear,
    by: JSON.stringify(by),
    ...(why !== undefined && seal.close(placeOf(keys), why)),
  };
}

/** Who did what and when is told, whatever became of the key that their reason was sealed with. */
function reasonIn(
  seal: Seal,
  place: string,
  row: Row,
): { readonly why: unknown } | { readonly whyLost: true } {
  try {
    return { why: seal.open(place, row) };
  } catch (error) {
    if (doesNotOpen(error)) return { whyLost: true };
    throw error;
  }
}

/** What is not asked for is not opened. */
const closed = ({ key: _, ...row }: Row): Row => row as Row;

function readEntry(seal: Seal, row: Row): AuditEntry {
  const place = placeOf(row);
  const { at, did, caseId, by, key } = row;
  const entry = {
    at,
    by: JSON.parse(String(by)),
    did,
    ...(caseId !== undefined && { caseId }),
    ...(key !== undefined && reasonIn(seal, place, row)),
  };
  return readAs<AuditEntry>(entryShape, place, entry);
}
