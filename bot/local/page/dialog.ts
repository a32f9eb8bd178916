/** A dialog that the bot opened: a card or a page over everything else, which Escape closes. */

import type { TeamsDialog } from '../service/stage.ts';
import { drawCard, type PagePress } from './cards.ts';
import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import { notice } from './messages.ts';
import type { Scene } from './scene.ts';

/** Opens, redraws or closes the dialog, as the server says; `behind` can't be reached meanwhile. */
export function drawDialog(element: HTMLDialogElement, scene: Scene, behind: readonly HTMLElement[]): void {
  const { dialog, person } = scene.view;
  for (const each of behind) each.inert = dialog !== undefined;
  fill(element, [dialog, scene.theme, person.locale], () =>
    dialog ? [titleOf(scene, dialog), contentOf(scene, dialog)] : [],
  );
  if (dialog) openFor(element, scene, dialog);
  else element.close();
}

function openFor(element: HTMLDialogElement, scene: Scene, dialog: TeamsDialog): void {
  element.ariaLabel = dialog.title;
  element.style.width =
    typeof dialog.width === 'number' ? `${dialog.width}px` : (widths[dialog.width ?? ''] ?? '600px');
  element.onkeydown = ({ key }) => {
    if (key === 'Escape') void scene.act('close-dialog');
  };
  if (element.open) return;
  // not modal to the browser: the other half of the page stays in use
  element.show();
  element.querySelector<HTMLElement>('.dialog-content :is(input, textarea, select)')?.focus();
}

const widths: Record<string, string> = { small: '400px', medium: '600px', large: '800px' };

function titleOf({ act, texts }: Scene, { title }: TeamsDialog): HTMLElement {
  const close = h('button', {
    type: 'button',
    class: 'quiet',
    'aria-label': texts.close,
    title: texts.close,
    onclick: () => void act('close-dialog'),
  });
  close.append(icon('close'));
  return h('header', {}, h('h2', {}, title), close);
}

function contentOf(scene: Scene, { card, url, title }: TeamsDialog): HTMLElement {
  if (url !== undefined) return h('iframe', { src: url, title });
  const content = h('div', { class: 'dialog-content' });
  const submit = async ({ action, data }: PagePress) => {
    const working = notice(content, scene.texts.working, 'working');
    const outcome = await scene.act('submit', { action, data });
    working.remove();
    if (outcome.saw === 'error') notice(content, outcome.text, 'error');
    if (outcome.saw === 'text')
      window.dispatchEvent(
        new CustomEvent('said', { detail: { person: scene.view.person.id, text: outcome.text } }),
      );
  };
  if (card) content.append(drawCard(card, scene.theme, scene.view.person.locale, submit));
  return content;
}
