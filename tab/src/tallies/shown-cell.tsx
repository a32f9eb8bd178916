/** A number as it stands in a table: perhaps hidden, perhaps unknown, perhaps the way to the cases behind it. */
import { Link, useRestoreFocusTarget } from '@fluentui/react-components';
import type { Cut } from '../../../bot/domain/tally/facts.ts';
import type { Cell } from '../../../bot/domain/views/tally-views.ts';
import { cellText, countText } from './numbers.ts';
import { useTallyStyles } from './tally-styles.ts';
import type { Say } from './words.ts';

/** Of a value within what is looked at: whose cases are wanted, and what the value is called. */
export type OnLook = (within: Cut, what: string) => void;

export function ShownCell({ cell, say }: { readonly cell: Cell; readonly say: Say }) {
  const styles = useTallyStyles();
  if (cell !== 'hidden') return cellText(say, cell);
  return (
    <>
      <span aria-hidden>{cellText(say, cell)}</span>
      <span className={styles.heard}>{say.in.hidden}</span>
    </>
  );
}

type Props = {
  readonly cell: Cell;
  readonly what: string;
  readonly within: Cut;
  readonly say: Say;
  /** Absent where nobody may look behind the figures. */
  readonly onLook: OnLook | undefined;
};

export function LookedBehind({ cell, what, within, say, onLook }: Props) {
  if (!onLook || typeof cell !== 'number' || cell === 0) return <ShownCell cell={cell} say={say} />;
  const count = countText(say.language, cell);
  return (
    <LookButton name={say.behind.look(what, count)} onLook={() => onLook(within, what)}>
      {count}
    </LookButton>
  );
}

export function LookButton({
  name,
  onLook,
  children,
}: {
  readonly name: string;
  readonly onLook: () => void;
  readonly children: string;
}) {
  const backHere = useRestoreFocusTarget();
  const { asLarge } = useTallyStyles();
  return (
    <Link {...backHere} as="button" className={asLarge} aria-label={name} onClick={onLook}>
      {children}
    </Link>
  );
}
