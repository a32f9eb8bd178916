/** Where in the tab one is: a page and what comes after it, kept in the address so that Back and links work. */
import { useSyncExternalStore } from 'react';

/** `#/settings/audit` → page `settings`, rest `['audit']`. */
export type PageRoute = { readonly page: string; readonly rest: readonly string[] };

export function readRoute(hash: string): PageRoute {
  const [page = '', ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded);
  return { page, rest };
}

export const hrefOf = (page: string, ...rest: readonly string[]) =>
  `#/${[page, ...rest].map(encodeURIComponent).join('/')}`;

/** What somebody typed into the address may be no address at all. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

const followers = new Set<() => void>();

/**
 * Goes there at once: the browser tells of a new address only later, and a box that stands for it would meanwhile be
 * drawn as it was before the press.
 */
export function goTo(href: string): void {
  window.location.hash = href;
  for (const follow of [...followers]) follow();
}

/** The address as it is now; what uses it is drawn again when it changes. */
export const useHash = () =>
  useSyncExternalStore(
    (follow) => {
      followers.add(follow);
      window.addEventListener('hashchange', follow);
      return () => {
        followers.delete(follow);
        window.removeEventListener('hashchange', follow);
      };
    },
    () => window.location.hash,
    () => '',
  );
