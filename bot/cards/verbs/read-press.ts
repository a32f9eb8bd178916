/** Reads any press by the table of verbs; what no card of ours sends reads as nothing. */
import { isRecord, type Pressed, type ReadContext } from './pressed.ts';
import { type Verb, verbs, type Wishes } from './verbs.ts';

export type ReadPress<V extends Verb = Verb> = {
  readonly [One in V]: { readonly verb: One; readonly wish: Wishes[One] };
}[V];

/** Where the card stands that was pressed. */
export type PressPlace = 'chat' | 'channel' | 'group';

export function readPress(
  spelled: unknown,
  sent: unknown,
  place: PressPlace,
  context: ReadContext,
): ReadPress | undefined {
  if (typeof spelled !== 'string' || !Object.hasOwn(verbs, spelled)) return undefined;
  const known = spelled as Verb;
  const isBare = 'bare' in verbs[known] && !isRecord(sent);
  const data: unknown = isBare ? {} : sent;
  if (!isRecord(data)) return undefined;
  const verb = verbNow(known, data, place, context);
  const wish = verbs[verb].read(data, context);
  return wish && ({ verb, wish } as ReadPress);
}

/**
 * What the first advisors' cards spell like an asker's verb, and the verb that is meant there. Cards stay in chats and
 * channels for good: an entry never goes.
 */
const oldSpellings: { readonly [Spelled in Verb]?: Verb } = {
  concern: 'reportConcern',
  reopen: 'reopenCase',
};

/** In the personal chat the verb is the asker's; elsewhere the advisors', unless only an asker's card can have sent it. */
function verbNow(spelled: Verb, data: Pressed, place: PressPlace, context: ReadContext): Verb {
  const meant = oldSpellings[spelled];
  return meant && place !== 'chat' && verbs[meant].read(data, context) ? meant : spelled;
}
