/** What each person is told of a month, and that a finished month is kept once and corrected when it changes. */
import assert from 'node:assert/strict';
import { monthsTo } from '../../../bot/desk/tallies/run.ts';
import { createTallies } from '../../../bot/desk/tallies/tallies.ts';
import type { Case } from '../../../bot/domain/case/case.ts';
import { day, type Moment, type Month, month, topicId } from '../../../bot/domain/names.ts';
import { type MonthTally, monthTally, summaryOf } from '../../../bot/domain/tally/month-tally.ts';
import type { OtherContact } from '../../../bot/domain/tally/other-contacts.ts';
import type { Contact } from '../../../bot/domain/tally/tally.ts';
import type { Cell, FiguresView, TallyView } from '../../../bot/domain/views/tally-views.ts';
import type { Policies } from '../../../bot/store/tables/tables.ts';
import { azuriteTables } from '../../support/azurite.ts';
import {
  ada,
  at,
  county,
  eve,
  keskinen,
  koillinen,
  lead,
  noon,
  nurse,
  personOf,
  pohjoinen,
  transfer,
  waitingCase,
} from '../../support/cases.ts';
import { contact, times } from '../../support/contacts.ts';
import { emptyStore, idOf, stillClock } from '../../support/stores.ts';

const october = month('2026-10');
const lastOctober = month('2025-10');
const november = month('2026-11');
const concern = topicId('concern');
const staff = {
  actor: async (person: { id: string; name: string }) =>
    [ada, eve].find(({ id }) => id === person.id) ?? { ...nurse },
};

/** Tallies over these months; the running one is November, seen on the 23rd at noon. */
function telling(options: {
  readonly kept?: readonly MonthTally[];
  readonly running?: readonly Contact[];
  readonly days?: MonthTally['days'];
  readonly cases?: readonly Case[];
  readonly now?: Moment;
}) {
  const kept = new Map((options.kept ?? []).map((one) => [one.month, one]));
  const reads: string[] = [];
  const tallies = createTallies({
    county,
    clock: stillClock(options.now ?? noon),
    staff,
    cases: {
      contacts: async (of) => {
        reads.push(`contacts ${of}`);
        return (options.running ?? []).filter((one) => one.month === of);
      },
    },
    tallies: {
      find: async (of) => {
        reads.push(`month ${of}`);
        return kept.get(of);
      },
      summaries: async (from, to) => {
        reads.push('run');
        return [...kept.values()].filter((one) => one.month >= from && one.month <= to).map(summaryOf);
      },
      keep: async (of, count) => {
        const counted = await count();
        if (counted) kept.set(of, counted);
        else kept.delete(of);
      },
      stale: async () => [],
      days: async () => options.days ?? {},
      record: async () => undefined,
      notPurged: async (most) => ({ cases: (options.cases ?? []).slice(0, most), all: true }),
    },
  });
  return { ...tallies, kept, reads };
}

const wrongImport = { id: 'wrong-year', by: personOf(eve), at: noon };
const call: OtherContact = {
  channel: 'phone',
  day: day('2026-11-23'),
  hour: 9,
  region: keskinen,
  topic: topicId('guidance'),
  priority75: 'unknown',
  urgency: 'normal',
  outcomes: [],
  services: [],
  redirects: [],
};

const of = (when: Month, contacts: Contact[]) =>
  monthTally(
    when,
    contacts.map((one) => ({ ...one, month: when })),
    {},
  );

/** Keskinen has 30 and 2 concerns; Pohjoinen 20 and 3 concerns; Koillinen 6. */
const mixed = of(october, [
  ...times(30),
  ...times(2, { topic: concern, channel: 'teams' }),
  ...times(20, { region: pohjoinen }),
  ...times(3, { region: pohjoinen, topic: concern }),
  ...times(6, { region: koillinen }),
]);

function inFull(view: TallyView): FiguresView {
  assert.ok(view.figures && view.figures !== 'no-data');
  return view.figures;
}
const shown = (rows: readonly { value: string; now: Cell }[] | undefined, value: string) =>
  rows?.find((row) => row.value === value)?.now;

