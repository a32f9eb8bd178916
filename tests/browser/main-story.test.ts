/** The main story by hand: two people side by side in the stand-in Teams page, from question to closed, in the dark. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import type { Browser, Locator, Page } from 'playwright-core';
import { regionId } from '../../bot/domain/names.ts';
import { azuriteTables } from '../support/azurite.ts';
import { openBrowser } from '../support/browser.ts';
import { openTestLine, type TestLine } from '../support/line.ts';
import { once } from '../support/once.ts';

const screens = new URL('../../.screens/', import.meta.url).pathname;
const region = regionId('pohjoinen');
const question = 'Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi?';

describe('The main story in the stand-in Teams page', () => {
  let town: TestLine;
  let browser: Browser;
  let page: Page;
  let asker: Locator;
  let advisor: Locator;
  let picture = 0;
  const shoot = async (name: string) => {
    picture += 1;
    await page.screenshot({ path: `${screens}story-${String(picture).padStart(2, '0')}-${name}.png` });
  };
  /** Presses a button of the newest card that has it; the seldom ones stand behind the three dots. */
  const press = async (pane: Locator, name: string) => {
    const cards = pane.getByRole('log').locator('.ac-adaptiveCard');
    const button = cards.getByRole('button', { name, exact: true }).last();
    if ((await button.count()) === 0)
      await cards.locator('.ac-pushButton', { hasText: '...' }).last().click();
    await ((await button.count()) > 0 ? button : page.getByText(name, { exact: true }).last()).click();
  };
  const dialogIn = (pane: Locator) => pane.getByRole('dialog');

  before(async () => {
    mkdirSync(screens, { recursive: true });
    town = await openTestLine({ tables: azuriteTables() });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1500, height: 1300 }, locale: 'fi-FI' });
    page.setDefaultTimeout(120_000);
    const left = town.town.askers[0]?.id ?? '';
    const right = town.town.advisors.find((one) => one.region === region)?.id ?? '';
    const address = new URL(town.teams.url);
    const rightChannel = town.town.channelOf(region);
    for (const [name, value] of Object.entries({
      left,
      right,
      rightChannel,
      leftTheme: 'dark',
      rightTheme: 'dark',
    })) {
      address.searchParams.set(name, value);
    }
    await page.goto(String(address));
    asker = page.locator('.pane').nth(0);
    advisor = page.locator('.pane').nth(1);
  });
  after(async () => {
    await browser?.close();
    await town?.stop();
  });

  const asked = once(async () => {
    await asker.getByRole('textbox', { name: 'Kirjoita viesti' }).fill(question);
    await page.keyboard.press('Enter');
    await asker.getByText('Menee alueelle: Pohjoinen alue').waitFor();
    assert.equal(await asker.getByLabel('Kysymyksesi').inputValue(), question);
    await shoot('question-card');
  });

  const sent = once(async () => {
    await asked();
    await asker.getByLabel('Mitä asia koskee?').selectOption({ label: 'Ohjaus tai konsultaatio' });
    await press(asker, 'Lähetä');
    await asker.getByText('Lähetetty, odottaa ohjaajaa').waitFor();
    await advisor.getByText(question).waitFor();
    await shoot('sent');
  });

  const claimed = once(async () => {
    await sent();
    await press(advisor, 'Ota käsittelyyn');
    await advisor.getByText(/Hanna Hakala hoitaa/).waitFor();
    await asker.getByText(/Hanna Hakala otti asian/).waitFor();
    await shoot('claimed');
  });

  const answered = once(async () => {
    await claimed();
    await press(advisor, 'Vastaa');
    await dialogIn(advisor).getByLabel('Vastaus kysyjälle').fill('Kyllä voi. Teemme päätöksen tänään.');
    await shoot('answer-dialog');
    await dialogIn(advisor).getByRole('button', { name: 'Lähetä kysyjälle' }).click();
    await asker.getByText('Kyllä voi. Teemme päätöksen tänään.').first().waitFor();
    // the advisors' card comes after the asker's
    await advisor
      .getByText(/Vastattu/)
      .first()
      .waitFor();
    await shoot('answered');
  });

  const granted = once(async () => {
    await answered();
    await press(advisor, 'Myönnä palvelu');
    await shoot('grant-dialog');
    await dialogIn(advisor).getByText('Ateriapalvelu').first().click();
    await dialogIn(advisor).getByLabel('Päättyy').fill('2026-12-06');
    await dialogIn(advisor).getByLabel('Määrä').fill('1');
    await dialogIn(advisor).getByRole('button', { name: 'Tallenna' }).click();
    await asker.getByText(/Ateriapalvelu, 23\.11\.–6\.12\./).waitFor();
    await advisor
      .getByText(/Ateriapalvelu 23\.11\.–6\.12\./)
      .first()
      .waitFor();
    await shoot('granted');
  });

  const closed = once(async () => {
    await granted();
    await press(advisor, 'Sulje asia');
    await advisor.getByText(/Suljettu, Hanna Hakala/).waitFor();
    await asker.getByText('Valmis').waitFor();
    await shoot('closed');
    await press(asker, 'Avaa uudelleen');
    await dialogIn(asker).getByLabel('Mitä haluat vielä kysyä?').fill('Entä viikonloput?');
    await shoot('reopen-dialog');
    await dialogIn(asker).getByRole('button', { name: 'Lähetä' }).click();
    await advisor.getByText('Entä viikonloput?').first().waitFor();
  });

  it('fills in the question card from the asker’s own words', asked);
  it('sends it, and the advisors of the region see it without reloading', sent);
  it('shows both who has claimed it', claimed);
  it('brings the answer from the dialog to the asker’s card', answered);
  it('grants a service, which both cards tell of', granted);
  it('is closed by the advisor and opened again by the asker', closed);
});
