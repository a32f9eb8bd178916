/** Draws a part of the tab as the markup that people and screen readers get. */
import assert from 'node:assert/strict';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Framed } from '../../tab/src/app.tsx';
import type { Theme } from '../../tab/src/kit/appearance.ts';
import type { Server } from '../../tab/src/kit/server.ts';

export const draw = (part: ReactNode, theme: Theme = 'default') =>
  renderToStaticMarkup(<Framed theme={theme}>{part}</Framed>);

/** The words alone, one blank between them. */
export const wordsOf = (markup: string) =>
  markup
    .replace(/<style.*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#x27;', "'");

export function has(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `“${part}” is not in: ${text}`);
}

/** A server that nobody may ask: what is drawn must have come in as data. */
export const noServer: Server = {
  read: () => assert.fail('the server was asked'),
  act: () => assert.fail('the server was asked'),
  hear: () => assert.fail('the server was asked'),
  file: () => assert.fail('the server was asked'),
};
