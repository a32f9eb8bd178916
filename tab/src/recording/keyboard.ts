/** Where the keyboard is when a deed begins: anyone who has gone on since is not taken from there. */

/** What has the keyboard. */
export const heldNow = (): Element | null => document.activeElement;

/** Whether the keyboard is where it was when the deed began, or what it was in has gone. */
export function isStillAt(begun: Element | null): boolean {
  const held = heldNow();
  return held === null || held === document.body || held === begun;
}

export function giveBack(begun: Element | null): void {
  if (begun instanceof HTMLElement && isStillAt(begun)) begun.focus();
}
