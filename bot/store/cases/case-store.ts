/** Keeps cases: each change is one transaction, decided again when somebody else was faster. */
import { randomUUID } from 'node:crypto';
import { IdTakenError } from '../../desk/casework/id-taken.ts';
import type { Clock, Counted, CountedCaseStore } from '../../desk/ports.ts';
import type { Case } from '../../domain/case/case.ts';
import { shardFor } from '../../domain/case/case-id.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import type { CaseId, Moment } from '../../domain/names.ts';
import { caseId } from '../../domain/names.ts';
import { untilKept } from '../tables/again.ts';
import { allShards, lastPart, partitionOf, partitionOfShard, range, rowKey } from '../tables/keys.ts';
import type { Seal } from '../tables/seal.ts';
import { inTurns } from '../tables/spread.ts';
import type { Row, Table } from '../tables/table.ts';
import { type KeptCase, placeOf, readEntry, readSaid, readTrail, type StoredEntry } from './case-row.ts';
import { changeWrites } from './case-writes.ts';
import { readContact } from './contact-row.ts';
import { finishPurge } from './purge.ts';
import { forgetSeen, readSeen, type Seen, seenWrite } from './seen.ts';

export type CaseStoreParts = {
  readonly cases: Table;
  readonly seal: Seal;
  readonly clock: Clock;
};

export function createCaseStore(parts: CaseStoreParts): CountedCaseStore {
  return { ...changing(parts), ...reading(parts) };
}

/** Everything under a case's id, or nothing. */
export async function findEntry(
  { cases, seal }: Pick<CaseStoreParts, 'cases' | 'seal'>,
  id: CaseId,
): Promise<StoredEntry | undefined> {
  const row = await cases.read(partitionOf(id), rowKey.case(id));
  return row && readEntry(seal, row);
}

/** An id carries its asker's shard, so that all of theirs is one range; another id would be lost to them. */
export function checkShard(id: CaseId, asker: Case['asker']): void {
  if (partitionOf(id) !== partitionOfShard(shardFor(asker.id)))
    throw new Error(`The id ${id} is not of its asker's shard: make it with shardFor(asker.id)`);
}

function changing(parts: CaseStoreParts): Pick<CountedCaseStore, 'open' | 'change' | 'forget'> {
  const { cases, clock } = parts;
  return {
    async open(counted) {
      const { case: opened } = counted;
      checkShard(opened.id, opened.asker);
      const write = randomUUID();
      return untilKept(`Case ${opened.id}`, async () => {
        const before = await findEntry(parts, opened.id);
        if (before && isOwnCase(before, opened.asker)) {
          return {
            kept: before.case,
            isNew: await isOwnWrite(parts, before, { write, version: opened.version }),
          };
        }
        if (before && !isOwnDraft(before, opened.asker)) throw new IdTakenError(opened.id);
        await cases.transact(changeWrites({ ...parts, now: clock.now(), write }, before, counted));
        return { kept: opened, isNew: true };
      });
    },

    change(id, decision, once) {
      const call: ChangeCall = { id, decision, once, write: randomUUID() };
      return untilKept(`Case ${id}`, () => changeOnce(parts, call));
    },

    forget: (id) => finishPurge(parts, id),
  };
}

const isOwnCase = (kept: StoredEntry, asker: Case['asker']): kept is KeptCase =>
  kept.kind === 'case' && kept.case.asker.id === asker.id;
const isOwnDraft = (kept: StoredEntry, asker: Case['asker']) =>
  kept.kind === 'draft' && kept.draft.asker.id === asker.id;

/** Whether this call wrote that version, although its answer said otherwise or never came. */
async function isOwnWrite(
  { cases }: CaseStoreParts,
  kept: KeptCase,
  call: { readonly write: string; readonly version: number },
): Promise<boolean> {
  if (kept.write === call.write) return true;
  // others may have written since: each version's own row remembers
  const made = await cases.read(partitionOf(kept.case.id), rowKey.trail(kept.case.id, call.version));
  return made?.['write'] === call.write;
}

/** One call of `change`, through all its tries. */
type ChangeCall = {
  readonly id: CaseId;
  readonly decision: (current: Case) => Counted | Refusal;
  readonly once: string | undefined;
  readonly write: string;
  /** The version that a former try wrote, perhaps in vain. */
  tried?: number;
  seen?: Seen | undefined;
};

