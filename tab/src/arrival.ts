/** Whoever goes on within the tab, their keyboard, screen reader and eye go along. */
import { type RefObject, useEffect, useRef } from 'react';

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
