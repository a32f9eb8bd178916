/** What this person recorded today, to be corrected or deleted while the day lasts. */
import { Button, Text } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { momentText } from '../when.ts';
import type { DoneDeed } from './done.tsx';
import { whyNotRecorded } from './entry.ts';
import { removalOf, restorationOf, wordsOf } from './entry-words.ts';
import { FaultsTold } from './faults-told.tsx';
import type { Common } from './fields.ts';

type Props = Common & {
  readonly onCorrect: (entry: EntryView) => void;
  readonly onRemoved: (deed: DoneDeed) => void;
};

export function TodaysEntries({ onCorrect, onRemoved, ...common }: Props) {
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
              onRemoved={onRemoved}
              {...common}
            />
          ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        {say.today.later}
      </Text>
    </section>
  );
}

type EntryProps = Common & {
  readonly entry: EntryView;
  readonly onCorrect: () => void;
  readonly onRemoved: (deed: DoneDeed) => void;
};

function Entry({ entry, onCorrect, onRemoved, ...common }: EntryProps) {
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
        <Removing entry={entry} onKeep={keep} onRemoved={onRemoved} {...common} />
      ) : (
        <div ref={deeds} className={styles.line}>
          <Button size="small" aria-label={say.today.correctOf(words)} onClick={onCorrect}>
            {say.today.correct}
          </Button>
          <Button size="small" aria-label={say.today.removeOf(words)} onClick={() => ask(true)}>
            {say.today.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

type RemovingProps = Common & {
  readonly entry: EntryView;
  readonly onKeep: () => void;
  readonly onRemoved: (deed: DoneDeed) => void;
};

function Removing({ entry, onKeep, onRemoved, ...common }: RemovingProps) {
  const styles = useStyles();
  const { server, say, texts } = common;
  const [why, setWhy] = useState<readonly string[]>([]);
  const first = useRef<HTMLSpanElement | null>(null);
  // the button that was pressed has gone
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  const remove = async () => {
    const undone = await server.act(removalOf(entry));
    if (undone) setWhy(whyNotRecorded(undone, say, texts));
    else onRemoved({ words: say.months.removed(wordsOf(entry.contact, common)), undo: restorationOf(entry) });
  };
  return (
    <div className={styles.list}>
      <FaultsTold why={why} />
      <Text role="alert">{say.today.sure}</Text>
      <span ref={first} className={styles.line}>
        <Button size="small" appearance="primary" onClick={() => void remove()}>
          {say.today.remove}
        </Button>
        <Button size="small" onClick={onKeep}>
          {say.today.keep}
        </Button>
      </span>
    </div>
  );
}
