/** Reads the short form in which a phone call, an e-mail or a visit is recorded. */
import { dayOf, hourOf } from '../../domain/calendar.ts';
import { placeId, redirectId, regionId, serviceId, topicId } from '../../domain/names.ts';
import { type OtherContact, otherChannels, outcomeKinds } from '../../domain/tally/other-contacts.ts';
import { oneOf, opensDialog, type PressReader, readMany, readText } from './pressed.ts';

export type RecordWish =
  | { readonly press: 'form' }
  | { readonly press: 'recorded'; readonly key: string; readonly contact: OtherContact };

/** What was made up is left to the rules, which name it. */
export const record: PressReader<RecordWish> = (data, { now }) => {
  if (opensDialog(data)) return { press: 'form' };
  const key = readText(data, 'key');
  const channel = oneOf(readText(data, 'channel'), otherChannels);
  if (!key || !/^[\w-]{1,80}$/.test(key) || !channel) return undefined;
  const [place, region, role] = (['place', 'region', 'role'] as const).map((field) => readText(data, field));
  const chosen = readMany(data, 'outcomes');
  const contact: OtherContact = {
    channel,
    day: dayOf(now),
    hour: hourOf(now),
    ...(place && { place: placeId(place) }),
    ...(region && { region: regionId(region) }),
    topic: topicId(readText(data, 'topic') ?? ''),
    priority75: 'unknown',
    urgency: 'normal',
    ...(role && { role }),
    outcomes: outcomeKinds.filter((kind) => chosen.includes(kind)),
    services: readMany(data, 'service').map(serviceId),
    redirects: readMany(data, 'redirect').map(redirectId),
  };
  return { press: 'recorded', key, contact };
};
