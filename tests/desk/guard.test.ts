/** The guard of the desk: whom each role lets through, and that nothing is begun for others. */
import assert from 'node:assert/strict';
import { guardOf } from '../../bot/desk/guard.ts';
import type { Actor, Right } from '../../bot/domain/roles.ts';
import { ada, eve, nurse, personOf } from '../support/cases.ts';

const uma: Actor = { ...nurse, id: 'uma' as Actor['id'], updater: true };
const people = [ada, eve, uma, nurse];
const only = guardOf({
  actor: async (person) => people.find(({ id }) => id === person.id) ?? { ...nurse, ...person },
});

/** An advisor, a supervisor, an updater, and an employee without a role. */
const table: readonly (readonly [Right, readonly boolean[]])[] = [
  ['line', [true, true, false, false]],
  ['advisor', [true, false, false, false]],
  ['supervisor', [false, true, false, false]],
  ['updater', [false, true, true, false]],
];

describe('the guard of the desk', () => {
  for (const [needs, expected] of table)
    it(`lets through who has what is needed (${needs}), as they are stored, and does nothing for others`, async () => {
      const done: string[] = [];
      for (const [nth, one] of people.entries()) {
        const outcome = await only(needs, personOf(one), async (actor) => {
          done.push(actor.id);
          return { actor };
        });
        assert.deepEqual(outcome, expected[nth] ? { actor: one } : { refused: 'no-role', needs });
      }
      assert.deepEqual(
        done,
        people.filter((_, nth) => expected[nth]).map(({ id }) => id),
      );
    });
});
