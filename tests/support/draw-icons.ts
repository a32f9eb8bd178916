/** `npm run icons`: draws the app's PNG icons again from manifest/icons/*.svg. */
import { writeFile } from 'node:fs/promises';
import { openBrowser } from './browser.ts';
import { drawIcon, type IconName, iconFolder, iconSizes } from './icon-drawing.ts';

const browser = await openBrowser();
for (const name of Object.keys(iconSizes) as IconName[])
  await writeFile(new URL(`${name}.png`, iconFolder), await drawIcon(browser, name));
await browser.close();
