/** The ways within one page: links to its parts or sections, and the headings at which one arrives by them. */
import { mergeClasses, Text } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStyles } from './styles.ts';

export type WayWithin = {
  readonly href: string;
  readonly words: string;
  /** A part that is shown instead of the others, now. */
  readonly isOpen?: boolean;
  /** The id of the heading of a section that stands on the page among the others. */
  readonly heading?: string;
};

export function WaysWithin({ label, ways }: { readonly label: string; readonly ways: readonly WayWithin[] }) {
  const styles = useStyles();
  return (
    <nav className={styles.waysWithin} aria-label={label}>
      {ways.map(({ href, words, isOpen = false, heading }) => (
        <a
          key={href}
          href={href}
          className={mergeClasses(styles.wayWithin, isOpen && styles.wayWithinOpen)}
          {...(isOpen && { 'aria-current': 'page' })}
          // anyone who has scrolled away since may come again, though the address stays as it is
          {...(heading && { onClick: () => window.location.hash === href && arriveAt(heading) })}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}

/** Names a section, and takes the focus of the person who comes to it. */
export function SectionHeading({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Text
      as="h2"
      id={id}
      tabIndex={-1}
      size={500}
      weight="semibold"
      className={mergeClasses(styles.heading, styles.place, styles.landing)}
    >
      {children}
    </Text>
  );
}

/**
 * Goes to the section that the address names by its heading's id, once it is drawn; a link from outside leads there too.
 * `top`: the id of what one comes to when the address names no section any more; without it one stays where one is.
 */
export function useSectionArrival(heading: string | undefined, isDrawn: boolean, top?: string): void {
  const wanted = heading ?? top;
  const before = useRef(top);
  useEffect(() => {
    if (!isDrawn || before.current === wanted) return;
    before.current = wanted;
    if (wanted) arriveAt(wanted);
  }, [isDrawn, wanted]);
}

function arriveAt(id: string): void {
  const place = document.getElementById(id);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView();
}
