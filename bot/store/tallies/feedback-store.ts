/** Counts feedback: a row of counters for each month, and under a keyed hash who has answered this week. */
import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { FeedbackStore } from '../../desk/feedback/ports.ts';
import { type FeedbackCounts, noFeedback, withFeedback } from '../../domain/feedback.ts';
import type { Day, PersonId } from '../../domain/names.ts';
import { placeOf } from '../cases/case-row.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { hasStatus } from '../tables/failures.ts';
import { keyPart } from '../tables/keys.ts';
import type { DataKeys } from '../tables/seal.ts';
import { exactly, readAs } from '../tables/shape.ts';
import { inTurns } from '../tables/spread.ts';
import type { Row, Table } from '../tables/table.ts';

const { object, array, int } = z;

const countsShape = exactly<FeedbackCounts>()(
  object({ scores: array(int()), helped: array(int()), clear: array(int()) }),
);

const answered = 'answered';
const counters = 'counters';
/** So many writes ago a counter still knows its own: a retry whose answer was lost must not count twice. */
const writesKnown = 16;

export function createFeedbackStore({
  feedback,
  keys,
}: {
  readonly feedback: Table;
  readonly keys: DataKeys;
}): FeedbackStore {
  return {
    async markAnswered(person, week) {
      // the first key writes; a key that was the first this week still tells
      const [own = '', ...former] = keys.map(({ key }) => markOf(key, person, week));
      const known = await inTurns(former, (rowKey) => feedback.read(answered, rowKey));
      return known.every((row) => row === undefined) && mark(feedback, own);
    },

    count(month, given) {
      const write = randomUUID();
      const keys = { partitionKey: counters, rowKey: keyPart(month) };
      return untilKept(`Feedback of ${month}`, async () => {
        const row = await feedback.read(counters, keys.rowKey);
        const writes = String(row?.['writes'] ?? '').split(' ');
        if (writes.includes(write)) return;
        const counts = withFeedback(row ? readCounts(row) : noFeedback, given);
        const kept = [write, ...writes].slice(0, writesKnown).join(' ');
        const next = { ...keys, writes: kept, counts: JSON.stringify(counts) };
        if (row) await feedback.update(next, row.etag);
        else await feedback.create(next);
      });
    },

    async of(month) {
      const row = await feedback.read(counters, keyPart(month));
      return row && readCounts(row);
    },

    async forgetWeeks(before) {
      const rows = await feedback.list(answered, { from: '2', before, columns: [] });
      await inTurns(rows, (row) => feedback.remove(row));
      return rows.length;
    },
  };
}

const readCounts = (row: Row) =>
  readAs<FeedbackCounts>(countsShape, placeOf(row), readJson(placeOf(row), row['counts']));

/** Without the key nobody can tell whose it is, not even by trying every employee. */
function markOf(key: Buffer, person: PersonId, week: Day): string {
  const hash = createHmac('sha256', key).update(`feedback|${week}|${person}`).digest('base64url');
  return `${keyPart(week)}|${hash}`;
}

function mark(feedback: Table, rowKey: string): Promise<boolean> {
  const write = randomUUID();
  return untilKept('A mark of feedback', async () => {
    try {
      await feedback.create({ partitionKey: answered, rowKey, write });
      return true;
    } catch (error) {
      // 409: answered before, or a try of ours whose answer was lost
      if (!hasStatus(error, 409)) throw error;
      return (await feedback.read(answered, rowKey))?.['write'] === write;
    }
  });
}
