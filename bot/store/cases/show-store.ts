/** Tells which cases lag behind in Teams, and lets one process at a time show each. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Lease, Shown, ShowStore } from '../../desk/upkeep/ports.ts';
import type { Case, Ring } from '../../domain/case/case.ts';
import { type CaseId, caseId, type Moment } from '../../domain/names.ts';
import { untilKept } from '../tables/again.ts';
import { isInDoubt, LeaseLostError } from '../tables/failures.ts';
import { allShards, lastPart, partitionOf, range, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { readAs } from '../tables/shape.ts';
import { inTurns } from '../tables/spread.ts';
import type { Row, Table } from '../tables/table.ts';
import { entryRow, type KeptCase, placeOf, relist } from './case-row.ts';
import { findEntry } from './case-store.ts';
import { isToBeShown } from './case-writes.ts';
import { mergeShown } from './merge-shown.ts';

type ShowStoreParts = { readonly cases: Table; readonly seal: Seal };

/** Empty texts stand for nothing: a merge can't take a column away. */
type Mark = {
  readonly version: number;
  readonly notBefore: string;
  readonly lease: string;
  readonly until: string;
  /** Ring numbers that were about to be sent under the lease. */
  readonly sending: readonly number[];
  /** The last merge made under a lease: tells one whose answer was lost. */
  readonly merged: string;
  readonly etag: string;
};

const text = z.string().default('');
const shape = z.object({
  version: z.int().default(0),
  notBefore: text,
  lease: text,
  until: text,
  sending: text,
  merged: text,
  etag: z.string().default(''),
});

function readMark(row: Row): Mark {
  const known: z.input<typeof shape> = readAs(shape, placeOf(row), row);
  const { sending, ...rest } = shape.parse(known);
  return { ...rest, sending: sending === '' ? [] : sending.split(',').map(Number) };
}

const isFree = (mark: Mark, now: Moment) => mark.lease === '' || mark.until <= now;

export function createShowStore(parts: ShowStoreParts): ShowStore {
  return {
    async lagging(now, most) {
      const columns = ['notBefore', 'lease', 'until'];
      const span = { from: range.show, columns };
      const rows = (await inTurns(allShards, (shard) => parts.cases.list(shard, span))).flat();
      const ready = rows.filter((row) => {
        const mark = readMark(row);
        return isFree(mark, now) && mark.notBefore <= now;
      });
      return ready.slice(0, most).map((row) => caseId(lastPart(row.rowKey)));
    },

    async lease(id, now, until) {
      const lease = randomUUID();
      const held = await untilKept(`The lease of case ${id}`, () => take(parts, { id, lease, now, until }));
      return held && leaseOf(parts, held);
    },
  };
}

type LeaseRequest = {
  readonly id: CaseId;
  readonly lease: string;
  readonly now: Moment;
  readonly until: Moment;
};

/** What its holder knows; grows with each write under the lease. */
type HeldLease = {
  readonly id: CaseId;
  readonly lease: string;
  kept: KeptCase;
  /** The case as it was handed out to be shown. */
  base: Case;
  mark: Mark;
};

const keysOf = (id: CaseId) => ({ partitionKey: partitionOf(id), rowKey: rowKey.show(id) });

async function take(
  parts: ShowStoreParts,
  { id, lease, now, until }: LeaseRequest,
): Promise<HeldLease | undefined> {
  const row = await parts.cases.read(partitionOf(id), rowKey.show(id));
  const mark = row && readMark(row);
  if (!mark || (mark.lease !== lease && !isFree(mark, now))) return undefined;
  // read after its mark, whose etag then guards both: had the case changed since, its mark would have changed with it
  const kept = await findEntry(parts, id);
  if (kept?.kind !== 'case') return undefined;
  const etag = await parts.cases.update({ ...keysOf(id), lease, until }, mark.etag, 'Merge');
  return { id, lease, kept, base: unsureOf(kept.case, mark.sending), mark: { ...mark, etag } };
}

/** The process that was sending these is gone: they may have rung, so they never ring again by themselves. */
function unsureOf(one: Case, sending: readonly number[]): Case {
  const isUnsure = ({ n, state }: Ring) => sending.includes(n) && (state === 'due' || state === 'sending');
  if (!one.rings.some(isUnsure)) return one;
  return { ...one, rings: one.rings.map((ring) => (isUnsure(ring) ? { ...ring, state: 'unsure' } : ring)) };
}

