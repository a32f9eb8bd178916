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
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import type { DoneDeed } from './done.tsx';
import { sentContact, whyNotRecorded } from './entry.ts';
import { EntryForm } from './entry-form.tsx';
import {
  correctionOf,
  overtakenBy,
  removalOf,
  restorationOf,
  theirsIn,
  whenOf,
  wordsOf,
} from './entry-words.ts';
import { FaultsTold } from './faults-told.tsx';
import type { RecordingPageProps } from './fields.ts';
import type { KeptContact } from './keeping.ts';
import { heldNow, isStillAt } from './keyboard.ts';
import { Reason } from './reason.tsx';

type Props = RecordingPageProps & {
  readonly entry: RecordedView['entries'][number];
  readonly onDone: (deed: DoneDeed) => void;
  readonly onOvertaken: () => void;
};

export function MonthEntry({ entry, onDone, onOvertaken, onRemove, ...common }: Props & Removable) {
  const styles = useStyles();
  const [isCorrected, correct] = useState(false);
  const opener = useRef<HTMLDivElement | null>(null);
  const close = (begun = heldNow()) => {
    const isThere = isStillAt(begun);
    correct(false);
    // the button comes back with the next drawing
    if (isThere) requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const onCorrected = (_: string, { contact, reason, begun }: KeptContact) => {
    close(begun);
    const words = common.say.months.corrected(wordsOf(contact, common));
    const kept = { ...entry, contact: sentContact(contact) };
    onDone({ words, undo: correctionOf(kept, entry.contact, reason) });
  };
  return (
    <li className={isCorrected ? styles.item : styles.row}>
      {isCorrected ? (
        <EntryForm
          corrected={entry}
          asksReason={asksReason(entry)}
          calls={1}
          onDone={onCorrected}
          onCancel={() => close()}
          onOvertaken={onOvertaken}
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

type ToldProps = Omit<Props, 'onDone' | 'onOvertaken'> &
  Removable & {
    readonly opener: RefObject<HTMLDivElement | null>;
    readonly onCorrect: () => void;
  };

function Told({ entry, opener, onCorrect, onRemove, ...common }: ToldProps) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const { say, texts } = common;
  const words = wordsOf(entry.contact, common);
  const when = whenOf(entry.contact, common);
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
        <Button aria-label={say.today.correctOf(`${words}, ${when}`)} onClick={onCorrect}>
          {say.today.correct}
        </Button>
        <Button aria-label={say.today.removeOf(`${words}, ${when}`)} onClick={onRemove} {...backHere}>
          {say.today.remove}
        </Button>
      </div>
    </>
  );
}

/** What may be done to an entry after asking. */
export type EntryDeed = { readonly entry: Props['entry']; readonly deed: 'remove' | 'restore' };

type EntrySureProps = RecordingPageProps &
  EntryDeed &
  Pick<Props, 'onDone' | 'onOvertaken'> & { readonly onClose: () => void };

export function Sure({ entry, deed, onClose, onDone, onOvertaken, ...common }: EntrySureProps) {
  const styles = useStyles();
  const { say } = common;
  const [reason, setReason] = useState('');
  const { busy, why, make, seen } = useDeedOn({ entry, deed }, common, { onDone, onOvertaken, onClose });
  const isRemoval = deed === 'remove';
  return (
    <DialogBody>
      <DialogTitle>{isRemoval ? say.months.sure : say.removed.sure}</DialogTitle>
      <DialogContent className={styles.parts}>
        <FaultsTold why={why} />
        <Text weight="semibold">{`${wordsOf(seen, common)}, ${whenOf(seen, common)}`}</Text>
        {asksReason(entry) && <Reason reason={reason} say={say} onChange={setReason} />}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{say.months.cancel}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void make(reason)}>
          {isRemoval ? say.today.remove : say.removed.restore}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function useDeedOn(
  { entry, deed }: EntryDeed,
  common: RecordingPageProps,
  { onDone, onOvertaken, onClose }: Pick<EntrySureProps, 'onDone' | 'onOvertaken' | 'onClose'>,
) {
  const { say, texts, server } = common;
  const [seen, see] = useState(entry.contact);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<readonly string[]>([]);
  const make = async (reason: string) => {
    setBusy(true);
    const deeds = {
      remove: removalOf({ ...entry, contact: seen }, reason),
      restore: restorationOf(entry, reason),
    };
    const undone = await server.act(deeds[deed]);
    setBusy(false);
    const theirs = undone && theirsIn(undone);
    if (theirs) {
      see(theirs);
      onOvertaken();
      return setWhy([overtakenBy(theirs, common), say.overtaken.remove]);
    }
    if (undone) return setWhy(whyNotRecorded(undone, say, texts));
    onClose();
    const words = wordsOf(seen, common);
    onDone(
      deed === 'remove'
        ? { words: say.months.removed(words), undo: deeds.restore }
        : { words: say.removed.done(words), undo: removalOf(entry, reason) },
    );
  };
  return { busy, why, make, seen };
}
