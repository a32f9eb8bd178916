/** When an answer is due, and what else falls due when. */
import assert from 'node:assert/strict';
import { addDays } from '../../bot/domain/calendar.ts';
import type { Urgency } from '../../bot/domain/county.ts';
import { type Moment, serviceId } from '../../bot/domain/names.ts';
import { answerDue, duesOf, moreUrgent } from '../../bot/domain/promises.ts';
import {
  assess,
  at,
  caseAfter,
  caseIn,
  claim,
  close,
  county,
  grant,
  monday,
  release,
  waitingCase,
} from '../support/cases.ts';

describe('an answer is due', () => {
  // urgent 60, today 240, normal 480 minutes of opening time; open Mon–Fri 8–16
  const examples: readonly (readonly [string, Moment, Urgency, Moment])[] = [
    ['asked in the morning, urgently', at('09:00'), 'urgent', at('10:00')],
    ['asked in the morning, for today', at('09:00'), 'today', at('13:00')],
    ['asked in the morning, normally', at('09:00'), 'normal', at('09:00', 1)],
    ['asked just before closing', at('15:45'), 'urgent', at('08:45', 1)],
    ['asked before opening', at('07:00'), 'urgent', at('09:00')],
    ['asked on Friday afternoon', at('15:00', 4), 'today', at('11:00', 7)],
    ['asked on Saturday', at('12:00', 5), 'normal', at('16:00', 7)],
    ['asked on the eve of Christmas Eve', at('15:30', 30), 'urgent', at('08:30', 35)],
  ];
  for (const [when, from, urgency, by] of examples) {
    it(`${when}: ${by}`, () => assert.equal(answerDue(county, from, urgency), by));
  }
});

describe('the more urgent', () => {
  const inOrder: readonly Urgency[] = ['urgent', 'today', 'normal'];
  for (const [rank, one] of inOrder.entries())
    for (const other of inOrder.slice(rank))
      it(`of ${one} and ${other} is ${one}`, () => {
        assert.deepEqual([moreUrgent(one, other), moreUrgent(other, one)], [one, one]);
      });
});

describe('what falls due', () => {
  const dues = (one: Parameters<typeof duesOf>[1]) => duesOf(county, one).map(({ due, at }) => [due, at]);

  it('in a waiting case is the reminder and the rescue, soonest first', () => {
    assert.deepEqual(dues(waitingCase()), [
      ['remind', at('11:00')],
      ['rescue', at('13:00')],
    ]);
  });

  it('in a waiting case already reminded is the rescue alone', () => {
    assert.deepEqual(dues(waitingCase({ reminded: true })), [['rescue', at('13:00')]]);
  });

  it('in a held case is nothing but what its outcomes promise', () => {
    assert.deepEqual(dues(caseIn('claimed')), []);
    assert.deepEqual(dues(caseAfter(claim, assess, grant)), [
      ['warn', at('06:00', 7)],
      ['grantEnds', at('06:00', 10)],
    ]);
  });

  it('after closing is the purge, beside what its outcomes still promise', () => {
    assert.deepEqual(dues(caseIn('closed')), [['purge', at('06:00', 30)]]);
    assert.deepEqual(dues(caseAfter(claim, grant, close)), [
      ['grantEnds', at('06:00', 10)],
      ['purge', at('06:00', 30)],
    ]);
  });

  it('comes soonest first, in whatever order it was promised', () => {
    const ofService = (id: string) => ({ ...grant, service: serviceId(id) }) as typeof grant;
    // a reminder comes three days before meals end, seven before the phone does
    assert.deepEqual(dues(caseAfter(claim, grant, assess, ofService('safety-phone'))), [
      ['grantEnds', at('06:00', 6)],
      ['warn', at('06:00', 7)],
      ['grantEnds', at('06:00', 10)],
    ]);
  });

  it('of the same moment is the reminder before the purge', () => {
    const late = { ...grant, from: addDays(monday, 20), to: addDays(monday, 33) } as typeof grant;
    assert.deepEqual(dues(caseAfter(claim, late, close)), [
      ['grantEnds', at('06:00', 30)],
      ['purge', at('06:00', 30)],
    ]);
  });

  it('of a service that the county grants no more is told on its last day but one', () => {
    const gone = { ...county, services: county.services.filter(({ id }) => id !== 'meals') };
    assert.deepEqual(duesOf(gone, caseAfter(claim, grant)), [
      { due: 'grantEnds', at: at('06:00', 12), outcome: 0 },
    ]);
  });

  it('after withdrawing is the purge alone, whatever was granted before', () => {
    const withdrawn = caseAfter(claim, grant, release, { do: 'withdraw' });
    assert.deepEqual(dues(withdrawn), [['purge', at('06:00', 30)]]);
  });

  it('after purging is nothing', () => {
    assert.deepEqual(dues({ ...caseIn('closed'), purgedAt: at('06:00', 30) }), []);
  });
});
