/** The built tab in a real browser, served by the real server, framed by a page that answers as Teams does. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { createSupervision } from '../../bot/desk/supervision.ts';
import { caseId } from '../../bot/domain/names.ts';
import { contactOf } from '../../bot/domain/tally.ts';
import { createWeb, type Web } from '../../bot/http/server.ts';
import { tabRoutes } from '../../bot/http/tab-routes.ts';
import { openBrowser } from '../support/browser.ts';
import { ada, at, caseAfter, claim, county, eve, koillinen, nurse, waitingCase } from '../support/cases.ts';

const tab = 'https://line.example.fi/tab/';
const teams = 'https://teams.microsoft.com/host';

/** A page around the tab that says what Teams would; `setTheme` is the person changing theirs. */
const hostPage = (locale: string, theme: string) => `<!doctype html><meta charset="utf-8">
<style>html, body { margin: 0; height: 100% } iframe { border: 0; width: 100%; height: 100% }</style>
<iframe src="${tab}" title="tab"></iframe>
<script>
  const frame = document.querySelector('iframe').contentWindow;
  const say = (message) => frame.postMessage(message, '${new URL(tab).origin}');
  const ready = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} };
  const answers = {
    initialize: ['content', 'web', JSON.stringify(ready), '2.58.0'],
    getContext: [{ locale: '${locale}', theme: '${theme}', entityId: 'line' }],
    'authentication.getAuthToken': [true, 'jwt-of-the-person'],
  };
  addEventListener('message', ({ data: { id, uuidAsString, func } }) => {
    const args = answers[func];
    if (args) say({ id, uuidAsString, args, isPartialResponse: false });
  });
  const setTheme = (theme) => say({ func: 'themeChange', args: [theme] });
</script>`;

describe('the tab in a browser', function () {
  this.timeout(120_000);
  let folder: string;
  let web: Web;
  let port: number;
  let browser: Browser;
  let speaks = eve;
  const tokens = new Set<string | undefined>();

  const cases = [
    waitingCase({ urgency: 'urgent', answerBy: at('10:00') }),
    { ...caseAfter(claim), id: caseId('AAAAAAA') },
    waitingCase({ id: caseId('BBBBBBB'), region: koillinen }),
  ];
  const supervision = createSupervision({
    county,
    clock: { now: () => at('12:00') },
    cases: {
      openCases: async (region) => cases.filter((one) => one.region === region),
      contacts: async () => cases.map((one) => contactOf(county, one)),
    },
    staff: { actor: async () => speaks },
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tab-'));
    const configFile = fileURLToPath(new URL('../../tab/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'warn', build: { outDir: folder } });
    web = createWeb({
      receive: async () => ({ status: 404 }),
      readiness: async () => ({ storage: true, unbound: [] }),
      tabApi: {
        routes: tabRoutes(supervision),
        check: async (authorization) => {
          tokens.add(authorization);
          return { personId: speaks.id, name: speaks.name };
        },
      },
      tabPage: { folder },
      log: (_level, event) => assert.fail(event),
    });
    port = await web.listen(0, '127.0.0.1');
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await web?.stop(1000);
    await rm(folder, { recursive: true });
  });

  /** Opens an address in a browser to which Teams and the line are on the net and nothing else is. */
  async function open(
    address: string,
    options: { locale?: string; theme?: string; width?: number } = {},
  ): Promise<Page> {
    const { locale = 'fi-FI', theme = 'default', width = 1000 } = options;
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale });
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.href === teams)
        return route.fulfill({ body: hostPage(locale, theme), contentType: 'text/html; charset=utf-8' });
      if (url.origin !== new URL(tab).origin) return route.abort();
      return route.fulfill({
        response: await route.fetch({ url: `http://127.0.0.1:${port}${url.pathname}` }),
      });
    });
    await page.goto(address);
    return page;
  }

  async function inTeams(options: Parameters<typeof open>[1] = {}): Promise<{ page: Page; frame: Frame }> {
    const page = await open(teams, options);
    await page.frameLocator('iframe').locator('h1').waitFor();
    const frame = page.frames().find((one) => one.url() === tab);
    assert.ok(frame);
    return { page, frame };
  }

  const background = (frame: Frame) =>
    frame.evaluate(
      () => getComputedStyle(document.querySelector('section') ?? document.body).backgroundColor,
    );

  it('shows a supervisor every region, in the language of their Teams, by the token that Teams gave', async () => {
    const { page, frame } = await inTeams();
    const told = await frame.innerText('main');
    for (const part of [
      'Eve Eklund',
      'Esihenkilö',
      'Avoimet kysymykset',
      '7KQ-4MXU',
      'Myöhässä',
      'Läntinen alue',
    ])
      assert.ok(told.includes(part), `${part} is not in: ${told}`);
    assert.deepEqual([...tokens], ['Bearer jwt-of-the-person']);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), 'fi');
    await page.close();
  });

  it('speaks Swedish in a Swedish Teams, and shows an employee no case', async () => {
    speaks = nurse;
    const { page, frame } = await inTeams({ locale: 'sv-SE' });
    const told = await frame.innerText('main');
    assert.ok(told.includes('Myndighetslinjen') && told.includes('Fråga klienthandledarna'));
    assert.ok(!told.includes('7KQ'));
    speaks = eve;
    await page.close();
  });

  it('follows the theme while it is open', async () => {
    const { page, frame } = await inTeams({ theme: 'dark' });
    assert.equal(await background(frame), 'rgb(41, 41, 41)');
    await page.evaluate('setTheme("contrast")');
    await frame.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('section') ?? document.body).backgroundColor ===
        'rgb(0, 0, 0)',
    );
    await page.close();
  });

  it('fits a phone 320 pixels wide', async () => {
    speaks = { ...ada, advisorIn: county.regions.map(({ id }) => id) };
    const { page, frame } = await inTeams({ width: 320 });
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth), 320);
    speaks = eve;
    await page.close();
  });

  it('asks again at a press, and shows what has come', async () => {
    const { page, frame } = await inTeams();
    cases.push(waitingCase({ id: caseId('CCCCCCC') }));
    await frame.getByRole('button', { name: 'Päivitä' }).click();
    await frame.getByText('CCC-CCCC').waitFor();
    await page.close();
  });

  it('explains itself outside Teams', async () => {
    const page = await open(tab);
    await page.getByRole('heading', { name: 'Tämä sivu toimii Teamsissa' }).waitFor();
    await page.close();
  });

  it('needs less than 250 kB of script, gzipped, at the first load', async () => {
    const assets = join(folder, 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(async (name) => gzipSync(await readFile(join(assets, name))).length),
    );
    const all = sizes.reduce((total, size) => total + size, 0);
    assert.ok(all < 250_000, `${all} bytes`);
  });

  if (process.env['SCREENS'])
    it('is pictured', async () => {
      const screens = fileURLToPath(new URL('../../.screens/tab/', import.meta.url));
      await mkdir(screens, { recursive: true });
      for (const who of [eve, nurse, { ...ada, advisorIn: county.regions.map(({ id }) => id) }])
        for (const [theme, width] of [
          ['default', 1000],
          ['default', 320],
          ['dark', 1000],
          ['contrast', 320],
        ] as const) {
          speaks = who;
          const { page } = await inTeams({ theme, width });
          await page.screenshot({ path: join(screens, `${who.id}-${theme}-${width}.png`) });
          await page.close();
        }
    });
});
