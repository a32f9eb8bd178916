/** What somebody else saved meanwhile, with what it has and lacks beside the writer's own text. */
import { Button, Text } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import type { InstructionLanguage, Wording } from '../../../bot/domain/instructions/instructions.ts';
import { useStyles } from '../kit/styles.ts';
import type { InstructionProps } from './common.ts';
import { differenceOf } from './difference.ts';
import { DifferenceShown } from './difference-shown.tsx';
import type { Conflict } from './form.ts';
import { useInstructionStyles } from './instruction-styles.ts';

type Props = Pick<InstructionProps, 'say'> & {
  readonly language: InstructionLanguage;
  readonly conflict: Conflict;
  /** As the writer's text stands in the form now. */
  readonly yours: Wording;
  readonly onTake: (wording: Wording) => void;
};

export function Theirs({ language, conflict: { theirs, mine }, yours, onTake, say }: Props) {
  const styles = useStyles();
  const { plain } = useInstructionStyles();
  const wording = theirs.wordings[language];
  return (
    <section className={styles.panel} aria-label={say.conflict.theirs[language]}>
      <Text weight="semibold">{say.conflict.theirs[language]}</Text>
      {wording ? (
        <div lang={language}>
          <Text as="h2" weight="semibold" className={styles.heading}>
            {wording.title}
          </Text>
          <div className={plain}>
            <FromYours theirs={wording.text} yours={yours.text} say={say} />
          </div>
        </div>
      ) : (
        <Text>{say.conflict.none}</Text>
      )}
      <div className={styles.line}>
        {wording && (
          <Button size="small" onClick={() => onTake(wording)}>
            {say.conflict.takeTheirs}
          </Button>
        )}
        <Button size="small" onClick={() => onTake(mine[language])}>
          {say.conflict.takeMine}
        </Button>
      </div>
    </section>
  );
}

/** Their whole text, with what the writer's own lacks told apart. */
function FromYours({
  theirs,
  yours,
  say,
}: Pick<InstructionProps, 'say'> & { readonly theirs: string; readonly yours: string }) {
  // typing goes before comparing
  const settled = useDeferredValue(yours);
  const parts = useMemo(
    () => differenceOf(settled, theirs).filter(({ kind }) => kind !== 'removed'),
    [settled, theirs],
  );
  const isSame = parts.every(({ kind }) => kind === 'kept');
  return isSame ? theirs : <DifferenceShown parts={parts} say={say} />;
}