function leaseOf(parts: ShowStoreParts, held: HeldLease): Lease {
  const inTurn = oneAtATime();
  return {
    shown: held.base,
    renew: (until) => inTurn(() => note(parts, held, () => ({ until }))),
    sending: (rings) =>
      inTurn(() =>
        note(parts, held, ({ sending }) => ({ sending: [...new Set([...sending, ...rings])].join(',') })),
      ),
    done: (shown) =>
      inTurn(async () => {
        if (await merge(parts, held, shown)) return { again: held.base };
        await unmark(parts, held);
        return undefined;
      }),
    later: (shown, at) => inTurn(async () => void (await merge(parts, held, shown, at))),
    giveBack: (shown, now) =>
      inTurn(async () => {
        try {
          await merge(parts, held, shown, now);
        } catch (error) {
          if (!(error instanceof LeaseLostError)) throw error;
        }
      }),
  };
}

/** What is written under one lease rests on what was written before it. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(write: () => Promise<Value>): Promise<Value> => {
    const next = last.then(write, write);
    last = next;
    return next;
  };
}

/** Takes the mark away, unless something is to be shown since or another holds it: those changed its etag. */
async function unmark({ cases }: ShowStoreParts, { id, mark, base, kept }: HeldLease): Promise<void> {
  // read again after a lost answer, the mark may be a newer one
  if (mark.lease !== '' || isToBeShown(base, kept.case)) return;
  try {
    await cases.remove(keysOf(id), mark.etag);
  } catch (error) {
    // all is kept already: a mark that stays costs upkeep one more look
    if (!isInDoubt(error)) throw error;
  }
}

/** Reads all again. @throws LeaseLostError when the lease is no longer ours, unless `merged` gave it up itself. */
async function reread(parts: ShowStoreParts, held: HeldLease, merged?: string): Promise<void> {
  const row = await parts.cases.read(partitionOf(held.id), rowKey.show(held.id));
  const mark = row && readMark(row);
  const kept = await findEntry(parts, held.id);
  const isKnown = mark?.lease === held.lease || (merged !== undefined && mark?.merged === merged);
  if (!mark || !isKnown || kept?.kind !== 'case') throw new LeaseLostError(held.id);
  held.mark = mark;
  held.kept = kept;
}

/** Writes something into the mark, under the lease. */
function note(
  parts: ShowStoreParts,
  held: HeldLease,
  columns: (mark: Mark) => { readonly until: string } | { readonly sending: string },
): Promise<void> {
  return untilKept(`The mark of case ${held.id}`, async (tried) => {
    if (tried > 0) await reread(parts, held);
    const row = { ...keysOf(held.id), ...columns(held.mark) };
    const etag = await parts.cases.update(row, held.mark.etag, 'Merge');
    held.mark = readMark({ ...held.mark, sending: held.mark.sending.join(','), ...row, etag });
  });
}

/**
 * Merges what was shown into the case as it is now, and gives up the lease; but when the case changed meanwhile and
 * nothing is put off (`at`), keeps it: `base` is the newer case then. @returns whether the case changed meanwhile.
 */
function merge(parts: ShowStoreParts, held: HeldLease, shown: Shown, at?: Moment): Promise<boolean> {
  const merged = randomUUID();
  return untilKept(`What was shown of case ${held.id}`, async (tried) => {
    if (tried > 0) await reread(parts, held, merged);
    const moved = isToBeShown(held.base, held.kept.case);
    if (held.mark.merged === merged) return isOurs(held) && settle(held, held.kept.case, moved);
    const next = mergeShown(held, shown);
    const { id, kept, mark } = held;
    const given = moved && !at ? {} : { lease: '', until: '', notBefore: (!moved && at) || '' };
    const [caseEtag, markEtag] = await parts.cases.transact([
      {
        write: 'update',
        row: entryRow(parts.seal, id, { ...kept, case: next }, kept.write),
        etag: kept.etag,
      },
      { write: 'updateMerge', row: { ...keysOf(id), sending: '', merged, ...given }, etag: mark.etag },
      // what could not be delivered is known only now
      ...relist(partitionOf(id), kept, { ...kept, case: next }),
    ]);
    held.kept = { ...kept, etag: caseEtag ?? kept.etag };
    held.mark = { ...mark, ...given, sending: [], merged, etag: markEtag ?? mark.etag };
    return settle(held, next, moved);
  });
}

/** A lease that was given up unheard is not held on to: what came since is shown by the process that marked it. */
const isOurs = ({ mark, lease }: HeldLease) => mark.lease === lease;

function settle(held: HeldLease, next: Case, moved: boolean): boolean {
  held.kept = { ...held.kept, case: next };
  held.base = next;
  return moved;
}
