/** Keeps the shared instructions: each change is one transaction of the page, its version and its news. */
import { randomUUID } from 'node:crypto';
import type { LibraryStore, Nudge } from '../../desk/library/ports.ts';
import type { Person } from '../../domain/case/case.ts';
import type { Instruction, Reader } from '../../domain/instructions/instructions.ts';
import type { PersonId } from '../../domain/names.ts';
import { untilKept } from '../tables/again.ts';
import { hasStatus } from '../tables/failures.ts';
import { keyPart } from '../tables/keys.ts';
import type { Row, Table, Write } from '../tables/table.ts';
import {
  libraryKey,
  nudgeRow,
  pageRow,
  pages,
  readerRow,
  readers,
  readNudge,
  readPage,
  readReader,
  readVersion,
  versionRow,
} from './library-row.ts';

export function createLibraryStore(library: Table): LibraryStore {
  return { ...reading(library), ...changing(library), ...receipts(library), ...news(library) };
}

function reading(library: Table): Pick<LibraryStore, 'all' | 'find' | 'versions' | 'version'> {
  return {
    async all() {
      return (await library.list(pages, { from: 'page|' })).map(readPage);
    },
    async find(id) {
      const row = await library.read(pages, libraryKey.page(id));
      return row && readPage(row);
    },
    async versions(id) {
      const rows = await library.list(pages, { from: `version|${keyPart(id)}|` });
      return rows.map(readVersion).reverse();
    },
    async version(id, n) {
      const row = await library.read(pages, libraryKey.version(id, n));
      return row && readVersion(row);
    },
  };
}

type InstructionMethods = Pick<LibraryStore, 'begin' | 'change' | 'once'>;
type VersionChange = {
  readonly write: string;
  readonly before: Row | undefined;
  readonly former: Instruction | undefined;
  readonly next: Instruction;
  readonly nudge: Nudge | undefined;
};

function changing(library: Table): InstructionMethods {
  return {
    begin(begun) {
      const write = randomUUID();
      return untilKept(`Instruction ${begun.id}`, async () => {
        const before = await library.read(pages, libraryKey.page(begun.id));
        if (before) return { kept: readPage(before), isNew: await isOwn(library, begun, write) };
        const change = { write, before, former: undefined, next: begun, nudge: undefined };
        await library.transact(writesOf(change));
        return { kept: begun, isNew: true };
      });
    },

    change(id, decision, newsOf) {
      const write = randomUUID();
      let tried: Instruction | undefined;
      return untilKept(`Instruction ${id}`, async () => {
        const before = await library.read(pages, libraryKey.page(id));
        if (!before) return { refused: 'no-such-instruction' };
        const former = readPage(before);
        if (before['write'] === write || (tried && (await isOwn(library, tried, write)))) return former;
        const next = decision(former);
        if ('refused' in next || next === former) return next;
        tried = next.newest.n > former.newest.n ? next : undefined;
        await library.transact(writesOf({ write, before, former, next, nudge: newsOf?.(next) }));
        return next;
      });
    },

    async once(what, plant) {
      const rowKey = libraryKey.once(what);
      if (await library.read(pages, rowKey)) return;
      await plant();
      await library.put({ partitionKey: pages, rowKey });
    },
  };
}

/** Others may have written since: each version's own row remembers who made it. */
async function isOwn(library: Table, { id, newest }: Instruction, write: string): Promise<boolean> {
  const made = await library.read(pages, libraryKey.version(id, newest.n));
  return made?.['write'] === write;
}

function writesOf({ write, before, former, next, nudge }: VersionChange): readonly Write[] {
  const row = pageRow(next, write);
  const isNewVersion = next.newest.n !== former?.newest.n;
  return [
    before ? { write: 'update', row, etag: before.etag } : { write: 'create', row },
    ...(isNewVersion ? [{ write: 'create', row: versionRow(next.id, next.newest, write) } as const] : []),
    ...(nudge ? [{ write: 'put', row: nudgeRow({ ...nudge, next: 0 }, write) } as const] : []),
  ];
}

function receipts(library: Table): Pick<LibraryStore, 'reader' | 'readers' | 'changeReader'> {
  const find = (id: PersonId) => library.read(readers, keyPart(id));
  return {
    async reader(id) {
      const row = await find(id);
      return row && readReader(row);
    },
    async readers() {
      return (await library.list(readers, { from: '-', before: '~' })).map(readReader);
    },
    changeReader({ id, name }: Person, decision) {
      const write = randomUUID();
      return untilKept(`What ${id} has read`, async () => {
        const row = await find(id);
        const current: Reader = row ? readReader(row) : { id, name, receipts: {} };
        if (row?.['write'] === write) return current;
        const next = decision(current);
        if (next === current) return next;
        if (row) await library.update(readerRow(next, write), row.etag);
        else await library.create(readerRow(next, write));
        return next;
      });
    },
  };
}

type News = Pick<LibraryStore, 'addNudge' | 'dueNudges' | 'takeTarget' | 'forgetNudges'>;

function news(library: Table): News {
  const all = async () =>
    (await library.list(pages, { from: 'nudge|' })).map((row) => ({ row, nudge: readNudge(row) }));
  return {
    addNudge(nudge) {
      const write = randomUUID();
      return untilKept('News of an instruction', async () => {
        try {
          await library.create(nudgeRow({ ...nudge, next: 0 }, write));
          return true;
        } catch (error) {
          // 409: recorded already, perhaps by a try of ours whose answer was lost
          if (!hasStatus(error, 409)) throw error;
          return (await library.read(pages, libraryKey.nudge(nudge.id)))?.['write'] === write;
        }
      });
    },

    async dueNudges() {
      const due = (await all()).filter(({ nudge }) => nudge.next < nudge.to.length);
      return due.map(({ nudge: { next: _, ...nudge } }) => nudge);
    },

    takeTarget({ id }) {
      const write = randomUUID();
      return untilKept('News of an instruction', async () => {
        const row = await library.read(pages, libraryKey.nudge(id));
        if (!row) return undefined;
        const nudge = readNudge(row);
        if (row['write'] === write) return nudge.to[nudge.next - 1];
        const target = nudge.to[nudge.next];
        if (!target) return undefined;
        await library.update(nudgeRow({ ...nudge, next: nudge.next + 1 }, write), row.etag);
        return target;
      });
    },

    async forgetNudges(before) {
      const old = (await all()).filter(({ nudge }) => nudge.at < before);
      for (const { row } of old) await library.remove(row);
      return old.length;
    },
  };
}
