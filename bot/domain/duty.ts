/** Who is on duty: which advisors of a region a question rings, and until when one of them is away. */
import { addDays, isDay } from './calendar.ts';
import type { Person } from './case/case.ts';
import type { CaseId, Day, RegionId } from './names.ts';
import type { Roles } from './roles.ts';

/** They are away until and with `lastDayAway`, and back on the day after. */
export type Leave = { readonly lastDayAway?: Day };

/** What duty asks of a person. `left`: gone from the team, the roles still there. */
export type DutyPerson = Pick<Person, 'id'> & Pick<Roles, 'advisorIn'> & Leave & { readonly left?: boolean };

/** The last day of an absence that lasts today; undefined for those who are here. A day that has passed means nothing. */
export const lastDayAwayOn = ({ lastDayAway: last }: Leave, today: Day): Day | undefined =>
  last !== undefined && last >= today ? last : undefined;

/** The region's advisors who are not away; all of them when everybody is, so that no question rings nobody. */
export function onDuty<One extends DutyPerson>(
  people: readonly One[],
  region: RegionId,
  today: Day,
): readonly One[] {
  const advisors = people.filter(({ advisorIn, left }) => advisorIn.includes(region) && !left);
  const here = advisors.filter((one) => lastDayAwayOn(one, today) === undefined);
  return here.length > 0 ? here : advisors;
}

/** More mentions than that are noise (seed 001-50 has 1–3 advisors in a region). */
export const mostRung = 3;

/**
 * Whom of those on duty one case rings. Of more than `mostRung` they take turns: the case's own number says who begins,
 * so that each is rung as often as the others, and a case rings the same ones no matter who asks and how often.
 */
export function rungFor<One extends Pick<Person, 'id'>>(id: CaseId, duty: readonly One[]): readonly One[] {
  if (duty.length <= mostRung) return duty;
  const inOrder = duty.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const first = numberOf(id, duty.length);
  return [...inOrder.slice(first), ...inOrder.slice(0, first)].slice(0, mostRung);
}

/** The case's number from 0 up to `below`: all of its signs count. */
const numberOf = (id: CaseId, below: number): number =>
  [...id].reduce((number, sign) => (number * 31 + sign.charCodeAt(0)) % below, 0);

export type LeaveRefusal =
  | { readonly refused: 'not-a-day' }
  | { readonly refused: 'day-has-passed' }
  /** Anyone who is away for longer has a role to give up. `last`: the last day that can be given. */
  | { readonly refused: 'day-too-far'; readonly last: Day };

const mostDaysAway = 731;

/** Why `last` can't be somebody's last day away. */
export function refuseLeave(last: string, today: Day): LeaveRefusal | undefined {
  const furthest = addDays(today, mostDaysAway);
  if (!isDay(last)) return { refused: 'not-a-day' };
  if (last < today) return { refused: 'day-has-passed' };
  return last > furthest ? { refused: 'day-too-far', last: furthest } : undefined;
}
