/** Records contacts that came by phone, by e-mail or in person, and mends what was recorded. */
import { addDays, dayOf } from '../../domain/calendar.ts';
import type { Person } from '../../domain/case/case.ts';
import type { Words } from '../../domain/county.ts';
import { guardText } from '../../domain/identity-guard.ts';
import { type Day, type Month, month, type PersonId, type RegionId } from '../../domain/names.ts';
import { type NoRole, noRoles } from '../../domain/roles.ts';
import { placesOf, regionOfPlace } from '../../domain/routing.ts';
import {
  contactOfOther,
  type Entry,
  earliestByHand,
  faultsOf,
  lastOf,
  type MendRefusal,
  type OtherContact,
  refuseMending,
  refuseOvertaken,
} from '../../domain/tally/other-contacts.ts';
import type { EntryView, RecordedView, RecordingView } from '../../domain/views/recording-views.ts';
import { guardOf } from '../guard.ts';
import type { Chance } from '../ports.ts';
import type { PeopleStore } from '../staff/ports.ts';
import { type ImportPorts, type ImportRefusal, importing } from './importing.ts';

export type RecordingPorts = ImportPorts & {
  readonly people: Pick<PeopleStore, 'find' | 'change'>;
  readonly chance: Chance;
};

export type RecordingRefusal = MendRefusal | ImportRefusal | NoRole<'line'>;

export function createRecording(ports: RecordingPorts) {
  return {
    /** What the short form needs; the last choices come first. */
    form: (person: Person) => form(ports, person),

    /** Records a contact under a key that the form made, so that sending it twice records one. */
    record: (person: Person, key: string, contact: OtherContact) => record(ports, person, key, contact),

    /** Corrects or deletes: one's own the same day, later by a supervisor who says why. */
    correct: (person: Person, id: string, wish: Mending & { readonly contact: OtherContact }) =>
      mend(ports, person, id, wish),
    remove: (person: Person, id: string, wish: Mending) => mend(ports, person, id, wish),

    /** Brings a deleted one back, by the same rule. */
    restore: (person: Person, id: string, wish: { readonly reason?: string }) =>
      restore(ports, person, id, wish),

    /** For supervisors: what was recorded of a month and can still be mended. */
    recordedIn: (person: Person, wish: RecordedWish) => recordedIn(ports, person, wish),

    /** For upkeep: after the county's days nobody can tell who recorded what. @returns how many. */
    forgetEntries: () => ports.records.forgetEntries(daysAgo(ports)),

    ...importing(ports),
  };
}

export type Recording = ReturnType<typeof createRecording>;
/** `most` of them are told. */
type RecordedWish = {
  readonly month: Month;
  readonly region?: RegionId;
  readonly by?: PersonId;
  readonly most: number;
};
/** `seen`: what the entry said to the person who mends it. */
type Mending = { readonly seen: OtherContact; readonly contact?: OtherContact; readonly reason?: string };

const named = ({ id, name }: Person): Person => ({ id, name });
const choice = ({ id, name }: { readonly id: string; readonly name: Words }) => ({ id, name });

const daysAgo = ({ clock, county }: RecordingPorts): Day =>
  addDays(dayOf(clock.now()), -county.purgeAfterDays);

const onTheLine = ({ staff }: RecordingPorts, person: Person) =>
  guardOf(staff)('line', person, async (actor) => actor);

async function form(ports: RecordingPorts, person: Person): Promise<RecordingView | RecordingRefusal> {
  const { county, people, records, clock } = ports;
  const actor = await onTheLine(ports, person);
  if ('refused' in actor) return actor;
  const [known, mine] = await Promise.all([
    people.find(person.id),
    records.recordedBy(person.id, dayOf(clock.now())),
  ]);
  const { regions, topics, categories, cares, services, redirects } = county;
  return {
    places: placesOf(county).map((place) => ({
      ...choice(place),
      region: regionOfPlace(county, place.id) ?? '',
    })),
    regions: regions.map(choice),
    topics: topics.map(choice),
    categories: categories.map(choice),
    cares: cares.map(choice),
    services: services.map(choice),
    redirects: redirects.map(choice),
    ...(known?.lastRecorded && { last: known.lastRecorded }),
    today: mine.standing.map(entryView),
    removedToday: mine.removed.map(entryView),
    mayImport: actor.supervisor,
  };
}

const entryView = ({ id, by, at, contact }: Entry): EntryView => ({ id, by: by.name, at, contact });

