/**
 * Draws the accepted cards in a real browser, narrow and wide, light and dark, for human eyes: into `.screens/`.
 * `npx tsx tests/support/look-at-cards.ts asker fi` draws those whose names hold all the given words.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { languages } from '../../bot/domain/county.ts';
import { openBrowser } from './browser.ts';
import { acceptedIn, goldenCards, stateOf } from './golden/folder.ts';
import { cardsIn } from './golden/read.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const screens = here('.screens');

/** The stand-in Teams' own drawing, as one script. */
async function drawingScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: here('bot/local/page/cards.ts'), formats: ['iife'], name: 'cards' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Vite built no script of the cards');
  return chunk.code;
}

const styles = [
  readFileSync(here('bot/local/page/themes.css'), 'utf8'),
  readFileSync(here('bot/local/page/cards.css'), 'utf8'),
  'body { margin: 0; }',
  '#sheet { font: 14px/20px "Segoe UI", "Open Sans", sans-serif; color: var(--text); background: var(--canvas); }',
  '#sheet { display: flex; gap: 16px; padding: 16px; align-items: flex-start; width: max-content; }',
  '#sheet small { color: #888; display: block; }',
  '#sheet .card { max-width: none; width: 100%; box-sizing: border-box; }',
].join('\n');

/** The card of each state and language: `asker.waiting.fi`. */
const accepted = new Map<string, unknown>(
  [...acceptedIn(goldenCards)].flatMap(([file, golden]) => {
    const cards = cardsIn(golden);
    return languages.map((language) => [`${stateOf(file)}.${language}`, cards[language]] as const);
  }),
);

type DrawCard = (card: unknown, theme: string, language: string, press: () => Promise<void>) => HTMLElement;
type Sheet = { readonly names: readonly string[]; readonly width: number; readonly theme: 'light' | 'dark' };

async function drawSheet(page: Page, sheet: Sheet, path: string): Promise<void> {
  const cards = sheet.names.map((name) => ({ name, card: accepted.get(name) }));
  await page.evaluate(
    ({ drawn, width, theme }) => {
      document.querySelector<HTMLElement>('#sheet')?.setAttribute('data-theme', theme);
      const frames = drawn.map(({ name, card }) => {
        const frame = document.createElement('div');
        frame.style.width = `${width}px`;
        const title = document.createElement('small');
        title.textContent = name;
        const draw = (globalThis as unknown as { cards: { drawCard: DrawCard } }).cards.drawCard;
        frame.append(
          title,
          draw(card, theme, (card as { lang: string }).lang, async () => {}),
        );
        return frame;
      });
      const place = document.querySelector('#sheet');
      place?.replaceChildren(...frames);
    },
    { drawn: cards, width: sheet.width, theme: sheet.theme },
  );
  await page.locator('#sheet').screenshot({ path });
}

const words = process.argv.slice(2);
const names = [...accepted.keys()].filter((name) => words.every((word) => name.includes(word))).sort();
const inRows = (all: readonly string[], most: number) =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most));

mkdirSync(screens, { recursive: true });
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 2400, height: 1000 } });
await page.setContent(`<style>${styles}</style><div id="sheet" class="pane"></div>`);
await page.addScriptTag({ content: await drawingScript() });
for (const [width, most] of [
  [360, 5],
  [700, 3],
] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [n, row] of inRows(names, most).entries())
      await drawSheet(
        page,
        { names: row, width, theme },
        `${screens}/${words.join('-')}.${width}.${theme}.${n}.png`,
      );
  }
}
await browser.close();
