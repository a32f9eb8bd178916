/** Records contacts that came by phone, by e-mail or in person, in seconds and by keyboard alone. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import { type LastRecorded, lastOf } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../styles.ts';
import { Done, type DoneDeed } from './done.tsx';
import { sentContact } from './entry.ts';
import { EntryForm } from './entry-form.tsx';
import type { Common } from './fields.ts';
import { TodaysEntries } from './todays-entries.tsx';

export type RecordingProps = Common & { readonly onChanged: () => Promise<void> };

export function Recording({ onChanged, ...common }: RecordingProps) {
  const styles = useStyles();
  const { say } = common;
  const [corrected, correct] = useState<EntryView>();
  const [calls, setCalls] = useState(0);
  const [told, tell] = useState<DoneDeed>();
  const call = () => setCalls((before) => before + 1);
  const openFor = (entry?: EntryView) => {
    correct(entry);
    call();
  };
  const done = async (deed: DoneDeed, gone?: string) => {
    if (gone !== undefined && gone === corrected?.id) correct(undefined);
    await onChanged();
    tell(deed);
    // whoever has gone on to fill in something stays there
    if (!document.activeElement?.closest('form')) call();
  };
  return (
    <>
      <Title2 as="h1" className={styles.heading}>
        {say.title}
      </Title2>
      <Text>{say.lead}</Text>
      <Done told={told} onUndone={() => void done({ words: say.undone })} {...common} />
      {corrected && (
        <EntryForm
          key={corrected.id}
          corrected={corrected}
          calls={calls}
          onDone={(words) => void done({ words }, corrected.id)}
          onCancel={() => openFor()}
          onOvertaken={() => void onChanged()}
          {...common}
        />
      )}
      {/* what has been filled in of a new contact waits while a former one is corrected */}
      <div hidden={corrected !== undefined}>
        <NewEntries
          calls={corrected ? 0 : calls}
          onDone={(words) => {
            tell({ words });
            void onChanged();
          }}
          {...common}
        />
      </div>
      <TodaysEntries
        onCorrect={openFor}
        onRemoved={(deed, gone) => void done(deed, gone)}
        onOvertaken={() => void onChanged()}
        {...common}
      />
    </>
  );
}

type NewProps = Common & { readonly calls: number; readonly onDone: (told: string) => void };

/** One after another: the next form is there as soon as a contact is kept, with what was chosen last. */
function NewEntries({ calls, onDone, view, ...common }: NewProps) {
  const [kept, keep] = useState<{ readonly count: number; readonly last?: LastRecorded }>({ count: 0 });
  return (
    <EntryForm
      key={kept.count}
      calls={calls + kept.count}
      onDone={(words, { contact }) => {
        keep({ count: kept.count + 1, last: lastOf(sentContact(contact)) });
        onDone(words);
      }}
      onCancel={() => undefined}
      view={{ ...view, ...(kept.last && { last: kept.last }) }}
      {...common}
    />
  );
}
