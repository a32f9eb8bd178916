/** The menu behind a card's or a message's "…", reached by pointer and by arrow keys. */

import { h } from './dom.ts';

/** A card's own buttons are such choices too. */
export interface MenuChoice {
  readonly title?: string | undefined;
  readonly isEnabled?: boolean;
  execute(): void;
}

/** Opens the menu below `opener`, inside `frame`, whose theme it wears. */
export function openOverflow(frame: HTMLElement, opener: HTMLElement, actions: readonly MenuChoice[]): void {
  const leaving = new AbortController();
  const close = () => {
    leaving.abort();
    menu.remove();
    opener.ariaExpanded = 'false';
  };
  const items = actions.map((action) => menuItem(action, close));
  const menu = h('div', { class: 'menu-items overflow', role: 'menu' }, ...items);
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      opener.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(items, event);
  });
  frame.append(menu);
  place(menu, frame, opener);
  const sizes = new ResizeObserver(() => place(menu, frame, opener));
  for (const one of [frame, menu]) sizes.observe(one);
  leaving.signal.addEventListener('abort', () => sizes.disconnect());
  opener.ariaExpanded = 'true';
  items[0]?.focus();
  const onPointer = ({ target }: PointerEvent) => {
    if (!menu.contains(target as Node)) close();
  };
  document.addEventListener('pointerdown', onPointer, { signal: leaving.signal });
}

function menuItem(action: MenuChoice, close: () => void): HTMLElement {
  const choose = () => {
    close();
    action.execute();
  };
  const isOff = action.isEnabled === false;
  return h(
    'button',
    { type: 'button', role: 'menuitem', disabled: isOff, onclick: choose },
    action.title ?? '',
  );
}

function step(items: readonly HTMLElement[], event: KeyboardEvent): void {
  event.preventDefault();
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  items[(next + items.length) % items.length]?.focus();
}

/** Below the opener, or above it where there is no room below; never over the frame's edge. */
function place(menu: HTMLElement, frame: HTMLElement, opener: HTMLElement): void {
  const around = frame.getBoundingClientRect();
  const from = opener.getBoundingClientRect();
  const left = Math.min(from.left - around.left, around.width - menu.offsetWidth - 4);
  menu.style.left = `${Math.max(4, left)}px`;
  const room = (frame.closest('.scroll, dialog') ?? document.body).getBoundingClientRect().bottom;
  const isTight = from.bottom + menu.offsetHeight > room;
  menu.style.top = `${(isTight ? from.top - menu.offsetHeight - 4 : from.bottom + 4) - around.top}px`;
}
