/** The line's hours as supervisors set them: in force at once here, soon elsewhere, and told with their history. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHours, type HoursWish } from '../../../bot/desk/hours/hours.ts';
import { withHours } from '../../../bot/desk/hours/live-hours.ts';
import { isOpen } from '../../../bot/domain/calendar.ts';
import type { OpeningHours } from '../../../bot/domain/county.ts';
import { day, month } from '../../../bot/domain/names.ts';
import type { Actor } from '../../../bot/domain/roles.ts';
import type { HoursView } from '../../../bot/domain/views/hours-views.ts';
import { ada, at, county, eve, monday, noon, nurse, personOf } from '../../support/cases.ts';
import { emptyStore, ownTables, stillClock } from '../../support/stores.ts';

const files = county.opening;
const people: readonly Actor[] = [ada, eve, nurse];

/** A process of the line: its own county, the others' tables. */
async function office(tables = ownTables(), opening: OpeningHours = files) {
  const store = await emptyStore({ tables });
  const clock = stillClock();
  const live = withHours({ ...county, opening });
  const actor = async ({ id }: { readonly id: string }) => people.find((one) => one.id === id) ?? nurse;
  const hours = createHours({ live, hours: store.hours, audit: store.audit, clock, staff: { actor } });
  const see = async () => told(await hours.see(eve));
  return { store, clock, live, hours, see, tables };
}

/** What was told. @throws when it was a no. */
function told<Told extends object>(outcome: Told): Exclude<Told, { refused: string }> {
  if ('refused' in outcome) assert.fail(JSON.stringify(outcome));
  return outcome as Exclude<Told, { refused: string }>;
}

const closeToday = (seen: number): HoursWish => ({
  do: 'setException',
  seen,
  day: monday,
  hours: [],
  note: 'Koulutus',
});

