/** Everything that one change of a case writes, in one transaction. */

import type { Counted } from '../../desk/ports.ts';
import { addMinutes, dayOf, monthOf } from '../../domain/calendar.ts';
import type { CardPlace, Case } from '../../domain/case/case.ts';
import type { Moment, Month } from '../../domain/names.ts';
import { digest, partitionOf, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import type { NewRow, Write } from '../tables/table.ts';
import { type CaseEntry, entryRow, relist, type StoredEntry, saidRow, trailRow } from './case-row.ts';

export type WriteContext = {
  readonly seal: Seal;
  readonly now: Moment;
  /** The id of the call. */
  readonly write: string;
};

type Before = (CaseEntry & Pick<StoredEntry, 'etag'>) | undefined;

/** The writes that bring a case from `before` (nothing, its draft, or itself) to `next`. */
export function changeWrites(writing: WriteContext, before: Before, counted: Counted): readonly Write[] {
  const { case: next } = counted;
  const former = before?.kind === 'case' ? before.case : undefined;
  const remains = before?.kind === 'case' && before.remains;
  // said and trail go after this transaction, in as many more as they need; so does what is done in a purged case later
  const leavesRows = next.purgedAt !== undefined && former?.version !== next.version;
  const entry: CaseEntry = { kind: 'case', case: next, remains: remains || leavesRows };
  return [
    guarded(entryRow(writing.seal, next.id, entry, writing.write), before?.etag),
    ...relist(partitionOf(next.id), before, entry),
    ...newlySaid(writing, former, next),
    ...newlyDone(writing, former, next),
    ...factWrites(writing, former, counted),
    ...(isToBeShown(former, next) ? [toBeShown(next)] : []),
  ];
}

/** A new version, or a card of an old one that is wanted again. */
export const isToBeShown = (former: Case | undefined, { version, views }: Case) =>
  former?.version !== version ||
  isWantedAgain(former.views.asker, views.asker) ||
  isWantedAgain(former.views.channel, views.channel);

const isWantedAgain = (former: CardPlace | undefined, next: CardPlace | undefined) =>
  next !== undefined && next.wanted !== former?.wanted;

/** First in its transaction: the one write that fails when somebody else was faster. */
export const guarded = (row: NewRow, etag: string | undefined): Write =>
  etag === undefined ? { write: 'create', row } : { write: 'update', row, etag };

function newlySaid({ seal }: WriteContext, former: Case | undefined, { id, said, saidCount }: Case): Write[] {
  const already = former?.saidCount ?? 0;
  const fresh = said.filter(({ n }) => n >= already);
  if (fresh.length < saidCount - already)
    throw new Error(`Case ${id} says more at once than it carries along: some of it would be lost`);
  return fresh.map((one) => ({ write: 'put', row: saidRow(seal, id, one) }));
}

function newlyDone({ seal, write }: WriteContext, former: Case | undefined, { id, trail }: Case): Write[] {
  return trail
    .filter(({ version }) => version > (former?.version ?? 0))
    .map((one) => ({ write: 'put', row: trailRow(seal, id, one, write) }));
}

/** The counted fact follows the case until the purge cuts the link. */
function factWrites({ now }: WriteContext, former: Case | undefined, { case: next, fact }: Counted): Write[] {
  if (next.contactId === undefined || !fact) return [];
  const partitionKey = partitionOf(next.id);
  const key = rowKey.contact(fact.month, next.contactId);
  const row = { partitionKey, rowKey: key, contact: JSON.stringify(fact) };
  return [
    { write: 'put', row },
    ...stale(partitionKey, fact.month, now),
    ...(former?.region === next.region ? [] : [dayMark(next)]),
  ];
}

/**
 * The day is marked under the case, whose day the audit tells anyway, and never under the contact, so that the
 * anonymous fact can't be given its day.
 */
export const dayMark = ({ id, receivedAt, region }: Case): Write => ({
  write: 'put',
  row: { partitionKey: partitionOf(id), rowKey: rowKey.day(dayOf(receivedAt), digest(id)), region },
});

/** A finished month must be counted again. The last hour counts as finished: this write may land after midnight. */
export function stale(partitionKey: string, month: Month, now: Moment): Write[] {
  if (month === monthOf(now) && month === monthOf(addMinutes(now, 60))) return [];
  return [{ write: 'put', row: { partitionKey, rowKey: rowKey.stale(month) } }];
}

/**
 * Merged, so that the lease of somebody who is showing an older version stands, and what they are sending;
 * they are told when they are done (`again`). A back-off ends: there is something new to show.
 */
const toBeShown = ({ id, version }: Case): Write => ({
  write: 'merge',
  row: { partitionKey: partitionOf(id), rowKey: rowKey.show(id), version, notBefore: '' },
});
