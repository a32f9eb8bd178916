/** What must be true of every card: Teams' own parser takes it, it fits into a message, and each button is read. */
import assert from 'node:assert/strict';
import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import type { Card } from '../../bot/cards/elements/elements.ts';

type Json = { readonly [key: string]: unknown };

const isRecord = (node: unknown): node is Json =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/** Every object inside a card, the card itself first. */
export function nodesOf(node: unknown): Json[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  return isRecord(node) ? [node, ...Object.values(node).flatMap(nodesOf)] : [];
}

/** Each button with the verb and the data that pressing it sends, fallbacks included. */
export function pressesOf(card: Card): { title: unknown; verb: unknown; data: Json }[] {
  return nodesOf(card)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map(({ title, verb, data }) => {
      const sent = isRecord(data) ? data : {};
      return { title, verb: verb ?? sent['verb'], data: sent };
    });
}

/** Everything that a person may read on it, in one text. */
export const wordsOn = (card: Card): string =>
  nodesOf(card)
    .flatMap((node) =>
      ['text', 'title', 'label', 'value', 'placeholder', 'errorMessage'].map((key) => node[key]),
    )
    .concat(card.fallbackText, card.speak)
    .filter((text) => typeof text === 'string')
    .join('\n');

/** `isRead` reads what a press sends, filled in where a form is; a button that sends nothing opens a page. */
export function hasNoDeadButton(card: Card, isRead: (verb: unknown, data: Json) => unknown): void {
  for (const { title, verb, data } of pressesOf(card))
    assert.ok(isRead(verb, data), `${title}: ${verb} is read as nothing`);
  for (const { type, title, url } of actionListsOf(card).flat()) {
    assert.ok(title, `${type} has no words`);
    if (type === 'Action.OpenUrl') assert.match(String(url), /^https:\/\//);
    else assert.match(String(type), /^Action\.(?:Execute|Submit)$/);
  }
}

const actionListsOf = (card: Card) =>
  nodesOf(card).flatMap(({ actions }) => (Array.isArray(actions) ? [actions.filter(isRecord)] : []));

/** Teams takes no card with a mention of nobody, and rings nobody for words that only look like one. */
function mentionsWhomItNames(card: Card): void {
  const entities = nodesOf(card).filter(({ type }) => type === 'mention');
  const named = JSON.stringify(card.body).match(/<at>.*?<\/at>/g) ?? [];
  assert.deepEqual(new Set(named), new Set(entities.map(({ text }) => text)));
}

export function isTakenByTeams(card: Card): void {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  const warnings = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
  // the parser's check of `lang` remembers where it stopped in the former card, and refuses every second one
  assert.deepEqual(
    warnings.filter((warning) => !warning.includes('property "lang"')),
    [],
  );
  const nodes = nodesOf(card);
  const inputs = nodes.flatMap(({ type, id }) => (String(type).startsWith('Input.') ? [id] : []));
  assert.ok(inputs.every(Boolean), 'an input without an id sends nothing');
  assert.equal(new Set(inputs).size, inputs.length, 'two inputs share an id');
  mentionsWhomItNames(card);
  for (const node of nodes) {
    if (node['type'] === 'TextBlock') assert.equal(node['wrap'], true, `${node['text']} is cut, not wrapped`);
    if (String(node['type']).startsWith('Input.')) assert.ok(node['label'], `${node['id']} has no label`);
    assert.ok(node['style'] !== 'positive' && node['style'] !== 'destructive', 'Teams draws no such style');
  }
}

/** In bytes of UTF-8; Teams counts two for each sign and refuses above 100 kB. */
export const sizeOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card));
export const largestCard = 25_000;

export function hasNoMoreThanSixButtons(card: Card): void {
  for (const actions of actionListsOf(card)) {
    const primary = actions.filter(({ mode }) => mode !== 'secondary');
    assert.ok(primary.length <= 6, `${primary.length} buttons`);
  }
}
