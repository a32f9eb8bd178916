/** Finished months are kept whole in a row each; nothing that is counted meanwhile is lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { day, month, regionId } from '../../../bot/domain/names.ts';
import { compact } from '../../../bot/domain/tally/facts.ts';
import { monthReport } from '../../../bot/domain/tally/month-report.ts';
import { monthTally, summed } from '../../../bot/domain/tally/month-tally.ts';
import { packFacts, unpackFacts } from '../../../bot/store/tallies/packed-facts.ts';
import {
  ada,
  at,
  type Given,
  keskinen,
  koillinen,
  lead,
  noon,
  nurse,
  transfer,
  waitingCase,
} from '../../support/cases.ts';
import { anyContacts, contact, times } from '../../support/contacts.ts';
import { describeOnEach } from '../../support/each-storage.ts';
import { emptyStore, idOf, keysOf, ownTables, stillClock } from '../../support/stores.ts';

const october = month('2026-10');
/** Counted as time to claim. */
const claimElsewhere: Given = [{ ...ada, advisorIn: [koillinen] }, { do: 'claim' }];

describeOnEach('packed facts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyContacts, (contacts) => {
        const facts = compact(contacts);
        assert.deepEqual(unpackFacts('here', packFacts(facts)), facts);
      }),
    );
  });

  it('of ten thousand contacts take a small part of a row', () => {
    const contacts = fc.sample(anyContacts, { numRuns: 500, seed: 7 }).flat();
    const many = Array.from({ length: 10_000 }, (_, n) => contacts[n % contacts.length] ?? contact());
    assert.ok(packFacts(compact(many)).length < 512 * 1024);
  });

  it('that were damaged are told by their place, whatever the damage', () => {
    const bytes = packFacts(compact(times(3)));
    for (const damaged of [bytes.subarray(0, 20), Buffer.from('no'), packFacts(compact([])).subarray(2)])
      assert.throws(() => unpackFacts('2026/2026-10', damaged), {
        name: 'UnreadableRowError',
        message: /2026-10/,
      });
  });
});

describeOnEach('a kept month', () => {
  const tally = monthTally(october, [...times(30), ...times(5, { channel: 'teams' })], {
    [keskinen]: [30, 5],
  });

  it('comes back whole, and in a few numbers', async () => {
    const { tallies } = await emptyStore();
    await tallies.keep(october, async () => tally);
    assert.deepEqual(await tallies.find(october), tally);
    const [summary] = await tallies.summaries(month('2024-11'), october);
    assert.ok(summary);
    assert.deepEqual(
      [summary.month, summed(summary), summed(summary, undefined, ['teams'])],
      [october, 35, 5],
    );
  });

  it('is none while nothing is kept, and an empty one is a month without contacts', async () => {
    const { tallies } = await emptyStore();
    assert.equal(await tallies.find(october), undefined);
    await tallies.keep(october, async () => monthTally(october, [], {}));
    assert.equal((await tallies.find(october))?.facts.size, 0);
  });

  it('that turns out to hold nothing is told no more, and an older count does not bring it back', async () => {
    const tables = ownTables();
    const [one, other] = [await emptyStore({ tables }), await emptyStore({ tables })];
    let counts = 0;
    await one.tallies.keep(october, async () => {
      counts += 1;
      // while the first counts, its contacts are taken away and the other one counts none
      if (counts === 1) await other.tallies.keep(october, async () => undefined);
      return counts === 1 ? tally : undefined;
    });
    assert.equal(counts, 2);
    assert.equal(await one.tallies.find(october), undefined);
    assert.deepEqual(await one.tallies.summaries(october, october), []);
    await one.tallies.keep(october, async () => tally);
    assert.deepEqual(await other.tallies.find(october), tally);
  });

  it('is read with its neighbours in order, without those before and after', async () => {
    const { tallies } = await emptyStore();
    for (const of of ['2024-12', '2025-01', '2026-03', '2026-10', '2026-11'])
      await tallies.keep(month(of), async () => monthTally(month(of), times(1), {}));
    const run = await tallies.summaries(month('2025-01'), october);
    assert.deepEqual(
      run.map((one) => one.month),
      ['2025-01', '2026-03', '2026-10'],
    );
  });

  it('takes one row, however many contacts it has', async () => {
    const tables = ownTables();
    const { tallies } = await emptyStore({ tables });
    const many = fc.sample(anyContacts, { numRuns: 600, seed: 3 }).flat();
    await tallies.keep(october, async () => monthTally(october, many, {}));
    assert.deepEqual(await keysOf(tables, 'tallies'), ['2026-10']);
    assert.deepEqual((await tallies.find(october))?.facts, compact(many));
  });

  it('is never replaced by an older count of another process', async () => {
    const tables = ownTables();
    const [one, other] = [await emptyStore({ tables }), await emptyStore({ tables })];
    let counts = 0;
    await one.tallies.keep(october, async () => {
      counts += 1;
      // while the first counts, the other one has counted more and kept it
      if (counts === 1) {
        await other.tallies.keep(october, async () => monthTally(october, times(9), {}));
        return monthTally(october, times(8), {});
      }
      return monthTally(october, times(9), {});
    });
    assert.equal(counts, 2);
    assert.equal((await one.tallies.find(october))?.facts.size, 9);
  });
});

