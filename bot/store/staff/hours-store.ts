/** Keeps every version of the line's hours beside the bindings; the newest is guarded, the others never change. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HoursStore, HoursVersion } from '../../desk/hours/ports.ts';
import type { Day, Moment } from '../../domain/names.ts';
import { placeOf } from '../cases/case-row.ts';
import { person } from '../cases/case-shape.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { longText, readLongText } from '../tables/long-text.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { NewRow, Row, Table, Write } from '../tables/table.ts';

const { object, string, array, boolean, int, exactOptional: maybe } = z;

const hours = array(object({ from: string(), to: string() }));
const week = object({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });
const versionShape = exactly<HoursVersion>()(
  object({
    n: int(),
    at: name<Moment>(),
    by: z.union([person, z.literal('county-file')]),
    did: z.enum(['setWeek', 'setException', 'removeException', 'confirm', 'restore', 'begin']),
    restored: maybe(int()),
    opening: object({
      confirmed: boolean(),
      week,
      formerWeeks: maybe(array(object({ until: name<Day>(), week }))),
      exceptions: array(object({ day: name<Day>(), hours, note: maybe(string()) })),
    }),
  }),
);

// no binding's partition is called so
const partitionKey = 'hours';
const newestRow = 'newest';
const versionPrefix = 'version|';
const mostVersions = 99_999_999;
// counted down, so that the newest come first
const versionKey = (n: number) => `${versionPrefix}${String(mostVersions - n).padStart(8, '0')}`;

export function createHoursStore(bindings: Table): HoursStore {
  const read = async (rowKey: string) => {
    const row = await bindings.read(partitionKey, rowKey);
    return row && readVersion(row);
  };
  return {
    newest: () => read(newestRow),
    version: (n) => read(versionKey(n)),

    async versions(most, before = mostVersions + 1) {
      const from = versionKey(before - 1);
      const rows = await bindings.list(partitionKey, { from, before: `${versionPrefix}~`, most });
      return rows.map(readVersion);
    },

    change(first, decision) {
      const write = randomUUID();
      let tried: HoursVersion | undefined;
      return untilKept('The opening hours', async () => {
        const row = await bindings.read(partitionKey, newestRow);
        if (tried && row && (await isOwn(bindings, tried, write))) return tried;
        const next = decision(row ? readVersion(row) : first);
        if ('refused' in next) return next;
        tried = next;
        await bindings.transact(writesOf(row, first, next, write));
        return next;
      });
    },
  };
}

/** Others may have written since: each version's own row remembers who made it. */
async function isOwn(bindings: Table, { n }: HoursVersion, write: string): Promise<boolean> {
  return (await bindings.read(partitionKey, versionKey(n)))?.['write'] === write;
}

function writesOf(
  before: Row | undefined,
  first: HoursVersion,
  next: HoursVersion,
  write: string,
): readonly Write[] {
  const newest = versionRow(newestRow, next, write);
  const kept: Write = { write: 'create', row: versionRow(versionKey(next.n), next, write) };
  if (before) return [{ write: 'update', row: newest, etag: before.etag }, kept];
  const begun: Write = { write: 'create', row: versionRow(versionKey(first.n), first, write) };
  return [{ write: 'create', row: newest }, begun, kept];
}

function versionRow(rowKey: string, version: HoursVersion, write: string): NewRow {
  const keys = { partitionKey, rowKey };
  return { ...keys, write, ...longText(placeOf(keys), JSON.stringify(version)) };
}

const readVersion = (row: Row): HoursVersion =>
  readAs<HoursVersion>(versionShape, placeOf(row), readJson(placeOf(row), readLongText(placeOf(row), row)));
