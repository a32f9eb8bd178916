/** An entry in words, and the deeds that can be done to it. */
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import type { Undone, WriteRequest } from '../kit/server.ts';
import { sentContact } from './entry.ts';
import type { RecordingPageProps } from './fields.ts';
import { weekdayText } from './numbers.ts';

/** `Puhelin · Huoli-ilmoitus · Kuopio`. */
export function wordsOf(
  { channel, topic, place, region }: OtherContact,
  { view, say, texts }: Pick<RecordingPageProps, 'view' | 'say' | 'texts'>,
): string {
  const topicName = view.topics.find(({ id }) => id === topic)?.name[texts.language];
  const where = view.places.find(({ id }) => id === place) ?? view.regions.find(({ id }) => id === region);
  return [say.channel[channel], topicName, where?.name[texts.language]]
    .filter((one) => one !== undefined)
    .join(' · ');
}

/** `ma 23.11. klo 9`. */
export const whenOf = (
  { day, hour }: OtherContact,
  { say, texts }: Pick<RecordingPageProps, 'say' | 'texts'>,
) => say.months.when(weekdayText(texts.language, day), hour);

/** What somebody else made of the entry meanwhile; undefined when it was refused for something else. */
export const theirsIn = ({ no }: Undone): OtherContact | undefined =>
  no?.code === 'changed-since' ? (no['theirs'] as OtherContact) : undefined;

export const overtakenBy = (
  theirs: OtherContact,
  common: Pick<RecordingPageProps, 'view' | 'say' | 'texts'>,
) => common.say.overtaken.now(`${wordsOf(theirs, common)}, ${whenOf(theirs, common)}`);

type EntryReference = Pick<EntryView, 'id'>;
/** `contact`: what it says to the person who mends it. */
type SeenEntry = Pick<EntryView, 'id' | 'contact'>;
const pathOf = ({ id }: EntryReference, what: string) =>
  `/recording/entries/${encodeURIComponent(id)}/${what}`;
const because = (reason: string | undefined) => (reason?.trim() ? { reason: reason.trim() } : {});

/** `reason` where the entry is another's or of another day. */
export const correctionOf = (entry: SeenEntry, contact: OtherContact, reason?: string): WriteRequest => ({
  method: 'POST',
  path: pathOf(entry, 'correction'),
  body: { seen: entry.contact, contact: sentContact(contact), ...because(reason) },
});

export const removalOf = (entry: SeenEntry, reason?: string): WriteRequest => ({
  method: 'POST',
  path: pathOf(entry, 'removal'),
  body: { seen: entry.contact, ...because(reason) },
});

export const restorationOf = (entry: EntryReference, reason?: string): WriteRequest => ({
  method: 'POST',
  path: pathOf(entry, 'restoration'),
  body: because(reason),
});
