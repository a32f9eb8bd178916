/** What the right to show a case promises: one shows at a time, nothing is lost, nothing rings twice. */
import assert from 'node:assert/strict';
import type { Lease, Shown } from '../../../bot/desk/upkeep/ports.ts';
import { wantedAgain } from '../../../bot/domain/case/card-place.ts';
import type { CardPlace, Case, Ring } from '../../../bot/domain/case/case.ts';
import { ringing } from '../../../bot/domain/case/change.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import type { Store } from '../../../bot/store/store.ts';
import { LeaseLostError } from '../../../bot/store/tables/failures.ts';
import { ada, at, claim, county, noon, nurse, reply, waitingCase } from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, idOf, keysOf, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const id = idOf(nurse.id);
const soon = at('12:01');
const later = at('12:10');

const place = (activity: string): CardPlace => ({
  conversation: 'chat',
  activity,
  shown: activity,
  state: 'live',
  wanted: 0,
  tries: 0,
});
const shownAs = (activity: string, ...rings: [number, Ring['state']][]): Shown => ({
  views: { asker: place(activity) },
  rings: new Map(rings),
});

async function twoStores() {
  const tables = ownTables();
  const faults = createTableFaults();
  const calm = await emptyStore({ tables });
  const shaky = await emptyStore({ tables, faults });
  const one = ringing(waitingCase({}, { id }), 'advisors', 'urgent', noon);
  const rung = ringing(one, 'asker', 'taken', noon);
  await calm.cases.open(rung);
  return { calm, shaky, faults, tables };
}

async function leased(store: Store, now = noon, until = soon): Promise<Lease> {
  const lease = await store.shows.lease(id, now, until);
  assert.ok(lease, 'the lease was not given');
  return lease;
}

const claimed = (store: Store) =>
  store.cases.change(id, (current) => decide(current, claim, ada, { now: noon, county }));
/** Shown once, and since then taken: what changed is to be shown. */
async function toShowAgain(activity: string) {
  const stores = await twoStores();
  await (await leased(stores.calm)).done(shownAs(activity));
  await claimed(stores.calm);
  return stores;
}
const replied = (store: Store) =>
  store.cases.change(id, (current) => decide(current, reply, nurse, { now: noon, county }));

async function kept(store: Store): Promise<Case> {
  const found = await store.cases.find(id);
  assert.ok(found);
  return found;
}
const wantsAsker = ({ views, ...one }: Case): Case => {
  assert.ok(views.asker);
  return { ...one, views: { ...views, asker: wantedAgain(views.asker) } };
};
const ringsOf = (one: Case) => one.rings.map(({ state }) => state);

