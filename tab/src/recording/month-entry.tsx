/** One recorded contact of a month: told in words, corrected where it stands, deleted when that is confirmed. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { type RefObject, useRef, useState } from 'react';
import type { RecordedView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { momentText } from '../when.ts';
import type { DoneDeed } from './done.tsx';
import { whyNotRecorded } from './entry.ts';
import { EntryForm } from './entry-form.tsx';
import { correctionOf, removalOf, restorationOf, wordsOf } from './entry-words.ts';
import { FaultsTold } from './faults-told.tsx';
import type { Common } from './fields.ts';
import { weekdayText } from './numbers.ts';
import { Reason } from './reason.tsx';

type Props = Common & {
  readonly entry: RecordedView['entries'][number];
  readonly onDone: (deed: DoneDeed) => void;
};

export function MonthEntry({ entry, onDone, onRemove, ...common }: Props & Removable) {
  const styles = useStyles();
  const [isCorrected, correct] = useState(false);
  const opener = useRef<HTMLDivElement | null>(null);
  const close = () => {
    correct(false);
    // the button comes back with the next drawing
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const onCorrected = (_: string, reason: string | undefined) => {
    close();
    const words = common.say.months.corrected(wordsOf(entry.contact, common));
    onDone({ words, undo: correctionOf(entry, entry.contact, reason) });
  };
  return (
    <li className={isCorrected ? styles.item : styles.row}>
      {isCorrected ? (
        <EntryForm
          corrected={entry}
          asksReason={asksReason(entry)}
          hasFocus
          onDone={onCorrected}
          onCancel={close}
          {...common}
        />
      ) : (
        <Told entry={entry} opener={opener} onCorrect={() => correct(true)} onRemove={onRemove} {...common} />
      )}
    </li>
  );
}

/** One's own of the day is mended without. */
const asksReason = ({ isOwn, at }: Props['entry']) =>
  !isOwn || dayOnWall(new Date(at)) !== dayOnWall(new Date());
const dayOnWall = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(at);

/** It is asked where it can stay when the entry goes. */
type Removable = { readonly onRemove: () => void };

type ToldProps = Omit<Props, 'onDone'> &
  Removable & {
    readonly opener: RefObject<HTMLDivElement | null>;
    readonly onCorrect: () => void;
  };

function Told({ entry, opener, onCorrect, onRemove, ...common }: ToldProps) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const { say, texts } = common;
  const words = wordsOf(entry.contact, common);
  const when = say.months.when(weekdayText(texts.language, entry.contact.day), entry.contact.hour);
  return (
    <>
      <div className={styles.grow}>
        <Text weight="semibold">{words}</Text>
        <Text>{when}</Text>
        <Text size={200} className={styles.quiet}>
          {say.months.by(entry.by, momentText(texts.language, entry.at))}
        </Text>
      </div>
      <div ref={opener} className={styles.line}>
        <Button size="small" aria-label={say.today.correctOf(`${words}, ${when}`)} onClick={onCorrect}>
          {say.today.correct}
        </Button>
        <Button
          size="small"
          aria-label={say.today.removeOf(`${words}, ${when}`)}
          onClick={onRemove}
          {...backHere}
        >
          {say.today.remove}
        </Button>
      </div>
    </>
  );
}

export function Removing({ entry, onClose, onDone, ...common }: Props & { readonly onClose: () => void }) {
  const styles = useStyles();
  const { say, texts, server } = common;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<readonly string[]>([]);
  const words = wordsOf(entry.contact, common);
  const remove = async () => {
    setBusy(true);
    const undone = await server.act(removalOf(entry, reason));
    setBusy(false);
    if (undone) return setWhy(whyNotRecorded(undone, say, texts));
    onClose();
    onDone({ words: say.months.removed(words), undo: restorationOf(entry, reason) });
  };
  return (
    <DialogBody>
      <DialogTitle>{say.months.sure}</DialogTitle>
      <DialogContent className={styles.parts}>
        <FaultsTold why={why} />
        <Text weight="semibold">{words}</Text>
        {asksReason(entry) && <Reason reason={reason} say={say} onChange={setReason} />}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{say.months.cancel}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void remove()}>
          {say.today.remove}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
