/** Keeps what is known of employees: roles, language, and where they are reached in Teams. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PeopleStore, PersonRecord } from '../../desk/staff/ports.ts';
import type { Day, PersonId, PlaceId, RegionId, TopicId } from '../../domain/names.ts';
import { worksOnTheLine } from '../../domain/roles.ts';
import { placeOf } from '../cases/case-row.ts';
import { readJson } from '../cases/contact-row.ts';
import { untilKept } from '../tables/again.ts';
import { keyPart } from '../tables/keys.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import type { NewRow, Row, Table } from '../tables/table.ts';

const { object, array, string, boolean, exactOptional: maybe } = z;

const personShape = exactly<PersonRecord>()(
  object({
    id: name<PersonId>(),
    name: string(),
    advisorIn: array(name<RegionId>()),
    supervisor: boolean(),
    updater: maybe(boolean()),
    language: maybe(z.enum(['fi', 'sv', 'en'])),
    teamsId: maybe(string()),
    chat: maybe(object({ conversation: string(), serviceUrl: string() })),
    lastMessage: maybe(string()),
    lastRecorded: maybe(
      object({
        channel: z.enum(['phone', 'email', 'walk-in']),
        topic: name<TopicId>(),
        place: maybe(name<PlaceId>()),
        region: maybe(name<RegionId>()),
        role: maybe(string()),
        unit: maybe(string()),
      }),
    ),
    left: maybe(boolean()),
    lastDayAway: maybe(name<Day>()),
  }),
);

const partitionKey = 'people';

export function createPeopleStore(people: Table): PeopleStore {
  return {
    async find(id) {
      const row = await people.read(partitionKey, keyPart(id));
      return row && readPerson(row);
    },

    change(id, decision) {
      const write = randomUUID();
      return untilKept(`Person ${id}`, async () => {
        const row = await people.read(partitionKey, keyPart(id));
        const current = row && readPerson(row);
        if (current && row['write'] === write) return current;
        const next = decision(current);
        if (next === current) return next;
        await keep(people, row, current, next, write);
        return next;
      });
    },

    async remove(id) {
      await people.remove({ partitionKey, rowKey: lineKey(id) });
      await people.remove({ partitionKey, rowKey: keyPart(id) });
    },

    async onTheLine() {
      return (await people.list(partitionKey, { from: linePrefix })).map(readPerson);
    },

    async all() {
      return (await people.list(partitionKey, { from: '-', before: '~' })).map(readPerson);
    },
  };
}

/** Rows of those on the line stand together, apart from everybody who ever asked: before the `-` of the others. */
const linePrefix = '!line|';
const lineKey = (id: PersonId) => linePrefix + keyPart(id);

/** A person's row, and beside it in the same transaction their place among those on the line. */
async function keep(
  people: Table,
  row: Row | undefined,
  current: PersonRecord | undefined,
  next: PersonRecord,
  write: string,
) {
  const person = personRow(next, write);
  const [was, is] = [current ? worksOnTheLine(current) : false, worksOnTheLine(next)];
  if (!was && !is) return row ? void (await people.update(person, row.etag)) : people.create(person);
  const onTheLine = { ...person, rowKey: lineKey(next.id) };
  await people.transact([
    row ? { write: 'update', row: person, etag: row.etag } : { write: 'create', row: person },
    is ? { write: 'put', row: onTheLine } : { write: 'delete', row: onTheLine },
  ]);
}

/** Name and roles are clear columns as well, for those who look into the table. */
const personRow = (one: PersonRecord, write: string): NewRow => ({
  partitionKey,
  rowKey: keyPart(one.id),
  write,
  name: one.name,
  advisorIn: one.advisorIn.join(' '),
  supervisor: one.supervisor,
  person: JSON.stringify(one),
});

const readPerson = (row: Row) =>
  readAs<PersonRecord>(personShape, placeOf(row), readJson(placeOf(row), row['person']));
