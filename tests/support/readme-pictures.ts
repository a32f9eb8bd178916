/** Draws the README's pictures from what people see. */
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { regionId } from '../../bot/domain/names.ts';
import { openPictureLine, type PictureLine, pictureTime } from './picture-line.ts';

export const readmePictures = [
  'question-card',
  'answer-dialog',
  'side-by-side',
  'phone-dark',
  'tallies',
] as const;
type ReadmePicture = (typeof readmePictures)[number];

const folder = fileURLToPath(new URL('../../infra/pictures/', import.meta.url));
const region = regionId('pohjoinen');
const question = 'Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi?';
const answer = 'Kyllä voi. Teemme päätöksen tänään.';

const shoot = (page: Page, name: ReadmePicture) => page.screenshot({ path: `${folder}${name}.png` });

export async function takeReadmePictures(browser: Browser): Promise<void> {
  const line = await openPictureLine('fi');
  try {
    await takeStory(browser, line);
    await takePhone(browser, line);
    await takeTallies(browser, line);
  } finally {
    await line.stop();
  }
}

async function takeStory(browser: Browser, line: PictureLine): Promise<void> {
  const page = await open(browser, line, {
    size: [1360, 1040],
    right: line.town.advisors.find((one) => one.region === region)?.id ?? '',
    rightChannel: line.town.channelOf(region),
  });
  const [asker, advisor] = [page.locator('.pane').nth(0), page.locator('.pane').nth(1)];
  await asker.getByRole('textbox', { name: 'Kirjoita viesti' }).fill(question);
  await page.keyboard.press('Enter');
  await asker.getByText('Menee alueelle: Pohjoinen alue').waitFor();
  await shoot(page, 'question-card');
  await asker.getByLabel('Mitä asia koskee?').selectOption({ label: 'Ohjaus tai konsultaatio' });
  await press(asker, 'Lähetä');
  await advisor.getByText(question).waitFor();
  await press(advisor, 'Ota käsittelyyn');
  await press(advisor, 'Vastaa');
  const dialog = advisor.getByRole('dialog');
  await dialog.getByLabel('Vastaus kysyjälle').fill(answer);
  await shoot(page, 'answer-dialog');
  await dialog.getByRole('button', { name: 'Lähetä kysyjälle' }).click();
  await asker.getByText(answer).first().waitFor();
  await shoot(page, 'side-by-side');
}

async function takePhone(browser: Browser, line: PictureLine): Promise<void> {
  const page = await open(browser, line, { size: [390, 844], leftTheme: 'dark' });
  await page.getByText('Sait vastauksen').waitFor();
  await shoot(page, 'phone-dark');
}

/** The tab as a supervisor sees it: the tallies of the running month. */
async function takeTallies(browser: Browser, line: PictureLine): Promise<void> {
  const page = await open(browser, line, { size: [1280, 1100], left: line.town.supervisor.id });
  await page.getByRole('button', { name: 'Linja', exact: true }).last().click();
  const tab = page.frameLocator('iframe').first();
  await tab.getByRole('link', { name: 'Tilastot' }).click();
  await tab.getByRole('heading', { name: 'Kaksi vuotta kuukausittain' }).waitFor();
  await shoot(page, 'tallies');
}

type Wish = {
  readonly size: readonly [width: number, height: number];
  readonly left?: string;
  readonly leftTheme?: string;
  readonly right?: string;
  readonly rightChannel?: string;
};

async function open(browser: Browser, line: PictureLine, { size, ...who }: Wish): Promise<Page> {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(60_000);
  await page.clock.setFixedTime(pictureTime);
  const address = new URL(line.teams.url);
  for (const [name, value] of Object.entries({ left: line.town.askers[0]?.id ?? '', ...who }))
    address.searchParams.set(name, value);
  await page.goto(String(address));
  return page;
}

const press = (pane: Locator, name: string) =>
  pane.getByRole('log').locator('.ac-adaptiveCard').getByRole('button', { name, exact: true }).last().click();
