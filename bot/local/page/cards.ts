/** Draws an adaptive card as Teams does and tells what was pressed on it. */

import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  OpenUrlAction,
  Strings,
  SubmitAction,
} from 'adaptivecards';
import type { TeamsCard } from '../service/world.ts';
import { h } from './dom.ts';
import { type CardTheme, hostConfigFor } from './host-config.ts';
import { markdownToHtml } from './markdown.ts';
import { openOverflow } from './overflow.ts';
import { textsFor } from './texts.ts';

/** What the server needs to carry a press out. */
export interface PagePress {
  readonly action: {
    readonly type: string;
    readonly verb?: string;
    readonly id?: string;
    readonly url?: string;
  };
  readonly data: unknown;
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** `press` is awaited: the card can't be pressed again meanwhile. */
export function drawCard(
  card: TeamsCard,
  theme: CardTheme,
  locale: string,
  press: (pressed: PagePress) => Promise<void>,
): HTMLElement {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = hostConfigFor(theme);
  drawn.parse({ ...listed(card), lang: locale });
  const isWide = (card['msteams'] as { width?: string } | undefined)?.width === 'Full';
  const frame = h('div', { class: isWide ? 'card wide' : 'card', lang: locale });
  drawn.onExecuteAction = (action) => void pressed(frame, action, press);
  drawn.onDisplayOverflowActionMenu = (actions, opener) => {
    if (opener) openOverflow(frame, opener, actions);
    return opener !== undefined;
  };
  const element = drawn.render();
  if (element) frame.append(element);
  nameOverflow(frame, textsFor(locale).more);
  return frame;
}

/** The package knows the name of its "…" in one language for the whole page. */
function nameOverflow(frame: HTMLElement, name: string): void {
  const english = Strings.defaults.overflowButtonTooltip();
  for (const button of frame.querySelectorAll<HTMLElement>(`button[aria-label="${english}"]`)) {
    button.ariaLabel = name;
    button.title = name;
  }
}

/** The package's own filtered list shows values and gives back titles: a plain list stands for Teams' own. */
function listed(card: TeamsCard): TeamsCard {
  return JSON.parse(JSON.stringify(card), (key, value) =>
    key === 'style' && value === 'filtered' ? 'compact' : value,
  );
}

async function pressed(
  frame: HTMLElement,
  action: Action,
  press: (pressed: PagePress) => Promise<void>,
): Promise<void> {
  if (action instanceof OpenUrlAction) {
    window.open(action.url, '_blank', 'noopener');
    return;
  }
  const read = readAction(action);
  if (!read || frame.hasAttribute('aria-busy')) return;
  frame.setAttribute('aria-busy', 'true');
  try {
    await press(read);
  } finally {
    frame.removeAttribute('aria-busy');
  }
}

function readAction(action: Action): PagePress | undefined {
  const id = action.id === undefined ? {} : { id: action.id };
  if (action instanceof ExecuteAction)
    return { action: { type: 'Action.Execute', verb: action.verb, ...id }, data: action.data };
  if (action instanceof SubmitAction) return { action: { type: 'Action.Submit', ...id }, data: action.data };
  return undefined;
}
