/** Keeps what is known of employees: roles, language, and where they are reached in Teams. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PeopleStore, PersonRecord } from '../desk/ports.ts';
import type { PersonId, RegionId } from '../domain/names.ts';
import { untilKept } from './again.ts';
import { placeOf } from './case-row.ts';
import { readJson } from './contact-row.ts';
import { keyPart } from './keys.ts';
import { exactly, name, readAs } from './shape.ts';
import type { NewRow, Row, Table } from './table.ts';

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
    left: maybe(boolean()),
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
        if (row) await people.update(personRow(next, write), row.etag);
        else await people.create(personRow(next, write));
        return next;
      });
    },

    async remove(id) {
      await people.remove({ partitionKey, rowKey: keyPart(id) });
    },

    async all() {
      return (await people.list(partitionKey, { from: '-', before: '~' })).map(readPerson);
    },
  };
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
