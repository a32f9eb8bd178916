/** Records contacts that came by phone, by e-mail or in person, in seconds and by keyboard alone. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import { type LastRecorded, lastOf } from '../../../bot/domain/tally/other-contacts.ts';
import type { EntryView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../kit/styles.ts';
import { Done, type DoneDeed } from './done.tsx';
import { sentContact } from './entry.ts';
import { EntryForm } from './entry-form.tsx';
import type { RecordingPageProps } from './fields.ts';
import { isStillAt } from './keyboard.ts';
import { TodaysEntries } from './todays-entries.tsx';

export type RecordingProps = RecordingPageProps & { readonly onChanged: () => Promise<void> };

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
    const { begun = null } = deed;
    if (isStillAt(begun)) call();
    // by now another may be corrected
    if (gone !== undefined) correct((now) => (now?.id === gone ? undefined : now));
    await onChanged();
    tell(deed);
    // the row that was pressed in may have gone
    if (isStillAt(begun)) call();
  };
  return (
    <>
      <Title2 as="h1" className={styles.heading}>
        {say.title}
      </Title2>
      <Text>{say.lead}</Text>
      <Done told={told} onUndone={(begun) => void done({ words: say.undone, begun })} {...common} />
      {corrected && (
        <EntryForm
          key={corrected.id}
          corrected={corrected}
          calls={calls}
          onDone={(words, { begun }) => void done({ words, begun }, corrected.id)}
          onCancel={() => openFor()}
          onOvertaken={() => void onChanged()}
          {...common}
        />
      )}
      {/* what has been filled in of a new contact waits while a former one is corrected */}
      <div hidden={corrected !== undefined}>
        <NewEntries
          calls={calls}
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

type NewProps = RecordingPageProps & { readonly calls: number; readonly onDone: (told: string) => void };

/** `heard`: the calls that the form of the next contact does not answer. */
type KeptBefore = { readonly count: number; readonly heard: number; readonly last?: LastRecorded };

/** One after another: the next form is there as soon as a contact is kept, with what was chosen last. */
function NewEntries({ calls, onDone, view, ...common }: NewProps) {
  const [kept, keep] = useState<KeptBefore>({ count: 0, heard: 0 });
  return (
    <EntryForm
      key={kept.count}
      calls={calls - kept.heard}
      onDone={(words, { contact, begun }) => {
        const heard = isStillAt(begun) ? calls - 1 : calls;
        keep({ count: kept.count + 1, heard, last: lastOf(sentContact(contact)) });
        onDone(words);
      }}
      onCancel={() => undefined}
      view={{ ...view, ...(kept.last && { last: kept.last }) }}
      {...common}
    />
  );
}
