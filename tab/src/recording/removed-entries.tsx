/** Entries that were deleted: out of the tallies, and still to be brought back. */
import { Button, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { whenOf, wordsOf } from './entry-words.ts';
import type { RecordingPageProps } from './fields.ts';

type Props<Entry extends EntryView> = RecordingPageProps & {
  readonly entries: readonly Entry[];
  readonly onRestore: (entry: Entry) => void;
};

/** Folded, since few look for them; nothing where there are none. */
export function RemovedEntries<Entry extends EntryView>({ entries, onRestore, ...common }: Props<Entry>) {
  const styles = useStyles();
  const { say } = common;
  if (entries.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{say.removed.heading(entries.length)}</summary>
      <Text size={200} className={styles.quiet}>
        {say.removed.how}
      </Text>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <Removed key={entry.id} entry={entry} onRestore={() => onRestore(entry)} {...common} />
        ))}
      </ul>
    </details>
  );
}

function Removed({
  entry,
  onRestore,
  ...common
}: RecordingPageProps & { readonly entry: EntryView; readonly onRestore: () => void }) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const { say, texts } = common;
  const words = `${wordsOf(entry.contact, common)}, ${whenOf(entry.contact, common)}`;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <Text>{words}</Text>
        <Text size={200} className={styles.quiet}>
          {say.months.by(entry.by, momentText(texts.language, entry.at))}
        </Text>
      </div>
      <Button aria-label={say.removed.restoreOf(words)} onClick={onRestore} {...backHere}>
        {say.removed.restore}
      </Button>
    </li>
  );
}
