/** What the tab may know of the line: how much is asked, and what is open, each person within their stored roles. */
import { monthOf } from '../domain/calendar.ts';
import { type Case, isHeld, type Person, type Status } from '../domain/case.ts';
import type { County, Region, Words } from '../domain/county.ts';
import type { Moment, Month } from '../domain/names.ts';
import { type Actor, worksOnTheLine } from '../domain/roles.ts';
import type { MeView, OpenCaseView, RegionSummary, RegionView, SummaryView } from '../domain/tab-views.ts';
import { type Contact, countByRegion } from '../domain/tally.ts';
import { freshFor } from './fresh.ts';
import type { CaseStore, Clock } from './ports.ts';

export type SupervisionPorts = {
  readonly county: County;
  readonly cases: Pick<CaseStore, 'contacts' | 'openCases'>;
  readonly clock: Clock;
  /** The one source of roles, for chat, channel and tab. */
  readonly staff: { actor(person: Person): Promise<Actor> };
};

export function createSupervision({ county, cases, clock, staff }: SupervisionPorts) {
  const contactsOf = freshFor(contactsKeptMs, clock, (month: Month) => cases.contacts(month));

  async function regionSummary(
    region: Region,
    contacts: readonly Contact[],
    now: Moment,
  ): Promise<RegionSummary> {
    const open = await cases.openCases(region.id);
    return {
      region: regionView(region),
      contacts: countByRegion(contacts).get(region.id) ?? 0,
      open: open.toSorted(waitingFirst).map((one) => openCaseView(county, one, now)),
    };
  }

  return {
    /** Who the person is to the line. */
    async me(person: Person): Promise<MeView> {
      const actor = await staff.actor(person);
      return {
        name: actor.name,
        supervisor: actor.supervisor,
        advisorIn: county.regions.filter(({ id }) => actor.advisorIn.includes(id)).map(regionView),
        county: county.name,
        line: county.lineName,
      };
    },

    /** This month and this moment. Regions are told to their own advisors, and all of them to supervisors. */
    async summary(person: Person): Promise<SummaryView> {
      const actor = await staff.actor(person);
      const now = clock.now();
      const month = monthOf(now);
      const contacts = await contactsOf(month);
      const all = { at: now, month, contacts: contacts.length };
      if (!worksOnTheLine(actor)) return all;
      const seen = county.regions.filter(({ id }) => actor.supervisor || actor.advisorIn.includes(id));
      const regions = await Promise.all(seen.map((region) => regionSummary(region, contacts, now)));
      return { ...all, regions };
    },
  };
}

export type Supervision = ReturnType<typeof createSupervision>;

/** Everybody who opens the tab reads the month: once in so many milliseconds is enough for all of them. */
const contactsKeptMs = 30_000;

const regionView = ({ id, name }: Region): RegionView => ({ id, name });

const turn: { readonly [status in Status]: number } = {
  waiting: 0,
  claimed: 1,
  'asked-back': 2,
  answered: 3,
  closed: 4,
  withdrawn: 4,
};

function waitingFirst(a: Case, b: Case): number {
  if (a.status !== b.status) return turn[a.status] - turn[b.status];
  return a.waitingSince < b.waitingSince ? -1 : Number(a.waitingSince > b.waitingSince);
}

function openCaseView(county: County, one: Case, now: Moment): OpenCaseView {
  const { id, status, urgency, waitingSince, answerBy } = one;
  return {
    id,
    status,
    urgency,
    waitingSince,
    answerBy,
    topic: topicName(county, one),
    late: status !== 'answered' && answerBy < now,
    ...(isHeld(one) && { holder: one.holder.name }),
  };
}

/** The bare id when an old case has a topic since removed from the county file. */
function topicName({ topics }: County, { topic }: Case): Words {
  return topics.find(({ id }) => id === topic)?.name ?? { fi: topic, sv: topic, en: topic };
}
