/** What asking does when chance plays against it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAsking } from '../../../bot/desk/asking/asking.ts';
import { IdTakenError } from '../../../bot/desk/casework/id-taken.ts';
import { asker, county } from '../../support/cases.ts';
import { silent } from '../../support/silent.ts';
import { emptyStore, stillClock } from '../../support/stores.ts';

/** Drafts alone: nothing here comes as far as a case. */
async function askingWith(numbers: readonly number[]) {
  const store = await emptyStore();
  let drawn = 0;
  const chance = { number: () => numbers[Math.min(drawn++, numbers.length - 1)] ?? 0, id: () => 'id' };
  const nowhere = { show: async () => undefined, soon: () => undefined, giveBack: async () => undefined };
  const ports = {
    ...store,
    county,
    chance,
    clock: stillClock(),
    cards: nowhere,
    directory: { profileOf: async () => undefined },
    notices: silent,
  };
  return createAsking(ports, undefined as never);
}

describe('asking', () => {
  const five = (n: number) => [n, n, n, n, n];

  it('draws another id when the drawn one is taken, and keeps both drafts', async () => {
    const asking = await askingWith([...five(1), ...five(1), ...five(2)]);
    const first = await asking.draft(asker, 'Ensimmäinen kysymys', 'one');
    const second = await asking.draft(asker, 'Toinen kysymys', 'two');
    assert.notEqual(first.id, second.id);
    assert.equal(second.answers.question, 'Toinen kysymys');
  });

  it('gives up loudly when chance draws the same id again and again', async () => {
    const asking = await askingWith([1]);
    await asking.draft(asker, 'Ensimmäinen kysymys', 'one');
    await assert.rejects(asking.draft(asker, 'Toinen kysymys', 'two'), IdTakenError);
  });
});
