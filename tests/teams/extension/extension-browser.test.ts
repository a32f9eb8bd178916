/** The message's menu and the search as a person presses them, in the stand-in Teams' own page. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { regionId } from '../../../bot/domain/names.ts';
import type { PersonDriver } from '../../../bot/local/people/driver.ts';
import { violationsIn } from '../../support/axe.ts';
import { openBrowser } from '../../support/browser.ts';
import { once } from '../../support/once.ts';
import { openScene, type Scene } from '../../support/scene.ts';
import { wordsIn } from '../../support/words.ts';

const pohjoinen = regionId('pohjoinen');

describe('the extension on the page', () => {
  let scene: Scene;
  let browser: Browser;
  let page: Page;
  let advisor: PersonDriver;
  let channel: string;
  const faults: string[] = [];

  before(async () => {
    scene = await openScene();
    advisor = scene.advisor(pohjoinen);
    channel = scene.town.town.channelOf(regionId('keskinen'));
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 360, height: 760 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    await advisor.sayInChannel(channel, 'Iisalmessa asuva rouva tarvitsee ateriat');
    const address = `${scene.town.teams.url}/?left=${advisor.id}&leftChannel=${encodeURIComponent(channel)}`;
    page.setDefaultTimeout(120_000);
    await page.goto(`${address}&leftTheme=dark`);
    await page.getByText('rouva tarvitsee ateriat').waitFor();
  });
  after(async () => {
    await browser.close();
    await scene.town.stop();
    assert.deepEqual(faults, []);
  });

  /** Cards' headings are drawn by their package, and what stands around the chat is not the extension's. */
  const flaws = async () =>
    (await violationsIn(page.mainFrame())).filter((one) => !/ac-textBlock|^region:/.test(one));

  const sent = once(async () => {
    await page.getByRole('button', { name: 'Lisää', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Lähetä viranomaislinjalle' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Lähetä viranomaislinjalle' });
    await dialog.getByText('Menee alueelle: Pohjoinen alue').waitFor();
    assert.match(await dialog.locator('textarea').inputValue(), /rouva tarvitsee ateriat/);
    assert.deepEqual(await flaws(), []);
    await dialog.getByLabel('Mitä asia koskee?').selectOption({ label: 'Ohjaus tai konsultaatio' });
    await dialog.getByRole('button', { name: 'Lähetä', exact: true }).press('Enter');
    await page.getByText('on lähetetty').first().waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await scene.regionSays(pohjoinen, /rouva tarvitsee ateriat/);
  });

  it('sends a message to the line by keyboard alone', sent);

  it('finds a case as its place is typed, and puts its card into the channel', async () => {
    await sent();
    await page.getByRole('button', { name: 'Viranomaislinja: hae…' }).click();
    // the first list, of everything, may have that row too: it is drawn again with what was typed
    const found = page.waitForResponse((one) => (one.request().postData() ?? '').includes('Iisalmessa'));
    await page.getByRole('searchbox').fill('Iisalmessa');
    await (await found).finished();
    await page.getByRole('button', { name: /Iisalmi · / }).waitFor();
    assert.deepEqual(await flaws(), []);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Kortti ei päivity').waitFor();
    const newest = scene.town.teams.channel(channel).threads().at(-1)?.root;
    assert.equal(newest?.from, advisor.id);
    assert.match(wordsIn(newest?.card), /Odottaa ottajaa/);
    await page.locator('.search-panel').waitFor({ state: 'detached' });
  });

  it('searches instructions too, says when there are none, and closes by Escape', async () => {
    await page.getByRole('button', { name: 'Viranomaislinja: hae…' }).click();
    await page.getByRole('button', { name: 'Ohjeet' }).click();
    await page.getByRole('button', { name: /Palveluhaut/ }).waitFor();
    await page.getByRole('searchbox').fill('zzzqqq');
    await page.getByText('Ohjetta ei löytynyt').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.search-panel').waitFor({ state: 'detached' });
  });
});
