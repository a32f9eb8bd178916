/** The month's report is made once and posted at most once by itself, whatever the number of processes. */
import assert from 'node:assert/strict';
import { createMonthReports } from '../../../bot/desk/tallies/month-report.ts';
import type { Reports } from '../../../bot/desk/tallies/ports.ts';
import { createTallies } from '../../../bot/desk/tallies/tallies.ts';
import { type Moment, type Month, month } from '../../../bot/domain/names.ts';
import { monthTally } from '../../../bot/domain/tally/month-tally.ts';
import type { Store } from '../../../bot/store/store.ts';
import { ada, county, eve, personOf } from '../../support/cases.ts';
import { times } from '../../support/contacts.ts';
import { emptyStore, ownTables, stillClock } from '../../support/stores.ts';

const october = month('2026-10');
const november = '2026-11-01T06:00:00.000Z' as Moment;
const staff = { actor: async ({ id }: { id: string }) => (id === eve.id ? eve : ada) };

type Became = Awaited<ReturnType<Reports['post']>>;

/** So many processes at the same tables; `posts` are the months whose cards reached Teams' door, in any of them. */
async function line(processes = 1, now = november) {
  const tables = ownTables();
  const clock = stillClock(now);
  const posts: Month[] = [];
  let became: () => Became = () => 'sent';
  const all = [];
  for (let n = 0; n < processes; n += 1) {
    const store = await emptyStore({ tables, clock });
    const reports: Reports = {
      post: async (report) => {
        const outcome = became();
        if (outcome !== 'later') posts.push(report.month);
        return outcome;
      },
    };
    all.push(createMonthReports({ ...store, reportStore: store.reports, reports, clock, staff }));
  }
  const store = await emptyStore({ tables, clock });
  const [first] = all;
  assert.ok(first);
  return { store, clock, posts, all, first, outcome: (next: () => Became) => (became = next) };
}

const keep = (store: Store, of: string, n: number) =>
  store.tallies.keep(month(of), async () => monthTally(month(of), times(n, { month: month(of) }), {}));

describe('the turn of the month', () => {
  it('makes one report and posts one card, however many processes turn it at once', async () => {
    const { store, posts, all } = await line(3);
    await keep(store, '2026-10', 50);
    await Promise.all([...all, ...all].map((one) => one.turnOfMonth()));
    await Promise.all(all.map((one) => one.turnOfMonth()));
    assert.deepEqual(posts, [october]);
    const report = await store.reports.find(october);
    assert.deepEqual([report?.figures.contacts, report?.posting.state], [50, 'sent']);
  });

  it('waits for the month to be counted, and makes none of a month nothing is known of', async () => {
    const { store, posts, first } = await line();
    await first.turnOfMonth();
    assert.equal(await store.reports.newest(), undefined);
    await keep(store, '2026-10', 5);
    await first.turnOfMonth();
    assert.deepEqual(posts, [october]);
  });

  it('that was missed is made good, each month of it, and none from before the line began', async () => {
    const { store, clock, posts, first } = await line();
    for (const of of ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']) await keep(store, of, 9);
    await first.turnOfMonth();
    clock.set('2027-01-09T06:00:00.000Z' as Moment);
    await first.turnOfMonth();
    assert.deepEqual(posts, ['2026-10', '2026-11', '2026-12']);
  });

  it('compares with the same month last year, else with the month before, else with nothing', async () => {
    const examples = [
      [['2025-10', '2026-09'], 'last-year'],
      [['2026-09'], 'month-before'],
      [[], 'nothing'],
    ] as const;
    for (const [known, expected] of examples) {
      const { store, first } = await line();
      for (const of of known) await keep(store, of, 10);
      await keep(store, '2026-10', 90);
      await first.turnOfMonth();
      const report = await store.reports.find(october);
      assert.equal(report?.comparedWith, expected);
      assert.equal(report?.changes.length === 0, expected === 'nothing');
    }
  });
});

describe('posting a report', () => {
  it('is never tried again by itself once it may have arrived', async () => {
    for (const outcome of ['sent', 'unsure', 'failed'] as const) {
      const { store, posts, first, outcome: becomes } = await line();
      becomes(() => outcome);
      await keep(store, '2026-10', 5);
      await first.turnOfMonth();
      await first.turnOfMonth();
      assert.deepEqual([posts, (await store.reports.find(october))?.posting.state], [[october], outcome]);
    }
  });

  it('is not tried again after the process died while it posted', async () => {
    const { store, posts, all } = await line(2);
    const [dying, other] = all;
    await keep(store, '2026-10', 5);
    const died = createMonthReports({
      ...store,
      reportStore: store.reports,
      reports: { post: async () => Promise.reject(new Error('died')) },
      clock: stillClock(november),
      staff,
    });
    await assert.rejects(died.turnOfMonth(), /died/);
    await other?.turnOfMonth();
    await dying?.turnOfMonth();
    assert.deepEqual([posts, (await store.reports.find(october))?.posting.state], [[], 'sending']);
  });

  it('waits for a channel, and goes as soon as there is one', async () => {
    const { store, posts, first, outcome } = await line();
    outcome(() => 'later');
    await keep(store, '2026-10', 5);
    await first.turnOfMonth();
    assert.deepEqual([posts, (await store.reports.due()).length], [[], 1]);
    outcome(() => 'sent');
    await first.turnOfMonth();
    assert.deepEqual(posts, [october]);
  });

  it('happens again when a supervisor asks, and for nobody else', async () => {
    const { store, posts, first } = await line();
    await keep(store, '2026-10', 5);
    await first.turnOfMonth();
    assert.deepEqual(await first.postAgain(personOf(ada), october), {
      refused: 'no-role',
      needs: 'supervisor',
    });
    assert.deepEqual(posts, [october]);
    const again = await first.postAgain(personOf(eve), october);
    assert.ok(!('refused' in again));
    assert.deepEqual([posts.length, again.posting.by], [2, eve.id]);
    assert.deepEqual(await first.postAgain(personOf(eve), month('2020-01')), { refused: 'no-data' });
  });

  it('is not asked for twice while it happens, but after its process died', async () => {
    const { store, clock, posts, first } = await line();
    await keep(store, '2026-10', 5);
    await first.turnOfMonth();
    await store.reports.change(october, (one) => ({
      ...one,
      posting: { state: 'sending', at: clock.now() },
    }));
    assert.deepEqual(await first.postAgain(personOf(eve), october), { refused: 'being-posted' });
    clock.set('2026-11-01T06:06:00.000Z' as Moment);
    assert.ok(!('refused' in (await first.postAgain(personOf(eve), october))));
    assert.equal(posts.length, 2);
  });
});

describe('a report', () => {
  it('is read by supervisors alone', async () => {
    const { store, clock, first } = await line();
    await keep(store, '2026-10', 5);
    const tallies = createTallies({ ...store, county, clock, staff });
    await tallies.recount();
    await first.turnOfMonth();
    const read = await first.report(personOf(eve), october);
    assert.ok('figures' in read);
    assert.deepEqual(await first.report(personOf(ada), october), { refused: 'no-role', needs: 'supervisor' });
  });
});
