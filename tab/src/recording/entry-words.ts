/** An entry in words, and the deeds that can be done to it. */
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import type { Deed } from '../ask.ts';
import { sentContact } from './entry.ts';
import type { Common } from './fields.ts';

/** `Puhelin · Huoli-ilmoitus · Kuopio`. */
export function wordsOf(
  { channel, topic, place, region }: OtherContact,
  { view, say, texts }: Pick<Common, 'view' | 'say' | 'texts'>,
): string {
  const topicName = view.topics.find(({ id }) => id === topic)?.name[texts.language];
  const where = view.places.find(({ id }) => id === place) ?? view.regions.find(({ id }) => id === region);
  return [say.channel[channel], topicName, where?.name[texts.language]]
    .filter((one) => one !== undefined)
    .join(' · ');
}

type Which = Pick<EntryView, 'id'>;
const pathOf = ({ id }: Which, what: string) => `/recording/entries/${encodeURIComponent(id)}/${what}`;
const because = (reason: string | undefined) => (reason?.trim() ? { reason: reason.trim() } : {});

/** `reason` where the entry is another's or of another day. */
export const correctionOf = (entry: Which, contact: OtherContact, reason?: string): Deed => ({
  method: 'POST',
  path: pathOf(entry, 'correction'),
  body: { contact: sentContact(contact), ...because(reason) },
});

export const removalOf = (entry: Which, reason?: string): Deed => ({
  method: 'POST',
  path: pathOf(entry, 'removal'),
  body: because(reason),
});

export const restorationOf = (entry: Which, reason?: string): Deed => ({
  method: 'POST',
  path: pathOf(entry, 'restoration'),
  body: because(reason),
});
