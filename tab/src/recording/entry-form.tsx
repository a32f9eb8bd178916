/** The short form: channel, topic, place and outcome at hand, the rest a key away. */
import { Button, Text } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { firstContact, sentContact, whyNotRecorded } from './entry.ts';
import { correctionOf, overtakenBy, theirsIn } from './entry-words.ts';
import { FaultsTold } from './faults-told.tsx';
import type { Common } from './fields.ts';
import { MoreFields } from './more-fields.tsx';
import { Reason } from './reason.tsx';
import { ShortFields } from './short-fields.tsx';

type Props = Common & {
  readonly corrected?: EntryView;
  /** Takes the keyboard, since the person has just pressed something that brought it. */
  readonly hasFocus: boolean;
  /** The entry is another's, or of another day. */
  readonly asksReason?: boolean;
  readonly onDone: (told: string, kept: Kept) => void;
  /** Somebody else has corrected it meanwhile. */
  readonly onOvertaken?: () => void;
  readonly onCancel: () => void;
};

/** What was kept, and why where that is asked. */
export type Kept = { readonly contact: OtherContact; readonly reason: string };

export function EntryForm({
  corrected,
  asksReason = false,
  hasFocus,
  onDone,
  onCancel,
  onOvertaken,
  ...common
}: Props) {
  const styles = useStyles();
  const { say, view } = common;
  const [contact, setContact] = useState(() => corrected?.contact ?? firstContact(view, new Date()));
  const [reason, setReason] = useState('');
  const { keep, busy, why } = useKeeping(common, { contact, corrected, reason, onDone, onOvertaken });
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void keep();
  };
  return (
    <form
      // what is missing is told in the person's own language, with the other faults
      noValidate
      className={styles.panel}
      aria-label={corrected ? say.correcting : say.title}
      onKeyDown={onKey}
      onSubmit={(submit) => {
        submit.preventDefault();
        void keep();
      }}
    >
      {corrected && <Text role="status">{say.correcting}</Text>}
      <FaultsTold why={why} />
      <ShortFields contact={contact} hasFocus={hasFocus} onChange={setContact} {...common} />
      <MoreFields contact={contact} onChange={setContact} {...common} />
      {asksReason && <Reason reason={reason} say={say} onChange={setReason} />}
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {corrected ? say.correct : say.save}
        </Button>
        {corrected && <Button onClick={onCancel}>{say.cancel}</Button>}
        <Text size={200} className={styles.quiet}>
          {say.keys}
        </Text>
      </div>
    </form>
  );
}

type Keeping = Kept & {
  readonly corrected: EntryView | undefined;
  readonly onDone: Props['onDone'];
  readonly onOvertaken: (() => void) | undefined;
};

function useKeeping(common: Common, { contact, corrected, reason, onDone, onOvertaken }: Keeping) {
  const { server, say, texts } = common;
  // the form makes the key, so that sending it twice records one contact
  const [key] = useState(() => crypto.randomUUID());
  const [seen, see] = useState(corrected?.contact);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<readonly string[]>([]);
  const keep = async () => {
    if (busy) return;
    setBusy(true);
    const undone = await server.act(
      corrected && seen
        ? correctionOf({ id: corrected.id, contact: seen }, contact, reason)
        : { method: 'PUT', path: `/recording/entries/${key}`, body: sentContact(contact) },
    );
    setBusy(false);
    if (!undone) return onDone(corrected ? say.corrected : say.saved, { contact, reason });
    const theirs = theirsIn(undone);
    setWhy(
      theirs ? [overtakenBy(theirs, common), say.overtaken.correct] : whyNotRecorded(undone, say, texts),
    );
    if (!theirs) return;
    see(theirs);
    onOvertaken?.();
  };
  return { keep, busy, why };
}
