/** The last step: how many contacts into which months, asked before it is done, and told while it is done. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Spinner,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportView } from '../../../bot/domain/views/recording-views.ts';
import { useStyles } from '../kit/styles.ts';
import { monthText, thisMonth } from '../kit/when.ts';
import { FaultsTold } from './faults-told.tsx';
import type { ImportPartProps } from './import-parts.ts';
import { importedBefore, whyNotImported } from './import-state.ts';
import { contactsText, countText } from './numbers.ts';

export function ImportConfirm({
  words,
  texts,
  checked: { preview },
  busy,
  onConfirm,
}: ImportPartProps & { readonly onConfirm: () => void }) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const isSound = preview.faulty === 0 && preview.lacking.length === 0;
  return (
    <section className={styles.panel} aria-labelledby="import-confirm">
      <Text as="h2" id="import-confirm" size={500} weight="semibold" className={styles.heading}>
        {words.confirm.heading}
      </Text>
      {!isSound && <Text id="import-not-yet">{words.confirm.notYet}</Text>}
      <div>
        <Button
          {...backHere}
          appearance="primary"
          disabledFocusable={!isSound || busy}
          onClick={onConfirm}
          {...(!isSound && { 'aria-describedby': 'import-not-yet' })}
        >
          {words.confirm.open(contactsText(words, texts.language, preview.sound))}
        </Button>
      </div>
    </section>
  );
}

type Props = ImportPartProps & {
  readonly onClose: () => void;
  /** `isNew` unless the same file was in already. */
  readonly onDone: (one: ImportView, isNew: boolean) => void;
};

export function ImportSure({ onClose, onDone, ...part }: Props) {
  const styles = useStyles();
  const { words, texts, checked } = part;
  const { busy, why, send } = useSending(part, onDone);
  const contacts = contactsText(words, texts.language, checked.preview.sound);
  return (
    <DialogBody>
      <DialogTitle>{words.confirm.sure(contacts)}</DialogTitle>
      <DialogContent className={styles.parts}>
        <FaultsTold why={why ? [why] : []} />
        <Months {...part} />
        <Text>{words.confirm.undo}</Text>
        <div role="status">
          {busy && <Spinner size="small" labelPosition="after" label={words.confirm.importing(contacts)} />}
        </div>
      </DialogContent>
      <DialogActions fluid>
        <Button disabledFocusable={busy} onClick={onClose}>
          {words.confirm.cancel}
        </Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {words.confirm.yes}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function useSending({ server, words, texts, checked }: ImportPartProps, onDone: Props['onDone']) {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string>();
  const send = async () => {
    setBusy(true);
    setWhy(undefined);
    const body = { csv: checked.csv, mapping: checked.mapping };
    const heard = await server.hear<ImportView>({ method: 'POST', path: '/recording/imports', body });
    setBusy(false);
    if (heard.state === 'ready') return onDone(heard.value, true);
    // an answer that was lost on its way is asked for again: the same file is the same import
    const before = importedBefore(heard);
    if (before) onDone(before, false);
    else setWhy(whyNotImported(heard, { say: words, texts }));
  };
  return { busy, why, send };
}

function Months({ words, texts, checked }: ImportPartProps) {
  const styles = useStyles();
  const { language } = texts;
  const now = thisMonth();
  const heads = [words.confirm.month, words.confirm.count, words.confirm.what];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={styles.cell}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {checked.preview.months.map(({ month, count }) => (
          <tr key={month}>
            <th scope="row" className={styles.cell}>
              {monthText(language, month)}
            </th>
            <td className={styles.cell}>{countText(language, count)}</td>
            <td className={styles.cell}>{month < now ? words.confirm.finished : words.confirm.running}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
