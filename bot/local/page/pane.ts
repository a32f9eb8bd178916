/** One person's Teams: rail, list and conversation, with dialogs and toasts over them. */

import type { ActOutcome } from '../people/acting.ts';
import type { Toast } from '../service/world.ts';
import { avatar } from './avatar.ts';
import { channelPart } from './channel-part.ts';
import { chatPart } from './chat-part.ts';
import { drawDialog } from './dialog.ts';
import { fill, h } from './dom.ts';
import type { CardTheme } from './host-config.ts';
import { type IconName, icon } from './icons.ts';
import { drawList } from './lists.ts';
import { createReading, type ReadMarks } from './reading.ts';
import { activityOf, type PageSection, type Scene, type Where } from './scene.ts';
import type { PageTeam, PageView } from './server/page-api.ts';
import { openTab, type TabHost, type ThreadPlace } from './tab-host.ts';
import { act, fetchView } from './talk.ts';
import { languages, textsFor } from './texts.ts';
import { banner, createToasts } from './toasts.ts';

export interface PaneOptions {
  readonly person: string;
  readonly theme: CardTheme;
  readonly channel?: string;
  readonly choosePerson: (id: string) => void;
  readonly themeChosen: (theme: CardTheme) => void;
}

export interface Split {
  readonly label: 'split' | 'unsplit';
  readonly go: () => void;
}

export interface Pane {
  readonly element: HTMLElement;
  /** What the button in the corner does: brings another person, or closes this side. */
  setSplit(split: Split): void;
  refresh(): Promise<void>;
  close(): void;
}

/** What one half remembers between drawings. */
interface Half {
  readonly options: PaneOptions;
  readonly parts: PaneParts;
  readonly where: Where;
  readonly reading: ReadMarks;
  readonly showToasts: ReturnType<typeof createToasts>;
  theme: CardTheme;
  split: Split;
  view?: PageView;
  tab?: TabHost | undefined;
  /** How many views were asked for: a late one must not undo a newer. */
  asked: number;
}

export function createPane(options: PaneOptions): Pane {
  const parts = createParts();
  const { channel, person, theme } = options;
  const half: Half = {
    options,
    parts,
    theme,
    where: { section: channel ? 'teams' : 'chat', isOpen: true, ...(channel ? { channel } : {}) },
    reading: createReading(person),
    showToasts: createToasts(parts.toasts),
    split: { label: 'split', go: () => undefined },
    asked: 0,
  };
  const onSaid = (event: Event) => sayFromDialog(half, (event as CustomEvent).detail);
  window.addEventListener('said', onSaid);
  return {
    element: parts.pane,
    refresh: () => refresh(half),
    setSplit(split) {
      half.split = split;
    },
    close() {
      window.removeEventListener('said', onSaid);
      half.tab?.close();
    },
  };
}

async function refresh(half: Half): Promise<void> {
  half.asked += 1;
  const { asked } = half;
  const view = await fetchView(half.options.person);
  if (asked !== half.asked) return;
  half.view = view;
  redraw(half);
}

function redraw(half: Half): void {
  if (!half.view) return;
  const scene = sceneOf(half, half.view);
  half.tab = keepTab(half, scene);
  drawPane(half, scene);
  half.showToasts(scene, {
    isInSight: ({ place }) => place === placeInSight(half.where, half.view),
    open: (toast) => openToast(half, toast),
  });
}

/** A dialog's last words appear once it has closed. */
function sayFromDialog(half: Half, { person, text }: { person: string; text: string }): void {
  if (half.view && person === half.options.person)
    half.parts.toasts.append(banner(sceneOf(half, half.view), half.view.botName, text));
}

type PaneParts = ReturnType<typeof createParts>;

