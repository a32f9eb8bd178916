/** What this person recorded today, to be corrected or deleted while the day lasts. */
import { Button, Text } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import type { DoneDeed } from './done.tsx';
import { whyNotRecorded } from './entry.ts';
import { overtakenBy, removalOf, restorationOf, theirsIn, wordsOf } from './entry-words.ts';
import { FaultsTold } from './faults-told.tsx';
import type { RecordingPageProps } from './fields.ts';
import { heldNow } from './keyboard.ts';
import { RemovedEntries } from './removed-entries.tsx';

type Props = RecordingPageProps & {
  readonly onCorrect: (entry: EntryView) => void;
  /** `gone`: the id of what was deleted. */
  readonly onRemoved: (deed: DoneDeed, gone?: string) => void;
  readonly onOvertaken: () => void;
};

export function TodaysEntries({ onCorrect, onRemoved, onOvertaken, ...common }: Props) {
  const styles = useStyles();
  const { view, say } = common;
  return (
    <section className={styles.panel} aria-labelledby="recorded-today">
      <Text as="h2" id="recorded-today" size={500} weight="semibold" className={styles.heading}>
        {say.today.heading}
      </Text>
      {view.today.length === 0 && <Text>{say.today.none}</Text>}
      <ul className={styles.list}>
        {view.today
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              onCorrect={() => onCorrect(entry)}
              onRemoved={(deed) => onRemoved(deed, entry.id)}
              onOvertaken={onOvertaken}
              {...common}
            />
          ))}
      </ul>
      <Restoring onRestored={onRemoved} {...common} />
      <Text size={200} className={styles.quiet}>
        {say.today.later}
      </Text>
    </section>
  );
}

function Restoring({
  onRestored,
  ...common
}: RecordingPageProps & { readonly onRestored: (deed: DoneDeed) => void }) {
  const { server, view, say, texts } = common;
  const [why, setWhy] = useState<readonly string[]>([]);
  const restore = async (entry: EntryView) => {
    const begun = heldNow();
    const undone = await server.act(restorationOf(entry));
    setWhy(undone ? whyNotRecorded(undone, say, texts) : []);
    if (undone) return;
    const words = say.removed.done(wordsOf(entry.contact, common));
    onRestored({ words, undo: removalOf(entry), begun });
  };
  return (
    <>
      <FaultsTold why={why} />
      <RemovedEntries entries={view.removedToday} onRestore={(entry) => void restore(entry)} {...common} />
    </>
  );
}

type EntryProps = RecordingPageProps & {
  readonly entry: EntryView;
  readonly onCorrect: () => void;
  readonly onRemoved: (deed: DoneDeed) => void;
  readonly onOvertaken: () => void;
};

function Entry({ entry, onCorrect, onRemoved, onOvertaken, ...common }: EntryProps) {
  const styles = useStyles();
  const { say, texts } = common;
  const [isSure, ask] = useState(false);
  const words = wordsOf(entry.contact, common);
  const deeds = useRef<HTMLDivElement | null>(null);
  const keep = () => {
    ask(false);
    // the buttons come back with the next drawing
    requestAnimationFrame(() => deeds.current?.querySelector('button')?.focus());
  };
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <Text weight="semibold">{words}</Text>
        <Text size={200} className={styles.quiet}>
          {momentText(texts.language, entry.at)}
        </Text>
      </div>
      {isSure ? (
        <Removing entry={entry} onKeep={keep} onRemoved={onRemoved} onOvertaken={onOvertaken} {...common} />
      ) : (
        <div ref={deeds} className={styles.line}>
          <Button aria-label={say.today.correctOf(words)} onClick={onCorrect}>
            {say.today.correct}
          </Button>
          <Button aria-label={say.today.removeOf(words)} onClick={() => ask(true)}>
            {say.today.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

type RemovingProps = RecordingPageProps & {
  readonly entry: EntryView;
  readonly onKeep: () => void;
  readonly onRemoved: (deed: DoneDeed) => void;
  readonly onOvertaken: () => void;
};

function Removing({ entry, onKeep, onRemoved, onOvertaken, ...common }: RemovingProps) {
  const styles = useStyles();
  const { server, say, texts } = common;
  const [why, setWhy] = useState<readonly string[]>([]);
  const first = useRef<HTMLSpanElement | null>(null);
  // the button that was pressed has gone
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  const remove = async () => {
    const begun = heldNow();
    const undone = await server.act(removalOf(entry));
    const theirs = undone && theirsIn(undone);
    // the entry is drawn again as it stands: what is deleted with the next press has been seen
    if (theirs) {
      setWhy([overtakenBy(theirs, common), say.overtaken.remove]);
      onOvertaken();
    } else if (undone) setWhy(whyNotRecorded(undone, say, texts));
    else {
      const words = say.months.removed(wordsOf(entry.contact, common));
      onRemoved({ words, undo: restorationOf(entry), begun });
    }
  };
  return (
    <div className={styles.list}>
      <FaultsTold why={why} />
      <Text role="alert">{say.today.sure}</Text>
      <span ref={first} className={styles.line}>
        <Button appearance="primary" onClick={() => void remove()}>
          {say.today.remove}
        </Button>
        <Button onClick={onKeep}>{say.today.keep}</Button>
      </span>
    </div>
  );
}
