/** The app's search beside the writing box: type, choose a result, and its card stands in the chat. */

import type { FoundResult } from '../people/acting.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import { notice, said } from './messages.ts';
import type { Scene } from './scene.ts';

const commands = ['searchCases', 'searchInstructions'] as const;
type ExtensionCommand = (typeof commands)[number];

/** Teams asks as the person types, once they pause. */
const pauseMs = 300;
/** Teams' own page; a full one may have another behind it. */
const pageSize = 25;

/** What the open search knows: which search, which words, and which asking was the last. */
interface SearchPanel {
  readonly panel: HTMLElement;
  readonly list: HTMLElement;
  readonly box: HTMLInputElement;
  command: ExtensionCommand;
  asked: number;
}

export function searchBox(scene: Scene, place: string): HTMLElement {
  const frame = h('div', { class: 'search' });
  const opener = h('button', {
    type: 'button',
    class: 'search-opener',
    'aria-expanded': 'false',
    onclick: () => (opener.ariaExpanded === 'true' ? close() : open()),
  });
  opener.append(icon('search'), scene.texts.searchLine);
  const close = () => {
    frame.replaceChildren(opener);
    opener.ariaExpanded = 'false';
    opener.focus();
  };
  const open = () => {
    const search = createSearch(scene, place, close);
    frame.replaceChildren(search.panel, opener);
    opener.ariaExpanded = 'true';
    search.box.focus();
    void ask(scene, place, search, close);
  };
  frame.append(opener);
  return frame;
}

function createSearch(scene: Scene, place: string, close: () => void): SearchPanel {
  const { texts } = scene;
  const box = h('input', { type: 'search', placeholder: texts.searchLine, 'aria-label': texts.searchLine });
  const list = h('div', { class: 'search-results' });
  const panel = h('div', { class: 'search-panel', role: 'group', 'aria-label': texts.searchLine });
  const search: SearchPanel = { panel, list, box, command: 'searchCases', asked: 0 };
  const askNow = () => void ask(scene, place, search, close);
  let timer: number | undefined;
  box.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(askNow, pauseMs);
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(panel, event);
  });
  panel.append(kinds(scene, search, askNow), box, list);
  return search;
}

function kinds({ texts }: Scene, search: SearchPanel, ask: () => void): HTMLElement {
  const buttons = commands.map((command) => {
    const choose = () => {
      search.command = command;
      for (const [n, each] of buttons.entries()) each.ariaPressed = String(commands[n] === command);
      ask();
    };
    return h(
      'button',
      { type: 'button', 'aria-pressed': String(command === search.command), onclick: choose },
      texts[command],
    );
  });
  return h('div', { class: 'search-kinds' }, ...buttons);
}

/** Asks for the list again, or for what comes after it. */
async function ask(
  scene: Scene,
  place: string,
  search: SearchPanel,
  close: () => void,
  skip = 0,
): Promise<void> {
  search.asked += 1;
  const { asked, command, box, list } = search;
  const working = notice(search.panel, scene.texts.working, 'working');
  const outcome = await scene.act('search', { place, commandId: command, query: box.value.trim(), skip });
  working.remove();
  // somebody typed on meanwhile: a late answer must not replace a newer one
  if (asked !== search.asked) return;
  if (skip === 0) list.replaceChildren();
  if (outcome.saw === 'text') list.replaceChildren(h('p', { class: 'state', role: 'status' }, outcome.text));
  if (outcome.saw === 'error') notice(search.panel, outcome.text, 'error');
  if (outcome.saw !== 'results') return;
  list.append(...outcome.results.map((result) => row(scene, place, result, close)));
  if (outcome.results.length < pageSize) return;
  const more = h('button', { type: 'button', class: 'plain' }, scene.texts.searchMore);
  more.addEventListener('click', () => {
    more.remove();
    void ask(scene, place, search, close, skip + pageSize);
  });
  list.append(more);
}

function row(
  scene: Scene,
  place: string,
  { title, text, card }: FoundResult,
  close: () => void,
): HTMLElement {
  const insert = async (event: Event) => {
    const near = (event.currentTarget as HTMLElement).closest<HTMLElement>('.search-panel');
    if (near && (await said(near, scene.act('insert', { place, card })))) close();
  };
  return h(
    'button',
    {
      type: 'button',
      class: 'search-row',
      title: scene.texts.insert,
      onclick: (event: Event) => void insert(event),
    },
    h('strong', {}, title),
    h('span', {}, text),
  );
}

/** From the box into the list and back by the arrow keys. */
function step(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('input, .search-row, .search-results .plain')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
