import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  areConfirmed,
  type BindingTarget,
  type ChannelWish,
  changedBy,
  flawsKey,
  type WishFlaw,
  wishFlaws,
} from '../../../bot/domain/setup/channel-wish.ts';
import { keskinen, pohjoinen } from '../../support/cases.ts';

const targets: readonly BindingTarget[] = [keskinen, pohjoinen, 'supervisors'];
const channels = new Set(['a', 'b', 'c']);
const wish = (...to: readonly (string | undefined)[]): ChannelWish =>
  new Map(targets.flatMap((target, n) => (to[n] === undefined ? [] : [[target, to[n]]])));
const nothing = wish();

describe('a wish for channels', () => {
  const rows: readonly (readonly [string, ChannelWish, ChannelWish, readonly WishFlaw[]])[] = [
    ['of one for each has no flaw', wish('a', 'b', 'c'), nothing, []],
    ['may leave some without', wish('a'), nothing, []],
    [
      'of one for two must be confirmed',
      wish('a', 'a'),
      nothing,
      [{ flaw: 'shared', channel: 'a', targets: [keskinen, pohjoinen] }],
    ],
    [
      'of a region’s for the supervisors must be confirmed',
      wish('a', undefined, 'a'),
      wish('a'),
      [{ flaw: 'shared', channel: 'a', targets: [keskinen, 'supervisors'] }],
    ],
    ['is not asked again what is so already', wish('a', 'a', 'b'), wish('a', 'a'), []],
    ['to take one away must be confirmed', nothing, wish('a'), [{ flaw: 'unbinds', target: keskinen }]],
    [
      'for one that is not there can’t be',
      wish('x'),
      nothing,
      [{ flaw: 'no-such-channel', target: keskinen }],
    ],
    ['keeps a bound one that can’t be seen now', wish('x'), wish('x'), []],
  ];
  for (const [what, wished, bound, flaws] of rows)
    it(what, () => assert.deepEqual(wishFlaws(wished, bound, { targets, channels }), flaws));

  it('changes what differs, and only that', () => {
    assert.deepEqual(changedBy(wish('a', 'c'), wish('a', 'b', 'c'), targets), [pohjoinen, 'supervisors']);
  });

  it('is gone through with when its very flaws were confirmed, never with a channel that is not there', () => {
    const shared: WishFlaw = { flaw: 'shared', channel: 'a', targets: [keskinen, pohjoinen] };
    const other: WishFlaw = { flaw: 'unbinds', target: keskinen };
    const gone: WishFlaw = { flaw: 'no-such-channel', target: keskinen };
    assert.ok(areConfirmed([], undefined));
    assert.ok(!areConfirmed([shared], undefined));
    assert.ok(areConfirmed([shared], flawsKey([shared])));
    assert.ok(!areConfirmed([shared, other], flawsKey([shared])));
    assert.ok(!areConfirmed([gone], flawsKey([gone])));
  });
});