function createParts() {
  const title = h('header', { class: 'title' });
  const rail = h('nav', { class: 'rail' });
  const list = h('aside', { class: 'list' });
  const main = h('main', { class: 'main' });
  const tab = h('div', { class: 'main tab-host', hidden: true });
  const toasts = h('div', { class: 'toasts', 'aria-live': 'polite' });
  const dialog = h('dialog', { class: 'dialog', 'aria-modal': 'true' });
  const body = h('div', { class: 'body' }, rail, list, main, tab);
  const pane = h('section', { class: 'pane' }, title, body, toasts, h('div', { class: 'shade' }), dialog);
  return { pane, body, title, rail, list, main, tab, toasts, dialog };
}

function sceneOf(half: Half, view: PageView): Scene {
  const doAs = async (deed: string, body?: object): Promise<ActOutcome> => {
    const outcome = await act(view.person.id, deed, body);
    await refresh(half);
    return outcome;
  };
  return {
    view,
    theme: half.theme,
    texts: textsFor(view.person.locale),
    act: doAs,
    redraw: () => redraw(half),
  };
}

function drawPane(half: Half, scene: Scene): void {
  const { parts, where, reading, split } = half;
  const { view, theme } = scene;
  parts.pane.dataset['theme'] = theme;
  parts.body.dataset['shows'] = where.isOpen ? 'main' : 'list';
  parts.pane.lang = view.person.locale;
  fill(parts.title, [view.person, view.people, theme, split.label], () => titleBar(half, scene));
  // what is read in the open place no longer counts as new in the list
  drawMain(parts.main, scene, where, reading);
  drawList(parts.list, scene, where, reading);
  drawRail(parts.rail, scene, where, reading);
  drawDialog(parts.dialog, scene, [parts.title, parts.body]);
}

function drawMain(main: HTMLElement, scene: Scene, where: Where, reading: ReadMarks): void {
  const { view, texts } = scene;
  main.hidden = where.section === 'app';
  const found = where.section === 'teams' ? findChannel(view.teams, where.channel) : undefined;
  if (found) channelPart(main, scene, where, found);
  else if (where.section === 'teams') main.replaceChildren(h('p', { class: 'empty' }, texts.noTeams));
  else chatPart(main, scene, where);

  const place = placeInSight(where, view);
  if (place === view.chat.id) reading.saw(place, view.chat.messages);
  if (found && place === found.channel.id)
    reading.saw(
      place,
      found.channel.threads.flatMap(({ messages }) => messages),
    );
}

function findChannel(teams: readonly PageTeam[], id: string | undefined) {
  for (const team of teams) {
    const channel = team.channels.find((each) => each.id === id);
    if (channel) return { team, channel };
  }
  const [team] = teams;
  const [channel] = team?.channels ?? [];
  return team && channel ? { team, channel } : undefined;
}

/** The tab stays loaded while its person stays, in whatever section they are. */
function keepTab(half: Half, scene: Scene): TabHost | undefined {
  const { parts, tab, where } = half;
  parts.tab.hidden = where.section !== 'app';
  if (where.section !== 'app' && !tab) return undefined;
  const signature = `${scene.view.tab.url} ${scene.view.person.locale}`;
  const { of, theme } = parts.tab.dataset;
  Object.assign(parts.tab.dataset, { of: signature, theme: scene.theme });
  if (of === signature) {
    if (theme !== scene.theme) tab?.setTheme(scene.theme);
    return tab;
  }
  tab?.close();
  const opened = openTab(scene.view, scene.theme, (place) => openThread(half, place));
  parts.tab.replaceChildren(opened.element);
  return opened;
}

/** The place somebody is looking at needs no banner. */
function placeInSight({ section, isOpen, channel }: Where, view: PageView | undefined): string | undefined {
  if (!isOpen || document.hidden) return undefined;
  return section === 'chat' ? view?.chat.id : section === 'teams' ? channel : undefined;
}

