/** The built tab in a browser, framed by a page that answers as Teams does; nothing else is on the net. */
import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import {
  type HostWish,
  hostAddress,
  openTeamsFront,
  tabAddress,
  tabHost,
  tabOrigin,
  teamsHost,
} from './teams-front.ts';

let built: Promise<string> | undefined;

/** The folder of the built tab: the run's, or else built by the first who asks. */
export async function builtTab(): Promise<string> {
  const ofTheRun = process.env['TEST_TAB'];
  if (ofTheRun) return ofTheRun;
  built ??= buildTab();
  return built;
}

async function buildTab(): Promise<string> {
  // nobody else waits for it to load
  const { build } = await import('vite');
  const folder = await mkdtemp(join(tmpdir(), 'tab-'));
  const configFile = fileURLToPath(new URL('../../tab/vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'warn', build: { outDir: folder } });
  return folder;
}

export type FrameWish = HostWish & {
  readonly width?: number;
  /** Time passes in the browser only as the test lets it (`page.clock`). */
  readonly clock?: boolean;
  /** What the browser's clock shows, standing still; timers run on. */
  readonly now?: string;
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

/**
 * Opens a browser to which Teams and the line, that listens on `port`, are on the net and nothing else is. Its names
 * lead to a front on this machine: what passes through it is not held up by the test, as what is intercepted would be.
 */
export async function openFramingBrowser(port: number): Promise<Browser> {
  const front = await openTeamsFront(port);
  const names = [tabHost, teamsHost].map((name) => `MAP ${name}:443 127.0.0.1:${front.port}`);
  const browser = await openBrowser([
    `--host-resolver-rules=${[...names, 'MAP * ~NOTFOUND'].join(', ')}`,
    // trusted in earnest: of a certificate whose faults are overlooked nothing is kept in the cache
    `--ignore-certificate-errors-spki-list=${front.fingerprint}`,
  ]);
  browser.once('disconnected', () => void front.close());
  return browser;
}

const idle = new WeakMap<Browser, Map<string, Page[]>>();

function idlePages(browser: Browser, { locale = 'fi-FI', now }: FrameWish): Page[] {
  const kinds = idle.get(browser) ?? new Map<string, Page[]>();
  idle.set(browser, kinds);
  const kind = `${locale} ${now !== undefined}`;
  const pages = kinds.get(kind) ?? [];
  kinds.set(kind, pages);
  return pages;
}

/** A page alone in its context: one that was left before, whose process has the tab's scripts already, or a new one. */
async function emptyPage(browser: Browser, wish: FrameWish): Promise<Page> {
  const known = wish.clock ? undefined : idlePages(browser, wish).pop();
  if (!known) return (await browser.newContext({ locale: wish.locale ?? 'fi-FI' })).newPage();
  const tools = await known.context().newCDPSession(known);
  await tools.send('Storage.clearDataForOrigin', { origin: tabOrigin, storageTypes: 'all' });
  await tools.detach();
  return known;
}

/** Ends a look; what it did to its page is undone, and the next look goes on in it. */
export async function leavePage(browser: Browser, page: Page, wish: FrameWish): Promise<void> {
  // time that a test has let pass does not come back
  if (wish.clock) return page.close();
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ media: null });
  await page.goto('about:blank');
  idlePages(browser, wish).push(page);
}

/** Opens an address in such a browser. */
export async function openPage(
  browser: Browser,
  address: string,
  wish: FrameWish = {},
): Promise<{ page: Page; fetched: readonly string[] }> {
  const { width = 1000 } = wish;
  const page = await emptyPage(browser, wish);
  page.setDefaultTimeout(120_000);
  await page.setViewportSize({ width, height: 900 });
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { host, pathname } = new URL(request.url());
    if (host === tabHost) fetched.push(pathname);
  });
  if (wish.clock) await page.clock.install();
  if (wish.now) await page.clock.setFixedTime(wish.now);
  await page.goto(address);
  return { page, fetched };
}

/** Opens the tab as Teams frames it, and waits until its page is there. */
export async function openFramed(browser: Browser, wish: FrameWish = {}): Promise<Framed> {
  const { page, fetched } = await openPage(browser, hostAddress(wish), wish);
  const frame = page.frames().find((one) => one.url().startsWith(tabAddress));
  assert.ok(frame, 'the tab is in its frame');
  await frame.locator('h1').waitFor();
  return {
    page,
    frame,
    fetched,
    askedOfTeams: (func) => page.evaluate(`askedFor(${JSON.stringify(func)})`),
    setTheme: async (theme) => {
      await page.evaluate(`setTheme(${JSON.stringify(theme)})`);
    },
    setLocale: async (next) => {
      await page.evaluate(`context.locale = ${JSON.stringify(next)}`);
      await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
  };
}