describeOnEach('a late correction', () => {
  const november = month('2026-11');
  const nextMonth = at('12:00', 20);

  it('makes its month stale until it has been counted', async () => {
    const clock = stillClock();
    const { cases, tallies } = await emptyStore({ clock });
    const id = idOf(nurse.id);
    await cases.open(waitingCase({ id }));
    assert.deepEqual(await tallies.stale(), []);
    clock.set(nextMonth);
    await cases.change(id, (current) => lead(current, transfer));
    const [stale, ...others] = await tallies.stale();
    assert.deepEqual([stale?.month, others], [november, []]);
    await stale?.counted();
    assert.deepEqual(await tallies.stale(), []);
  });

  it('that comes while the month is counted keeps it stale', async () => {
    const clock = stillClock();
    const { cases, tallies } = await emptyStore({ clock });
    const id = idOf(nurse.id);
    await cases.open(waitingCase({ id }));
    clock.set(nextMonth);
    await cases.change(id, (current) => lead(current, transfer));
    const [stale] = await tallies.stale();
    await cases.change(id, (current) => lead(current, claimElsewhere));
    await stale?.counted();
    assert.deepEqual(
      (await tallies.stale()).map((one) => one.month),
      [november],
    );
  });

  it('makes its month stale for a recorded contact too', async () => {
    const { tallies } = await emptyStore({ clock: stillClock(nextMonth) });
    await tallies.record(contact({ month: november }), day('2026-11-02'), 'call-1');
    assert.deepEqual(
      (await tallies.stale()).map((one) => one.month),
      [november],
    );
  });
});

describeOnEach('the days of a month', () => {
  it('count cases on the day they came, in the region they belong to now', async () => {
    const { cases, tallies } = await emptyStore();
    const [first, second] = [idOf(nurse.id), idOf(nurse.id, 1)];
    await cases.open(waitingCase({ id: first, contactId: 'one' }));
    await cases.open(waitingCase({ id: second, contactId: 'two', receivedAt: at('09:00', 1) }));
    await cases.change(second, (current) => lead(current, transfer));
    const days = await tallies.days(month('2026-11'));
    assert.deepEqual(
      [days[keskinen]?.map(Number), days[koillinen]?.map(Number)],
      [
        [...Array(22).fill(0), 1],
        [...Array(23).fill(0), 1],
      ],
    );
  });

  it('belong to the month on the county’s wall', async () => {
    const { cases, tallies } = await emptyStore();
    const midnight = waitingCase({ receivedAt: '2026-11-30T22:30:00.000Z' as typeof noon });
    await cases.open({ ...midnight, id: idOf(nurse.id) });
    assert.deepEqual(await tallies.days(month('2026-11')), {});
    assert.deepEqual(await tallies.days(month('2026-12')), { [keskinen]: [1] });
  });

  it('lead from no contact to its day', async () => {
    const tables = ownTables();
    const { tallies } = await emptyStore({ tables });
    await tallies.record(contact(), day('2026-10-07'), 'call-1');
    for (const row of await tables.rowsOf('cases')) {
      const isContact = row.rowKey.startsWith('contact|');
      assert.equal(JSON.stringify(row.rowKey).includes('call-1'), isContact);
      assert.ok(!isContact || !JSON.stringify(row['contact']).includes('-07'));
    }
  });
});

describeOnEach('a recorded contact', () => {
  it('is counted once, however often it is sent', async () => {
    const { cases, tallies } = await emptyStore();
    for (let n = 0; n < 3; n += 1) await tallies.record(contact(), day('2026-10-07'), 'call-1');
    await tallies.record(contact({ region: regionId('pohjoinen') }), day('2026-10-31'), 'call-2');
    const contacts = await cases.contacts(october);
    assert.deepEqual(contacts.map(({ region }) => region).toSorted(), ['keskinen', 'pohjoinen']);
    assert.equal((await tallies.days(october))[keskinen]?.[6], 1);
  });
});

describeOnEach('cases not purged', () => {
  it('are found whatever their state, and it is told when there are more', async () => {
    const { cases, tallies } = await emptyStore();
    for (const n of [0, 1, 2]) await cases.open(waitingCase({ id: idOf(nurse.id, n), contactId: `c${n}` }));
    const found = await tallies.notPurged(10);
    assert.deepEqual([found.cases.length, found.all], [3, true]);
    const some = await tallies.notPurged(2);
    assert.deepEqual([some.cases.length, some.all], [2, false]);
  });
});

describeOnEach('a month’s report', () => {
  const report = monthReport(october, compact(times(12)), {}, noon);

  it('is kept once, no matter who makes it first', async () => {
    const tables = ownTables();
    const [one, other] = [await emptyStore({ tables }), await emptyStore({ tables })];
    const second = { ...report, madeAt: at('12:01') };
    const [a, b] = await Promise.all([one.reports.open(report), other.reports.open(second)]);
    assert.deepEqual(a, b);
    assert.deepEqual(await one.reports.find(october), a);
    assert.equal(await one.reports.newest(), october);
  });

  it('is due until it has been tried', async () => {
    const { reports } = await emptyStore();
    await reports.open(report);
    assert.deepEqual(
      (await reports.due()).map((one) => one.month),
      [october],
    );
    await reports.change(october, (one) => ({ ...one, posting: { state: 'sent', at: noon } }));
    assert.deepEqual(await reports.due(), []);
    assert.equal(await reports.change(month('2020-01'), (one) => one), undefined);
  });
});