describeOnEach('the right to show a case', () => {
  it('is wanted for a case that is new, and for nothing that was shown', async () => {
    const { calm, tables } = await twoStores();
    assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
    const lease = await leased(calm);
    assert.equal(await lease.done(shownAs('a1')), undefined);
    assert.deepEqual(await calm.shows.lagging(at('23:00'), 9), []);
    assert.ok(!(await keysOf(tables, 'cases')).some((key) => key.startsWith('show|')));
    assert.equal(await calm.shows.lease(id, noon, soon), undefined);
    await claimed(calm);
    assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
  });

  it('is nobody’s for a case that does not exist', async () => {
    const store = await emptyStore();
    assert.equal(await store.shows.lease(id, noon, soon), undefined);
  });

  it('is one process’s at a time, however many ask at once', async () => {
    const { calm } = await twoStores();
    const leases = await Promise.all(Array.from({ length: 8 }, () => calm.shows.lease(id, noon, soon)));
    assert.equal(leases.filter(Boolean).length, 1);
    assert.deepEqual(await calm.shows.lagging(noon, 9), []);
  });

  it('falls to another when its holder is gone', async () => {
    const { calm } = await twoStores();
    await leased(calm, noon, soon);
    assert.deepEqual(await calm.shows.lagging(soon, 9), [id]);
    await leased(calm, soon, later);
  });

  it('lists at most so many', async () => {
    const { calm } = await twoStores();
    for (const n of [1, 2])
      await calm.cases.open(waitingCase({}, { id: idOf(nurse.id, n), contactId: `c${n}` }));
    assert.equal((await calm.shows.lagging(noon, 2)).length, 2);
  });

  it('keeps what was shown without a new version, and what people do afterwards keeps it too', async () => {
    const { calm } = await twoStores();
    const before = await kept(calm);
    const lease = await leased(calm);
    await lease.sending([0, 1]);
    await lease.done(shownAs('a1', [0, 'sent'], [1, 'failed']));
    assert.deepEqual(await kept(calm), {
      ...before,
      views: { asker: place('a1') },
      rings: before.rings.map((ring, n) => ({ ...ring, state: n === 0 ? 'sent' : 'failed' })),
    });
    await claimed(calm);
    assert.deepEqual((await kept(calm)).views, { asker: place('a1') });
  });

  it('puts off what could not be shown, and what was achieved stays', async () => {
    const { calm } = await twoStores();
    const lease = await leased(calm);
    await lease.later(shownAs('a1', [0, 'due']), later);
    assert.deepEqual((await kept(calm)).views, { asker: place('a1') });
    assert.deepEqual(await calm.shows.lagging(at('12:09'), 9), []);
    assert.deepEqual(await calm.shows.lagging(later, 9), [id]);
    // somebody who presses does not wait for upkeep
    await leased(calm, at('12:05'), later);
  });

  it('a new version ends the putting off', async () => {
    const { calm } = await twoStores();
    await (await leased(calm)).later(shownAs('a1'), later);
    await claimed(calm);
    assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
  });

  it('is given back at once by who breaks off, and what was achieved stays', async () => {
    const { calm } = await twoStores();
    const lease = await leased(calm);
    await lease.sending([0, 1]);
    // of the second nobody knows whether it rang
    await lease.giveBack(shownAs('a1', [0, 'due']), noon);
    assert.deepEqual((await kept(calm)).views, { asker: place('a1') });
    assert.deepEqual(ringsOf(await kept(calm)), ['due', 'unsure']);
    assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
    await leased(calm);
  });

  it('is not given back by who has lost it: the one who has it goes on', async () => {
    const { calm } = await twoStores();
    const late = await leased(calm, noon, soon);
    const next = await leased(calm, soon, later);
    await late.giveBack(shownAs('old'), soon);
    assert.deepEqual(await calm.shows.lagging(soon, 9), []);
    await next.done(shownAs('new'));
    assert.deepEqual((await kept(calm)).views, { asker: place('new') });
  });

  it('may be renewed while it is written under: neither undoes the other', async () => {
    const { calm } = await twoStores();
    const lease = await leased(calm, noon, soon);
    await Promise.all([lease.renew(later), lease.sending([0]), lease.renew(at('12:11')), lease.sending([1])]);
    assert.deepEqual(await calm.shows.lagging(later, 9), []);
    assert.deepEqual(ringsOf((await leased(calm, at('12:11'), at('12:20'))).shown), ['unsure', 'unsure']);
  });

  describe('when the case changes while it is shown', () => {
    it('gives the newer case to be shown under the same lease', async () => {
      const { calm } = await twoStores();
      const lease = await leased(calm);
      await claimed(calm);
      const more = await lease.done(shownAs('a1', [0, 'sent']));
      assert.equal(more?.again.status, 'claimed');
      assert.deepEqual(more?.again.views, { asker: place('a1') });
      assert.equal(ringsOf(more?.again ?? (await kept(calm)))[0], 'sent');
      assert.equal(await calm.shows.lease(id, noon, soon), undefined, 'nobody else may show it meanwhile');
      assert.equal(await lease.done(shownAs('a1 v2')), undefined);
      assert.deepEqual(await calm.shows.lagging(at('23:00'), 9), []);
      assert.equal((await kept(calm)).views.asker?.shown, 'a1 v2');
    });

    it('is told so each time, also when it happens between the last look and the last write', async () => {
      const { calm, shaky, faults } = await twoStores();
      const lease = await leased(shaky);
      faults.beforeNextWrite(async () => void (await claimed(calm)));
      assert.equal((await lease.done(shownAs('a1')))?.again.version, 2);
      faults.beforeNextWrite(async () => void (await replied(calm)));
      assert.equal((await lease.done(shownAs('a2')))?.again.version, 3);
      assert.equal(await lease.done(shownAs('a3')), undefined);
    });

    it('loses no version that comes in the moment of being done', async () => {
      const { calm, shaky, faults } = await twoStores();
      const lease = await leased(shaky);
      let act = 0;
      // the second write of `done` takes the mark away
      faults.beforeNextWrite(async () => {
        faults.beforeNextWrite(async () => {
          act += 1;
          await claimed(calm);
        });
      });
      await lease.done(shownAs('a1'));
      assert.equal(act, 1);
      assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
      assert.equal((await leased(calm)).shown.status, 'claimed');
    });

    it('leaves what comes after a last write whose answer was lost to the one who brought it', async () => {
      for (const takesOver of [false, true]) {
        const { calm, shaky, faults } = await twoStores();
        const lease = await leased(shaky);
        faults.loseWhile(async () => {
          await claimed(calm);
          if (takesOver) await leased(calm);
        });
        assert.equal(await lease.done(shownAs('a1')), undefined, 'two would show it and ring twice');
        const other = takesOver ? undefined : await leased(calm);
        assert.equal((await kept(calm)).views.asker?.shown, 'a1');
        assert.equal(other?.shown.status, takesOver ? undefined : 'claimed');
        assert.deepEqual(await calm.shows.lagging(later, 9), [id], 'it is still to be shown');
      }
    });

    it('puts nothing off: what is new is shown at once', async () => {
      const { calm } = await twoStores();
      const lease = await leased(calm);
      await claimed(calm);
      await lease.later(shownAs('a1'), later);
      assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
    });

    for (const [what, drawn] of [
      ['drawn', place('a1')],
      ['lost', { ...place('a1'), state: 'lost', tries: 3 }],
      ['put off', { ...place('a1'), tries: 2, notBefore: later }],
    ] satisfies [string, CardPlace][])
      it(`gives a card that was wanted again to be drawn once more when meanwhile it was ${what}`, async () => {
        const { calm } = await toShowAgain('a0');
        const lease = await leased(calm);
        for (let nth = 0; nth < 2; nth += 1) await calm.cases.change(id, wantsAsker);
        const more = await lease.done({ views: { asker: drawn }, rings: new Map() });
        assert.deepEqual(more?.again.views.asker, { ...place('a1'), wanted: 2 });
        assert.equal(
          await lease.done({ views: { asker: { ...place('a1'), wanted: 2 } }, rings: new Map() }),
          undefined,
        );
        assert.deepEqual(await calm.shows.lagging(noon, 9), []);
      });

    it('still shows a card that was wanted again when the answer to the last of the showing was lost', async () => {
      const { calm, shaky, faults } = await toShowAgain('a0');
      const lease = await leased(shaky);
      faults.loseWhile(async () => {
        await calm.cases.change(id, wantsAsker);
      });
      assert.equal(await lease.done(shownAs('a1')), undefined);
      assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
    });

    it('gives a card that was wanted again and put off to be drawn at once', async () => {
      const { calm } = await toShowAgain('a0');
      const lease = await leased(calm);
      await calm.cases.change(id, wantsAsker);
      await lease.later(
        { views: { asker: { ...place('a0'), tries: 1, notBefore: later } }, rings: new Map() },
        later,
      );
      assert.deepEqual(await calm.shows.lagging(noon, 9), [id]);
    });

    it('keeps what somebody asked of a card that was not shown meanwhile', async () => {
      const { calm } = await toShowAgain('lost one');
      const lease = await leased(calm);
      await calm.cases.change(id, (current) => ({
        ...current,
        version: current.version + 1,
        views: { asker: place('try again') },
      }));
      const more = await lease.done({ views: lease.shown.views, rings: new Map() });
      assert.equal(more?.again.views.asker?.shown, 'try again');
    });
  });

  describe('rings', () => {
    it('of a holder who died while sending may have rung, and never ring by themselves again', async () => {
      const { calm, shaky, faults } = await twoStores();
      const dying = await leased(shaky);
      await dying.sending([0]);
      faults.strike('kill');
      await assert.rejects(dying.done(shownAs('a1', [0, 'sent'])));
      const next = await leased(calm, soon, later);
      assert.deepEqual(ringsOf(next.shown), ['unsure', 'due']);
      await next.done(shownAs('a1', [1, 'sent']));
      assert.deepEqual(ringsOf(await kept(calm)), ['unsure', 'sent']);
    });

    it('stay unsure when the next holder dies as well', async () => {
      const { calm } = await twoStores();
      await (await leased(calm)).sending([0]);
      await leased(calm, soon, later);
      assert.deepEqual(ringsOf((await leased(calm, later, at('12:20'))).shown), ['unsure', 'due']);
    });

    it('that were about to be sent and of which nothing is told are unsure', async () => {
      const { calm } = await twoStores();
      const lease = await leased(calm);
      await lease.sending([0]);
      await lease.sending([1]);
      await lease.later(shownAs('a1', [1, 'sent']), later);
      assert.deepEqual(ringsOf(await kept(calm)), ['unsure', 'sent']);
    });

    it('are not sent by one whose lease was lost', async () => {
      const { calm } = await twoStores();
      const slow = await leased(calm);
      const quick = await leased(calm, soon, later);
      await assert.rejects(slow.sending([0]), LeaseLostError);
      await quick.sending([0]);
      await assert.rejects(slow.done(shownAs('slow', [0, 'sent'])), LeaseLostError);
      await assert.rejects(slow.later(shownAs('slow'), later), LeaseLostError);
      await quick.done(shownAs('quick', [0, 'sent']));
      assert.equal((await kept(calm)).views.asker?.shown, 'quick');
      await assert.rejects(slow.sending([1]), LeaseLostError);
    });

    it('can be sent although the case changed meanwhile', async () => {
      const { calm } = await twoStores();
      const lease = await leased(calm);
      await claimed(calm);
      await lease.sending([0]);
      assert.equal((await lease.done(shownAs('a1', [0, 'sent'])))?.again.version, 2);
    });
  });

  for (const fault of ['lose', 'resend', 'drop'] as const) {
    it(`survives "${fault}" in each of its writes`, async () => {
      for (const nth of [1, 2, 3, 4]) {
        const { calm, shaky, faults } = await twoStores();
        faults.strike(fault, nth);
        const lease = await leased(shaky);
        await lease.sending([0]);
        assert.equal(await lease.done(shownAs('a1', [0, 'sent'])), undefined, `write ${nth}`);
        assert.deepEqual(ringsOf(await kept(calm)), ['sent', 'due']);
        assert.equal((await kept(calm)).views.asker?.shown, 'a1');
        // a mark that was left costs one more look, and then it goes
        for (const left of await calm.shows.lagging(later, 9)) {
          const lease = await calm.shows.lease(left, later, at('12:20'));
          assert.equal(await lease?.done(shownAs('a1')), undefined);
        }
        assert.deepEqual(await calm.shows.lagging(at('23:00'), 9), []);
      }
    });
  }

  it('is found again wherever its holder dies', async () => {
    for (const fault of ['kill', 'killAfter'] as const) {
      for (const nth of [1, 2, 3, 4]) {
        const { calm, shaky, faults } = await twoStores();
        faults.strike(fault, nth);
        await assert.rejects(
          async () => {
            const lease = await leased(shaky);
            await lease.sending([0]);
            await lease.done(shownAs('a1', [0, 'sent']));
          },
          { name: 'Killed' },
        );
        const [ring] = ringsOf(await kept(calm));
        const [lagging] = await calm.shows.lagging(later, 9);
        const state = lagging ? ringsOf((await leased(calm, later, at('12:20'))).shown)[0] : ring;
        // writes: 1 the lease, 2 what is about to ring, 3 what was shown, 4 the mark goes
        const reached = nth - (fault === 'kill' ? 1 : 0);
        assert.equal(state, reached < 2 ? 'due' : reached < 3 ? 'unsure' : 'sent', `${fault} at ${nth}`);
        assert.equal(lagging === undefined, reached >= 4);
      }
    }
  });
});