/** Teams leaves the tab for the thread and brings it to sight. */
function openThread(half: Half, { channel, thread }: ThreadPlace): boolean {
  const { where, view, parts } = half;
  const isThere = view?.teams.some(({ channels }) => channels.some(({ id }) => id === channel));
  if (!isThere) return false;
  Object.assign(where, { section: 'teams', channel, isOpen: true });
  redraw(half);
  // after the channel has scrolled to its end
  requestAnimationFrame(() => {
    const found = parts.main.querySelector<HTMLElement>(`.thread[data-key="${CSS.escape(thread)}"]`);
    found?.scrollIntoView({ block: 'center' });
    found?.setAttribute('tabindex', '-1');
    found?.focus({ preventScroll: true });
  });
  return true;
}

function openToast(half: Half, toast: Toast): void {
  const { where } = half;
  where.section = toast.thread === undefined ? 'chat' : 'teams';
  if (toast.thread !== undefined) where.channel = toast.place;
  where.isOpen = true;
  redraw(half);
}

function titleBar(half: Half, scene: Scene): HTMLElement[] {
  const { options } = half;
  const { view, texts, theme } = scene;
  const { person } = view;
  const choose = (event: Event) => (event.target as HTMLSelectElement).value;
  const people = view.people.map(({ id, name, kind }) => ({
    value: id,
    name: kind === 'member' ? name : `${name} (${kind === 'guest' ? texts.guest : texts.outsider})`,
  }));
  const themes = (['light', 'dark', 'contrast'] as const).map((value) => ({ value, name: texts[value] }));
  const { label } = half.split;
  const split = h('button', {
    type: 'button',
    class: 'quiet split',
    title: texts[label],
    'aria-label': texts[label],
    onclick: () => half.split.go(),
  });
  split.append(icon(label === 'split' ? 'split' : 'close'));
  const dress = (event: Event) => {
    half.theme = choose(event) as CardTheme;
    options.themeChosen(half.theme);
    redraw(half);
  };
  return [
    avatar(person.name),
    picker('person', texts.person, people, person.id, (event) => options.choosePerson(choose(event))),
    h('span', { class: 'space' }),
    picker(
      'language',
      texts.language,
      languages.map(({ locale, name }) => ({ value: locale, name })),
      person.locale,
      (event) => void scene.act('speak', { locale: choose(event) }),
    ),
    picker('theme', texts.theme, themes, theme, dress),
    split,
  ];
}

interface PaneChoice {
  readonly value: string;
  readonly name: string;
}

function picker(
  name: string,
  label: string,
  choices: readonly PaneChoice[],
  chosen: string,
  onchange: (event: Event) => void,
): HTMLElement {
  const options = choices.map((choice) =>
    h('option', { value: choice.value, selected: choice.value === chosen }, choice.name),
  );
  return h(
    'select',
    { class: `picker ${name}`, 'aria-label': label, title: label, 'data-name': name, onchange },
    ...options,
  );
}

function drawRail(rail: HTMLElement, scene: Scene, where: Where, reading: ReadMarks): void {
  const { view, texts } = scene;
  const unread = {
    activity: reading.unseenToasts(activityOf(view)),
    chat: reading.unread(view.chat.id, view.chat.messages, view.person.id),
    teams: 0,
    app: 0,
  };
  const items: [PageSection, IconName, string][] = [
    ['activity', 'activity', texts.activity],
    ['chat', 'chat', texts.chat],
    ['teams', 'teams', texts.teams],
    ...(view.tab.url ? [['app', 'app', view.tab.name] as [PageSection, IconName, string]] : []),
  ];
  fill(rail, [where.section, view.person.locale, unread, view.tab], () =>
    items.map(([section, sign, label]) => {
      const go = () => {
        where.isOpen = where.section !== section ? section === 'app' || section === 'chat' : where.isOpen;
        where.section = section;
        scene.redraw();
      };
      const button = h('button', {
        type: 'button',
        'aria-current': where.section === section ? 'page' : undefined,
        'data-name': `rail ${section}`,
        onclick: go,
      });
      const count = unread[section];
      button.append(icon(sign), h('span', {}, label));
      if (count > 0)
        button.append(
          h('span', { class: 'badge', 'aria-label': `${count} ${texts.newMessages}` }, String(count)),
        );
      return button;
    }),
  );
}
