/** The text of an instruction, set as Markdown; plain where what sets it can't be had. */
import { type ComponentType, useEffect, useState } from 'react';
import type { InstructionLanguage } from '../../../bot/domain/instructions/instructions.ts';
import { instructionTextsFor } from '../../../bot/words/tab/instructions-texts.ts';
import { useInstructionStyles } from './instruction-styles.ts';

type Setter = ComponentType<{ readonly text: string; readonly table: string }>;

let known: Setter | undefined;

const load = (): Promise<Setter | undefined> =>
  import('./markdown.tsx').then(
    ({ MarkdownText }) => {
      known = MarkdownText;
      return known;
    },
    // its file can't be had: the words can be read as they stand
    () => undefined,
  );

/** Whether texts can be set, or can't be waited for any longer; asked where they would jump if they were set later. */
export function useSetting(): boolean {
  const [isSettled, settle] = useState(known !== undefined);
  useEffect(() => {
    if (!isSettled) void load().then(() => settle(true));
  }, [isSettled]);
  return isSettled;
}

export function Prose({ text, language }: { readonly text: string; readonly language: InstructionLanguage }) {
  const styles = useInstructionStyles();
  const [Setter, setSetter] = useState<Setter | undefined>(() => known);
  useEffect(() => {
    if (!Setter) void load().then((loaded) => setSetter(() => loaded));
  }, [Setter]);
  return (
    <div lang={language} className={styles.prose}>
      {Setter ? (
        <Setter text={text} table={instructionTextsFor(language).page.table} />
      ) : (
        <div className={styles.plain}>{text}</div>
      )}
    </div>
  );
}
