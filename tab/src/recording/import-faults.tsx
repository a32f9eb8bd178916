/** The fourth step: every faulty row by its number, and what is wrong with it. */
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { RowFault } from '../../../bot/domain/tally/contact-import.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import { useStyles } from '../kit/styles.ts';
import type { ImportPartProps } from './import-parts.ts';
import { countText, rowsText } from './numbers.ts';

const firstRows = 10;

export function ImportFaults({ words, texts, checked: { preview } }: ImportPartProps) {
  const styles = useStyles();
  const { rows, faulty } = preview;
  const counted = (count: number) => countText(texts.language, count);
  const isSound = faulty === 0;
  return (
    <section className={styles.panel} aria-labelledby="import-faults">
      <Text as="h2" id="import-faults" size={500} weight="semibold" className={styles.heading}>
        {words.faults.heading}
      </Text>
      <div role="status">
        <MessageBar intent={isSound ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>
            {isSound
              ? words.faults.none(rowsText(words, texts.language, rows))
              : words.faults.summary(counted(faulty), counted(rows))}
          </MessageBarBody>
        </MessageBar>
      </div>
      {!isSound && <FaultyRows faults={preview.faults} faulty={faulty} words={words} />}
    </section>
  );
}

type FaultRows = {
  readonly faults: readonly RowFault[];
  readonly faulty: number;
  readonly words: ImportTexts;
};

function FaultyRows({ faults, faulty, words }: FaultRows) {
  const styles = useStyles();
  const [all, showAll] = useState(false);
  const lines = [...new Set(faults.map(({ line }) => line))];
  const rows = lines.map((line) => [line, faults.filter((one) => one.line === line)] as const);
  const shown = all ? rows : rows.slice(0, firstRows);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(([line, found]) => (
          <li key={line} className={styles.item}>
            <Text weight="semibold">{words.faults.row(line)}</Text>
            {found.map((fault) => (
              <Text key={`${fault.field} ${fault.fault} ${fault.value}`}>{faultText(fault, words)}</Text>
            ))}
          </li>
        ))}
      </ul>
      {!all && rows.length > firstRows && (
        <div>
          <Button onClick={() => showAll(true)}>{words.faults.all(rows.length)}</Button>
        </div>
      )}
      {rows.length < faulty && <Text>{words.faults.first(faults.length)}</Text>}
    </>
  );
}

/** `Kanava: arvoa ”Kirje” ei tunneta.` */
export const faultText = (
  { field, fault, value = '' }: RowFault,
  { faults: { what }, columns }: ImportTexts,
): string => what[fault](columns[field], value);