describe('a month, to supervisors', () => {
  it('is told in full, every region', async () => {
    const view = await telling({ kept: [mixed] }).month(personOf(eve), october);
    const { contacts, lists } = inFull(view);
    assert.deepEqual([view.sees, contacts.now, view.county], ['all', 61, undefined]);
    assert.equal(shown(lists.topic, 'concern'), 5);
    assert.equal(shown(lists.region, 'etelainen'), 0, 'a region without contacts is told too');
  });

  it('is compared with the same month last year, and without data of it with nothing', async () => {
    const both = telling({ kept: [mixed, of(lastOctober, times(10, { channel: 'teams' }))] });
    const { contacts, digital, digitalGrowth } = inFull(await both.month(personOf(eve), october));
    assert.deepEqual(contacts, { now: 61, lastYear: 10 });
    assert.deepEqual(digital, { now: { n: 2, of: 61 }, lastYear: { n: 10, of: 10 } });
    assert.equal(digitalGrowth, -0.8);
    const alone = inFull(await telling({ kept: [mixed] }).month(personOf(eve), october));
    assert.deepEqual(alone.contacts, { now: 61, lastYear: 'no-data' });
    assert.equal(alone.digitalGrowth, 'no-data');
    assert.ok(alone.lists.topic.every((row) => row.lastYear === 'no-data'));
  });

  it('that had no contacts last year is compared with zero', async () => {
    const view = await telling({ kept: [mixed, of(lastOctober, [])] }).month(personOf(eve), october);
    assert.deepEqual(inFull(view).contacts, { now: 61, lastYear: 0 });
  });

  it('of which nothing is known has no data, not zeros', async () => {
    const view = await telling({}).month(personOf(eve), month('2020-01'));
    assert.equal(view.figures, 'no-data');
    assert.ok(view.run.every((point) => point.contacts === 'no-data'));
  });

  it('runs through 24 months, the oldest first', async () => {
    const view = await telling({ kept: [mixed, of(lastOctober, times(7))] }).month(personOf(eve), october);
    assert.equal(view.run.length, 24);
    assert.deepEqual(
      [view.run[0]?.month, view.run[11]?.contacts, view.run[23]?.contacts],
      ['2024-11', 7, 61],
    );
  });

  it('is read by the month and its run, never by contacts that are past', async () => {
    const { month: tell, reads } = telling({ kept: [mixed] });
    await tell(personOf(eve), october);
    assert.deepEqual(reads.toSorted(), ['month 2025-10', 'month 2026-10', 'run']);
  });

  it('can be cut to a figure', async () => {
    const view = await telling({ kept: [mixed] }).month(personOf(eve), october, { topic: ['concern'] });
    assert.equal(inFull(view).contacts.now, 5);
  });
});

describe('a running month', () => {
  const running = times(40, { month: november });
  const lastYear = monthTally(month('2025-11'), times(60), { [keskinen]: Array(30).fill(2) });

  it('is compared by the days that are over, and by nothing else', async () => {
    const days = { [keskinen]: [...Array(22).fill(1), 18] };
    const view = await telling({ running, days, kept: [lastYear] }).month(personOf(eve), november);
    const figures = inFull(view);
    assert.equal(view.running, true);
    assert.deepEqual(
      [figures.sameDays?.through, figures.sameDays?.now, figures.sameDays?.lastYear],
      [22, 22, 44],
    );
    assert.deepEqual(figures.contacts, { now: 40, lastYear: 'no-data' });
    assert.deepEqual(
      figures.sameDaysByRegion?.map(({ region, now }) => [region, now]).filter(([, now]) => now !== 0),
      [['keskinen', 22]],
    );
  });

  it('is read once for all who look at it', async () => {
    const { month: tell, reads } = telling({ running });
    await Promise.all([tell(personOf(eve), november), tell(personOf(ada), november)]);
    assert.equal(reads.filter((read) => read === 'contacts 2026-11').length, 1);
  });

  it('tells those who may not see it in full its total alone: else each contact could be watched as it comes', async () => {
    const { county: told } = await telling({ running }).month(personOf(nurse), november);
    assert.deepEqual(told, { contacts: 40, lastYear: 'no-data' });
  });
});

