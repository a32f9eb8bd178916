/** What this person recorded today, to be corrected or deleted while the day lasts. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { momentText } from '../when.ts';
import { whyNotRecorded } from './entry.ts';
import type { Common } from './fields.ts';

type Props = Common & {
  readonly onCorrect: (entry: EntryView) => void;
  readonly onRemoved: () => void;
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
  readonly onRemoved: () => void;
};

function Entry({ entry, onCorrect, onRemoved, ...common }: EntryProps) {
  const styles = useStyles();
  const { say, texts } = common;
  const [isSure, ask] = useState(false);
  const words = wordsOf(entry.contact, common);
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <Text weight="semibold">{words}</Text>
        <Text size={200} className={styles.quiet}>
          {momentText(texts.language, entry.at)}
        </Text>
      </div>
      {isSure ? (
        <Removing entry={entry} onKeep={() => ask(false)} onRemoved={onRemoved} {...common} />
      ) : (
        <div className={styles.line}>
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

/** `Puhelin · Huoli-ilmoitus · Kuopio`. */
function wordsOf({ channel, topic, place, region }: OtherContact, { view, say, texts }: Common): string {
  const topicName = view.topics.find(({ id }) => id === topic)?.name[texts.language];
  const where = view.places.find(({ id }) => id === place) ?? view.regions.find(({ id }) => id === region);
  return [say.channel[channel], topicName, where?.name[texts.language]]
    .filter((one) => one !== undefined)
    .join(' · ');
}

type RemovingProps = Common & {
  readonly entry: EntryView;
  readonly onKeep: () => void;
  readonly onRemoved: () => void;
};

function Removing({ entry: { id }, onKeep, onRemoved, server, say, texts }: RemovingProps) {
  const styles = useStyles();
  const [why, setWhy] = useState<readonly string[]>([]);
  const remove = async () => {
    const path = `/recording/entries/${encodeURIComponent(id)}/removal`;
    const undone = await server.act({ method: 'POST', path, body: {} });
    if (undone) setWhy(whyNotRecorded(undone, say, texts));
    else onRemoved();
  };
  return (
    <div role="alert" className={styles.list}>
      {why.map((line) => (
        <MessageBar key={line} intent="error">
          <MessageBarBody>{line}</MessageBarBody>
        </MessageBar>
      ))}
      <Text>{say.today.sure}</Text>
      <span className={styles.line}>
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
