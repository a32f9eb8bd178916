/** Keeps the keyboard's place when what was pressed makes way for what came of it. */
import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStyles } from './styles.ts';

type Props = {
  /** What came; whenever it is something new the focus is brought here, but not when it is first drawn. */
  readonly by: unknown;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Brought({ by, className, children }: Props) {
  const { place } = useStyles();
  const element = useRef<HTMLDivElement | null>(null);
  const before = useRef(by);
  useEffect(() => {
    if (by && before.current !== by) element.current?.focus();
    before.current = by;
  }, [by]);
  return (
    <div ref={element} tabIndex={-1} className={mergeClasses(className, place)}>
      {children}
    </div>
  );
}