describe('a month, to advisors', () => {
  it('is told in full of their own regions, whatever they ask for', async () => {
    const { month: tell } = telling({ kept: [mixed] });
    assert.equal(inFull(await tell(personOf(ada), october)).contacts.now, 32);
    assert.equal(inFull(await tell(personOf(ada), october, { region: [pohjoinen] })).contacts.now, 0);
    const both = inFull(await tell(personOf(ada), october, { region: [keskinen, pohjoinen] }));
    assert.equal(both.contacts.now, 32);
  });

  it('tells of the county nothing small that is left when they take their own away', async () => {
    const { county: told } = await telling({ kept: [mixed] }).month(personOf(ada), october);
    assert.ok(told && told !== 'no-data');
    assert.equal(told.contacts, 61);
    // five concerns in all, two of them her own: three elsewhere
    assert.equal(shown(told.lists?.topic, 'concern'), 'hidden');
    assert.equal(shown(told.lists?.topic, 'guidance'), 'hidden', 'it would give the other away');
    assert.equal(shown(told.lists?.region, 'keskinen'), 32);
  });
});

describe('a month, to everybody else', () => {
  it('is told of the whole county, with small numbers hidden', async () => {
    const small = of(october, [
      ...times(30),
      ...times(3, { region: pohjoinen }),
      ...times(9, { region: koillinen }),
    ]);
    const view = await telling({ kept: [small] }).month(personOf(nurse), october);
    assert.deepEqual([view.sees, view.figures, view.regions], ['county', undefined, []]);
    assert.ok(view.county && view.county !== 'no-data');
    const { lists } = view.county;
    assert.deepEqual(
      ['keskinen', 'pohjoinen', 'koillinen', 'etelainen'].map((region) => shown(lists?.region, region)),
      // who knows the nine would know the three, were the thirty told
      ['hidden', 'hidden', 'hidden', 0],
    );
    assert.deepEqual(Object.keys(lists ?? {}).toSorted(), [
      'channel',
      'outcome',
      'region',
      'topic',
      'urgency',
    ]);
  });

  it('has no table and no cases', async () => {
    const { table, casesBehind } = telling({ kept: [mixed] });
    const wish = { rows: 'region', across: 'topic', cut: {} } as const;
    assert.deepEqual(await table(personOf(nurse), october, wish), { refused: 'no-role', needs: 'line' });
    assert.deepEqual(await casesBehind(personOf(nurse), october, {}), { refused: 'no-role', needs: 'line' });
  });
});

