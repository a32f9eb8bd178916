/** Records contacts that came by phone, by e-mail or in person, in seconds and by keyboard alone. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { Done, type DoneDeed } from './done.tsx';
import { EntryForm } from './entry-form.tsx';
import type { Common } from './fields.ts';
import { TodaysEntries } from './todays-entries.tsx';

export type RecordingProps = Common & { readonly onChanged: () => Promise<void> };

export function Recording({ onChanged, ...common }: RecordingProps) {
  const styles = useStyles();
  const { say } = common;
  const [corrected, correct] = useState<EntryView>();
  const [round, setRound] = useState(0);
  const [told, tell] = useState<DoneDeed>();
  const done = async (deed: DoneDeed) => {
    await onChanged();
    tell(deed);
    correct(undefined);
    // a new form, with what was chosen last
    setRound(round + 1);
  };
  return (
    <>
      <Title2 as="h1" className={styles.heading}>
        {say.title}
      </Title2>
      <Text>{say.lead}</Text>
      <Done told={told} onUndone={() => void done({ words: say.undone })} {...common} />
      <EntryForm
        key={corrected?.id ?? `new-${round}`}
        hasFocus={corrected !== undefined || round > 0}
        onDone={(words) => void done({ words })}
        onCancel={() => correct(undefined)}
        onOvertaken={() => void onChanged()}
        {...(corrected && { corrected })}
        {...common}
      />
      <TodaysEntries
        onCorrect={correct}
        onRemoved={(deed) => void done(deed)}
        onOvertaken={() => void onChanged()}
        {...common}
      />
    </>
  );
}
