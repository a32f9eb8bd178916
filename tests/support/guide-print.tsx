/** Prints a guide from its Markdown as people get it: on A4, with its pictures. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { GuideLanguage } from './guide-pictures.ts';
import { guideFolder } from './guide-pictures.ts';

/** Small enough that other fonts than ours leave it on its page. */
const look = `
@page { size: A4; margin: 11mm 14mm }
body { margin: 0; font: 9pt/1.28 'Segoe UI', 'Open Sans', Arial, sans-serif; color: #111 }
h1 { font-size: 17pt; margin: 0 0 2mm } h2 { font-size: 11.5pt; margin: 3mm 0 1mm }
p, ul, ol { margin: 0 0 1.4mm } ul, ol { padding-left: 6mm } li { margin-bottom: .5mm } li p { margin: 0 }
blockquote { margin: 0 0 2mm; padding: 1.2mm 3mm; border-left: 1.2mm solid #a4262c; font-weight: 600 }
blockquote p { margin: 0 }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 1mm 0 }
th { text-align: left; font-weight: 600; padding: 0 1mm 1mm } td { padding: 0 1mm; vertical-align: top }
img { max-width: 100%; max-height: 62mm; border: .2mm solid #bbb; border-radius: 1mm }
code { font-family: Consolas, 'Open Sans', monospace; background: #eee; padding: 0 1mm; border-radius: 1mm }
`;

/** @returns the PDF, and on how many pages it is */
export async function printGuide(
  browser: Browser,
  role: string,
  language: GuideLanguage,
): Promise<{ readonly pdf: Buffer; readonly pages: number }> {
  const page = await browser.newPage();
  try {
    await page.setContent(await pageOf(role, language), { waitUntil: 'load' });
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true });
    return { pdf, pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
  } finally {
    await page.close();
  }
}

async function pageOf(role: string, language: GuideLanguage): Promise<string> {
  const text = await readFile(`${guideFolder}${role}.${language}.md`, 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1] ?? role;
  const body = renderToStaticMarkup(<Markdown remarkPlugins={[remarkGfm]}>{text}</Markdown>);
  const head = `<meta charset="utf-8"><title>${title}</title><style>${look}</style>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>${await withPictures(body)}</body></html>`;
}

/** The pictures' bytes within the page, which has no address of its own to find them from. */
async function withPictures(html: string): Promise<string> {
  const names = new Set([...html.matchAll(/src="(pictures\/[^"]+)"/g)].map(([, name = '']) => name));
  let whole = html;
  for (const name of names) {
    const bytes = await readFile(`${guideFolder}${name}`, 'base64');
    whole = whole.replaceAll(`src="${name}"`, `src="data:image/png;base64,${bytes}"`);
  }
  return whole;
}
