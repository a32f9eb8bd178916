/** What is found of this moment: grants that run and what did not arrive, however the case went on. */
import assert from 'node:assert/strict';
import type { Shown } from '../../../bot/desk/upkeep/ports.ts';
import { addDays } from '../../../bot/domain/calendar.ts';
import type { CardPlace, Case, Ring } from '../../../bot/domain/case/case.ts';
import { ringing } from '../../../bot/domain/case/change.ts';
import type { Command } from '../../../bot/domain/case/command.ts';
import { tick } from '../../../bot/domain/case/deadlines.ts';
import { decide } from '../../../bot/domain/case/decide.ts';
import type { Store } from '../../../bot/store/store.ts';
import {
  ada,
  answer,
  at,
  claim,
  close,
  county,
  grant,
  monday,
  noon,
  nurse,
  waitingCase,
} from '../../support/cases.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, idOf, keysOf, ownTables } from '../../support/stores.ts';
import { createTableFaults } from '../../support/table-faults.ts';

const id = idOf(nurse.id);
const lastDay = addDays(monday, 13);

async function storeWith(one: Case) {
  const tables = ownTables();
  const faults = createTableFaults();
  const calm = await emptyStore({ tables });
  const shaky = await emptyStore({ tables, faults });
  await calm.cases.open(one);
  const listed = async () =>
    (await keysOf(tables, 'cases')).filter((key) => /^(grant|undelivered)\|/.test(key));
  return { calm, shaky, faults, listed };
}
const opened = () => waitingCase({}, { id });
async function lead(store: Store, ...commands: readonly Command[]): Promise<void> {
  for (const command of commands)
    await store.cases.change(id, (current) => decide(current, command, ada, { now: noon, county }));
}
const idsOf = (cases: readonly Case[]) => cases.map((one) => one.id);

describeOnEach('grants that run', () => {
  it('are found until their last day, also when the case is closed', async () => {
    const { calm } = await storeWith(opened());
    assert.deepEqual(await calm.watch.grantedUntil(monday), []);
    await lead(calm, claim, grant, answer, close);
    assert.deepEqual(idsOf(await calm.watch.grantedUntil(monday)), [id]);
    assert.deepEqual(idsOf(await calm.watch.grantedUntil(lastDay)), [id]);
    assert.deepEqual(await calm.watch.grantedUntil(addDays(lastDay, 1)), []);
  });

  it('are listed once a case, under the last day of all', async () => {
    const { calm, listed } = await storeWith(opened());
    await lead(calm, claim, { ...grant, to: monday } as Command, grant);
    assert.deepEqual(await listed(), [`grant|${lastDay}|${id}`]);
  });

  it('are forgotten with the case’s words', async () => {
    const { calm, listed } = await storeWith(opened());
    await lead(calm, claim, grant, answer, close);
    const muchLater = at('12:00', 60);
    await calm.cases.change(id, (current) => tick(county, current, muchLater));
    assert.deepEqual(await listed(), []);
  });
});

describeOnEach('what did not arrive', () => {
  const lost: CardPlace = {
    conversation: 'chat',
    activity: 'a',
    shown: '',
    state: 'lost',
    wanted: 0,
    tries: 3,
  };
  const shown = (state: Ring['state'], place: CardPlace = { ...lost, state: 'live' }): Shown => ({
    views: { asker: place },
    rings: new Map([[0, state]]),
  });
  const ringingCase = () => ringing(opened(), 'asker', 'taken', noon);
  async function show(store: Store, what: Shown): Promise<void> {
    const lease = await store.shows.lease(id, noon, at('12:01'));
    assert.ok(lease);
    await lease.done(what);
  }

  for (const state of ['failed', 'unsure'] as const)
    it(`is found when a message ended as ${state}`, async () => {
      const { calm } = await storeWith(ringingCase());
      assert.deepEqual(await calm.watch.undelivered(), []);
      await show(calm, shown(state));
      assert.deepEqual(idsOf(await calm.watch.undelivered()), [id]);
    });

  it('is found when the asker’s card is lost, and not when all is well', async () => {
    const { calm } = await storeWith(ringingCase());
    await show(calm, shown('sent', lost));
    assert.deepEqual(idsOf(await calm.watch.undelivered()), [id]);
    const { calm: well } = await storeWith(ringingCase());
    await show(well, shown('sent'));
    assert.deepEqual(await well.watch.undelivered(), []);
  });

  it('is found no more when it is sent again, and again when that fails', async () => {
    const { calm, listed } = await storeWith(ringingCase());
    await show(calm, shown('failed'));
    await lead(calm, { do: 'resend' });
    assert.deepEqual(await listed(), []);
    await show(calm, shown('failed'));
    assert.deepEqual(await listed(), [`undelivered|${id}`]);
  });

  for (const fault of ['lose', 'resend', 'drop'] as const)
    it(`is listed once when the answer to its writing is struck by ${fault}`, async () => {
      const { calm, shaky, faults, listed } = await storeWith(ringingCase());
      const lease = await shaky.shows.lease(id, noon, at('12:01'));
      assert.ok(lease);
      faults.strike(fault, 1);
      await lease.done(shown('failed')).catch(() => undefined);
      await show(calm, shown('failed')).catch(() => undefined);
      assert.deepEqual(await listed(), [`undelivered|${id}`]);
    });
});
