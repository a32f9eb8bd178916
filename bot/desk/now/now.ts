/** What goes on at this moment, for those who work on the line: what waits, what is stuck, what runs today. */
import { dayOf } from '../../domain/calendar.ts';
import { type Case, isHeld, type Person } from '../../domain/case/case.ts';
import { isRefusal, type Refusal } from '../../domain/case/command.ts';
import { refuseElsewhere } from '../../domain/case/decision.ts';
import {
  type Grant,
  grantsOf,
  isUndelivered,
  promisedOf,
  runsOn,
  undeliveredOf,
} from '../../domain/case/standing.ts';
import { threadLink } from '../../domain/case/thread-link.ts';
import type { County, Words } from '../../domain/county.ts';
import type { CaseId, Day, Moment } from '../../domain/names.ts';
import type { Actor } from '../../domain/roles.ts';
import type { CaseRow, GrantRow, NowView, UndeliveredRow } from '../../domain/views/now-views.ts';
import { newest, readThrough } from '../cache.ts';
import type { Casework } from '../casework/casework.ts';
import { guardOf } from '../guard.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { WatchStore } from './ports.ts';

export type NowPorts = {
  readonly county: County;
  readonly cases: Pick<CaseStore, 'openCases'>;
  readonly watch: WatchStore;
  readonly clock: Clock;
  readonly staff: { actor(person: Person): Promise<Actor> };
  readonly casework: Pick<Casework, 'carryOut'>;
};

/** Many look at once and again and again: one reading in so many milliseconds is enough for all of them. */
const keptMs = 5000;

type NowCases = {
  readonly open: readonly Case[];
  readonly undelivered: readonly Case[];
  readonly granted: readonly Case[];
};

export function createNow(ports: NowPorts) {
  const { county, clock, staff, casework } = ports;
  const only = guardOf(staff);
  const read = readings(ports);

  return {
    /** What this person may see of it. */
    now: (person: Person) =>
      only('line', person, async (actor): Promise<NowView> => {
        const at = clock.now();
        return viewOf(county, cutFor(actor, await read.fresh(dayOf(at))), actor, at);
      }),

    /** Sends again what did not arrive; who may is the case's own rule. */
    async resend(person: Person, id: CaseId): Promise<Refusal | undefined> {
      const outcome = await casework.carryOut(person, id, { do: 'resend' });
      read.forget();
      return isRefusal(outcome) ? outcome : undefined;
    },
  };
}

export type Now = ReturnType<typeof createNow>;

/** Reads storage at most once in a while, no matter who asks. */
function readings({ cases, watch, clock }: NowPorts) {
  let forgotten = 0;
  async function read(day: Day): Promise<NowCases> {
    const [open, undelivered, granted] = await Promise.all([
      cases.openCases(),
      watch.undelivered(),
      watch.grantedUntil(day),
    ]);
    return { open, undelivered, granted };
  }
  const kept = readThrough<NowCases>(newest(keptMs, clock));
  return {
    fresh: (day: Day) => kept(`${day} ${forgotten}`, () => read(day)),
    /** The next to ask is told of what has just been done. */
    forget() {
      forgotten += 1;
    },
  };
}

/** Advisors see their own regions, and what they hold of others'; supervisors see all. */
function cutFor(actor: Actor, { open, undelivered, granted }: NowCases): NowCases {
  const isSeen = (one: Case) => actor.supervisor || refuseElsewhere(one, actor) === undefined;
  return {
    open: open.filter(isSeen),
    undelivered: undelivered.filter(isSeen),
    granted: granted.filter(isSeen),
  };
}

function viewOf(county: County, reading: NowCases, actor: Actor, at: Moment): NowView {
  const seen = new Set(
    [reading.open, reading.undelivered, reading.granted].flat().map(({ region }) => region),
  );
  const isMine = (id: (typeof county.regions)[number]['id']) =>
    actor.supervisor || actor.advisorIn.includes(id);
  return {
    at,
    regions: county.regions
      .filter(({ id }) => isMine(id) || seen.has(id))
      .map(({ id, name }) => ({ id, name })),
    open: reading.open.map((one) => caseRow(county, one, at)).toSorted(unclaimedFirst),
    undelivered: reading.undelivered.filter(isUndelivered).map((one) => undeliveredRow(county, one)),
    running: reading.granted.flatMap((one) => runningIn(county, one, dayOf(at))).toSorted(soonestEndFirst),
  };
}

function rowOf(county: County, one: Case) {
  const thread = threadLink(one);
  return { id: one.id, region: one.region, topic: topicName(county, one), ...(thread && { thread }) };
}

function caseRow(county: County, one: Case, now: Moment): CaseRow {
  const { status, urgency, waitingSince, answerBy } = one;
  return {
    ...rowOf(county, one),
    status,
    urgency,
    waitingSince,
    answerBy,
    promised: promisedOf(county, one, now),
    ...(isHeld(one) && { holder: one.holder.name }),
  };
}

function undeliveredRow(county: County, one: Case): UndeliveredRow {
  return {
    ...rowOf(county, one),
    what: undeliveredOf(one),
    asker: one.asker.name,
  };
}

function runningIn(county: County, one: Case, day: Day): readonly GrantRow[] {
  return grantsOf(one)
    .filter((grant) => runsOn(day, grant))
    .map((grant) => grantRow(county, one, grant));
}

function grantRow(county: County, one: Case, { n, service, amount, from, to }: Grant): GrantRow {
  const found = county.services.find(({ id }) => id === service);
  const bare = bareWords(service);
  return {
    ...rowOf(county, one),
    n,
    amount,
    from,
    to,
    service: found?.name ?? bare,
    unit: found?.unit ?? bareWords(''),
  };
}

/** The bare id when an old case has a topic since removed from the county file. */
const topicName = ({ topics }: County, { topic }: Case): Words =>
  topics.find(({ id }) => id === topic)?.name ?? bareWords(topic);

const bareWords = (text: string): Words => ({ fi: text, sv: text, en: text });

const rank = ({ status, promised }: CaseRow) => (status === 'waiting' ? 0 : promised === 'answered' ? 2 : 1);

function unclaimedFirst(a: CaseRow, b: CaseRow): number {
  return rank(a) - rank(b) || compare(a.answerBy, b.answerBy) || compare(a.id, b.id);
}

const soonestEndFirst = (a: GrantRow, b: GrantRow) => compare(a.to, b.to) || compare(a.id, b.id) || a.n - b.n;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
