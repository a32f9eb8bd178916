/** Keeps clients' identities sealed, each case's in a partition of its own, until they are purged. */
import { z } from 'zod';
import type { DetailStore } from '../../desk/casework/ports.ts';
import type { ClientIdentity, Details } from '../../domain/case/details.ts';
import { type CaseId, caseId, type Moment } from '../../domain/names.ts';
import { doesNotOpen } from '../tables/failures.ts';
import { digest, keyPart } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { exactly, name, readAs } from '../tables/shape.ts';
import { inTurns } from '../tables/spread.ts';
import type { Row, Table } from '../tables/table.ts';
import { placeOf } from './case-row.ts';
import { person } from './case-shape.ts';
import { deleteAll } from './purge.ts';

const { object, array, string, exactOptional: maybe } = z;

const client = exactly<ClientIdentity>()(
  object({
    name: maybe(string()),
    henkilotunnus: maybe(string()),
    address: maybe(string()),
    phone: maybe(string()),
  }),
);

type KeptDetails = Details & { readonly at: Moment };
const at = name<Moment>();
const detailsShape = exactly<KeptDetails>()(
  z.discriminatedUnion('kind', [
    object({
      at,
      kind: z.literal('contact'),
      callback: maybe(string()),
      phones: array(string()),
      emails: array(string()),
    }),
    object({
      at,
      kind: z.literal('concern'),
      client,
      report: object({
        whyNoConsent: maybe(string()),
        observed: string(),
        since: string(),
        presentHelp: string(),
        reporterPhone: maybe(string()),
      }),
      reporter: person,
    }),
    object({ at, kind: z.literal('client'), client }),
  ]),
);

/**
 * A list of what was kept lately, by time. It serves the sweep of orphans only: a row goes when a case is known to
 * own it, whose purge takes the details too, so the list stays short however many cases there are.
 */
const lately = 'kept';
const entryPrefix = 'entry|';

export type DetailParts = {
  readonly clients: Table;
  readonly seal: Seal;
  /** Whether a case of that id was opened and is not purged. @throws UnknownKeyError, UnreadableRowError */
  readonly isOwned: (id: CaseId) => Promise<boolean>;
};

export function createDetailStore(parts: DetailParts): DetailStore {
  const { clients, seal } = parts;
  return {
    async keep(id, entry, details, at) {
      // listed first: what is kept can always be found by the sweep
      const listed = `${keyPart(at)}|${keyPart(id)}|${digest(entry)}`;
      await clients.put({ partitionKey: lately, rowKey: listed, id });
      const keys = { partitionKey: keyPart(id), rowKey: entryPrefix + digest(entry) };
      await clients.put({ ...keys, ...seal.close(placeOf(keys), { ...details, at }) });
    },

    async of(id) {
      const rows = await clients.list(keyPart(id), { from: entryPrefix });
      return rows
        .map((row) => readAs<KeptDetails>(detailsShape, placeOf(row), seal.open(placeOf(row), row)))
        .toSorted((one, other) => (one.at < other.at ? -1 : 1));
    },

    async purge(id) {
      await deleteAll(clients, keyPart(id), entryPrefix);
      const listed = await clients.list(lately, { from: '0', before: ':', columns: ['id'] });
      await unlist(
        clients,
        listed.filter((row) => readListed(row) === id),
      );
    },

    keptBefore: (before, most) => orphansBefore(parts, before, most),
  };
}

const listedShape = object({ id: name<CaseId>() });
const readListed = (row: Row) => readAs<{ id: CaseId }>(listedShape, placeOf(row), row).id;

const unlist = (clients: Table, rows: readonly Row[]) => inTurns(rows, (row) => clients.remove(row));

/** Those that no case owns, as far as can be told; the others leave the list. */
async function orphansBefore(parts: DetailParts, before: Moment, most: number): Promise<readonly CaseId[]> {
  const { clients } = parts;
  const orphans = new Set<CaseId>();
  // moments begin with a digit, and `:` comes after the digits
  const rows = await clients.list(lately, { from: '0', before: keyPart(before), columns: ['id'] });
  for (const row of rows) {
    const id = caseId(readListed(row));
    if (orphans.has(id)) continue;
    if (await isKnownOwned(parts, id)) await unlist(clients, [row]);
    else orphans.add(id);
    if (orphans.size >= most) break;
  }
  return [...orphans];
}

/** An owner that can't be read must not hide the orphans behind it: the caller meets it too, and tells of it. */
async function isKnownOwned({ isOwned }: DetailParts, id: CaseId): Promise<boolean> {
  try {
    return await isOwned(id);
  } catch (error) {
    if (doesNotOpen(error)) return false;
    throw error;
  }
}
