/** Presses read as the line reads them, at noon and in the county of the tests. */
import { type Place, type ReadPress, readPress } from '../../bot/cards/verbs/read-press.ts';
import { type Verb, verbs, type Wishes } from '../../bot/cards/verbs/verbs.ts';
import { county, noon } from './cases.ts';

export const pressIn = (place: Place, verb: unknown, data: unknown): ReadPress | undefined =>
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
