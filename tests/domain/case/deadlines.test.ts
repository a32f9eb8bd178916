/** What time alone does: each thing exactly once, and nothing while there is nothing to do. */
import assert from 'node:assert/strict';
import { addDays } from '../../../bot/domain/calendar.ts';
import { type Case, isOpen, type Outcome } from '../../../bot/domain/case/case.ts';
import type { Command } from '../../../bot/domain/case/command.ts';
import { purgeDay, tick } from '../../../bot/domain/case/deadlines.ts';
import type { Moment } from '../../../bot/domain/names.ts';
import {
  answer,
  assess,
  at,
  caseAfter,
  caseIn,
  claim,
  close,
  county,
  grant,
  lead,
  monday,
  nine,
  nurse,
  release,
  transfer,
  waitingCase,
} from '../../support/cases.ts';

const rung = (one: Case) => one.rings.map(({ to, about }) => `${to} ${about}`);
const did = (one: Case) => one.trail.at(-1)?.did;

/** Looks at the case at `now`, and makes sure that a second look changes nothing. */
function once(one: Case, now: Moment): Case {
  const next = tick(county, one, now);
  const steps = next.trail.filter(({ version }) => version > one.version);
  assert.ok(
    steps.every((step) => step.at === now && step.by === 'line'),
    'a step is told wrongly',
  );
  assert.equal(tick(county, next, now), next, 'a second tick changed the case');
  return next;
}

/** The very last instant before a moment. */
const justBefore = (moment: Moment) => new Date(Date.parse(moment) - 1).toISOString() as Moment;

describe('a waiting case', () => {
  it('is left alone until it is due', () => {
    const one = waitingCase();
    assert.equal(tick(county, one, justBefore(at('11:00'))), one);
  });

  it('is reminded of once, when its minutes have passed', () => {
    const reminded = once(waitingCase(), at('11:00'));
    assert.deepEqual([reminded.reminded, reminded.rescued, did(reminded)], [true, false, 'remind']);
    assert.deepEqual([rung(reminded), reminded.trail.at(-1)?.by], [['advisors reminded'], 'line']);
    assert.equal(reminded.dueAt, at('13:00'));
    assert.equal(tick(county, reminded, justBefore(at('13:00'))), reminded);
  });

  it('is then offered to supervisors and neighbours once, and stays where it is', () => {
    const rescued = once(once(waitingCase(), at('11:00')), at('13:00'));
    assert.deepEqual(rung(rescued), ['advisors reminded', 'supervisors rescued', 'neighbours rescued']);
    assert.deepEqual([rescued.region, rescued.status, rescued.version], ['keskinen', 'waiting', 3]);
    assert.ok(!('dueAt' in rescued));
    assert.equal(tick(county, rescued, at('13:00', 300)), rescued);
  });

  it('catches up on both when nobody looked in time', () => {
    const late = once(waitingCase(), at('09:00', 3));
    assert.deepEqual([late.reminded, late.rescued, late.version], [true, true, 3]);
  });

  it('is not hurried while the line is closed', () => {
    const evening = waitingCase({ waitingSince: at('15:30') });
    assert.equal(tick(county, evening, at('07:59', 1)).version, evening.version);
    assert.equal(once(evening, at('09:30', 1)).reminded, true);
  });

  it('is hurried sooner the more urgent it is', () => {
    const urgent = waitingCase({ urgency: 'urgent' });
    assert.equal(tick(county, urgent, at('09:14')), urgent);
    assert.equal(once(urgent, at('09:15')).reminded, true);
    assert.equal(once(urgent, at('09:30')).rescued, true);
  });

  it('waits again after a release, and is reminded of again', () => {
    const freed = lead(once(waitingCase(), at('13:00')), claim, release);
    assert.equal(tick(county, freed, at('11:01')), freed);
    assert.equal(once(freed, at('11:02')).reminded, true);
  });

  it('that has moved after being rescued is rescued in its new region too', () => {
    const moved = lead(once(waitingCase(), at('13:00')), transfer);
    const again = once(moved, at('13:01'));
    assert.deepEqual([again.rescued, again.trail.at(-1)?.did], [true, 'rescue']);
  });
});

describe('a held case', () => {
  it('is nobody else’s to hurry', () => {
    for (const status of ['claimed', 'asked-back', 'answered'] as const) {
      const one = caseIn(status);
      assert.equal(tick(county, one, at('12:00', 300)), one, status);
    }
  });
});

describe('an assessment', () => {
  const asked = caseAfter(claim, assess);

  it('is warned of once, on the fifth working day in the morning, to its holder', () => {
    assert.equal(tick(county, asked, justBefore(at('06:00', 7))), asked);
    const warned = once(asked, at('06:00', 7));
    assert.deepEqual([did(warned), rung(warned).at(-1)], ['warn', 'holder assessment-due']);
    assert.ok(warned.outcomes.every((one) => one.kind !== 'assessment' || one.warned));
    assert.equal(tick(county, warned, at('06:00', 100)), warned);
  });

  it('is warned of to the advisors once the case is closed', () => {
    const warned = once(lead(asked, close), at('06:00', 7));
    assert.deepEqual([warned.status, rung(warned).at(-1)], ['closed', 'advisors assessment-due']);
  });

  it('is warned of each for itself', () => {
    const second = { ...asked.outcomes[0], n: 1 } as Outcome;
    const both = once({ ...asked, outcomes: [...asked.outcomes, second] }, at('06:00', 7));
    assert.equal(both.trail.filter(({ did }) => did === 'warn').length, 2);
    assert.equal(both.rings.filter(({ about }) => about === 'assessment-due').length, 1);
  });
});

