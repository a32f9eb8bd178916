/** Keeps what the short form holds: a new contact, or a correction; why it could not, in words. */
import { useEffect, useRef, useState } from 'react';
import { type OtherContact, saysTheSame } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import type { Server, Undone } from '../kit/server.ts';
import { asOf, type FilledContact, sentContact, whyNotRecorded } from './entry.ts';
import { correctionOf, overtakenBy, theirsIn } from './entry-words.ts';
import type { RecordingPageProps } from './fields.ts';
import { giveBack, heldNow } from './keyboard.ts';

/** What was kept, and why where that is asked. `begun`: where the keyboard was then. */
export type KeptContact = {
  readonly contact: OtherContact;
  readonly reason: string;
  readonly begun: Element | null;
};

type KeepingOptions = {
  readonly contact: FilledContact;
  readonly reason: string;
  readonly corrected: EntryView | undefined;
  readonly onDone: (told: string, kept: KeptContact) => void;
  readonly onOvertaken: (() => void) | undefined;
};

type KeepingNotice = {
  readonly why: readonly string[];
  /** The day changed while the form was open: what needed no reason needs one now. */
  readonly lacksReason?: boolean;
};

export function useKeeping(
  common: RecordingPageProps,
  { contact, corrected, reason, onDone, onOvertaken }: KeepingOptions,
) {
  const { server, say, texts } = common;
  // the form makes the key, so that sending it twice records one contact
  const [key] = useState(() => crypto.randomUUID());
  const [seen, see] = useState(corrected?.contact);
  const [busy, setBusy] = useState(false);
  const [heard, hear] = useState<KeepingNotice>({ why: [] });
  const begun = useBegun(busy);
  const keep = async () => {
    if (busy) return;
    begun.current = heldNow();
    setBusy(true);
    const sent = asOf(contact, new Date());
    const undone =
      corrected && seen
        ? await server.act(correctionOf({ id: corrected.id, contact: seen }, sent, reason))
        : await record(server, key, { sent, isNow: contact.day === undefined });
    setBusy(false);
    if (!undone) {
      const kept = { contact: sent, reason, begun: begun.current };
      return onDone(corrected ? say.corrected : say.saved, kept);
    }
    const theirs = theirsIn(undone);
    const why = theirs
      ? [overtakenBy(theirs, common), say.overtaken.correct]
      : whyNotRecorded(undone, say, texts);
    hear({ why, lacksReason: undone.no?.code === 'empty-text' });
    if (!theirs) return;
    see(theirs);
    onOvertaken?.();
  };
  return { keep, busy, ...heard };
}

/** A field can't be written in while what stands in it is kept; the keyboard comes back to it when that fails. */
function useBegun(busy: boolean) {
  const begun = useRef<Element | null>(null);
  useEffect(() => {
    if (!busy) giveBack(begun.current);
  }, [busy]);
  return begun;
}

type SentContact = { readonly sent: OtherContact; readonly isNow: boolean };

/** An answer may be lost on its way: then what was changed in the form since is mended into what arrived. */
async function record(
  server: Server,
  key: string,
  { sent, isNow }: SentContact,
): Promise<Undone | undefined> {
  const contact = sentContact(sent);
  const path = `/recording/entries/${key}`;
  const heard = await server.hear<EntryView>({ method: 'PUT', path, body: contact });
  if (heard.state === 'failed') return heard;
  const kept = heard.value;
  const { day, hour } = kept.contact;
  // what arrived was of that moment
  const wanted = isNow ? { ...contact, day, hour } : contact;
  return saysTheSame(kept.contact, wanted) ? undefined : server.act(correctionOf(kept, wanted));
}
