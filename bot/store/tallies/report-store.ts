/** Keeps month reports: the row of a month can be made once, whatever the number of processes. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReportStore } from '../../desk/tallies/ports.ts';
import { type Month, month } from '../../domain/names.ts';
import type { MonthReport } from '../../domain/tally/month-report.ts';
import { placeOf } from '../cases/case-row.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { hasStatus } from '../tables/failures.ts';
import { keyPart } from '../tables/keys.ts';
import { name, readAs } from '../tables/shape.ts';
import type { Row, Table } from '../tables/table.ts';

// no year is called so: the rows beside those of the years
const partitionKey = 'reports';

const share = z.object({ n: z.int(), of: z.int() });
const change = z.union([
  z.object({ what: z.literal('count'), of: z.string(), value: z.string(), now: z.int(), before: z.int() }),
  z.object({ what: z.enum(['digital', 'misdirected', 'promises']), now: z.int(), before: z.int() }),
]);
const reportShape = z.object({
  month: name<Month>(),
  madeAt: z.string(),
  figures: z.object({
    contacts: z.int(),
    regions: z.record(z.string(), z.int()),
    channels: z.record(z.string(), z.int()),
    toAnswer: z.object({ n: z.int(), median: z.number(), p90: z.number() }).optional(),
    promises: share,
    misdirected: share,
    digital: share,
  }),
  comparedWith: z.enum(['last-year', 'month-before', 'nothing']),
  before: z.int().optional(),
  changes: z.array(change),
  posting: z.object({
    state: z.enum(['due', 'sending', 'sent', 'unsure', 'failed']),
    at: z.string().optional(),
    by: z.string().optional(),
  }),
});

const readReport = (row: Row): MonthReport =>
  readAs<MonthReport>(reportShape, placeOf(row), readJson(placeOf(row), row['report']));

const reportRow = (report: MonthReport, write: string) => ({
  partitionKey,
  rowKey: keyPart(report.month),
  write,
  state: report.posting.state,
  report: JSON.stringify(report),
});

export function createReportStore(tallies: Table): ReportStore {
  const read = (of: Month) => tallies.read(partitionKey, keyPart(of));
  const rows = (columns?: readonly string[]) =>
    tallies.list(partitionKey, { from: '2', ...(columns && { columns }) });
  return {
    async find(of) {
      const row = await read(of);
      return row && readReport(row);
    },

    async newest() {
      const last = (await rows([])).at(-1);
      return last && month(last.rowKey);
    },

    async open(report) {
      try {
        await tallies.create(reportRow(report, randomUUID()));
        return report;
      } catch (error) {
        // 409: somebody else made it, or this very call did and its answer was lost
        if (!hasStatus(error, 409)) throw error;
      }
      const row = await read(report.month);
      if (!row) throw new Error(`The report of ${report.month} is there and is not: was it deleted by hand?`);
      return readReport(row);
    },

    change(of, decision) {
      const write = randomUUID();
      return untilKept(`The report of ${of}`, async () => {
        const row = await read(of);
        if (!row) return undefined;
        const current = readReport(row);
        if (row['write'] === write) return current;
        const next = decision(current);
        if (next !== current) await tallies.update(reportRow(next, write), row.etag);
        return next;
      });
    },

    async due() {
      const marked = await rows(['state']);
      const months = marked.filter((row) => row['state'] === 'due').map((row) => month(row.rowKey));
      const reports = await Promise.all(months.map(read));
      return reports.flatMap((row) => (row ? [readReport(row)] : []));
    },
  };
}
