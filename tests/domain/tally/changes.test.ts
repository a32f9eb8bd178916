/** What of a month is worth talking about. */
import assert from 'node:assert/strict';
import { regionId, topicId } from '../../../bot/domain/names.ts';
import { changesWorthTelling } from '../../../bot/domain/tally/changes.ts';
import { compact } from '../../../bot/domain/tally/facts.ts';
import type { Contact } from '../../../bot/domain/tally/tally.ts';
import { times } from '../../support/contacts.ts';

const changes = (now: readonly Contact[], before: readonly Contact[]) =>
  changesWorthTelling(compact(now), compact(before));
const pohjoinen = { region: regionId('pohjoinen') };
const concern = { topic: topicId('concern') };

describe('the changes worth telling', () => {
  it('are none when a month is like the other', () => assert.deepEqual(changes(times(100), times(100)), []));

  it('are none when chance explains them', () => assert.deepEqual(changes(times(105), times(100)), []));

  it('are none of small numbers', () =>
    assert.deepEqual(changes([...times(100), ...times(4, concern)], times(104)), []));

  it('put first what chance explains worst', () => {
    const told = changes([...times(100, pohjoinen), ...times(300)], [...times(20, pohjoinen), ...times(300)]);
    assert.deepEqual(told[0], { what: 'count', of: 'region', value: 'pohjoinen', now: 100, before: 20 });
  });

  it('are three at most, each of another kind', () => {
    const told = changes(
      times(400, { ...pohjoinen, ...concern, channel: 'teams', misdirected: true }),
      times(200),
    );
    assert.equal(told.length, 3);
    const kinds = told.map((one) => (one.what === 'count' ? one.of : one.what));
    assert.equal(new Set(kinds).size, 3);
  });

  it('tell shares in whole per cents', () => {
    const told = changes(
      [...times(50, { promiseKept: true }), ...times(50, { promiseKept: false })],
      [...times(90, { promiseKept: true }), ...times(10, { promiseKept: false })],
    );
    assert.deepEqual(told, [{ what: 'promises', now: 50, before: 90 }]);
  });
});
