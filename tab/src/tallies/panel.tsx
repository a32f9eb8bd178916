/** A part of the page under its own heading; and what of it is folded away until somebody asks for it. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useStyles } from '../kit/styles.ts';
import { SectionHeading } from '../kit/ways-within.tsx';
import { useTallyStyles } from './tally-styles.ts';

export function Panel({
  id,
  heading,
  children,
}: {
  readonly id: string;
  readonly heading: string;
  readonly children: ReactNode;
}) {
  const [styles, { whole }] = [useStyles(), useTallyStyles()];
  return (
    <section className={mergeClasses(styles.panel, whole)} aria-labelledby={id}>
      <SectionHeading id={id}>{heading}</SectionHeading>
      {children}
    </section>
  );
}

/** Folded until asked for; on paper always open. */
export function Folded({
  show,
  hide,
  children,
}: {
  readonly show: string;
  readonly hide: string;
  readonly children: ReactNode;
}) {
  const [styles, { paperOnly }] = [useStyles(), useTallyStyles()];
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.onScreen}>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? hide : show}
        </Button>
      </div>
      <div className={open ? undefined : paperOnly}>{children}</div>
    </>
  );
}
