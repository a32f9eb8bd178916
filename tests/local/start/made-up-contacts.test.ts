/** The made-up year and a half: believable, the same each time, and loaded once. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCounty } from '../../../bot/counties/read-county.ts';
import { createTallies } from '../../../bot/desk/tallies/tallies.ts';
import { type Moment, month } from '../../../bot/domain/names.ts';
import { cutTo, merged } from '../../../bot/domain/tally/facts.ts';
import {
  countBy,
  countOf,
  digitalShare,
  misdirectedShare,
  timesOf,
} from '../../../bot/domain/tally/figures.ts';
import { countedBy, daysIn } from '../../../bot/domain/tally/month-tally.ts';
import { loadMadeUpContacts, madeUpMonths } from '../../../bot/local/start/made-up-contacts.ts';
import { county, eve, personOf } from '../../support/cases.ts';
import { emptyStore, stillClock } from '../../support/stores.ts';

const now = '2026-11-05T10:30:00.000Z' as Moment;
const made = madeUpMonths(county, now);
const all = merged(made.finished.map(({ facts }) => facts));
const of = (text: string) => {
  const found = made.finished.find((one) => one.month === text);
  assert.ok(found, text);
  return found;
};

describe('made-up contacts', () => {
  it('are a year and a half and the running month up to now, the same each time', () => {
    assert.equal(made.finished.length, 18);
    assert.deepEqual([made.finished[0]?.month, made.finished.at(-1)?.month], ['2025-05', '2026-10']);
    assert.ok(made.running.every(({ day }) => day <= '2026-11-05') && made.running.length > 50);
    assert.deepEqual(madeUpMonths(county, now), made);
    assert.notDeepEqual(madeUpMonths(county, now, 2).running, made.running);
  });

  it('of a finished month do not depend on when one looks', () => {
    const later = madeUpMonths(county, '2026-11-25T10:30:00.000Z' as Moment);
    assert.deepEqual(later.finished, made.finished);
  });

  it('come on weekdays in opening hours, most on Mondays, fewer in July', () => {
    const byDay = countBy(all, 'weekday');
    assert.ok(countOf(byDay, 'mon') > countOf(byDay, 'fri'));
    assert.ok(countOf(byDay, 'sun') < countOf(byDay, 'mon') / 10);
    assert.ok(of('2026-07').facts.size < 0.8 * of('2026-09').facts.size);
    assert.ok(countOf(countBy(all, 'hour'), '9') > countOf(countBy(all, 'hour'), '15'));
  });

  it('are most from the region with the city, by every channel, more and more by Teams', () => {
    const [first] = [...countBy(all, 'region')].toSorted(([, one], [, other]) => other - one);
    assert.equal(first?.[0], 'keskinen');
    assert.equal(countBy(all, 'channel').size, 4);
    const [before, after] = [of('2025-10').facts, of('2026-10').facts].map(digitalShare);
    assert.ok(before && after && after.n / after.of > before.n / before.of + 0.1);
    const [was, is] = [of('2025-10').facts, of('2026-10').facts].map(misdirectedShare);
    assert.ok(was && is && is.n / is.of < was.n / was.of);
  });

  it('have every outcome, service and topic of the county, and places of their own region', () => {
    for (const { id } of county.services) assert.ok(countOf(countBy(all, 'service'), id) > 0, id);
    for (const { id } of county.topics) assert.ok(countOf(countBy(all, 'topic'), id) > 0, id);
    assert.ok(countBy(all, 'outcome').size >= 6);
    const iisalmi = cutTo(all, { place: ['iisalmi'] });
    assert.deepEqual([...countBy(iisalmi, 'region').keys()], ['pohjoinen']);
  });

  it('have times where they came by Teams', () => {
    assert.equal(timesOf(cutTo(all, { channel: ['phone'] }), 'toAnswer'), undefined);
    const times = timesOf(cutTo(all, { channel: ['teams'] }), 'toAnswer');
    assert.ok(times && times.median < times.p90);
  });

  it('have their days counted', () => {
    for (const one of made.finished) assert.equal(countedBy(one, daysIn(one.month)), one.facts.size);
  });

  for (const other of ['kymenlaakso', 'lansi-uusimaa']) {
    it(`can be made for ${other} too`, () => {
      const file = new URL(`../../../bot/counties/${other}.json`, import.meta.url);
      const { finished } = madeUpMonths(readCounty(readFileSync(file, 'utf8'), other), now);
      assert.ok(finished.every(({ facts }) => facts.size > 100));
    });
  }

  it('are loaded once, in a row for each finished month, and shown', async () => {
    const clock = stillClock(now);
    const store = await emptyStore({ clock });
    await loadMadeUpContacts(store, county, now);
    await loadMadeUpContacts(store, county, now);
    const november = month('2026-11');
    assert.equal((await store.cases.contacts(november)).length, made.running.length);
    const staff = { actor: async () => eve };
    const tallies = createTallies({ ...store, county, clock, staff });
    await tallies.recount();
    const view = await tallies.month(personOf(eve), november);
    assert.equal(view.run.filter(({ contacts }) => typeof contacts === 'number').length, 19);
    assert.ok(view.figures && view.figures !== 'no-data');
    assert.equal(view.figures.sameDays?.through, 4);
    const october = await tallies.month(personOf(eve), month('2026-10'));
    assert.ok(october.figures && october.figures !== 'no-data');
    assert.equal(october.figures.contacts.now, of('2026-10').facts.size);
  });
});
