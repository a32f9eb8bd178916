/** How a case stands at a moment: how its promise holds, what of it runs on, and what did not arrive. */
import { openMinutesBetween } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Day, Moment } from '../names.ts';
import { topicOf } from '../routing.ts';
import type { Case, Outcome, Ring } from './case.ts';
import { isStuck } from './change.ts';

export type Grant = Extract<Outcome, { kind: 'grant' }>;

export const grantsOf = ({ outcomes }: Case): readonly Grant[] =>
  outcomes.filter((one): one is Grant => one.kind === 'grant');

/** The last day on which something granted in this case runs. */
export function grantedUntil(one: Case): Day | undefined {
  const last = grantsOf(one)
    .toSorted((a, b) => (a.to < b.to ? -1 : 1))
    .at(-1);
  return last?.to;
}

/** A report is never taken back: the duty to report stays (980/2012 25 §). */
export const holdsReport = ({ outcomes }: Case): boolean => outcomes.some(({ kind }) => kind === 'concern');

/** A concern report that opened a case has no question of its own: its words are sealed. */
export function isReportOnly(county: County, { topic, question }: Case): boolean {
  const own = topicOf(county, topic);
  return own?.kind === 'concern' && question === own.name[county.channelLanguage];
}

export const runsOn = (day: Day, { from, to }: Pick<Grant, 'from' | 'to'>) => from <= day && day <= to;

/** What did not reach its receiver, or may not have: messages, and the asker's own card. */
export function undeliveredOf({ rings, views }: Case): readonly (Ring['to'] | 'asker-card')[] {
  const stuck = rings.filter(isStuck).map(({ to }) => to);
  return [...new Set([...(views.asker?.state === 'lost' ? (['asker-card'] as const) : []), ...stuck])];
}

/** After its purge nothing of a case is sent again. */
export const isUndelivered = (one: Case) => !one.purgedAt && undeliveredOf(one).length > 0;

/** `soon`: less than an hour of opening time is left. An answered case has kept or broken its promise already. */
export type Promised = 'late' | 'soon' | 'later' | 'answered';

export const soonMinutes = 60;

/** How the promise of an open case stands. */
export function promisedOf(county: County, { status, answerBy }: Case, now: Moment): Promised {
  if (status === 'answered') return 'answered';
  if (answerBy < now) return 'late';
  return openMinutesBetween(county.opening, now, answerBy) <= soonMinutes ? 'soon' : 'later';
}
