/** `npm run pictures`: draws the pictures of the README and of the guides again, and prints the guides into build/guides. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.ts';
import { guideLanguages, guideRoles, takeGuidePictures } from './guide-pictures.ts';
import { printGuide } from './guide-print.tsx';
import { takeReadmePictures } from './readme-pictures.ts';

const printed = fileURLToPath(new URL('../../build/guides/', import.meta.url));
const browser = await openBrowser();
try {
  await takeReadmePictures(browser);
  for (const language of guideLanguages) await takeGuidePictures(browser, language);
  await mkdir(printed, { recursive: true });
  for (const role of guideRoles)
    for (const language of guideLanguages)
      await writeFile(`${printed}${role}.${language}.pdf`, (await printGuide(browser, role, language)).pdf);
} finally {
  await browser.close();
}
// the SDK keeps connections open for as long as its process lives
process.exit();
