/** When a person goes on within the tab, their keyboard, screen reader and eye go along. */
import { type RefObject, useEffect, useRef } from 'react';

/** How long Fluent's dialogs fade at most. */
const fadedMs = 600;

/** Anyone who goes on while a dialog is still fading would leave the whole page hidden from screen readers, for good. */
export function useHeardAgain(address: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each change of the address
  useEffect(() => {
    const look = setTimeout(() => {
      if (!document.querySelector('[aria-modal="true"]'))
        document.getElementById('root')?.removeAttribute('aria-hidden');
    }, fadedMs);
    return () => clearTimeout(look);
  }, [address]);
}

/** `where` names what is shown in the element; when it becomes another, the element takes the focus. */
export function useArrival<Place extends HTMLElement>(where: string | undefined): RefObject<Place | null> {
  const place = useRef<Place | null>(null);
  const before = useRef(where);
  useEffect(() => {
    if (before.current !== where) {
      // the browser would scroll as little as it can, and leave half of the frame above out of sight
      place.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    before.current = where;
  }, [where]);
  return place;
}
