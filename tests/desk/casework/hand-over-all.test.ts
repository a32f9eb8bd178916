/** Giving all of one's open cases away: one after the other, as far as nothing stands against it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createCasework } from '../../../bot/desk/casework/casework.ts';
import type { Staff } from '../../../bot/desk/staff/staff.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import type { Store } from '../../../bot/store/store.ts';
import {
  ada,
  bo,
  cia,
  county,
  eve,
  lead,
  nurse,
  stranger,
  takeOver,
  waitingCase,
} from '../../support/cases.ts';
import { emptyStore, idOf, stillClock } from '../../support/stores.ts';

const people: readonly Actor[] = [ada, bo, cia, eve, stranger];
const ids = [1, 2, 3].map((n) => idOf(nurse.id, n));

/** Ada holds three cases, the oldest first; `meanwhile` happens to each between her looking and her giving. */
async function adaHoldsThree(
  meanwhile: (store: Store, nth: number) => Promise<unknown> = async () => undefined,
) {
  const store = await emptyStore();
  for (const [nth, id] of ids.entries()) {
    await store.cases.open(waitingCase({}, { id, contactId: `c${nth}` }));
    await store.cases.change(id, (one) => lead(one, { do: 'claim' }));
  }
  const actor = async ({ id }: { readonly id: string }) => people.find((one) => one.id === id);
  const shown: string[] = [];
  const cases: Store['cases'] = {
    ...store.cases,
    change: async (id, ...rest) => {
      await meanwhile(store, ids.indexOf(id));
      return store.cases.change(id, ...rest);
    },
  };
  const casework = createCasework(
    {
      ...store,
      cases,
      county,
      clock: stillClock(),
      chance: { number: () => 0, id: () => 'id' },
      cards: {
        show: async () => undefined,
        soon: (id) => void shown.push(id),
        giveBack: async () => undefined,
      },
    },
    { actor } as Partial<Staff> as Staff,
  );
  const holders = async () =>
    (await Promise.all(ids.map((id) => store.cases.find(id)))).map(
      (one) => one && 'holder' in one && one.holder?.id,
    );
  return { casework, holders, shown };
}

describe('giving all one’s cases away', () => {
  it('gives each to the colleague and counts them', async () => {
    const { casework, holders, shown } = await adaHoldsThree();
    assert.deepEqual(await casework.handOverAll(ada, cia), { given: 3 });
    assert.deepEqual(await holders(), [cia.id, cia.id, cia.id]);
    assert.deepEqual(shown.toSorted(), ids.toSorted());
  });

  for (const taken of [0, 1, 2]) {
    it(`stops at number ${taken + 1} of three when it was taken over meanwhile, and says by whom`, async () => {
      const { casework, holders } = await adaHoldsThree(async (store, nth) => {
        if (nth === taken)
          await store.cases.change(ids[nth] ?? assert.fail(), (one) => lead(one, [bo, takeOver]));
      });
      const { given, refusal } = await casework.handOverAll(ada, cia);
      assert.equal(given, taken);
      assert.ok(refusal?.refused === 'held-by-another');
      assert.equal(refusal.holder.id, bo.id);
      assert.deepEqual(
        await holders(),
        ids.map((_, nth) => (nth < taken ? cia.id : nth === taken ? bo.id : ada.id)),
      );
    });
  }

  it('gives none to who does not work on the line', async () => {
    const { casework, holders, shown } = await adaHoldsThree();
    assert.deepEqual(await casework.handOverAll(ada, stranger), {
      given: 0,
      refusal: { refused: 'unknown-choice', field: 'person' },
    });
    assert.deepEqual(await holders(), [ada.id, ada.id, ada.id]);
    assert.deepEqual(shown, []);
  });

  it('gives none of a colleague’s', async () => {
    const { casework, holders } = await adaHoldsThree();
    assert.deepEqual(await casework.handOverAll(bo, cia), { given: 0 });
    assert.deepEqual(await holders(), [ada.id, ada.id, ada.id]);
  });
});
