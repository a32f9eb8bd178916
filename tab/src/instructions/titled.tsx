/** A page of the instructions while it comes or when it can't be had: with its heading, and with a way on. */
import { Text, Title2 } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure, Remote } from '../kit/remote.ts';
import { Failed, Waiting } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { hrefTo, type InstructionProps } from './common.ts';
import { useInstructionStyles } from './instruction-styles.ts';

type Props<Value> = Pick<InstructionProps, 'say' | 'texts'> & {
  readonly remote: Remote<Value>;
  /** Above it while it comes: its title where that is known already. */
  readonly heading?: string | undefined;
  /** What is said when there is no such thing; without it, that there is no such instruction. */
  readonly missing?: Missing | undefined;
  readonly onAgain: () => void;
  readonly children: (value: Value) => ReactNode;
};
type Missing = {
  readonly heading: string;
  readonly why: string;
  readonly to: string;
  readonly way: string;
};

export function Titled<Value>({ remote, children, heading, ...props }: Props<Value>) {
  if (remote.state === 'ready') return children(remote.value);
  if (remote.state === 'failed' && remote.failure === 'not-found') return <NotThere {...props} />;
  return <NotYet heading={heading ?? props.say.title} remote={remote} {...props} />;
}

type NotYetProps = Pick<Props<unknown>, 'texts' | 'onAgain'> & {
  readonly heading: string;
  readonly remote: { readonly state: 'loading' } | { readonly state: 'failed'; readonly failure: Failure };
};

function NotYet({ heading, remote, texts, onAgain }: NotYetProps) {
  const styles = useStyles();
  return (
    <>
      <Title2 as="h1" className={styles.heading}>
        {heading}
      </Title2>
      {remote.state === 'loading' ? (
        <Waiting texts={texts} />
      ) : (
        <Failed texts={texts} failure={remote.failure} onAgain={onAgain} />
      )}
    </>
  );
}

/** Links grow old: anyone who follows one is told, and shown where to look. */
function NotThere({ missing, say }: Pick<Props<unknown>, 'missing' | 'say'>) {
  const styles = useStyles();
  const { link } = useInstructionStyles();
  const { heading, why, to, way } = missing ?? { ...say.missing.instruction, to: hrefTo() };
  return (
    <section className={styles.panel}>
      <Title2 as="h1" className={styles.heading}>
        {heading}
      </Title2>
      <Text>{why}</Text>
      <a href={to} className={link}>
        {way}
      </a>
    </section>
  );
}