async function record(
  ports: RecordingPorts,
  person: Person,
  key: string,
  contact: OtherContact,
): Promise<EntryView | RecordingRefusal> {
  const { county, records, people, clock, chance } = ports;
  const actor = await onTheLine(ports, person);
  if ('refused' in actor) return actor;
  const at = clock.now();
  const faults = faultsByHand(ports, contact);
  if (faults.length > 0) return { refused: 'faulty', faults };
  const id = records.idOf(person.id, dayOf(at), key);
  const entry: Entry = { id, by: named(actor), at, contact, contactId: chance.id() };
  const { kept } = await records.add(entry, contactOfOther(county, contact));
  await people.change(person.id, (current) => ({
    ...(current ?? { ...noRoles, ...named(actor) }),
    lastRecorded: lastOf(contact),
  }));
  return entryView(kept);
}

/** A day that stood before it became too old may stay when something else is corrected. */
function faultsByHand({ county, clock }: RecordingPorts, contact: OtherContact, seen?: OtherContact) {
  const today = dayOf(clock.now());
  const isMoved = contact.day !== seen?.day;
  return faultsOf(county, contact, today, isMoved ? earliestByHand(today) : undefined);
}

/** Without a contact the entry is deleted. What others recorded is mended in the audit first. */
async function mend(
  ports: RecordingPorts,
  person: Person,
  id: string,
  { seen, contact, reason }: Mending,
): Promise<EntryView | { readonly removed: true } | RecordingRefusal> {
  const { county, records, clock } = ports;
  const actor = await onTheLine(ports, person);
  if ('refused' in actor) return actor;
  const now = clock.now();
  const refuse = (entry: Entry) =>
    refuseMending(entry, actor, { now, ...(reason && { reason }) }) ?? refuseOvertaken(entry, seen, contact);
  const faults = contact ? faultsByHand(ports, contact, seen) : [];
  if (faults.length > 0) return { refused: 'faulty', faults };
  const found = await records.find(id);
  const no = found ? refuse(found) : ({ refused: 'no-such-entry' } as const);
  if (no) return no;
  await tellAudit(ports, actor, contact ? 'correctRecorded' : 'deleteRecorded', reason);
  const mended = await records.mend(id, (entry) => {
    const recorded = contact ? { contact, fact: contactOfOther(county, contact) } : 'remove';
    return refuse(entry) ?? recorded;
  });
  if (mended === 'removed') return { removed: true };
  return 'refused' in mended ? mended : entryView(mended);
}

async function restore(
  ports: RecordingPorts,
  person: Person,
  id: string,
  { reason }: { readonly reason?: string },
): Promise<EntryView | RecordingRefusal> {
  const { county, records, clock } = ports;
  const actor = await onTheLine(ports, person);
  if ('refused' in actor) return actor;
  const now = clock.now();
  const restored = await records.restore(id, async (entry) => {
    const no = refuseMending(entry, actor, { now, ...(reason && { reason }) });
    if (no) return no;
    await tellAudit(ports, actor, 'restoreRecorded', reason);
    return { contact: entry.contact, fact: contactOfOther(county, entry.contact) };
  });
  return 'refused' in restored ? restored : entryView(restored);
}

/** The entry is not named: the fact it leaves is anonymous. */
async function tellAudit(
  { audit, clock }: RecordingPorts,
  by: Person,
  did: string,
  why?: string,
): Promise<void> {
  const reason = guardText(why?.trim() ?? '').text;
  await audit.write({ at: clock.now(), by: named(by), did, ...(reason && { why: reason }) });
}

async function recordedIn(
  ports: RecordingPorts,
  person: Person,
  { month: asked, region, by, most }: RecordedWish,
): Promise<RecordedView | RecordingRefusal> {
  const { county, records, staff } = ports;
  const leader = await guardOf(staff)('supervisor', person, async (actor) => actor);
  if ('refused' in leader) return leader;
  const { standing, removed } = await records.recordedIn(asked);
  const wanted = ({ by: recorder, contact }: Entry) =>
    (!by || recorder.id === by) && (!region || contactOfOther(county, contact).region === region);
  const told = (entries: readonly Entry[]) =>
    entries.slice(0, most).map((entry) => ({ ...entryView(entry), isOwn: entry.by.id === person.id }));
  const people = new Map([...standing, ...removed].map(({ by: { id, name } }) => [id, name]));
  const entries = standing.filter(wanted);
  return {
    month: asked,
    earliest: month(daysAgo(ports).slice(0, 7)),
    keptDays: county.purgeAfterDays,
    people: [...people].map(([id, name]) => ({ id, name })).toSorted(byName),
    entries: told(entries),
    count: entries.length,
    removed: told(removed.filter(wanted)),
  };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name.localeCompare(b.name, 'fi');
