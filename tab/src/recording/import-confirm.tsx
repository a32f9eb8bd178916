/** The last step: how many contacts into which months, asked before it is done, and told while it is done. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Spinner,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportView } from '../../../bot/domain/views/recording-views.ts';
import { Over } from '../settings/over.tsx';
import { useStyles } from '../styles.ts';
import { monthText, thisMonth } from '../when.ts';
import { FaultsTold } from './faults-told.tsx';
import type { PartProps } from './import-parts.ts';
import { importedBefore, whyNotImported } from './import-state.ts';
import { countText } from './numbers.ts';

type Props = PartProps & {
  /** `isNew` unless the same file was in already. */
  readonly onDone: (one: ImportView, isNew: boolean) => void;
};

export function ImportConfirm({ onDone, ...part }: Props) {
  const styles = useStyles();
  const { words, texts, checked, busy } = part;
  const { preview } = checked;
  const [isOpen, setOpen] = useState(false);
  const isSound = preview.faulty === 0 && preview.lacking.length === 0;
  return (
    <section className={styles.panel} aria-labelledby="import-confirm">
      <Text as="h2" id="import-confirm" size={500} weight="semibold" className={styles.heading}>
        {words.confirm.heading}
      </Text>
      {!isSound && <Text id="import-not-yet">{words.confirm.notYet}</Text>}
      <div>
        <Button
          appearance="primary"
          disabledFocusable={!isSound || busy}
          onClick={() => setOpen(true)}
          {...(!isSound && { 'aria-describedby': 'import-not-yet' })}
        >
          {words.confirm.open(countText(texts.language, preview.sound))}
        </Button>
      </div>
      <Over alert open={isOpen} onClose={() => setOpen(false)}>
        <Sure
          {...part}
          onClose={() => setOpen(false)}
          onDone={(one, isNew) => {
            setOpen(false);
            onDone(one, isNew);
          }}
        />
      </Over>
    </section>
  );
}

function Sure({ onClose, onDone, ...part }: Props & { readonly onClose: () => void }) {
  const styles = useStyles();
  const { words, texts, checked } = part;
  const { busy, why, send } = useSending(part, onDone);
  const count = countText(texts.language, checked.preview.sound);
  return (
    <DialogBody>
      <DialogTitle>{words.confirm.sure(count)}</DialogTitle>
      <DialogContent className={styles.parts}>
        <FaultsTold why={why ? [why] : []} />
        <Months {...part} />
        <Text>{words.confirm.undo}</Text>
        <div role="status">
          {busy && <Spinner size="small" labelPosition="after" label={words.confirm.importing(count)} />}
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

function useSending({ server, words, texts, checked }: PartProps, onDone: Props['onDone']) {
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

function Months({ words, texts, checked }: PartProps) {
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
