/** The short form: channel, topic, place and outcome at hand, the rest a key away. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { firstContact, sentContact, whyNotRecorded } from './entry.ts';
import type { Common } from './fields.ts';
import { MoreFields } from './more-fields.tsx';
import { ShortFields } from './short-fields.tsx';

type Props = Common & {
  readonly corrected?: EntryView;
  /** Takes the keyboard, since the person has just pressed something that brought it. */
  readonly hasFocus: boolean;
  readonly onDone: (told: string) => void;
  readonly onCancel: () => void;
};

export function EntryForm({ corrected, hasFocus, onDone, onCancel, ...common }: Props) {
  const styles = useStyles();
  const { say, view } = common;
  const [contact, setContact] = useState(() => corrected?.contact ?? firstContact(view, new Date()));
  const { keep, busy, why } = useKeeping(common, contact, corrected, onDone);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void keep();
  };
  return (
    <form
      className={styles.panel}
      aria-label={corrected ? say.correcting : say.title}
      onKeyDown={onKey}
      onSubmit={(submit) => {
        submit.preventDefault();
        void keep();
      }}
    >
      {corrected && <Text role="status">{say.correcting}</Text>}
      <div role="alert">
        {why.map((line) => (
          <MessageBar key={line} intent="error">
            <MessageBarBody>{line}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
      <ShortFields contact={contact} hasFocus={hasFocus} onChange={setContact} {...common} />
      <MoreFields contact={contact} onChange={setContact} {...common} />
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

function useKeeping(
  { server, say, texts }: Common,
  contact: OtherContact,
  corrected: EntryView | undefined,
  onDone: Props['onDone'],
) {
  // the form makes the key, so that sending it twice records one contact
  const [key] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<readonly string[]>([]);
  const keep = async () => {
    if (busy) return;
    setBusy(true);
    const sent = sentContact(contact);
    const undone = await (corrected
      ? server.act({
          method: 'POST',
          path: `/recording/entries/${encodeURIComponent(corrected.id)}/correction`,
          body: { contact: sent },
        })
      : server.act({ method: 'PUT', path: `/recording/entries/${key}`, body: sent }));
    setBusy(false);
    setWhy(undone ? whyNotRecorded(undone, say, texts) : []);
    if (!undone) onDone(corrected ? say.corrected : say.saved);
  };
  return { keep, busy, why };
}
