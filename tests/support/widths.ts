/** That a page fits its window, with letters as wide as a font or a reader may make them. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';

/** The narrowest window that WCAG 1.4.10 asks a page to fit. */
const narrow = 320;

// what WCAG 1.4.12 lets a reader set; it stands for every wide font as well
const spacing = `
  * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }
  p { margin-bottom: 2em !important }
`;

/** What nothing may reach out of: the page, its panels, and a dialog with the part of it that scrolls, downwards only. */
const places = 'html, section, .fui-DialogSurface, .fui-DialogContent';

/** Nothing is wider than its place: not in the window as it is, nor in a narrow one with the letters set apart. */
export async function assertFits(frame: Frame, otherPlaces = ''): Promise<void> {
  const held = otherPlaces ? `${places}, ${otherPlaces}` : places;
  const page = frame.page();
  const size = page.viewportSize();
  assert.ok(size);
  assert.deepEqual(await frame.evaluate(reachingOut, held), [], `at ${size.width} px`);
  await page.setViewportSize({ ...size, width: narrow });
  await frame.evaluate(setApart, spacing);
  await frame.evaluate(becomesAsWide, narrow);
  // what measures itself after it was laid out has done so two drawn frames later
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const found = await frame.evaluate(reachingOut, held);
  await frame.evaluate(setApart, '');
  await page.setViewportSize(size);
  await frame.evaluate(becomesAsWide, size.width);
  assert.deepEqual(found, [], `at ${narrow} px with the letters set apart`);
}

/** In the page: waits until the window has that width. The driver's own waiting would first send each page its tools. */
export function becomesAsWide(width: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (window.innerWidth !== width) return;
      window.removeEventListener('resize', look);
      resolve();
    };
    window.addEventListener('resize', look);
    look();
  });
}

/** In the page: a style that no policy of its server's forbids. */
function setApart(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

/** In the page: the elements and words that reach out of the place they stand in, where nothing scrolls or cuts them. */
function reachingOut(held: string): readonly string[] {
  const wide = document.documentElement.scrollWidth;
  const found = wide > window.innerWidth ? [`the page is ${wide} px wide`] : [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    range.selectNode(node);
    const { left, right, width } =
      node instanceof Element ? node.getBoundingClientRect() : range.getBoundingClientRect();
    const place = node.parentElement?.closest(held);
    const room = place?.getBoundingClientRect();
    if (!place || !room || width <= 1 || (left >= room.left - 1 && right <= room.right + 1)) continue;
    let within = node.parentElement;
    while (within && within !== place && getComputedStyle(within).overflowX === 'visible')
      within = within.parentElement;
    const scrolls = within?.tagName === 'SECTION' && getComputedStyle(within).overflowX !== 'visible';
    if (within !== place || scrolls) continue;
    const reach = [left - room.left, right - room.left, room.width].map(Math.round).join(' ');
    found.push(`${node.nodeName} from, to, of: ${reach} px: ‘${node.textContent?.slice(0, 60)}’`);
  }
  return found;
}