describe('the hours of the line', () => {
  it('are the county file’s until a supervisor changes them', async () => {
    const { live, see } = await office();
    const view = await see();
    assert.deepEqual([view.seen, view.set, view.confirmed, view.week], [0, undefined, false, files.week]);
    assert.equal(live.county.opening, files);
    const christmas = view.holidays.find((one) => one.holiday === 'christmas-eve');
    assert.deepEqual(christmas, { day: day('2026-12-24'), holiday: 'christmas-eve' });
    assert.equal(view.holidays.length, 15);
  });

  it('change for everybody who holds the county, at once', async () => {
    const { live, hours } = await office();
    const { county: held } = live;
    assert.ok(isOpen(held.opening, noon));
    const view = told(await hours.change(eve, closeToday(0)));
    assert.deepEqual([view.seen, view.set], [1, { at: noon, by: 'Eve Eklund' }]);
    assert.ok(!isOpen(held.opening, noon));
  });

  it('come to another process when it looks, and to one that starts', async () => {
    const one = await office();
    const other = await office(one.tables);
    await one.hours.change(eve, closeToday(0));
    assert.ok(isOpen(other.live.county.opening, noon));
    await other.hours.refresh();
    assert.ok(!isOpen(other.live.county.opening, noon));
    const held = other.live.county.opening;
    await other.hours.refresh();
    assert.equal(
      other.live.county.opening,
      held,
      'what is reckoned from the same hours is not reckoned again',
    );
  });

  it('stay as they were set when the county file changes', async () => {
    const one = await office();
    told(await one.hours.change(eve, { do: 'confirm', seen: 0 }));
    const other = await office(one.tables, { ...files, exceptions: [{ day: monday, hours: [] }] });
    await other.hours.refresh();
    assert.deepEqual(other.live.county.opening, { ...files, confirmed: true });
  });

  it('are for supervisors only', async () => {
    const { hours, store } = await office();
    for (const who of [ada, nurse]) {
      const no = { refused: 'no-role', needs: 'supervisor' };
      assert.deepEqual(await hours.see(who), no);
      assert.deepEqual(await hours.history(who), no);
      assert.deepEqual(await hours.change(who, closeToday(0)), no);
    }
    assert.equal(await store.hours.newest(), undefined);
  });

  it('tell the later of two supervisors that somebody was faster, and how it is now', async () => {
    const { hours, see } = await office();
    told(await hours.change(eve, closeToday(0)));
    const no = await hours.change(personOf(eve), { do: 'confirm', seen: 0 });
    assert.ok('refused' in no && no.refused === 'changed-since');
    assert.deepEqual(no.now, await see());
  });

  it('let one of two win who save at the same moment in two processes', async () => {
    const one = await office();
    const other = await office(one.tables);
    const outcomes = await Promise.all([one, other].map(({ hours }) => hours.change(eve, closeToday(0))));
    const refusals = outcomes.filter((outcome) => 'refused' in outcome);
    assert.deepEqual(
      refusals.map((no) => 'refused' in no && no.refused),
      ['changed-since'],
    );
  });

  it('write into the audit who did what, and nothing of what was refused', async () => {
    const { hours, store } = await office();
    await hours.change(eve, { ...closeToday(0), day: day('2026-01-01') } as HoursWish);
    told(await hours.change(eve, closeToday(0)));
    assert.deepEqual(await store.audit.ofMonth(month('2026-11')), [
      { at: noon, by: personOf(eve), did: 'setHours:setException' },
    ]);
  });

  it('tell their history, the newest first, down to the county file', async () => {
    const { hours, clock } = await office();
    told(await hours.change(eve, { do: 'setWeek', seen: 0, week: { ...files.week, fri: [] } }));
    clock.set(at('13:00'));
    told(await hours.change(eve, closeToday(1)));
    const { versions, more } = told(await hours.history(eve));
    assert.equal(more, false);
    const exception = { day: monday, hours: [], note: 'Koulutus' };
    assert.deepEqual(
      versions.map(({ n, at: when, by, changes }) => ({ n, when, by, changes })),
      [
        { n: 2, when: at('13:00'), by: 'Eve Eklund', changes: [{ what: 'added', exception }] },
        {
          n: 1,
          when: noon,
          by: 'Eve Eklund',
          changes: [
            { what: 'week', weekdays: ['fri'], from: files.week.fri, to: [] },
            { what: 'confirmed', to: true },
          ],
        },
        { n: 0, when: noon, by: undefined, changes: [] },
      ],
    );
  });

  it('tell a long history in pieces that leave nothing out', async () => {
    const { hours } = await office();
    for (let n = 0; n < 24; n += 1)
      told(await hours.change(eve, n % 2 ? { do: 'removeException', seen: n, day: monday } : closeToday(n)));
    const newer = told(await hours.history(eve));
    const older = told(await hours.history(eve, newer.versions.at(-1)?.n));
    assert.deepEqual([newer.more, older.more], [true, false]);
    const all = [...newer.versions, ...older.versions];
    assert.deepEqual(
      all.map(({ n }) => n),
      Array.from({ length: 25 }, (_, n) => 24 - n),
    );
    assert.ok(all.slice(0, -1).every(({ changes }) => changes.length === 1));
  });

  it('can be taken back, and that is in the history too', async () => {
    const { hours, live } = await office();
    told(await hours.change(eve, closeToday(0)));
    const back: HoursView = told(await hours.change(eve, { do: 'restore', seen: 1, version: 0 }));
    assert.deepEqual([back.seen, back.exceptions], [2, []]);
    assert.ok(isOpen(live.county.opening, noon));
    const { versions } = told(await hours.history(eve));
    assert.equal(versions[0]?.restored, 0);
    assert.deepEqual(await hours.change(eve, { do: 'restore', seen: 2, version: 9 }), {
      refused: 'no-such-version',
    });
  });

  it('reach every part of the line: no code copies the county, which would keep the hours of its moment', () => {
    const bot = fileURLToPath(new URL('../../../bot/', import.meta.url));
    const sources = readdirSync(bot, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const copies = sources.filter((path) =>
      /\.\.\.(\w+\.)*county\s*[,}]/.test(readFileSync(join(bot, path), 'utf8')),
    );
    assert.deepEqual(copies, []);
    assert.ok(sources.length > 100);
  });
});
