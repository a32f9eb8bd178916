/** Draws messages with their cards, and whole threads of a channel; touches only what changed. */

import type { SeenMessage, SeenThread } from '../people/seeing.ts';
import type { TeamsCard } from '../service/world.ts';
import { avatar } from './avatar.ts';
import { drawCard, type PagePress } from './cards.ts';
import { composer } from './composer.ts';
import { fill, h, keepList } from './dom.ts';
import { icon } from './icons.ts';
import { markdownToHtml } from './markdown.ts';
import { openOverflow } from './overflow.ts';
import { type Scene, timeOf } from './scene.ts';

export function drawMessages(list: HTMLElement, scene: Scene, messages: readonly SeenMessage[]): void {
  keepList(
    list,
    messages,
    ({ id }) => id,
    (message, known) => drawMessage(scene, message, known),
  );
}

export function drawThreads(
  list: HTMLElement,
  scene: Scene,
  threads: readonly SeenThread[],
  isArchived: boolean,
): void {
  keepList(
    list,
    threads,
    ({ id }) => id,
    (thread, known) => drawThread(scene, thread, known, isArchived),
  );
}

function drawThread(
  scene: Scene,
  thread: SeenThread,
  known: HTMLElement | undefined,
  isArchived: boolean,
): HTMLElement {
  const element =
    known ??
    h(
      'article',
      { class: 'thread' },
      h('div', { class: 'thread-messages' }),
      h('div', { class: 'thread-foot' }),
    );
  const [list, foot] = element.children as unknown as [HTMLElement, HTMLElement];
  drawMessages(list, scene, thread.messages);
  fill(foot, [isArchived, scene.view.person.locale, scene.theme], () =>
    isArchived ? [] : [replyOpener(scene, thread, foot)],
  );
  return element;
}

function replyOpener(scene: Scene, { root }: SeenThread, foot: HTMLElement): HTMLElement {
  const open = () => {
    const box = composer(scene, {
      placeholder: scene.texts.writeReply,
      canMention: true,
      mentionAtFirst: false,
      cancel: () => foot.replaceChildren(opener),
      send: async (text, mentionBot) =>
        said(foot, scene.act('say', { place: root.place, thread: root.thread, text, mentionBot })),
    });
    foot.replaceChildren(box);
    box.querySelector('textarea')?.focus();
  };
  const opener = h('button', { type: 'button', class: 'reply', onclick: open });
  opener.append(icon('reply'), scene.texts.reply);
  return opener;
}

/** Shows below `near` why something could not be said; true when it could. */
export async function said(near: HTMLElement, saying: ReturnType<Scene['act']>): Promise<boolean> {
  const outcome = await saying;
  if (outcome.saw === 'error') notice(near, outcome.text, 'error');
  return outcome.saw !== 'error';
}

function drawMessage(scene: Scene, message: SeenMessage, known: HTMLElement | undefined): HTMLElement {
  const { view, theme } = scene;
  const isOwn = message.from === view.person.id;
  // in a channel everybody's words stand on the left, one's own too
  const isAside = isOwn && message.thread === undefined;
  const element = known ?? h('div', { class: isAside ? 'message own' : 'message' });
  const { at, ...rest } = message;
  fill(element, [rest, theme, view.person.locale, timeOf(scene, at)], () => [
    !isAside && avatar(message.name, message.from === 'bot' ? 'app' : 'person'),
    h(
      'div',
      { class: 'said' },
      header(scene, message, isOwn),
      bubble(scene, message),
      suggestions(scene, message),
      reactions(message),
    ),
  ]);
  return element;
}

function header(scene: Scene, message: SeenMessage, isOwn: boolean): HTMLElement {
  return h(
    'div',
    { class: 'by' },
    (!isOwn || message.thread !== undefined) && h('span', { class: 'name' }, message.name),
    h('time', {}, timeOf(scene, message.at)),
    message.edited && !message.deleted && h('span', { class: 'edited' }, scene.texts.edited),
    message.mentions.includes(scene.view.person.id) && h('span', { class: 'at', 'aria-hidden': 'true' }, '@'),
    !message.deleted && tools(scene, message, isOwn),
  );
}

function tools(scene: Scene, message: SeenMessage, isOwn: boolean): HTMLElement | false {
  const { texts, act, view } = scene;
  const at = { place: message.place, message: message.id };
  const button = (label: string, onclick: (event: Event) => void) =>
    h('button', { type: 'button', class: 'tool', 'data-name': `${message.id} ${label}`, onclick }, label);
  const liked = message.reactions[view.person.id] !== undefined;
  if (!isOwn)
    return h(
      'span',
      { class: 'tools' },
      button(texts.like, () => void act('react', { ...at, ...(liked ? {} : { reaction: 'like' }) })),
      moreOf(scene, message),
    );
  const edit = (event: Event) => rewrite(scene, message, event.currentTarget as HTMLElement);
  return h(
    'span',
    { class: 'tools' },
    button(texts.edit, edit),
    button(texts.remove, () => void act('remove', at)),
    moreOf(scene, message),
  );
}

