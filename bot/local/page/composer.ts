/** The box in which a person writes: Enter sends, Shift+Enter makes a new line, the draft survives everything. */

import { h } from './dom.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';

export interface ComposerOptions {
  readonly placeholder: string;
  /** Offers to mention the app: in a channel it hears nothing else. */
  readonly canMention: boolean;
  readonly mentionAtFirst?: boolean;
  readonly text?: string;
  /** Sends; false keeps the text in the box. */
  readonly send: (text: string, mentionBot: boolean) => Promise<boolean>;
  readonly cancel?: () => void;
}

export function composer({ texts, view }: Scene, options: ComposerOptions): HTMLElement {
  const { placeholder, canMention, mentionAtFirst = true, text = '', cancel } = options;
  const box = h('textarea', { rows: 1, placeholder, 'aria-label': placeholder });
  box.value = text;
  const mention = h('input', { type: 'checkbox', checked: mentionAtFirst });
  const send = async () => {
    const said = box.value.trim();
    if (said === '') return;
    box.value = '';
    grow(box);
    if (await options.send(said, mention.checked)) return;
    box.value ||= said;
    grow(box);
  };
  box.addEventListener('input', () => grow(box));
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel?.();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  return h(
    'div',
    { class: canMention || cancel ? 'composer' : 'composer compact' },
    box,
    h(
      'div',
      { class: 'composer-row' },
      canMention &&
        h(
          'label',
          { class: 'mention-toggle', title: texts.mentionHint },
          mention,
          `${texts.mention} ${view.botName}`,
        ),
      h('span', { class: 'space' }),
      cancel && h('button', { type: 'button', class: 'quiet', onclick: cancel }, texts.cancel),
      sendButton(texts.send, send),
    ),
  );
}

function sendButton(label: string, send: () => Promise<void>): HTMLElement {
  const button = h('button', {
    type: 'button',
    class: 'send',
    title: label,
    'aria-label': label,
    onclick: () => void send(),
  });
  button.append(icon('send'));
  return button;
}

function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
}
