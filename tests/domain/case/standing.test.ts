/** How a case stands at a moment. */
import assert from 'node:assert/strict';
import { addDays } from '../../../bot/domain/calendar.ts';
import type { CardPlace, Case } from '../../../bot/domain/case/case.ts';
import { ringing } from '../../../bot/domain/case/change.ts';
import {
  grantedUntil,
  isUndelivered,
  promisedOf,
  runsOn,
  undeliveredOf,
} from '../../../bot/domain/case/standing.ts';
import { threadLink } from '../../../bot/domain/case/thread-link.ts';
import type { Moment } from '../../../bot/domain/names.ts';
import {
  at,
  caseAfter,
  caseIn,
  claim,
  county,
  grant,
  keskinen,
  monday,
  noon,
  waitingCase,
} from '../../support/cases.ts';

describe('the promise of an open case', () => {
  // the line is open 8–16
  const examples: readonly (readonly [answerBy: Moment, now: Moment, expected: string])[] = [
    [at('12:00'), at('12:01'), 'late'],
    [at('12:00'), at('12:00'), 'soon'],
    [at('13:00'), at('12:00'), 'soon'],
    [at('13:01'), at('12:00'), 'later'],
    [at('08:30', 1), at('15:45'), 'soon'],
    [at('08:30', 1), at('15:15'), 'later'],
    [at('08:30', 1), at('22:00'), 'soon'],
  ];
  for (const [answerBy, now, expected] of examples)
    it(`by ${answerBy.slice(5, 16)} stands at ${now.slice(5, 16)} as ${expected}`, () => {
      assert.equal(promisedOf(county, waitingCase({ answerBy }), now), expected);
    });

  it('is settled by the answer, however late', () => {
    assert.equal(promisedOf(county, caseIn('answered'), at('15:00', 9)), 'answered');
  });
});

describe('what was granted', () => {
  it('runs on both its first and its last day', () => {
    const days = [-1, 0, 13, 14].map((n) =>
      runsOn(addDays(monday, n), { from: monday, to: addDays(monday, 13) }),
    );
    assert.deepEqual(days, [false, true, true, false]);
  });

  it('ends for a case with the last of its grants', () => {
    assert.equal(grantedUntil(waitingCase()), undefined);
    const several = caseAfter(claim, grant, { ...grant, to: monday } as typeof grant);
    assert.equal(grantedUntil(several), addDays(monday, 13));
  });
});

describe('what did not arrive', () => {
  const card: CardPlace = { conversation: 'chat', shown: '', state: 'lost', wanted: 0, tries: 3 };
  const failing = (one: Case): Case => ({
    ...one,
    rings: one.rings.map((ring) => ({ ...ring, state: 'failed' as const })),
  });

  it('names each receiver once, the asker’s card first', () => {
    const twice = ringing(ringing(waitingCase(), 'advisors', 'urgent', noon), 'advisors', 'reminded', noon);
    const one = { ...failing(twice), views: { asker: card } };
    assert.deepEqual(undeliveredOf(one), ['asker-card', 'advisors']);
  });

  it('is nothing in a case that is well, and nobody’s matter after its purge', () => {
    assert.equal(isUndelivered(waitingCase()), false);
    const lost = waitingCase({ views: { asker: card } });
    assert.deepEqual([isUndelivered(lost), isUndelivered({ ...lost, purgedAt: noon })], [true, false]);
  });
});

describe('the way to a case’s thread', () => {
  const channel = { shown: 'x', state: 'live', wanted: 0, tries: 0, region: keskinen } as const;
  const linkOf = (conversation: string) =>
    threadLink(waitingCase({ views: { channel: { ...channel, conversation } } }));

  it('is an address that Teams opens', () => {
    assert.equal(
      linkOf('19:a b@thread.tacv2;messageid=17'),
      'https://teams.microsoft.com/l/message/19%3Aa%20b%40thread.tacv2/17',
    );
  });

  it('is none before the case has been posted', () => {
    assert.deepEqual([threadLink(waitingCase()), linkOf('19:a@thread.tacv2')], [undefined, undefined]);
  });
});
