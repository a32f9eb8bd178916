/** The short form: channel, topic, place and outcome at hand, the rest a key away. */
import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../kit/styles.ts';
import { type FilledContact, firstContact } from './entry.ts';
import { FaultsTold } from './faults-told.tsx';
import type { RecordingPageProps } from './fields.ts';
import { type KeptContact, useKeeping } from './keeping.ts';
import { MoreFields } from './more-fields.tsx';
import { Reason } from './reason.tsx';
import { ShortFields } from './short-fields.tsx';

type Props = RecordingPageProps & {
  readonly corrected?: EntryView;
  /** Grows when the person has pressed something that leads here: then the form takes the keyboard. */
  readonly calls: number;
  /** The entry is another's, or of another day. */
  readonly asksReason?: boolean;
  readonly onDone: (told: string, kept: KeptContact) => void;
  /** Somebody else has corrected it meanwhile. */
  readonly onOvertaken?: () => void;
  readonly onCancel: () => void;
};

// as far from each other as the rest of the form
const useOwnStyles = makeStyles({ fields: { gap: 'inherit', gridTemplateColumns: 'minmax(0, 1fr)' } });

export function EntryForm({
  corrected,
  asksReason = false,
  calls,
  onDone,
  onCancel,
  onOvertaken,
  ...common
}: Props) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { say, view } = common;
  const [contact, setContact] = useState<FilledContact>(() => corrected?.contact ?? firstContact(view));
  const [reason, setReason] = useState('');
  const { keep, busy, why, lacksReason } = useKeeping(common, {
    contact,
    corrected,
    reason,
    onDone,
    onOvertaken,
  });
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
      {/* what was written meanwhile would be lost with the form */}
      <fieldset disabled={busy} className={mergeClasses(styles.fieldset, own.fields)}>
        <ShortFields contact={contact} calls={calls} onChange={setContact} {...common} />
        <MoreFields contact={contact} mayBeNow={!corrected} onChange={setContact} {...common} />
        {(asksReason || lacksReason) && <Reason reason={reason} say={say} onChange={setReason} />}
      </fieldset>
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