async function changeOnce(parts: CaseStoreParts, call: ChangeCall): Promise<Case | Refusal> {
  const kept = await findEntry(parts, call.id);
  if (kept?.kind !== 'case') return { refused: 'no-such-case' };
  if (call.tried !== undefined && (await isDone(parts, call, kept, call.tried))) return kept.case;
  const next = call.decision(kept.case);
  if (isRefusal(next)) return refused(parts, call, kept, next);
  if (next.case === kept.case) return kept.case;
  call.tried = next.case.version;
  await parts.cases.transact(writesOf(parts, call, kept, next));
  return next.case;
}

function writesOf(
  parts: CaseStoreParts,
  { id, write, once, seen }: ChangeCall,
  kept: KeptCase,
  next: Counted,
) {
  const now = parts.clock.now();
  const writes = changeWrites({ ...parts, now, write }, kept, next);
  return once === undefined
    ? writes
    : [...writes, seenWrite({ partition: partitionOf(id), delivery: once, id, now }, seen)];
}

/** Whether a former try was kept after all, or this delivery counted before. */
async function isDone(
  parts: CaseStoreParts,
  call: ChangeCall,
  kept: KeptCase,
  version: number,
): Promise<boolean> {
  return (await isOwnWrite(parts, kept, { write: call.write, version })) || isSeen(parts, call);
}

async function isSeen({ cases, clock }: CaseStoreParts, call: ChangeCall): Promise<boolean> {
  if (call.once === undefined) return false;
  const row = await cases.read(partitionOf(call.id), rowKey.seen(call.once));
  call.seen = row && readSeen(row);
  return call.seen !== undefined && call.seen.expires > clock.now();
}

/** A second delivery is not told no for what its first one did. */
async function refused(
  parts: CaseStoreParts,
  call: ChangeCall,
  kept: KeptCase,
  no: Refusal,
): Promise<Case | Refusal> {
  return (await isSeen(parts, call)) ? kept.case : no;
}

function reading(parts: CaseStoreParts): Omit<CountedCaseStore, 'open' | 'change' | 'forget'> {
  const { cases, seal } = parts;
  const find = (id: CaseId) => findCase(parts, id);
  const found = async (rows: readonly Row[]) =>
    (await inTurns(rows, (row) => find(caseId(lastPart(row.rowKey))))).filter((one) => one !== undefined);

  return {
    find,
    async said(id) {
      const rows = await cases.list(partitionOf(id), { from: range.said(id) });
      return rows.map((row) => readSaid(seal, row));
    },
    async trail(id) {
      const rows = await cases.list(partitionOf(id), { from: range.trail(id) });
      return rows.map((row) => readTrail(seal, row));
    },
    async openCases(region) {
      const rows = await inAllShards(cases, range.open(region));
      return (await found(rows)).toSorted(oldestFirst);
    },
    async askedBy(asker) {
      const span = { from: range.asker(asker), columns: [] };
      const rows = await cases.list(partitionOfShard(shardFor(asker)), span);
      return (await found(rows)).toSorted(oldestFirst).reverse();
    },
    dueBy: (now, most) => dueBy(cases, now, most),
    async contacts(month) {
      const rows = await inTurns(allShards, (shard) => cases.list(shard, { from: range.contact(month) }));
      return rows.flat().map(readContact);
    },
    forgetSeen: (now) => forgetSeen(cases, now),
  };
}

async function findCase(parts: CaseStoreParts, id: CaseId): Promise<Case | undefined> {
  const kept = await findEntry(parts, id);
  return kept?.kind === 'case' ? kept.case : undefined;
}

async function inAllShards(cases: Table, from: string): Promise<readonly Row[]> {
  return (await inTurns(allShards, (shard) => cases.list(shard, { from, columns: [] }))).flat();
}

const oldestFirst = (one: Case, other: Case) => (one.receivedAt < other.receivedAt ? -1 : 1);

async function dueBy(cases: Table, now: Moment, most: number) {
  const span = { from: range.due, before: `${range.due}${now}}`, columns: ['kind'], most };
  const rows = (await inTurns(allShards, (shard) => cases.list(shard, span))).flat();
  return rows
    .toSorted((one, other) => (one.rowKey < other.rowKey ? -1 : 1))
    .slice(0, most)
    .map((row) => ({ id: caseId(lastPart(row.rowKey)), kind: kindOf(row) }));
}

function kindOf(row: Row): 'case' | 'draft' {
  const { kind } = row as { kind?: unknown };
  if (kind === 'case' || kind === 'draft') return kind;
  throw new Error(`Row ${placeOf(row)} falls due but is neither a case nor a draft`);
}
