/** The text of an instruction: plain at once, set as Markdown as soon as what sets it is here. */
import { type ComponentType, useEffect, useState } from 'react';
import type { InstructionLanguage } from '../../../bot/domain/instructions.ts';
import { useInstructionStyles } from './instruction-styles.ts';

type Setter = ComponentType<{ readonly text: string }>;

const load = async (): Promise<Setter> => (await import('./markdown.tsx')).MarkdownText;
let known: Setter | undefined;

export function Prose({ text, language }: { readonly text: string; readonly language: InstructionLanguage }) {
  const styles = useInstructionStyles();
  const [Setter, setSetter] = useState<Setter | undefined>(() => known);
  useEffect(() => {
    if (Setter) return;
    load().then(
      (loaded) => {
        known = loaded;
        setSetter(() => loaded);
      },
      // the words can be read as they stand
      () => undefined,
    );
  }, [Setter]);
  return (
    <div lang={language} className={styles.prose}>
      {Setter ? <Setter text={text} /> : <div className={styles.plain}>{text}</div>}
    </div>
  );
}
