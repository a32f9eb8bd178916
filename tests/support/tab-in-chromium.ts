/**
 * The tab in Chromium, for tests of its pages: the built tab, served by the real web server with the routes that a test
 * gives it, in a page that answers as Teams does. Open one in `before`, close it in `after`; every look is a page of
 * its own. A test that opens two pages at once names who looks by `token`.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/tokens';
import type { Browser, Frame } from 'playwright-core';
import type { Person } from '../../bot/domain/case/case.ts';
import { createWeb } from '../../bot/http/server.ts';
import type { TabRoute } from '../../bot/http/tab-api.ts';
import { violationsIn } from './axe.ts';
import {
  builtTab,
  type Framed,
  type FrameWish,
  leavePage,
  openFramed,
  openFramingBrowser,
} from './teams-frame.ts';
import { assertFits, becomesAsWide } from './widths.ts';

export type TabInChromium = {
  readonly browser: Browser;
  readonly port: number;
  /** Of the built tab. */
  readonly folder: string;
  /** Every `Authorization` that the server was shown. */
  readonly tokens: ReadonlySet<string | undefined>;
  /** The tab open; the test closes its page. */
  open(wish?: FrameWish): Promise<Framed>;
  /** Runs `look` in a tab of its own and closes it. */
  within(wish: FrameWish, look: (framed: Framed) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** `speaker` says whose token it is; what the server logs as broken fails the test. */
export async function openTabInChromium(
  routes: readonly TabRoute[],
  speaker: (token: string | undefined) => Person,
): Promise<TabInChromium> {
  const folder = await builtTab();
  const tokens = new Set<string | undefined>();
  const web = createWeb({
    receive: async () => ({ status: 404 }),
    readiness: async () => ({ storage: true, unbound: [] }),
    tabApi: {
      routes,
      check: async (authorization) => {
        tokens.add(authorization);
        const { id, name } = speaker(authorization?.replace(/^Bearer /, ''));
        return { personId: id, name };
      },
      pace: { rate: 1000, burst: 1000 },
    },
    tabPage: { folder },
    log: (_level, event, facts) => assert.fail(`${event} ${JSON.stringify(facts)}`),
  });
  const port = await web.listen(0, '127.0.0.1');
  const browser = await openFramingBrowser(port);
  const open = (wish: FrameWish = {}) => openFramed(browser, wish);
  return {
    browser,
    port,
    folder,
    tokens,
    open,
    async within(wish, look) {
      const framed = await open(wish);
      try {
        await look(framed);
      } finally {
        if (!framed.page.isClosed()) await leavePage(browser, framed.page, wish);
      }
    },
    async close() {
      await browser.close();
      await web.stop(1000);
    },
  };
}

/** Languages, themes and widths so combined that each meets the others' extremes. */
export const looks: readonly Required<Pick<FrameWish, 'locale' | 'theme' | 'width'>>[] = [
  { locale: 'fi-FI', theme: 'dark', width: 390 },
  { locale: 'fi-FI', theme: 'default', width: 1000 },
  { locale: 'sv-SE', theme: 'contrast', width: 390 },
  { locale: 'sv-SE', theme: 'dark', width: 1000 },
  { locale: 'en-GB', theme: 'default', width: 320 },
  { locale: 'en-GB', theme: 'contrast', width: 1000 },
];
export const lookName = ({ locale = 'fi-FI', theme = 'default', width = 1000 }: FrameWish) =>
  `${locale.slice(0, 2)}, ${theme}, ${width} px`;

/** What is painted around the page last of all. */
const grounds = {
  default: teamsLightTheme.colorNeutralBackground3,
  dark: teamsDarkTheme.colorNeutralBackground3,
  contrast: teamsHighContrastTheme.colorNeutralBackground3,
} as const;

/** Gives an open tab another look, as Teams and its window do, and waits until it has it. */
export async function lookAgain(
  { frame, page, setTheme, setLocale }: Framed,
  { locale, theme, width }: (typeof looks)[number],
): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await setTheme(theme);
  await setLocale(locale);
  await frame.evaluate(becomesAsWide, width);
  await frame.evaluate(looksSo, [locale.slice(0, 2), grounds[theme]] as const);
}

/** In the page: waits until it stands in that language before that ground. */
function looksSo([language, ground]: readonly [string, string]): Promise<void> {
  const asked = document.createElement('i').style;
  asked.backgroundColor = ground;
  const page = document.documentElement;
  return new Promise((resolve) => {
    const look = () => {
      if (page.lang !== language || page.style.backgroundColor !== asked.backgroundColor) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(page, { attributes: true });
    look();
  });
}

/** Nothing against WCAG that axe can find, and nothing wider than its place. */
export async function assertSound({ frame }: Pick<Framed, 'frame'>): Promise<void> {
  assert.deepEqual(await violationsIn(frame), []);
  await assertFits(frame);
}

/** The id, or else the name, of what has the keyboard. */
export const focusedIn = ({ frame }: Pick<Framed, 'frame'>): Promise<string> =>
  frame.evaluate(() => {
    const { activeElement: one } = document;
    return one?.id || one?.getAttribute('aria-label') || one?.textContent || '';
  });

/** How far the page has moved about since it came; 0 is not at all. */
export const layoutShiftIn = (frame: Frame): Promise<number> =>
  frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        type Shift = PerformanceEntry & { readonly value: number };
        const observer = new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, one) => sum + (one as Shift).value, 0)),
        );
        observer.observe({ type: 'layout-shift', buffered: true });
        // none at all is reported by silence: two drawn frames later there would have been one
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );

/** Keeps a picture of the whole page in `.screens/tab`, out of git, when `SCREENS` is set: for a person to look at. */
export async function picture({ frame, page }: Framed, name: string): Promise<void> {
  if (!process.env['SCREENS']) return;
  const folder = fileURLToPath(new URL('../../.screens/tab/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const size = page.viewportSize();
  assert.ok(size);
  const height = await frame.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  await frame.waitForFunction((least) => window.innerHeight >= least, height);
  // what stood below the window is painted a drawn frame later
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(size);
}
