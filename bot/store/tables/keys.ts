/** Where every row stands: its partition, its row key, and the ranges that rows are read by. */
import { createHash } from 'node:crypto';
import { shardCount, shardOf } from '../../domain/case/case-id.ts';
import type { CaseId, Day, Moment, Month, PersonId, RegionId } from '../../domain/names.ts';

// forbidden by Azure Tables: / \ # ? and control signs; `|` parts our own keys, `%` some clients decode
// biome-ignore lint/suspicious/noControlCharactersInRegex: the signs that keys may not hold
const forbidden = /[/\\#?%|\u0000-\u001f\u007f-\u009f]/;

/** A name as a part of a key. @throws when Azure Tables would refuse it or it could be read as two parts. */
export function keyPart(text: string): string {
  if (text === '' || text.length > 200 || forbidden.test(text))
    throw new Error('A part of a key must have 1-200 signs and none of / \\ # ? % | or control signs');
  return text;
}

/** Any text as a part of a key, telling nothing of itself. */
export const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32);

export const partitionOfShard = (shard: number) => String(shard).padStart(2, '0');
export const partitionOf = (id: CaseId) => partitionOfShard(shardOf(id));
export const allShards = Array.from({ length: shardCount }, (_, shard) => partitionOfShard(shard));

const numbered = (n: number) => String(n).padStart(6, '0');

/** The rows of a shard in the table `cases`. */
export const rowKey = {
  case: (id: CaseId) => `case|${keyPart(id)}`,
  said: (id: CaseId, n: number) => `said|${id}|${numbered(n)}`,
  trail: (id: CaseId, version: number) => `trail|${id}|${numbered(version)}`,
  open: (region: RegionId, id: CaseId) => `open|${keyPart(region)}|${id}`,
  asker: (person: PersonId, id: CaseId) => `asker|${keyPart(person)}|${id}`,
  draft: (person: PersonId, id: CaseId) => `draft|${keyPart(person)}|${id}`,
  show: (id: CaseId) => `show|${keyPart(id)}`,
  due: (at: Moment, id: CaseId) => `due|${keyPart(at)}|${id}`,
  grant: (lastDay: Day, id: CaseId) => `grant|${keyPart(lastDay)}|${id}`,
  undelivered: (id: CaseId) => `undelivered|${keyPart(id)}`,
  seen: (delivery: string) => `seen|${digest(delivery)}`,
  stale: (month: Month) => `stale|${keyPart(month)}`,
  /** A day on which a contact came. `mark` must lead back to no contact. */
  day: (day: Day, mark: string) => `day|${keyPart(day)}|${keyPart(mark)}`,
  contact: (month: Month, id: string) => `contact|${keyPart(month)}|${keyPart(id)}`,
} as const;

/** What the row keys of a kind begin with. */
export const range = {
  /** Cases, drafts, and what is left of discarded ones. */
  entries: 'case|',
  allSaid: 'said|',
  allTrail: 'trail|',
  said: (id: CaseId) => `said|${keyPart(id)}|`,
  trail: (id: CaseId) => `trail|${keyPart(id)}|`,
  open: (region?: RegionId) => (region === undefined ? 'open|' : `open|${keyPart(region)}|`),
  asker: (person: PersonId) => `asker|${keyPart(person)}|`,
  draft: (person: PersonId) => `draft|${keyPart(person)}|`,
  show: 'show|',
  due: 'due|',
  grant: 'grant|',
  undelivered: 'undelivered|',
  seen: 'seen|',
  contact: (month: Month) => `contact|${keyPart(month)}|`,
  stale: 'stale|',
  askers: 'asker|',
  days: (month: Month) => `day|${keyPart(month)}-`,
} as const;

/** What of the table `cases` is sealed: cases and drafts, what was said in them and what was done. */
export const sealedRanges = [range.entries, range.allSaid, range.allTrail] as const;

/** The last part of a row key: the case's id in all that are listed. */
export const lastPart = (key: string) => key.slice(key.lastIndexOf('|') + 1);
