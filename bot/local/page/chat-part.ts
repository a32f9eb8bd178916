/** The chat with the app: its messages, its state, and the box to write in. */

import { avatar } from './avatar.ts';
import { composer } from './composer.ts';
import { fill, h } from './dom.ts';
import { searchBox } from './extension.ts';
import { icon } from './icons.ts';
import { drawMessages, said } from './messages.ts';
import { framed } from './place.ts';
import type { Scene, Where } from './scene.ts';

export function chatPart(main: HTMLElement, scene: Scene, where: Where): void {
  const { view } = scene;
  const { head, empty, list, foot } = framed(main, view.chat.id, 'chat');
  fill(head, [view.person.locale, view.person.id, view.chat.bot, view.chat.blocked, view.tab], () =>
    heading(scene, where),
  );
  fill(empty, [view.chat.messages.length > 0, view.person.locale], () =>
    view.chat.messages.length > 0 ? [] : [h('p', { class: 'empty' }, scene.texts.nothingYet)],
  );
  drawMessages(list, scene, view.chat.messages);
  fill(foot, [view.person.locale, view.chat.bot, view.chat.blocked], () => footing(scene, foot));
}

function heading(scene: Scene, where: Where): HTMLElement[] {
  const { view, texts } = scene;
  const back = h('button', {
    type: 'button',
    class: 'quiet back',
    'aria-label': texts.back,
    onclick: () => leave(scene, where),
  });
  back.append(icon('back'));
  const openTab = () => {
    where.section = 'app';
    scene.redraw();
  };
  return [
    back,
    avatar(view.botName, 'app'),
    h('h1', {}, view.botName),
    h(
      'span',
      { class: 'tabs' },
      h('span', { class: 'tab current' }, texts.chat),
      ...(view.tab.url
        ? [h('button', { type: 'button', class: 'tab', onclick: openTab }, view.tab.name)]
        : []),
    ),
    h('span', { class: 'space' }),
    menu(scene),
  ];
}

function menu({ texts, view, act }: Scene): HTMLElement {
  const choice = (label: string, deed: string) =>
    h('button', { type: 'button', onclick: () => void act(deed) }, label);
  const summary = h('summary', { 'aria-label': texts.more, title: texts.more });
  summary.append(icon('more'));
  const { blocked, bot } = view.chat;
  return h(
    'details',
    { class: 'menu' },
    summary,
    h(
      'div',
      { class: 'menu-items' },
      blocked ? choice(texts.unblock, 'unblock') : choice(texts.block, 'block'),
      bot === 'installed' ? choice(texts.uninstall, 'uninstall') : choice(texts.install, 'install'),
    ),
  );
}

function footing(scene: Scene, foot: HTMLElement): HTMLElement[] {
  const { view, texts, act } = scene;
  const { blocked, bot } = view.chat;
  if (blocked)
    return [
      h('p', { class: 'state' }, texts.blocked),
      h('button', { type: 'button', class: 'plain', onclick: () => void act('unblock') }, texts.unblock),
    ];
  if (bot === 'removed')
    return [
      h('p', { class: 'state' }, texts.removed),
      h('button', { type: 'button', class: 'plain', onclick: () => void act('install') }, texts.install),
    ];
  const box = composer(scene, {
    placeholder: texts.writeMessage,
    canMention: false,
    send: (text) => said(foot, act('say', { place: view.chat.id, text })),
  });
  return bot === 'none'
    ? [h('p', { class: 'state' }, texts.notInstalled), box]
    : [box, searchBox(scene, view.chat.id)];
}

export function leave(scene: Scene, where: Where): void {
  where.isOpen = false;
  scene.redraw();
}