describe('a table', () => {
  const wish = { rows: 'region', across: 'topic', cut: {} } as const;

  it('adds up along its rows and its columns', async () => {
    const table = await telling({ kept: [mixed] }).table(personOf(eve), october, wish);
    assert.ok(!('refused' in table));
    const sum = (cells: readonly Cell[]) => cells.reduce((whole: number, n) => whole + Number(n), 0);
    assert.equal(table.total, 61);
    for (const line of table.lines) assert.equal(sum(line.cells), line.sum);
    assert.equal(sum(table.sums), 61);
  });

  it('hides small numbers when it is to be passed on, and is then the same for everybody', async () => {
    const { sharedTable } = telling({ kept: [mixed] });
    const table = await sharedTable(personOf(eve), october, wish);
    assert.ok(!('refused' in table));
    const cells = table.lines.flatMap((line) => [...line.cells, line.sum]);
    assert.ok(cells.every((cell) => cell === 'hidden' || cell === 0 || Number(cell) >= 5));
    assert.ok(cells.includes('hidden'));
    for (const one of [ada, nurse]) assert.deepEqual(await sharedTable(personOf(one), october, wish), table);
  });

  it('is passed on by regions and uncut alone: two cuts laid side by side would tell their difference', async () => {
    const { sharedTable } = telling({ kept: [mixed] });
    for (const other of [
      { ...wish, across: 'unit' },
      { ...wish, rows: 'topic', across: 'region' },
      { ...wish, cut: { channel: ['phone'] } },
    ] as const)
      assert.deepEqual(await sharedTable(personOf(eve), october, other), { refused: 'not-shared' });
  });

  it('is not passed on while the month runs', async () => {
    const { sharedTable } = telling({ running: times(40, { month: november }) });
    assert.deepEqual(await sharedTable(personOf(eve), november, wish), { refused: 'running' });
  });

  it('has the sums of the lists beside it', async () => {
    const { sharedTable, month: tell } = telling({ kept: [mixed] });
    const table = await sharedTable(personOf(nurse), october, wish);
    const { county: told } = await tell(personOf(nurse), october);
    assert.ok(!('refused' in table) && told && told !== 'no-data');
    assert.deepEqual(
      table.columns.map((value, nth) => [value, table.sums[nth]]),
      told.lists?.topic.map(({ value, now }) => [value, now]),
    );
    assert.deepEqual(
      table.lines.map(({ value, sum }) => [value, sum]),
      told.lists?.region.map(({ value, now }) => [value, now]),
    );
  });

  it('is of the advisor’s own regions', async () => {
    const table = await telling({ kept: [mixed] }).table(personOf(ada), october, wish);
    assert.ok(!('refused' in table));
    assert.equal(table.total, 32);
  });
});

describe('the cases behind a figure', () => {
  const cases = [
    waitingCase(),
    waitingCase({ region: pohjoinen, id: idOf(nurse.id, 1) }),
    waitingCase({ receivedAt: at('09:00', -40), id: idOf(nurse.id, 2) }),
  ];
  const running = times(5, { month: november });

  it('are those of its month, region and kind', async () => {
    const told = await telling({ cases, running }).casesBehind(personOf(eve), november, {
      region: [pohjoinen],
    });
    assert.ok(!('refused' in told));
    assert.deepEqual(
      told.cases.map(({ id }) => id),
      [idOf(nurse.id, 1)],
    );
  });

  it('are the advisor’s own regions’ alone, and fewer than the figure when some are purged', async () => {
    const told = await telling({ cases, running }).casesBehind(personOf(ada), november, {});
    assert.ok(!('refused' in told));
    assert.deepEqual(
      [told.cases.map(({ id }) => id), told.contacts, told.all],
      [[waitingCase().id], 5, true],
    );
  });
});

