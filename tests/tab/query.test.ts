/** What a page keeps showing while it asks again, and where in the tab one is. */
import assert from 'node:assert/strict';
import { shownAfter } from '../../tab/src/kit/query.ts';
import { hrefOf, readRoute } from '../../tab/src/kit/route.ts';

const loading = { remote: { state: 'loading' } } as const;
const ready = { remote: { state: 'ready', value: 1 } } as const;
const failed = { state: 'failed', failure: 'offline' } as const;

describe('what a page shows', () => {
  it('is what has come', () => {
    assert.deepEqual(shownAfter(loading, { state: 'ready', value: 2 }).remote, { state: 'ready', value: 2 });
  });

  it('stays when nothing newer can be had, and is called stale', () => {
    assert.deepEqual(shownAfter(ready, failed), { ...ready, stale: 'offline' });
  });

  it('is fresh again when the server says that nothing has changed', () => {
    assert.deepEqual(shownAfter({ ...ready, stale: 'offline' }, { state: 'unchanged' }), ready);
  });

  it('is the failure when nothing has been seen yet', () => {
    assert.deepEqual(shownAfter(loading, failed), { remote: failed });
  });
});

describe('an address in the tab', () => {
  const addresses: readonly (readonly [hash: string, page: string, rest: readonly string[]])[] = [
    ['', '', []],
    ['#/now', 'now', []],
    ['#now', 'now', []],
    ['#/settings/audit/7KQ4MXU', 'settings', ['audit', '7KQ4MXU']],
    ['#/a%2Fb', 'a/b', []],
    ['#/%', '%', []],
  ];
  for (const [hash, page, rest] of addresses)
    it(`“${hash}” is the page “${page}” and ${rest.length} more`, () => {
      assert.deepEqual(readRoute(hash), { page, rest });
    });

  it('is read as it was written', () => {
    assert.deepEqual(readRoute(hrefOf('settings', 'a/b', 'ä')), { page: 'settings', rest: ['a/b', 'ä'] });
  });
});
