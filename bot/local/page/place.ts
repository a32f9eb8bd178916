/** The frame of an open place: head, scrolling middle and foot, made anew only when another place opens. */

import { h } from './dom.ts';

export interface Frame {
  readonly head: HTMLElement;
  readonly scroll: HTMLElement;
  readonly list: HTMLElement;
  readonly foot: HTMLElement;
}

const frames = new WeakMap<HTMLElement, { readonly place: string; readonly frame: Frame }>();

export function framed(main: HTMLElement, place: string, kind: 'chat' | 'channel'): Frame {
  const known = frames.get(main);
  if (known?.place === place && main.contains(known.frame.head)) return known.frame;
  const list = h('div', { class: `messages ${kind}` });
  const scroll = h('div', { class: 'scroll', tabindex: 0, role: 'log' }, h('div', {}), list);
  const frame = {
    head: h('header', { class: 'place-head' }),
    scroll,
    list,
    foot: h('footer', { class: 'place-foot' }),
  };
  main.replaceChildren(frame.head, frame.scroll, frame.foot);
  frames.set(main, { place, frame });
  return frame;
}

/** Draws, and stays at the newest if the reader was there. */
export function keepAtEnd(scroll: HTMLElement, draw: () => void): void {
  const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  draw();
  if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
}
