/** A table that is wider than its place scrolls within itself, and holds the page at its width. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStyles } from './styles.ts';

/** In the keyboard's way only while there is something to scroll to (WCAG 2.1.1). */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const place = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const sizes = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth));
    for (const one of [current, ...current.children]) sizes.observe(one);
    return () => sizes.disconnect();
  }, []);
  return (
    <section ref={place} className={styles.scroll} {...(scrolls && { 'aria-label': label, tabIndex: 0 })}>
      {children}
    </section>
  );
}
