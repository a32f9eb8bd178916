/** `npm run pictures`: starts the line in a folder of its own and draws the README's pictures from what people see. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, 'infra/pictures');
const question = 'Voiko Iisalmessa asuva asiakas saada ateriapalvelun kahdeksi viikoksi?';

async function take(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'line-'));
  const ports = { TEAMS_PORT: '5190', PORT: '3990', TABLES_PORT: '10190', LINE_FOLDER: folder };
  const line = spawn(process.execPath, ['--import', 'tsx', 'bot/local/start.ts'], {
    cwd: root,
    env: { ...process.env, ...ports },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await openBrowser();
  try {
    await tellStory(browser, await addressIn(line.stdout));
  } finally {
    await browser.close();
    line.kill('SIGINT');
    await new Promise((resolve) => line.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The address that the start prints once everything is up. */
function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    output.on('data', (chunk) => {
      said += String(chunk);
      const found = /Teams\s+(http\S+)/.exec(said)?.[1];
      if (found && said.includes('Try this')) resolve(found);
    });
    output.once('end', () => reject(new Error(`The line did not start:\n${said}`)));
  });
}

async function tellStory(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 1040 }, locale: 'fi-FI' });
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  const [asker, advisor] = [page.locator('.pane').nth(0), page.locator('.pane').nth(1)];
  // the advisor whose region the question goes to
  await advisor.getByLabel('Kuka olet').selectOption({ label: 'Hanna Hakala' });
  await advisor.getByRole('button', { name: /Tiimit/ }).click();
  await advisor.getByText('Pohjoinen alue').click();
  await write(page, asker, question);
  await asker.getByText('Menee alueelle: Pohjoinen alue').waitFor();
  await page.screenshot({ path: join(pictures, 'question-card.png') });
  await asker.getByLabel('Mitä asia koskee?').selectOption({ label: 'Ohjaus tai konsultaatio' });
  await press(asker, 'Lähetä');
  await advisor.getByText(question).waitFor();
  await press(advisor, 'Ota käsittelyyn');
  await press(advisor, 'Vastaa');
  await advisor
    .getByRole('dialog')
    .getByLabel('Vastaus kysyjälle')
    .fill('Kyllä voi. Teemme päätöksen tänään.');
  await page.screenshot({ path: join(pictures, 'answer-dialog.png') });
  await advisor.getByRole('dialog').getByRole('button', { name: 'Lähetä kysyjälle' }).click();
  await asker.getByText('Kyllä voi. Teemme päätöksen tänään.').first().waitFor();
  await page.screenshot({ path: join(pictures, 'side-by-side.png') });
  await takePhone(browser, address);
  await takeTab(browser, address);
}

async function takePhone(browser: Browser, address: string): Promise<void> {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' });
  const alone = new URL(address);
  alone.searchParams.delete('right');
  alone.searchParams.set('leftTheme', 'dark');
  await phone.goto(String(alone));
  await phone.getByText('Sait vastauksen').waitFor();
  await phone.screenshot({ path: join(pictures, 'phone-dark.png') });
}

/** The tab as a supervisor sees it: the tallies of the running month. */
async function takeTab(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, locale: 'fi-FI' });
  page.setDefaultTimeout(20_000);
  await page.goto(new URL('/', address).href);
  await page.getByLabel('Kuka olet').selectOption({ label: 'Elina Esimies' });
  await page.getByRole('button', { name: 'Linja', exact: true }).last().click();
  const tab = page.frameLocator('iframe').first();
  await tab.getByRole('link', { name: 'Tilastot' }).click();
  await tab.getByText('Kaksi vuotta kuukausittain').waitFor();
  await page.screenshot({ path: join(pictures, 'tallies.png') });
}

async function write(page: Page, pane: Locator, words: string): Promise<void> {
  await pane.getByRole('textbox', { name: 'Kirjoita viesti' }).fill(words);
  await page.keyboard.press('Enter');
}

const press = (pane: Locator, name: string) =>
  pane.getByRole('log').locator('.ac-adaptiveCard').getByRole('button', { name, exact: true }).last().click();

await take();
