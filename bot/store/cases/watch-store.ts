/** Finds the cases that stand out now, by the rows that list them. */
import type { WatchStore } from '../../desk/now/ports.ts';
import type { Case } from '../../domain/case/case.ts';
import { caseId } from '../../domain/names.ts';
import { allShards, keyPart, lastPart, range } from '../tables/keys.ts';
import { inTurns } from '../tables/spread.ts';
import type { Span } from '../tables/table.ts';
import { type CaseStoreParts, findEntry } from './case-store.ts';

type WatchStoreParts = Pick<CaseStoreParts, 'cases' | 'seal'>;

export function createWatchStore(parts: WatchStoreParts): WatchStore {
  return {
    // `}` sorts after `|`: the end of all that begins with `grant|`
    grantedUntil: (day) => listed(parts, { from: `${range.grant}${keyPart(day)}`, before: 'grant}' }),
    undelivered: () => listed(parts, { from: range.undelivered }),
  };
}

async function listed(parts: WatchStoreParts, span: Span): Promise<readonly Case[]> {
  const rows = await inTurns(allShards, (shard) => parts.cases.list(shard, { ...span, columns: [] }));
  const kept = await inTurns(rows.flat(), (row) => findEntry(parts, caseId(lastPart(row.rowKey))));
  return kept.flatMap((one) => (one?.kind === 'case' ? [one.case] : []));
}
