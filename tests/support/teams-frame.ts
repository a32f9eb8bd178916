/** The built tab in a browser, framed by a page that answers as Teams does; nothing else is on the net. */
import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';

export const tabAddress = 'https://line.example.fi/tab/';
const tabOrigin = new URL(tabAddress).origin;
const teams = 'https://teams.microsoft.com/host';

let built: Promise<string> | undefined;

/** The folder of the built tab: the run's, or else built by the first who asks. */
export async function builtTab(): Promise<string> {
  const ofTheRun = process.env['TEST_TAB'];
  if (ofTheRun) return ofTheRun;
  built ??= buildTab();
  return built;
}

async function buildTab(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tab-'));
  const configFile = fileURLToPath(new URL('../../tab/vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'warn', build: { outDir: folder } });
  return folder;
}

export type FrameWish = {
  readonly locale?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly width?: number;
  /** The page that a link into the tab names. */
  readonly subPage?: string;
  /** Time passes in the browser only as the test lets it (`page.clock`). */
  readonly clock?: boolean;
  /** What the browser's clock shows, standing still; timers run on. */
  readonly now?: string;
  /** What Teams vouches for the person with. */
  readonly token?: string;
};

export type Framed = {
  readonly page: Page;
  readonly frame: Frame;
  /** The paths of what the tab fetched. */
  readonly fetched: readonly string[];
  /** What the tab asked of Teams, such as to open a link; waits until it has. */
  askedOfTeams(func: string): Promise<readonly unknown[]>;
  setTheme(theme: string): Promise<void>;
  /** The person chose another language in Teams and came back to the tab. */
  setLocale(locale: string): Promise<void>;
};

/** A page around the tab that says what Teams would. */
const hostPage = ({
  locale,
  theme,
  subPage,
  token = 'jwt-of-the-person',
}: FrameWish) => `<!doctype html><meta charset="utf-8"><title>Teams</title>
<style>html, body { margin: 0; height: 100% } iframe { border: 0; width: 100%; height: 100% }</style>
<iframe src="${tabAddress}" title="tab"></iframe>
<script>
  const frame = document.querySelector('iframe').contentWindow;
  const say = (message) => frame.postMessage(message, '${tabOrigin}');
  const ready = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} };
  const context = ${JSON.stringify({ locale, theme, entityId: 'line', ...(subPage && { subEntityId: subPage }) })};
  const answers = {
    initialize: ['content', 'web', JSON.stringify(ready), '2.58.0'],
    getContext: [context],
    'authentication.getAuthToken': [true, ${JSON.stringify(token)}],
    executeDeepLink: [true],
  };
  const asked = [];
  addEventListener('message', ({ data: { id, uuidAsString, func, args } }) => {
    asked.push([func, args]);
    if (answers[func]) say({ id, uuidAsString, args: answers[func], isPartialResponse: false });
  });
  const setTheme = (theme) => say({ func: 'themeChange', args: [theme] });
</script>`;

/** Opens an address in a browser to which Teams and the line are on the net and nothing else is. */
export async function openPage(
  browser: Browser,
  port: number,
  address: string,
  wish: FrameWish = {},
): Promise<{ page: Page; fetched: readonly string[] }> {
  const { locale = 'fi-FI', theme = 'default', width = 1000 } = wish;
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale });
  page.setDefaultTimeout(120_000);
  const fetched: string[] = [];
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.href === teams) {
      const body = hostPage({ ...wish, locale, theme });
      return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    }
    if (url.origin !== tabOrigin) return route.abort();
    fetched.push(url.pathname);
    const local = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
    return route.fulfill({ response: await route.fetch({ url: local }) });
  });
  if (wish.clock) await page.clock.install();
  if (wish.now) await page.clock.setFixedTime(wish.now);
  await page.goto(address);
  return { page, fetched };
}

/** Opens the tab as Teams frames it, and waits until its page is there. */
export async function openFramed(browser: Browser, port: number, wish: FrameWish = {}): Promise<Framed> {
  const { page, fetched } = await openPage(browser, port, teams, wish);
  await page.frameLocator('iframe').locator('h1').waitFor();
  const frame = page.frames().find((one) => one.url().startsWith(tabAddress));
  assert.ok(frame, 'the tab is in its frame');
  return {
    page,
    frame,
    fetched,
    async askedOfTeams(func) {
      await page.waitForFunction(`asked.some(([name]) => name === ${JSON.stringify(func)})`);
      const asked = (await page.evaluate('asked')) as readonly [string, unknown][];
      return asked.filter(([name]) => name === func).map(([, args]) => args);
    },
    setTheme: async (theme) => {
      await page.evaluate(`setTheme(${JSON.stringify(theme)})`);
    },
    setLocale: async (next) => {
      await page.evaluate(`context.locale = ${JSON.stringify(next)}`);
      await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
  };
}
