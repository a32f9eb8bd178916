/** The middle column: the chat, the teams with their channels, or what has rung. */

import { avatar } from './avatar.ts';
import { fill, h } from './dom.ts';
import type { ReadMarks } from './reading.ts';
import { activityOf, type Scene, timeOf, type Where } from './scene.ts';
import type { PageChannel, PageTeam } from './server/page-api.ts';

export function drawList(list: HTMLElement, scene: Scene, where: Where, reading: ReadMarks): void {
  list.hidden = where.section === 'app';
  if (where.section === 'activity') reading.sawToasts(activityOf(scene.view));
  const draw = { activity: activityList, chat: chatList, teams: teamsList, app: () => [] }[where.section];
  const { person, chat, teams, toasts } = scene.view;
  const unread = teams.flatMap(({ channels }) =>
    channels.map((channel) => unreadIn(channel, scene, reading)),
  );
  const shape = teams.map(({ channels, ...team }) => [team, channels.map(({ id, name }) => [id, name])]);
  fill(list, [where, person.locale, person.id, shape, unread, toasts, chat.messages.at(-1)], () =>
    draw(scene, where, reading),
  );
}

function item(
  where: { isCurrent: boolean; name: string; isUnread?: boolean },
  onclick: () => void,
  ...content: (Node | string | false)[]
): HTMLElement {
  const { isCurrent, name, isUnread } = where;
  const props = { 'aria-current': isCurrent ? 'true' : undefined, 'data-name': name, onclick };
  return h('button', { type: 'button', class: isUnread ? 'item unread' : 'item', ...props }, ...content);
}

function chatList(scene: Scene, where: Where, reading: ReadMarks): HTMLElement[] {
  const { view, texts } = scene;
  const last = view.chat.messages.at(-1);
  const words = last?.deleted ? texts.deleted : last?.summary || last?.text.replace(/<\/?at>/g, '') || '';
  const open = () => go(scene, where, {});
  const isUnread = reading.unread(view.chat.id, view.chat.messages, view.person.id) > 0;
  const line = h(
    'span',
    { class: 'item-text' },
    h(
      'span',
      { class: 'item-head' },
      h('span', { class: 'item-name' }, view.botName),
      last ? h('time', {}, timeOf(scene, last.at)) : '',
    ),
    h('span', { class: 'item-words' }, words),
  );
  return [
    h('h2', {}, texts.chat),
    item({ isCurrent: true, name: 'chat', isUnread }, open, avatar(view.botName, 'app'), line),
  ];
}

function teamsList(scene: Scene, where: Where, reading: ReadMarks): HTMLElement[] {
  const { texts, view } = scene;
  const sections = view.teams.map((team) => teamSection(scene, where, reading, team));
  return [
    h('h2', {}, texts.teams),
    ...(sections.length > 0 ? sections : [h('p', { class: 'empty' }, texts.noTeams)]),
  ];
}

function teamSection(scene: Scene, where: Where, reading: ReadMarks, team: PageTeam): HTMLElement {
  const channels = team.channels.map((channel) => {
    const isCurrent = where.channel === channel.id;
    const isUnread = unreadIn(channel, scene, reading) > 0;
    const open = () => go(scene, where, { channel: channel.id });
    return item(
      { isCurrent, name: channel.id, isUnread },
      open,
      h('span', { class: 'item-name' }, channel.name ?? scene.texts.general),
    );
  });
  return h(
    'div',
    { class: 'team-block' },
    h('div', { class: 'team-name' }, avatar(team.name, 'team'), team.name),
    ...channels,
    ...(team.hasBot ? [] : [addToTeam(scene, team)]),
  );
}

function addToTeam({ texts, act }: Scene, { id }: PageTeam): HTMLElement {
  const add = () => act('add-to-team', { team: id });
  return h(
    'button',
    { type: 'button', class: 'item', 'data-name': `add to ${id}`, onclick: add },
    `+ ${texts.addToTeam}`,
  );
}

function activityList(scene: Scene, where: Where): HTMLElement[] {
  const { texts, view } = scene;
  const items = [...activityOf(view)].reverse().map((toast) => {
    const open = () => {
      where.section = toast.thread === undefined ? 'chat' : 'teams';
      go(scene, where, toast.thread === undefined ? {} : { channel: toast.place });
    };
    const head = h(
      'span',
      { class: 'item-head' },
      h('span', { class: 'item-name' }, toast.title),
      h('time', {}, timeOf(scene, toast.at)),
    );
    const text = h('span', { class: 'item-text' }, head, h('span', { class: 'item-words' }, toast.text));
    return item(
      { isCurrent: false, name: `toast ${toast.message}` },
      open,
      avatar(view.botName, 'app'),
      text,
    );
  });
  return [
    h('h2', {}, texts.activity),
    ...(items.length > 0 ? items : [h('p', { class: 'empty' }, texts.nothingYet)]),
  ];
}

function unreadIn({ id, threads }: PageChannel, { view }: Scene, reading: ReadMarks): number {
  return reading.unread(
    id,
    threads.flatMap(({ messages }) => messages),
    view.person.id,
  );
}

function go(scene: Scene, where: Where, to: { channel?: string }): void {
  Object.assign(where, to, { isOpen: true });
  scene.redraw();
}
