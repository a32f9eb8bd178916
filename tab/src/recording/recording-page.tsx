/** Records contacts that came by phone, by e-mail or in person, in seconds and by keyboard alone. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import { recordingTextsFor } from '../../../bot/domain/locales/tab-recording-texts.ts';
import type { EntryView, RecordingView } from '../../../bot/domain/views/recording-views.ts';
import { useAsked } from '../asked.ts';
import type { PageProps } from '../pages.ts';
import { Shown, Told } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { EntryForm } from './entry-form.tsx';
import { TodaysEntries } from './todays-entries.tsx';

export function RecordingPage({ texts, server }: PageProps) {
  const { remote, again } = useAsked<RecordingView>(server, '/recording');
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {(view) => <Recording view={view} texts={texts} server={server} onChanged={again} />}
    </Shown>
  );
}

export type RecordingProps = Pick<PageProps, 'texts' | 'server'> & {
  readonly view: RecordingView;
  readonly onChanged: () => Promise<void>;
};

export function Recording({ view, texts, server, onChanged }: RecordingProps) {
  const styles = useStyles();
  const say = recordingTextsFor(texts.language);
  const common = { view, texts, server, say };
  const [corrected, correct] = useState<EntryView>();
  const [round, setRound] = useState(0);
  const [told, tell] = useState<string>();
  const done = async (words: string) => {
    await onChanged();
    tell(words);
    correct(undefined);
    // a new form, with what was chosen last
    setRound(round + 1);
  };
  return (
    <div className={styles.parts}>
      <Title2 as="h1" className={styles.heading}>
        {say.title}
      </Title2>
      <Text>{say.lead}</Text>
      <Told>{told}</Told>
      <EntryForm
        key={corrected?.id ?? `new-${round}`}
        hasFocus={corrected !== undefined || round > 0}
        onDone={(words) => void done(words)}
        onCancel={() => correct(undefined)}
        {...(corrected && { corrected })}
        {...common}
      />
      <TodaysEntries onCorrect={correct} onRemoved={() => void done(say.today.removed)} {...common} />
    </div>
  );
}
