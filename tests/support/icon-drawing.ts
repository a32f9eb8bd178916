/** Draws the app's icons from their SVG sources. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

export const iconFolder = new URL('../../manifest/icons/', import.meta.url);
export const iconSizes = { color: 192, outline: 32 } as const;
export type IconName = keyof typeof iconSizes;

/** A PNG as large as Teams wants it; what the SVG leaves bare stays transparent. */
export async function drawIcon(browser: Browser, name: IconName): Promise<Buffer> {
  const side = iconSizes[name];
  const page = await browser.newPage({
    viewport: { width: side, height: side },
    deviceScaleFactor: 1,
  });
  const svg = await readFile(new URL(`${name}.svg`, iconFolder), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const drawn = await page.screenshot({ omitBackground: true });
  await page.close();
  return drawn;
}
