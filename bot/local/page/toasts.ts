/** Banners in the corner: what rang while the page was open, each leading to its message. */

import type { Toast } from '../service/world.ts';
import { avatar } from './avatar.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';

const shownFor = 7000;

export interface ToastHandling {
  /** Whether the person is looking at its place already. */
  readonly isInSight: (toast: Toast) => boolean;
  /** Leads to its message. */
  readonly open: (toast: Toast) => void;
}

/** Shows the toasts that came after the last drawing. */
export function createToasts(element: HTMLElement): (scene: Scene, handling: ToastHandling) => void {
  let seen: number | undefined;
  return (scene, { isInSight, open }) => {
    const { toasts } = scene.view;
    const newest = Math.max(0, ...toasts.map(({ message }) => Number(message)));
    // what rang before the page was opened stands under Activity only
    const fresh = seen === undefined ? [] : toasts.filter(({ message }) => Number(message) > (seen ?? 0));
    seen = Math.max(newest, seen ?? 0);
    for (const toast of fresh.filter((each) => !isInSight(each)).slice(-3))
      element.append(banner(scene, toast.title, toast.text, () => open(toast)));
  };
}

/** A banner that goes by itself. */
export function banner({ texts, view }: Scene, title: string, text: string, open?: () => void): HTMLElement {
  const close = h('button', { type: 'button', class: 'quiet', 'aria-label': texts.close });
  close.append(icon('close'));
  const body = h(
    'button',
    { type: 'button', class: 'toast-body' },
    avatar(view.botName, 'app'),
    h('span', {}, h('strong', {}, title), h('span', {}, text)),
  );
  const toast = h('div', { class: 'toast', role: 'status' }, body, close);
  const go = () => toast.remove();
  close.addEventListener('click', go);
  body.addEventListener('click', () => {
    go();
    open?.();
  });
  setTimeout(go, shownFor);
  return toast;
}
