/** The first step: a file is chosen or dropped; a template shows what is expected. */
import { Button, mergeClasses, Spinner, Text } from '@fluentui/react-components';
import { type DragEvent, useRef, useState } from 'react';
import { importLimits } from '../../../bot/domain/tally/contact-import.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import type { Failure } from '../kit/remote.ts';
import { saveFrom } from '../kit/saving.ts';
import { Failed } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import type { RecordingPageProps } from './fields.ts';
import type { ImportState } from './import-state.ts';
import { useImportStyles } from './import-styles.ts';
import { countText, rowsText } from './numbers.ts';

type Props = RecordingPageProps & {
  readonly words: ImportTexts;
  readonly state: ImportState;
  readonly onChoose: (file: File) => void;
};

export function ImportFile({ words, state, onChoose, ...common }: Props) {
  const styles = useStyles();
  const { language } = common.texts;
  const { checked, busy } = state;
  return (
    <section className={styles.panel} aria-labelledby="import-file">
      <Text as="h2" id="import-file" size={500} weight="semibold" className={styles.heading}>
        {words.file.heading}
      </Text>
      <Text>{words.file.how}</Text>
      <Drop onChoose={onChoose} words={words} isOther={checked !== undefined} />
      <Text size={200} className={styles.quiet}>
        {words.file.limits(importLimits.bytes / 1024 / 1024, countText(language, importLimits.rows))}
      </Text>
      <div role="status">
        {busy && <Spinner size="tiny" labelPosition="after" label={words.file.checking} />}
        {!busy && checked && (
          <Text>{words.file.read(checked.name, rowsText(words, language, checked.preview.rows))}</Text>
        )}
      </div>
      <Template words={words} {...common} />
    </section>
  );
}

type DropProps = Pick<Props, 'words' | 'onChoose'> & { readonly isOther: boolean };

function Drop({ words, onChoose, isOther }: DropProps) {
  const styles = useStyles();
  const { drop, over } = useImportStyles();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  const choose = (file: File | undefined | null) => {
    if (file) onChoose(file);
    // the same file may be chosen again once it has been mended
    if (input.current) input.current.value = '';
  };
  const onDrag = (event: DragEvent, next: boolean) => {
    event.preventDefault();
    setOver(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button does the same by keyboard
    <div
      className={mergeClasses(drop, styles.line, isOver && over)}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        choose(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={({ target }) => choose(target.files?.[0])}
      />
      <Button appearance={isOther ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
        {isOther ? words.file.other : words.file.choose}
      </Button>
      <Text>{words.file.drop}</Text>
    </div>
  );
}

function Template({ words, texts, server }: RecordingPageProps & Pick<Props, 'words'>) {
  const [failure, setFailure] = useState<Failure>();
  const get = async () =>
    setFailure(await saveFrom(server, `/recording/imports/template?language=${texts.language}`));
  return (
    <div>
      <Button size="small" onClick={() => void get()}>
        {words.template.get}
      </Button>
      {failure && <Failed failure={failure} texts={texts} />}
    </div>
  );
}
