/** The line's opening hours as supervisors set them: who did what and when, and every version to come back to. */
import { addDays, dayOf, holidaysOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { OpenHours, OpeningException, OpeningHours, OpenWeek } from '../../domain/county.ts';
import type { Day } from '../../domain/names.ts';
import { changeHours, type HoursCommand, type HoursRefusal } from '../../domain/opening-hours/changes.ts';
import { hoursChanges, upcoming } from '../../domain/opening-hours/opening-hours.ts';
import type { Actor } from '../../domain/roles.ts';
import type { HoursHistory, HoursVersionView, HoursView } from '../../domain/views/hours-views.ts';
import { guardOf } from '../guard.ts';
import type { AuditLog, Clock } from '../ports.ts';
import type { LiveHours } from './live-hours.ts';
import type { HoursStore, HoursVersion } from './ports.ts';

export type HoursPorts = {
  readonly live: LiveHours;
  readonly hours: HoursStore;
  readonly audit: Pick<AuditLog, 'write'>;
  readonly clock: Clock;
  readonly staff: { actor(person: Person): Promise<Actor> };
};

/** `seen`: the version that the supervisor went on from. */
export type HoursWish = { readonly seen: number } & (
  | { readonly do: 'setWeek'; readonly week: OpenWeek }
  | ({ readonly do: 'setException'; readonly instead?: Day } & OpeningException)
  | { readonly do: 'removeException'; readonly day: Day }
  | { readonly do: 'confirm' }
  | { readonly do: 'restore'; readonly version: number }
);

type ChangeRefusal =
  | HoursRefusal
  | { readonly refused: 'no-such-version' }
  /** Somebody else changed the hours meanwhile: how they are now. */
  | { readonly refused: 'changed-since'; readonly now: HoursView };

const mostVersions = 20;

export function createHours(ports: HoursPorts) {
  const { live, hours, clock } = ports;
  const only = guardOf(ports.staff);

  /** The hours in force, held from now on by this process. */
  async function newest(): Promise<HoursVersion> {
    const kept = await hours.newest();
    live.hold(kept?.opening);
    return kept ?? firstOf(ports);
  }

  return {
    /** Takes over what was set anywhere; at start, and by upkeep ever after. */
    refresh: newest,

    see: (by: Person) => only('supervisor', by, async () => viewOf(await newest(), dayOf(clock.now()))),

    /** Changes the hours, and tells how they are then. Promises given stay as they were told. */
    change: (by: Person, wish: HoursWish) => only('supervisor', by, () => change(ports, by, wish)),

    /** What was changed by whom; what came before the version `before`, when told. */
    history: (by: Person, before?: number) =>
      only('supervisor', by, async (): Promise<HoursHistory> => {
        // each is compared with the one before it
        const all = await hours.versions(mostVersions + 1, before);
        const shown = all.slice(0, mostVersions);
        return {
          versions: shown.map((one, n) => versionView(one, all[n + 1])),
          more: all.length > mostVersions,
          today: dayOf(clock.now()),
        };
      }),
  };
}

export type Hours = ReturnType<typeof createHours>;

const firstOf = ({ live, clock }: HoursPorts): HoursVersion => ({
  n: 0,
  at: clock.now(),
  by: 'county-file',
  did: 'begin',
  opening: live.fromFile,
});

async function change(
  ports: HoursPorts,
  { id, name }: Person,
  wish: HoursWish,
): Promise<HoursView | ChangeRefusal> {
  const { live, hours, audit, clock } = ports;
  const command = await commandOf(hours, wish);
  if ('refused' in command) return command;
  const [now, first] = [clock.now(), firstOf(ports)];
  const by = { id, name };
  const decide = (newest: HoursVersion) => next(newest, command, wish, { at: now, by });
  const likely = decide((await hours.newest()) ?? first);
  if ('refused' in likely) return likely;
  // in the audit before it is done, like every deed of supervisors
  await audit.write({ at: now, by, did: `setHours:${wish.do}` });
  const kept = await hours.change(first, decide);
  if ('refused' in kept) return kept;
  live.hold(kept.opening);
  return viewOf(kept, dayOf(now));
}

async function commandOf(
  hours: HoursStore,
  wish: HoursWish,
): Promise<HoursCommand | { readonly refused: 'no-such-version' }> {
  if (wish.do !== 'restore') return wish;
  const from = await hours.version(wish.version);
  return from ? { do: 'restore', from: from.opening } : { refused: 'no-such-version' };
}

function next(
  newest: HoursVersion,
  command: HoursCommand,
  wish: HoursWish,
  { at, by }: Pick<HoursVersion, 'at'> & { readonly by: Person },
): HoursVersion | ChangeRefusal {
  const today = dayOf(at);
  if (newest.n !== wish.seen) return { refused: 'changed-since', now: viewOf(newest, today) };
  const opening = changeHours(newest.opening, command, today);
  if ('refused' in opening) return opening;
  const restored = wish.do === 'restore' && { restored: wish.version };
  return { n: newest.n + 1, at, by, did: wish.do, ...restored, opening };
}

// --- what supervisors are told ---

const shownOf = ({ confirmed, week, exceptions }: OpeningHours, since: Day) => ({
  confirmed,
  week,
  exceptions: upcoming(exceptions, since).toSorted((one, other) => (one.day < other.day ? -1 : 1)),
});

function viewOf({ n, at, by, opening }: HoursVersion, today: Day): HoursView {
  const shown = shownOf(opening, today);
  return {
    seen: n,
    today,
    ...(by !== 'county-file' && { set: { at, by: by.name } }),
    ...shown,
    holidays: holidaysAhead(shown.exceptions, today),
  };
}

function holidaysAhead(exceptions: readonly OpeningException[], today: Day): HoursView['holidays'] {
  const hoursOn = new Map<Day, readonly OpenHours[]>(exceptions.map(({ day, hours }) => [day, hours]));
  const year = Number(today.slice(0, 4));
  const until = addDays(today, 365);
  return [...holidaysOf(year), ...holidaysOf(year + 1)]
    .filter(([day]) => day >= today && day <= until)
    .map(([day, holiday]) => {
      const hours = hoursOn.get(day);
      return { day, holiday, ...(hours && { hours }) };
    });
}

function versionView(one: HoursVersion, former: HoursVersion | undefined): HoursVersionView {
  const { n, at, by, restored, opening } = one;
  const day = dayOf(at);
  return {
    n,
    at,
    ...(by !== 'county-file' && { by: by.name }),
    ...(restored !== undefined && { restored }),
    ...shownOf(opening, day),
    changes: former ? hoursChanges(former.opening, opening, day) : [],
  };
}
