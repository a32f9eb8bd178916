/** The page: one person's Teams, or two side by side; who they are stands in the address. */

import { h } from './dom.ts';
import type { CardTheme } from './host-config.ts';
import { createPane, type Pane, type Split } from './pane.ts';
import { fetchPeople, followChanges } from './talk.ts';
import { textsFor } from './texts.ts';

type Side = 'left' | 'right';

const stage = document.getElementById('stage') ?? document.body;
const offline = h('p', { class: 'offline', role: 'alert', hidden: true });
const address = new URL(location.href);
const panes = new Map<Side, { readonly person: string; readonly pane: Pane }>();

function side(name: Side) {
  return {
    person: address.searchParams.get(name) ?? undefined,
    theme: (address.searchParams.get(`${name}Theme`) ?? 'light') as CardTheme,
    channel: address.searchParams.get(`${name}Channel`) ?? undefined,
  };
}

/** Changes the address, so that a reload or a sent link shows the same. */
function move(changes: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(undefined, '', address);
}

function moveAndShow(changes: Record<string, string | undefined>): void {
  move(changes);
  void show();
}

/** Opens the sides that the address names; one that stays keeps what is typed in it. */
async function show(): Promise<void> {
  const people = await fetchPeople();
  const known = (id: string | undefined) => people.find((person) => person.id === id)?.id;
  const left = known(side('left').person) ?? people[0]?.id;
  const right = known(side('right').person);
  if (left === undefined) return;
  const other = people.find(({ id }) => id !== left)?.id;
  const leftPane = keepPane('left', left);
  leftPane.setSplit(
    right === undefined ? { label: 'split', go: () => moveAndShow({ right: other }) } : closing('left'),
  );
  if (right === undefined) drop('right');
  else keepPane('right', right).setSplit(closing('right'));
  stage.dataset['sides'] = String(panes.size);
  await refresh();
}

function keepPane(name: Side, person: string): Pane {
  const known = panes.get(name);
  if (known?.person === person) return known.pane;
  drop(name);
  const { theme, channel } = side(name);
  const pane = createPane({
    person,
    theme,
    ...(channel === undefined ? {} : { channel }),
    choosePerson: (id) => moveAndShow({ [name]: id, [`${name}Channel`]: undefined }),
    themeChosen: (next) => move({ [`${name}Theme`]: next }),
  });
  panes.set(name, { person, pane });
  if (name === 'left') stage.prepend(pane.element);
  else stage.append(pane.element);
  return pane;
}

function drop(name: Side): void {
  const known = panes.get(name);
  known?.pane.close();
  known?.pane.element.remove();
  panes.delete(name);
}

/** Closing a side leaves the other alone on the page. */
function closing(name: Side): Split {
  const stays = () => side(name === 'left' ? 'right' : 'left');
  return {
    label: 'unsplit',
    go: () =>
      moveAndShow({
        left: stays().person,
        leftTheme: stays().theme,
        right: undefined,
        rightTheme: undefined,
        rightChannel: undefined,
      }),
  };
}

async function refresh(): Promise<void> {
  await Promise.all([...panes.values()].map(({ pane }) => pane.refresh()));
}

function lost(): void {
  offline.textContent = textsFor(navigator.language).disconnected;
  offline.hidden = false;
}

document.body.append(offline);
await show();
followChanges(() => {
  offline.hidden = true;
  void refresh();
}, lost);
