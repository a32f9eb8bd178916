/** Hosts the app's tab in a frame and answers it as Teams answers teams-js. */

import { h } from './dom.ts';
import type { CardTheme } from './host-config.ts';
import type { PageView } from './server/page-api.ts';
import { fetchTabToken } from './talk.ts';

export interface TabHost {
  readonly element: HTMLElement;
  /** Tells the tab of another theme. */
  setTheme(theme: CardTheme): void;
  close(): void;
}

interface Ask {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func?: string;
  readonly args?: readonly unknown[];
}

/** Teams' own names of its themes. */
const themeNames: Record<CardTheme, string> = { light: 'default', dark: 'dark', contrast: 'contrast' };

/** Where a thread stands, as an address of Teams' own names it. */
export interface ThreadPlace {
  readonly channel: string;
  readonly thread: string;
}

/** `openThread` goes to a thread in this very pane; false when the person has no such channel. */
export function openTab(
  view: PageView,
  theme: CardTheme,
  openThread: (place: ThreadPlace) => boolean,
): TabHost {
  const url = new URL(view.tab.url ?? 'about:blank');
  const frame = h('iframe', {
    class: 'tab-frame',
    src: url.href,
    title: view.tab.name,
    allow: 'clipboard-write',
  });
  let current = theme;
  const tell = (message: object) => frame.contentWindow?.postMessage(message, url.origin);
  const hear = async ({ source, origin, data }: MessageEvent<Ask>) => {
    if (source !== frame.contentWindow || origin !== url.origin || data.func === undefined) return;
    const args = isThreadOpened(data, openThread) ? [true] : await answerTo(data, view, current);
    if (args) tell({ id: data.id, uuidAsString: data.uuidAsString, args, isPartialResponse: false });
  };
  const listener = (event: MessageEvent<Ask>) => void hear(event);
  window.addEventListener('message', listener);
  return {
    element: frame,
    setTheme(next) {
      current = next;
      tell({ func: 'themeChange', args: [themeNames[next]] });
    },
    close: () => window.removeEventListener('message', listener),
  };
}

function isThreadOpened({ func, args = [] }: Ask, openThread: (place: ThreadPlace) => boolean): boolean {
  if (func !== 'executeDeepLink' && func !== 'app.openLink') return false;
  const place = threadAt(String(args[0]));
  return place !== undefined && openThread(place);
}

/** `https://teams.microsoft.com/l/message/<channel>/<message>`; undefined for every other address. */
function threadAt(address: string): ThreadPlace | undefined {
  const path = /^https:\/\/teams\.microsoft\.com\/l\/message\/([^/?]+)\/([^/?]+)/.exec(address);
  const [channel, thread] = (path?.slice(1) ?? []).map(decodeURIComponent);
  return channel && thread ? { channel, thread } : undefined;
}

/** The answer's arguments, or undefined for what wants none. */
async function answerTo(
  { func, args = [] }: Ask,
  view: PageView,
  theme: CardTheme,
): Promise<unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return ['content', 'web', JSON.stringify(hostAbilities), '2.58.0'];
    case 'getContext':
      return [contextOf(view, theme)];
    case 'authentication.getAuthToken':
      return [true, await fetchTabToken(view.person.id)];
    case 'executeDeepLink':
    case 'app.openLink':
      window.open(String(args[0]), '_blank', 'noopener');
      return [true];
    default:
      return undefined; // notifications such as registerHandler and appInitialization.success
  }
}

const hostAbilities = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: {}, appInstallDialog: {}, clipboard: {} },
};

function contextOf({ person, tenantId, tab }: PageView, theme: CardTheme) {
  return {
    locale: person.locale.toLowerCase(),
    theme: themeNames[theme],
    entityId: tab.name,
    frameContext: 'content',
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    appSessionId: crypto.randomUUID(),
    sessionId: crypto.randomUUID(),
    userObjectId: person.id,
    userPrincipalName: person.upn,
    loginHint: person.upn,
    tid: tenantId,
    userLicenseType: 'Unknown',
    isFullScreen: false,
  };
}