describe('the turn of the month', () => {
  const later = at('12:00', 20);
  const november = month('2026-11');

  it('keeps the month that is over, and a late correction counts it again', async () => {
    const clock = stillClock();
    const { cases, tallies: store } = await emptyStore({ clock });
    const id = idOf(nurse.id);
    await cases.open(waitingCase({ id }));
    const tallies = createTallies({ county, clock, staff, cases, tallies: store });
    await tallies.recount();
    assert.equal(await store.find(november), undefined, 'a running month is not kept');
    clock.set(later);
    await Promise.all([tallies.recount(), tallies.recount()]);
    assert.equal(shown(inFull(await tallies.month(personOf(eve), november)).lists.region, 'keskinen'), 1);
    await cases.change(id, (current) => lead(current, transfer));
    await tallies.recount();
    const { lists } = inFull(await tallies.month(personOf(eve), november));
    assert.deepEqual([shown(lists.region, 'keskinen'), shown(lists.region, 'koillinen')], [0, 1]);
    assert.deepEqual(await store.stale(), []);
  });

  it('keeps months without contacts once the line has begun, and none before', async () => {
    const { recount, kept } = telling({ kept: [of(month('2026-07'), times(3))] });
    await recount();
    assert.deepEqual([...kept.keys()].toSorted(), ['2026-07', '2026-08', '2026-09', '2026-10']);
    assert.equal(kept.get(month('2026-09'))?.facts.size, 0);
    const nothing = telling({});
    await nothing.recount();
    assert.equal(nothing.kept.size, 0);
  });

  it('has no data of a wrong year once its contact is mended, nor of the months that followed it', async () => {
    const clock = stillClock();
    const stores = await emptyStore({ clock });
    const { records, tallies: store } = stores;
    const recount = () => createTallies({ ...stores, county, clock, staff }).recount();
    const july = contact({ month: month('2026-07') });
    await store.record(july, day('2026-07-06'), 'call');
    const add = () =>
      records.importAll(wrongImport, [
        { contact: { ...call, day: day('2025-01-15') }, fact: contact({ month: month('2025-01') }) },
      ]);
    await add();
    await recount();
    assert.equal((await store.summaries(month('2025-01'), october)).length, 22, 'as long as it stands');
    await records.undoImport(wrongImport.id);
    await Promise.all([recount(), recount()]);
    const monthsKept = async () =>
      (await store.summaries(month('2024-01'), october)).map((one) => String(one.month));
    assert.deepEqual(await monthsKept(), ['2026-07', '2026-08', '2026-09', '2026-10']);
    assert.equal(await store.find(month('2025-07')), undefined);
    await recount();
    assert.equal((await monthsKept()).length, 4, 'and it stays so');
    await add();
    await recount();
    assert.equal((await monthsKept()).length, 22, 'the right contact can still come');
  });

  it('takes zeros without ground away that stand from before, wherever a try was stopped', async () => {
    const empty = (of_: string) => of(month(of_), []);
    const { recount, kept } = telling({
      kept: [empty('2025-03'), empty('2025-04'), empty('2026-05'), of(month('2026-08'), times(3))],
      running: times(3, { month: month('2026-08') }),
    });
    await recount();
    assert.deepEqual([...kept.keys()].toSorted(), ['2026-08', '2026-09', '2026-10']);
  });

  it('leaves zeros that follow months before the run', async () => {
    const { recount, kept } = telling({
      kept: [of(month('2024-10'), times(1)), of(month('2024-11'), []), of(month('2024-12'), [])],
    });
    await recount();
    assert.equal(kept.size, 25);
    assert.equal(kept.get(month('2024-12'))?.facts.size, 0);
  });

  it('makes months good that were missed before anything was kept', async () => {
    const running = [...times(2, { month: month('2026-09') }), ...times(3, { month: october }), contact()];
    const { recount, kept } = telling({ running });
    await recount();
    assert.deepEqual([...kept.keys()].toSorted(), ['2026-09', '2026-10']);
  });
});

describe('the cost of a month with its run', () => {
  /** Requests and rows that one look takes, after so many past contacts. */
  async function costOf(past: number) {
    const cost = { requests: 0, rows: 0 };
    const counting: Policies[number] = {
      position: 'perCall',
      policy: {
        name: 'counting',
        async sendRequest(request, next) {
          const response = await next(request);
          cost.requests += 1;
          const read = request.method === 'GET' ? JSON.parse(response.bodyAsText || '{}') : { value: [] };
          cost.rows += (read as { value?: unknown[] }).value?.length ?? 1;
          return response;
        },
      },
    };
    const clock = stillClock();
    const store = await emptyStore({ clock, tables: azuriteTables(), faults: { policies: [counting] } });
    for (const each of monthsTo(october, 23))
      await store.tallies.keep(each, async () => of(each, times(past / 23)));
    for (let n = 0; n < 20; n += 1)
      await store.tallies.record(contact({ month: november }), day('2026-11-02'), `call-${n}`);
    const tallies = createTallies({ ...store, county, clock, staff });
    Object.assign(cost, { requests: 0, rows: 0 });
    const view = await tallies.month(personOf(eve), november);
    assert.equal(view.run.filter(({ contacts }) => typeof contacts === 'number').length, 24);
    return { ...cost };
  }

  it('is the same after a thousand and after twenty thousand contacts', async () => {
    const few = await costOf(23 * 43);
    assert.deepEqual(await costOf(23 * 870), few);
    assert.ok(few.requests > 0 && few.rows >= 20 + 23);
  });
});
