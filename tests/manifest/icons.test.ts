import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { appManifest } from '../../manifest/app-manifest.ts';
import { openBrowser } from '../support/browser.ts';
import { drawIcon, type IconName, iconFolder, iconSizes } from '../support/icon-drawing.ts';
import { type Dot, type Picture, readPng } from '../support/png.ts';
import { anApp } from './an-app.ts';

const iconIn = (name: IconName) => readPng(readFileSync(new URL(`${name}.png`, iconFolder)));
const color = iconIn('color');
const outline = iconIn('outline');

type Placed = Dot & { readonly x: number; readonly y: number };
const dotsOf = ({ width, height, dot }: Picture): readonly Placed[] =>
  Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return { x, y, ...dot(x, y) };
  });
const hexOf = ({ red, green, blue }: Dot) =>
  `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

describe('The app’s colour icon', () => {
  const ground = appManifest(anApp).accentColor;

  it('is 192 dots wide and high, and fills them all', () => {
    assert.deepEqual([color.width, color.height], [192, 192]);
    assert.ok(dotsOf(color).every(({ alpha }) => alpha === 255));
  });

  it('has the accent colour for its ground, and its drawing in the middle that no client cuts', () => {
    const drawn = dotsOf(color).filter((dot) => hexOf(dot) !== ground);
    const edge = (192 - 120) / 2;
    const outside = drawn.filter(({ x, y }) => Math.min(x, y) < edge || Math.max(x, y) >= 192 - edge);
    assert.deepEqual(outside, []);
    assert.ok(drawn.length > 3000, 'there is something to see');
  });
});

describe('The app’s outline icon', () => {
  const dots = dotsOf(outline);
  const seen = dots.filter(({ alpha }) => alpha > 0);

  it('is 32 dots wide and high', () => {
    assert.deepEqual([outline.width, outline.height], [32, 32]);
  });

  it('is white on nothing', () => {
    assert.deepEqual(
      seen.filter((dot) => hexOf(dot) !== '#FFFFFF'),
      [],
    );
    assert.ok(dots.filter(({ alpha }) => alpha === 0).length > dots.length / 2);
  });

  it('is an outline that can be seen, clear of the edge', () => {
    const solid = seen.filter(({ alpha }) => alpha > 200);
    assert.ok(solid.length > 80 && solid.length < 400, `${solid.length} dots`);
    assert.ok(seen.every(({ x, y }) => Math.min(x, y) >= 1 && Math.max(x, y) <= 30));
  });
});

describe('The app’s icons', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const name of Object.keys(iconSizes) as IconName[]) {
    it(`are what their drawings draw: npm run icons (${name})`, async () => {
      const drawn = dotsOf(readPng(await drawIcon(browser, name)));
      const kept = dotsOf(name === 'color' ? color : outline);
      // another version of the browser may smooth an edge a little differently
      const off = drawn.filter((dot, at) => farFrom(dot, kept[at]) > 48);
      assert.deepEqual(off, []);
    });
  }
});

/** How far apart two dots are, as they look: what is transparent has no colour. */
function farFrom(one: Dot, other: Dot | undefined): number {
  if (!other) return 255;
  const parts = ({ red, green, blue, alpha }: Dot) => [
    ...[red, green, blue].map((part) => (part * alpha) / 255),
    alpha,
  ];
  const theirs = parts(other);
  return Math.max(...parts(one).map((part, at) => Math.abs(part - (theirs[at] ?? 0))));
}
