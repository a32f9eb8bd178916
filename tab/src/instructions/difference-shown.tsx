/** What changed, readable by eye without colour and by ear. */
import { Text } from '@fluentui/react-components';
import type { InstructionTexts } from '../../../bot/words/tab/instructions-texts.ts';
import type { DiffPart, Gap } from './difference.ts';
import { useInstructionStyles } from './instruction-styles.ts';

type Part = DiffPart | Gap;

export function DifferenceShown({
  parts,
  say,
}: {
  readonly parts: readonly Part[];
  readonly say: InstructionTexts;
}) {
  const { difference } = useInstructionStyles();
  if (parts.every(({ kind }) => kind === 'kept' || kind === 'gap')) return <Text>{say.difference.none}</Text>;
  return (
    <div className={difference}>
      {placed(parts).map(([at, part]) => (
        <Piece key={at} part={part} say={say} />
      ))}
    </div>
  );
}

/** Each part with where it begins: parts have no name of their own. */
function placed(parts: readonly Part[]): readonly (readonly [at: number, part: Part])[] {
  let at = 0;
  return parts.map((part) => {
    const here = at;
    at += part.kind === 'gap' ? 1 : part.text.length;
    return [here, part] as const;
  });
}

function Piece({ part, say: { difference } }: { readonly part: Part; readonly say: InstructionTexts }) {
  const styles = useInstructionStyles();
  switch (part.kind) {
    case 'gap':
      return <div className={styles.gap}>… {difference.gap(part.lines)} …</div>;
    case 'kept':
      return <span>{part.text}</span>;
    case 'added':
      return (
        <ins>
          <span className={styles.heard}>{difference.added} </span>
          {part.text}
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span className={styles.heard}>{difference.removed} </span>
          {part.text}
        </del>
      );
  }
}
