/** What has been imported: by whom, when, how much; each can be undone whole. */
import {
  Badge,
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportView } from '../../../bot/domain/views/recording-views.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import { Over, useAbout } from '../kit/over.tsx';
import { useStyles } from '../kit/styles.ts';
import { FaultsTold } from './faults-told.tsx';
import type { RecordingPageProps } from './fields.ts';
import { whyNotImported } from './import-state.ts';
import { contactsText, monthsText, wholeMoment } from './numbers.ts';

type Props = RecordingPageProps & {
  readonly imports: readonly ImportView[];
  readonly words: ImportTexts;
  readonly onUndone: (told: string) => void;
};

export function EarlierImports({ imports, words, onUndone, ...common }: Props) {
  const styles = useStyles();
  const { about: chosen, isOpen, ask, close } = useAbout<ImportView>();
  const { language } = common.texts;
  return (
    <section className={styles.panel} aria-labelledby="imports">
      <Text as="h2" id="imports" size={500} weight="semibold" className={styles.heading}>
        {words.earlier.heading}
      </Text>
      {imports.length === 0 && <Text>{words.earlier.none}</Text>}
      <ul className={styles.list}>
        {imports.map((one) => (
          <Import key={one.id} one={one} words={words} language={language} onUndo={() => ask(one)} />
        ))}
      </ul>
      <Over alert open={isOpen} onClose={close}>
        {chosen && (
          <Undoing
            one={chosen}
            words={words}
            onClose={close}
            onUndone={() => {
              close();
              onUndone(words.earlier.undone(contactsText(words, language, chosen.count)));
            }}
            {...common}
          />
        )}
      </Over>
    </section>
  );
}

type ImportProps = {
  readonly one: ImportView;
  readonly words: ImportTexts;
  readonly language: RecordingPageProps['texts']['language'];
  readonly onUndo: () => void;
};

function Import({ one: { by, at, count, months, state }, words, language, onUndo }: ImportProps) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const { earlier } = words;
  const what = `${contactsText(words, language, count)}, ${monthsText(language, months)}`;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <span className={styles.line}>
          <Text weight="semibold">{what}</Text>
          <Badge appearance="tint" color={state === 'kept' ? 'success' : 'informative'}>
            {earlier.state[state]}
          </Badge>
        </span>
        <Text size={200} className={styles.quiet}>
          {earlier.by(by, wholeMoment(language, at))}
        </Text>
      </div>
      {state === 'kept' && (
        <Button aria-label={earlier.undoOf(what)} onClick={onUndo} {...backHere}>
          {earlier.undo}
        </Button>
      )}
    </li>
  );
}

type UndoingProps = RecordingPageProps & {
  readonly one: ImportView;
  readonly words: ImportTexts;
  readonly onClose: () => void;
  readonly onUndone: () => void;
};

function Undoing({ one, words, onClose, onUndone, server, texts }: UndoingProps) {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string>();
  const { id, count, months } = one;
  const undo = async () => {
    setBusy(true);
    const undone = await server.act({
      method: 'DELETE',
      path: `/recording/imports/${encodeURIComponent(id)}`,
    });
    setBusy(false);
    if (undone) setWhy(whyNotImported(undone, { say: words, texts }));
    else onUndone();
  };
  return (
    <DialogBody>
      <DialogTitle>{words.earlier.undo}</DialogTitle>
      <DialogContent className={styles.parts}>
        <FaultsTold why={why ? [why] : []} />
        <Text>
          {words.earlier.sure(contactsText(words, texts.language, count), monthsText(texts.language, months))}
        </Text>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{words.earlier.keep}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void undo()}>
          {words.earlier.undo}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
