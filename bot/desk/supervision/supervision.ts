/** Who one is to the line, and how much it is asked this month, each person within their stored roles. */
import { monthOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { County, Region } from '../../domain/county.ts';
import type { Month } from '../../domain/names.ts';
import { type Actor, worksOnTheLine } from '../../domain/roles.ts';
import { type Contact, countByRegion } from '../../domain/tally/tally.ts';
import type { MeView, RegionView, SummaryView } from '../../domain/views/tab-views.ts';
import { newest, readThrough } from '../cache.ts';
import type { CaseStore, Clock } from '../ports.ts';
import { sharedTotal } from '../tallies/shared.ts';

export type SupervisionPorts = {
  readonly county: County;
  readonly cases: Pick<CaseStore, 'contacts'>;
  readonly clock: Clock;
  /** The one source of roles, for chat, channel and tab. */
  readonly staff: { actor(person: Person): Promise<Actor> };
};

export function createSupervision({ county, cases, clock, staff }: SupervisionPorts) {
  const kept = readThrough<readonly Contact[]>(newest(contactsKeptMs, clock));
  const contactsOf = (month: Month) => kept(month, () => cases.contacts(month));

  return {
    /** Who the person is to the line. */
    async me(person: Person): Promise<MeView> {
      const actor = await staff.actor(person);
      return {
        id: actor.id,
        name: actor.name,
        supervisor: actor.supervisor,
        advisorIn: county.regions.filter(({ id }) => actor.advisorIn.includes(id)).map(regionView),
        county: county.name,
        line: county.lineName,
      };
    },

    /** This month: a region's count is for its own advisors and for supervisors; the whole may be hidden from all others. */
    async summary(person: Person): Promise<SummaryView> {
      const actor = await staff.actor(person);
      const now = clock.now();
      const month = monthOf(now);
      const contacts = await contactsOf(month);
      const counts = countByRegion(contacts);
      const seen = county.regions.filter(({ id }) => actor.supervisor || actor.advisorIn.includes(id));
      const known = seen.map(({ id }) => id);
      const total = actor.supervisor ? contacts.length : sharedTotal({ county, known }, counts);
      const all = { at: now, month, contacts: total };
      if (!worksOnTheLine(actor)) return all;
      const regions = seen.map((region) => ({
        region: regionView(region),
        contacts: counts.get(region.id) ?? 0,
      }));
      return { ...all, regions };
    },
  };
}

export type Supervision = ReturnType<typeof createSupervision>;

/** Everybody who opens the tab reads the month: once in so many milliseconds is enough for all of them. */
const contactsKeptMs = 30_000;

const regionView = ({ id, name }: Region): RegionView => ({ id, name });
