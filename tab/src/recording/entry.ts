/** What the short form holds: how it begins, how it is sent, and what is wrong with it in words. */

import { day, placeId, regionId, topicId } from '../../../bot/domain/names.ts';
import type { ContactFault, OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { RecordingView } from '../../../bot/domain/views/recording-views.ts';
import type { TabRecordingTexts } from '../../../bot/words/tab/recording-texts.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { Undone } from '../kit/server.ts';

/** What the form holds: as long as no time is chosen, the contact is of the moment when it is sent. */
export type FilledContact = Omit<OtherContact, keyof When> & Partial<When>;
export type When = Pick<OtherContact, 'day' | 'hour'>;

/** The day and the hour on the county's wall. */
export function wallNow(now: Date): When {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(now);
  return { day: day(wall.slice(0, 10)), hour: Number(wall.slice(11, 13)) };
}

/** What the form says when it is sent `now`. */
export const asOf = (contact: FilledContact, now: Date): OtherContact => ({ ...wallNow(now), ...contact });

/** Of now again, whenever that will be. */
export const withoutWhen = ({ day: _, hour: __, ...rest }: FilledContact): FilledContact => rest;

/** Begins with what this person chose last. */
export function firstContact({ last, topics }: RecordingView): FilledContact {
  return {
    channel: 'phone',
    topic: topicId(topics[0]?.id ?? ''),
    ...last,
    priority75: 'unknown',
    urgency: 'normal',
    outcomes: ['guidance'],
    services: [],
    redirects: [],
  };
}

/** Which service or direction matters only when it was granted or redirected; empty fields are left out. */
export function sentContact(contact: OtherContact): OtherContact {
  const { role = '', unit = '', services, redirects, outcomes, ...rest } = contact;
  return {
    ...rest,
    outcomes,
    services: outcomes.includes('grant') ? services : [],
    redirects: outcomes.includes('redirect') ? redirects : [],
    ...(role.trim() && { role: role.trim() }),
    ...(unit.trim() && { unit: unit.trim() }),
  };
}

/** A place tells its region; one or the other is chosen, in one list: `place:kuopio`, `region:keskinen`. */
export function withWhere({ place: _, region: __, ...rest }: FilledContact, chosen: string): FilledContact {
  const [kind, id = ''] = chosen.split(/:(.*)/s);
  if (kind === 'place') return { ...rest, place: placeId(id) };
  return kind === 'region' ? { ...rest, region: regionId(id) } : rest;
}

export function whereOf({ place, region }: FilledContact): string {
  if (place) return `place:${place}`;
  return region ? `region:${region}` : '';
}

/** Optional choices: with none chosen the field is left out. */
export function without<Field extends 'category' | 'care'>(
  contact: FilledContact,
  field: Field,
): Omit<FilledContact, Field> {
  const { [field]: _, ...rest } = contact;
  return rest;
}

/** Why it was not recorded, a line for each fault. */
export function whyNotRecorded(
  { no, failure }: Undone,
  say: TabRecordingTexts,
  texts: TabTexts,
): readonly string[] {
  if (no?.code === 'faulty')
    return (no['faults'] as readonly ContactFault[]).map(({ field, fault }) =>
      say.fault[fault](say.fields[field]),
    );
  const refusals: { readonly [code: string]: string | undefined } = say.no;
  return [(no && refusals[no.code]) ?? texts.failed[failure]];
}
