/** The frame of an open place: head, scrolling middle and foot, made again only when another place opens. */

import { h } from './dom.ts';

export interface Frame {
  readonly head: HTMLElement;
  /** Says that there is nothing yet. */
  readonly empty: HTMLElement;
  readonly list: HTMLElement;
  readonly foot: HTMLElement;
}

const frames = new WeakMap<HTMLElement, { readonly place: string; readonly frame: Frame }>();

export function framed(main: HTMLElement, place: string, kind: 'chat' | 'channel'): Frame {
  const known = frames.get(main);
  if (known?.place === place && main.contains(known.frame.head)) return known.frame;
  const list = h('div', { class: `messages ${kind}` });
  const empty = h('div');
  const scroll = h('div', { class: 'scroll', tabindex: 0, role: 'log' }, empty, list);
  const frame = {
    head: h('header', { class: 'place-head' }),
    empty,
    list,
    foot: h('footer', { class: 'place-foot' }),
  };
  stayAtEnd(scroll, list);
  main.replaceChildren(frame.head, scroll, frame.foot);
  frames.set(main, { place, frame });
  return frame;
}

/** Stays at the newest, whatever grows or shrinks, while the reader is there. */
function stayAtEnd(scroll: HTMLElement, list: HTMLElement): void {
  let isAtEnd = true;
  let height = 0;
  scroll.addEventListener('scroll', () => {
    // moved by what grew or shrank in it, not by the reader
    if (scroll.scrollHeight - scroll.clientHeight !== height) return;
    isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  });
  const observer = new ResizeObserver(() => {
    height = scroll.scrollHeight - scroll.clientHeight;
    if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
  });
  observer.observe(scroll);
  observer.observe(list);
}
