/** Keeps question cards that are not sent yet, each in the row that its case will take. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DraftStore } from '../../desk/asking/ports.ts';
import { IdTakenError } from '../../desk/casework/id-taken.ts';
import type { Clock } from '../../desk/ports.ts';
import { shardFor } from '../../domain/case/case-id.ts';
import type { Draft } from '../../domain/case/draft.ts';
import { type CaseId, caseId } from '../../domain/names.ts';
import { untilKept } from '../tables/again.ts';
import { lastPart, partitionOf, partitionOfShard, range, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { inTurns } from '../tables/spread.ts';
import type { Table, Write } from '../tables/table.ts';
import { type CaseEntry, entryRow, type KeptDraft, relist } from './case-row.ts';
import { checkShard, findEntry } from './case-store.ts';
import { guarded } from './case-writes.ts';
import { readSeen, type Seen, seenWrite } from './seen.ts';

type DraftStoreParts = { readonly cases: Table; readonly seal: Seal; readonly clock: Clock };

export function createDraftStore(parts: DraftStoreParts): DraftStore {
  const find = async (id: CaseId) => (await findDraft(parts, id))?.draft;
  return {
    find,
    keep(draft, key) {
      checkShard(draft.id, draft.asker);
      const write = randomUUID();
      const call: NewDraft = { draft, key, write };
      return untilKept(`Draft ${draft.id}`, (tried) => keepOnce(parts, call, tried));
    },

    async change(id, decision) {
      const write = randomUUID();
      return untilKept(`Draft ${id}`, async () => {
        const kept = await findDraft(parts, id);
        if (!kept || kept.write === write) return kept?.draft;
        const draft = decision(kept.draft);
        if (draft !== kept.draft) await replace(parts, id, kept, { ...kept, draft }, write);
        return draft;
      });
    },

    discard(id, seen) {
      const write = randomUUID();
      return untilKept(`Draft ${id}`, async () => {
        const kept = await findEntry(parts, id);
        if (kept?.kind === 'gone') return kept.write === write;
        if (kept?.kind !== 'draft' || (seen && !isDeepStrictEqual(kept.draft, seen))) return false;
        await replace(parts, id, kept, { kind: 'gone' }, write);
        return true;
      });
    },

    async of(asker) {
      const span = { from: range.draft(asker), columns: [] };
      const rows = await parts.cases.list(partitionOfShard(shardFor(asker)), span);
      const drafts = await inTurns(rows, (row) => find(caseId(lastPart(row.rowKey))));
      return drafts
        .filter((draft) => draft !== undefined)
        .toSorted((one, other) => (one.at > other.at ? -1 : 1));
    },
  };
}

async function findDraft(parts: DraftStoreParts, id: CaseId): Promise<KeptDraft | undefined> {
  const kept = await findEntry(parts, id);
  return kept?.kind === 'draft' ? kept : undefined;
}

type NewDraft = { readonly draft: Draft; readonly key: string; readonly write: string };

async function keepOnce(parts: DraftStoreParts, call: NewDraft, tried: number) {
  const { draft, key, write } = call;
  // looked at only when the first try met something: mostly there is nothing to meet
  const met = tried > 0 ? await meet(parts, call) : {};
  if (met.kept) return met.kept;
  const partition = partitionOf(draft.id);
  const entry: CaseEntry = { kind: 'draft', draft, seen: rowKey.seen(key) };
  const delivery = { partition, delivery: key, id: draft.id, now: parts.clock.now() };
  await parts.cases.transact([
    guarded(entryRow(parts.seal, draft.id, entry, write), undefined),
    ...relist(partition, undefined, entry),
    seenWrite(delivery, met.expired),
  ]);
  return { draft, isNew: true };
}

type KeyLookup = {
  readonly kept?: { readonly draft: Draft; readonly isNew: boolean };
  readonly expired?: Seen;
};

/** What stood in the way: this call's own write, a first delivery of the same words, or an old one. */
async function meet(parts: DraftStoreParts, { draft, key }: NewDraft): Promise<KeyLookup> {
  const row = await parts.cases.read(partitionOf(draft.id), rowKey.seen(key));
  const seen = row && readSeen(row);
  if (seen && seen.expires > parts.clock.now()) {
    const first = await findDraft(parts, seen.id);
    // sent meanwhile: the card is the case's by now, and its id finds it
    if (!first) return { kept: { draft: { ...draft, id: seen.id }, isNew: false } };
    return { kept: { draft: first.draft, isNew: seen.id === draft.id } };
  }
  if (await findEntry(parts, draft.id)) throw new IdTakenError(draft.id);
  return seen ? { expired: seen } : {};
}

/** One transaction, guarded by the draft's etag. A discarded one may be typed again at once: its delivery is forgotten. */
async function replace(
  parts: DraftStoreParts,
  id: CaseId,
  kept: KeptDraft,
  next: CaseEntry,
  write: string,
): Promise<void> {
  const partitionKey = partitionOf(id);
  const forgotten = next.kind === 'gone' ? await forgetting(parts, kept) : [];
  await parts.cases.transact([
    guarded(entryRow(parts.seal, id, next, write), kept.etag),
    ...relist(partitionKey, kept, next),
    ...forgotten,
  ]);
}

async function forgetting({ cases }: DraftStoreParts, { draft, seen }: KeptDraft): Promise<Write[]> {
  const row = await cases.read(partitionOf(draft.id), seen);
  // once expired it may be gone, or be another draft's
  return row && readSeen(row).id === draft.id ? [{ write: 'delete', row }] : [];
}
