/** Imports old statistics from a file: looked through and mended first, then all of it or nothing; undone whole. */
import { Text, Title2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportsView, ImportView } from '../../../bot/domain/views/recording-views.ts';
import { importTextsFor } from '../../../bot/words/tab/recording-import-texts.ts';
import { Brought } from '../kit/brought.tsx';
import { Over } from '../kit/over.tsx';
import { useQuery } from '../kit/query.ts';
import { Shown, Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { EarlierImports } from './earlier-imports.tsx';
import { FaultsTold } from './faults-told.tsx';
import type { RecordingPageProps } from './fields.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportConfirm, ImportSure } from './import-confirm.tsx';
import { ImportFaults } from './import-faults.tsx';
import { ImportFile } from './import-file.tsx';
import { useImportState } from './import-state.ts';
import { ImportValues } from './import-values.tsx';
import { contactsText, wholeMoment } from './numbers.ts';

/** Said once, of what was just imported or undone. */
type DoneImport = { readonly words: string };

export function ImportPage(common: RecordingPageProps) {
  const styles = useStyles();
  const { texts, server } = common;
  const { language } = texts;
  const words = importTextsFor(language);
  const earlier = useQuery<ImportsView>(server, '/recording/imports');
  const state = useImportState(server, { say: words, texts });
  const [told, tell] = useState<DoneImport>();
  const [isAsked, ask] = useState(false);
  const { checked, busy, why } = state;
  const done = ({ by, at, count }: ImportView, isNew: boolean) => {
    const before = words.doneBefore(by, wholeMoment(language, at));
    tell({ words: isNew ? words.done(contactsText(words, language, count)) : before });
    ask(false);
    state.forget();
    void earlier.again();
  };
  const choose = (file: File) => {
    tell(undefined);
    void state.choose(file);
  };
  const parts = checked && { ...common, words, checked, busy, onChange: state.change };
  return (
    <>
      <Title2 as="h1" className={styles.heading}>
        {words.title}
      </Title2>
      <Text>{words.lead}</Text>
      {/* what was pressed has gone with the file */}
      <Brought by={told}>
        <Told>{told?.words}</Told>
      </Brought>
      <ImportFile words={words} state={state} onChoose={choose} {...common} />
      <FaultsTold why={why ? [why] : []} />
      {parts && (
        <>
          <ImportColumns {...parts} />
          <ImportValues {...parts} />
          <ImportFaults {...parts} />
          <ImportConfirm onConfirm={() => ask(true)} {...parts} />
        </>
      )}
      <Over alert open={isAsked} onClose={() => ask(false)}>
        {parts && <ImportSure onClose={() => ask(false)} onDone={done} {...parts} />}
      </Over>
      <Shown remote={earlier.remote} texts={texts} onAgain={() => void earlier.again()}>
        {({ imports }) => (
          <EarlierImports
            imports={imports}
            words={words}
            onUndone={(undone) => {
              tell({ words: undone });
              void earlier.again();
            }}
            {...common}
          />
        )}
      </Shown>
    </>
  );
}
