/** Presses read as the line reads them, at noon and in the county of the tests. */
import type { Card } from '../../bot/cards/elements/elements.ts';
import { type PressPlace, type ReadPress, readPress } from '../../bot/cards/verbs/read-press.ts';
import { type Verb, verbs, type Wishes } from '../../bot/cards/verbs/verbs.ts';
import { nodesOf } from './card-checks.ts';
import { county, noon } from './cases.ts';

export const pressIn = (place: PressPlace, verb: unknown, data: unknown): ReadPress | undefined =>
  readPress(verb, data, place, { county, now: noon });

/** What an asker's press in their chat means; undefined when it is no asker's. */
export function askersWish(verb: unknown, data: unknown) {
  const read = pressIn('chat', verb, data);
  return read && verbs[read.verb].who === 'asker' ? (read.wish as Wishes[AskerVerb]) : undefined;
}

/** What a press in a channel means; undefined when it is an asker's, or nobody's. */
export function othersWish(verb: unknown, data: unknown) {
  const read = pressIn('channel', verb, data);
  return read && verbs[read.verb].who !== 'asker'
    ? (read.wish as Wishes[Exclude<Verb, AskerVerb>])
    : undefined;
}

type AskerVerb = { [V in Verb]: (typeof verbs)[V]['who'] extends 'asker' ? V : never }[Verb];

export type Filled = { readonly verb: unknown; readonly data: { readonly [key: string]: unknown } };

/** What each button of a card sends once all boxes are filled in, from clients old and new. */
export function filledPresses(card: Card): Filled[] {
  const nodes = nodesOf(card);
  const boxes = nodes.filter(({ type }) => String(type).startsWith('Input.'));
  const filled = Object.fromEntries(boxes.map((box) => [String(box['id']), filling(box)]));
  const buttons = nodes.filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
  return buttons.map(({ verb, data, associatedInputs }) => {
    const own = data as Filled['data'];
    return { verb: verb ?? own['verb'], data: { ...(associatedInputs !== 'none' && filled), ...own } };
  });
}

function filling({ type, value, choices }: { readonly [key: string]: unknown }): unknown {
  if (value !== undefined) return value;
  if (type === 'Input.Toggle') return 'true';
  const first = Array.isArray(choices) ? choices.at(0)?.value : undefined;
  return first ?? 'Sanoja';
}
