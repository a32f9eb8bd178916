/** A case's id: short enough to say on the phone, checked by its last character, silent about region and client. */
import { type CaseId, caseId, type PersonId } from '../names.ts';

// 31 signs, none easily mistaken for another; a prime number, so that the check finds every single
// wrong character and every swapped pair
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The number of partitions cases are spread over; written into every id, so it can never change. */
export const shardCount = 16;

function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, place) => total + (place + 2) * signs.indexOf(sign), 0);
  return signs.charAt(sum % signs.length);
}

/** A case id of that shard (0–15), from five numbers that the host's chance gave (0–30). */
export function makeCaseId(shard: number, chance: readonly number[]): CaseId {
  const body = [shard, ...chance.slice(0, 5)].map((number) => signs.charAt(number % signs.length)).join('');
  return caseId(body + checkSign(body));
}

/** The shard (0–15) of everything that a person asks, so that one transaction can hold it: FNV-1a of their id. */
export function shardFor(asker: PersonId): number {
  let hash = 0x811c9dc5;
  for (const sign of asker) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  // the low bits alone mix poorly
  return ((hash >>> 16) ^ hash) & (shardCount - 1);
}

export function shardOf(id: CaseId): number {
  return signs.indexOf(id.charAt(0));
}

/** As people read and say it: `7KQ-4MXC`. */
export function spokenCaseId(id: CaseId): string {
  return `${id.slice(0, 3)}-${id.slice(3)}`;
}

/** Reads what a person typed (`7kq 4mxc`, `#7KQ-4MXC`); undefined when it is no case id. */
export function readCaseId(text: string): CaseId | undefined {
  const compact = text.toUpperCase().replace(/[\s#-]/g, '');
  const [body, check] = [compact.slice(0, 6), compact.slice(6)];
  const isWhole = compact.length === 7 && [...compact].every((sign) => signs.includes(sign));
  return isWhole && signs.indexOf(compact.charAt(0)) < shardCount && checkSign(body) === check
    ? caseId(compact)
    : undefined;
}