describe('a grant', () => {
  // meals to 6 December; its region is reminded three days before
  const granted = caseAfter(claim, grant);

  it('is reminded of once, before it ends', () => {
    assert.equal(tick(county, granted, justBefore(at('06:00', 10))), granted);
    const reminded = once(granted, at('06:00', 10));
    assert.deepEqual([did(reminded), rung(reminded).at(-1)], ['grantEnds', 'holder grant-ends']);
    assert.ok(reminded.outcomes[0]?.kind === 'grant' && reminded.outcomes[0].remindedOn === '2026-12-03');
  });

  it('whose service the county no longer has is reminded of the day before', () => {
    const without = { ...county, services: [] };
    assert.equal(tick(without, granted, justBefore(at('06:00', 12))).version, granted.version);
    assert.equal(did(tick(without, granted, at('06:00', 12))), 'grantEnds');
  });
});

describe('a case that is over', () => {
  it('is purged on its day, not before', () => {
    const closed = caseIn('closed');
    assert.equal(purgeDay(county, nine), '2026-12-23');
    assert.equal(tick(county, closed, justBefore(at('06:00', 30))), closed);
    assert.equal(once(closed, at('06:00', 30)).purgedAt, at('06:00', 30));
  });

  it('has nothing left that anybody wrote, and no link to what was counted', () => {
    const full = lead(
      waitingCase({ wantsCallback: true, hasDetails: true }),
      claim,
      answer,
      [nurse, { do: 'reply', text: 'SALAISUUS' } satisfies Command],
      { do: 'takeOver', reason: 'ei väliä' },
      { do: 'redirect', to: 'kela', note: 'SALAISUUS' } as Command,
      close,
    );
    const purged = once({ ...full, question: 'SALAISUUS' } as Case, at('06:00', 30));
    assert.ok(!JSON.stringify(purged).includes('SALAISUUS'));
    assert.deepEqual([purged.said, purged.outcomes, purged.rings], [[], [], []]);
    assert.deepEqual([purged.hasDetails, purged.wantsCallback], [false, false]);
    assert.ok(!('contactId' in purged) && !('dueAt' in purged));
  });

  it('keeps of a service that runs on what and when, though its end has been reminded of, until then', () => {
    const until = (days: number) =>
      lead(
        waitingCase(),
        claim,
        { ...grant, from: addDays(monday, 20), to: addDays(monday, days) } as Command,
        answer,
        close,
      );
    const purgedWith = (days: number) => {
      // reminded on its morning, purged on the thirtieth
      const reminded = tick(county, until(days), at('12:00', 29));
      return tick(county, reminded, at('06:00', 30));
    };
    const [kept] = purgedWith(30).outcomes;
    assert.ok(kept?.kind === 'grant' && kept.remindedOn && kept.to === addDays(monday, 30));
    assert.ok(!('reference' in kept));
    assert.deepEqual(purgedWith(29).outcomes, []);
  });

  it('tells in its trail that it was purged, and goes on to a new version so that its cards change', () => {
    const closed = caseIn('closed');
    const purged = once(closed, at('06:00', 30));
    assert.deepEqual(
      purged.trail.map(({ did, by }) => [did, by]),
      [['purge', 'line']],
    );
    assert.equal(purged.version, closed.version + 1);
  });

  it('is purged when it was withdrawn, too', () => {
    assert.ok(once(caseIn('withdrawn'), at('06:00', 30)).purgedAt);
  });

  it('is not purged when it was reopened', () => {
    const again = lead(caseIn('closed'), [nurse, { do: 'reopen' }]);
    assert.ok(isOpen(again));
    assert.equal(tick(county, again, at('06:00', 300)), again);
  });

  it('is purged on its day though a reminder is still to come, which then needs no text', () => {
    const long = { ...grant, service: 'safety-phone', to: '2027-01-31', reference: 'P-2026-77' } as Command;
    const purged = once(caseAfter(claim, long, close), at('06:00', 30));
    assert.ok(purged.purgedAt && !JSON.stringify(purged).includes('P-2026-77'));
    assert.equal(purged.dueAt, '2027-01-24T04:00:00.000Z');
    const reminded = once(purged, '2027-01-24T04:00:00.000Z' as Moment);
    assert.deepEqual(rung(reminded), ['advisors grant-ends']);
    assert.deepEqual([reminded.purgedAt, reminded.dueAt], [purged.purgedAt, undefined]);
  });

  it('forgets a proposed appointment, and still warns of the assessment', () => {
    const wish = { ...assess, appointment: 'SALAISUUS', priority75: 'no' } as Command;
    const purged = once(caseAfter(claim, wish, answer, close), at('06:00', 30));
    assert.ok(!JSON.stringify(purged).includes('SALAISUUS'));
    assert.ok(purged.dueAt && purged.dueAt > at('06:00', 30));
  });

  it('reminds and is purged, however late upkeep looks', () => {
    const late = once(caseAfter(claim, grant, close), at('12:00', 60));
    assert.equal(late.purgedAt, at('12:00', 60));
    assert.deepEqual(rung(late), ['advisors grant-ends']);
  });
});