/** The message's own menu, in which apps stand with their commands. */
function moreOf(scene: Scene, message: SeenMessage): HTMLElement {
  const { texts, act } = scene;
  const sendToLine = async () => {
    const outcome = await act('send-to-line', { place: message.place, message: message.id });
    const below = opener.closest<HTMLElement>('.said');
    // Teams says it in a small dialog of its own; here it stands below the message
    if (below && (outcome.saw === 'error' || outcome.saw === 'text'))
      notice(below, outcome.text, outcome.saw === 'error' ? 'error' : 'said');
  };
  const open = () => {
    const frame = opener.closest<HTMLElement>('.said');
    if (frame) openOverflow(frame, opener, [{ title: texts.sendToLine, execute: () => void sendToLine() }]);
  };
  const opener = h('button', {
    type: 'button',
    class: 'tool more',
    'aria-label': texts.more,
    'aria-haspopup': 'menu',
    title: texts.more,
    'data-name': `${message.id} more`,
    onclick: open,
  });
  opener.append(icon('more'));
  return opener;
}

function rewrite(scene: Scene, message: SeenMessage, from: HTMLElement): void {
  const bubble = from.closest('.said')?.querySelector<HTMLElement>('.bubble');
  if (!bubble) return;
  const before = [...bubble.childNodes];
  const cancel = () => bubble.replaceChildren(...before);
  const box = composer(scene, {
    placeholder: scene.texts.edit,
    canMention: false,
    text: message.text.replace(/^<at>.*?<\/at> /, ''),
    cancel,
    send: async (text) =>
      said(bubble, scene.act('edit', { place: message.place, message: message.id, text })),
  });
  bubble.replaceChildren(box);
  box.querySelector('textarea')?.focus();
}

function bubble(scene: Scene, message: SeenMessage): HTMLElement {
  if (message.deleted) return h('div', { class: 'bubble gone' }, scene.texts.deleted);
  const bubble = h('div', { class: message.cards.length > 0 ? 'bubble holds-card' : 'bubble' });
  if (message.text !== '') bubble.append(textOf(message));
  for (const card of message.cards) bubble.append(cardOf(scene, message, card));
  for (const { name, contentType } of message.attachments) {
    if (name !== undefined && !contentType.includes('card'))
      bubble.append(h('span', { class: 'file' }, name));
  }
  return bubble;
}

function textOf({ text, from }: SeenMessage): HTMLElement {
  const element = h('div', { class: 'text' });
  // people's words are taken as they are; only the bot writes Markdown
  const plain = text.replace(/[\\`*_{}[\]()#+\-.!~|]/g, '\\$&').replace(/\n/g, '\n\n');
  element.innerHTML = markdownToHtml(from === 'bot' ? text : plain);
  return element;
}

function cardOf(scene: Scene, message: SeenMessage, card: TeamsCard): HTMLElement {
  const frame = h('div', { class: 'card-frame' });
  const press = async ({ action, data }: PagePress) => {
    const working = notice(frame, scene.texts.working, 'working');
    const outcome = await scene.act('press', { place: message.place, message: message.id, action, data });
    working.remove();
    if (outcome.saw === 'text') notice(frame, outcome.text, 'said');
    if (outcome.saw === 'error') notice(frame, outcome.text, 'error');
  };
  frame.append(drawCard(card, scene.theme, scene.view.person.locale, press));
  if (card['refresh'] !== undefined)
    void scene.act('look', { place: message.place, message: message.id, card });
  return frame;
}

/** A line below a card or box, read out to those who can't see it; goes when the next one comes. */
export function notice(below: HTMLElement, text: string, kind: 'said' | 'error' | 'working'): HTMLElement {
  for (const old of below.querySelectorAll(':scope > .notice')) old.remove();
  const line = h('div', { class: `notice ${kind}`, role: kind === 'error' ? 'alert' : 'status' });
  line.innerHTML = markdownToHtml(text);
  below.append(line);
  line.scrollIntoView({ block: 'nearest' });
  return line;
}

function suggestions({ act }: Scene, { suggestedActions, place }: SeenMessage): HTMLElement | false {
  if (suggestedActions.length === 0) return false;
  const buttons = suggestedActions.map(({ title, value }) =>
    h(
      'button',
      { type: 'button', class: 'suggested', onclick: () => void act('say', { place, text: String(value) }) },
      String(title),
    ),
  );
  return h('div', { class: 'suggestions' }, ...buttons);
}

function reactions({ reactions }: SeenMessage): HTMLElement | false {
  const count = Object.keys(reactions).length;
  return count > 0 && h('div', { class: 'reactions' }, `👍 ${count}`);
}
