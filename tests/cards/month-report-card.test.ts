/** The month's report as a card. */
import assert from 'node:assert/strict';
import { monthReportCard } from '../../bot/cards/month-report-card.ts';
import { languages } from '../../bot/domain/county.ts';
import { serviceId } from '../../bot/domain/names.ts';
import type { TallyChange } from '../../bot/domain/tally/changes.ts';
import { onReport } from '../../bot/teams/actions/report-presses.ts';
import { TeamsFailure } from '../../bot/teams/client/teams-failure.ts';
import type { BotPorts, Turn } from '../../bot/teams/inbound/turn.ts';
import { createReports } from '../../bot/teams/showing/month-report.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import {
  hasNoMoreThanSixButtons,
  isTakenByTeams,
  largestCard,
  pressesOf,
  sizeOf,
  wordsOn,
} from '../support/card-checks.ts';
import { county, eve, personOf } from '../support/cases.ts';
import { othersWish } from '../support/presses.ts';
import { monthReportExamples, october, report, tabLink } from './month-report-examples.ts';

const wish = { press: 'postReport', month: october } as const;

for (const language of languages) {
  describe(`a month’s report in ${language}`, () => {
    for (const [name, card] of monthReportExamples(language)) {
      it(`${name} is a card that Teams takes, with its words in the language and no dead button`, () => {
        isTakenByTeams(card);
        hasNoMoreThanSixButtons(card);
        assert.ok(sizeOf(card) < largestCard);
        assert.doesNotMatch(wordsOn(card), /undefined|\[object|NaN/);
        assert.ok(pressesOf(card).length > 0);
        for (const { verb, data } of pressesOf(card)) assert.deepEqual(othersWish(verb, data), wish);
      });
    }

    it('tells every kind of change in words, none by its id', () => {
      const counts = [
        ['region', 'pohjoinen'],
        ['channel', 'walk-in'],
        ['topic', 'concern'],
        ['outcome', 'callback'],
        ['service', 'meals'],
        ['redirect', 'kela'],
        ['concern', 'unassessed'],
      ] as const;
      const changes: TallyChange[] = [
        ...counts.map(([of, value]) => ({ what: 'count' as const, of, value, now: 9, before: 20 })),
        { what: 'count', of: 'all', value: '', now: 9, before: 20 },
        ...(['digital', 'misdirected', 'promises'] as const).map((what) => ({ what, now: 9, before: 20 })),
      ];
      const cardOf = (told: TallyChange[]) =>
        wordsOn(monthReportCard({ ...report, changes: told }, { county, language, tabLink })).split('\n');
      for (const change of changes)
        assert.notDeepEqual(cardOf([change]), cardOf([]), `${change.what} is not told`);
      const words = cardOf(changes).join('\n');
      for (const [of, value] of counts)
        assert.ok(!new RegExp(`: ${value}\\b|\\b${value}: 9`).test(words), `${of} ${value}`);
    });

    it('tells a service that is no more in the county file by its id', () => {
      const changes: TallyChange[] = [
        { what: 'count', of: 'service', value: serviceId('sauna'), now: 9, before: 20 },
      ];
      assert.match(wordsOn(monthReportCard({ ...report, changes }, { county, language, tabLink })), /sauna/);
    });
  });
}

describe('the button of a report', () => {
  it('reads as nothing when it is not ours, or was tampered with', () => {
    for (const data of [undefined, {}, { month: 7 }, { month: '2026-13' }, { month: '2026-10|x' }])
      assert.equal(othersWish('postReport', data), undefined);
    assert.equal(othersWish('close', { month: '2026-10' }), undefined);
  });

  const presser = { person: personOf(eve), language: 'fi', texts: textsFor('fi') } as Turn;
  const press = async (answer: unknown) => {
    const ports = { monthReports: { postAgain: async () => answer } } as unknown as BotPorts;
    const said = await onReport(ports, presser, { way: 'now', once: '', fields: {} }, wish);
    return said.say === 'text' && said.text;
  };

  it('says what became of it', async () => {
    assert.match(String(await press({ ...report, posting: { state: 'sent' } })), /lokakuu 2026.*lähetettiin/);
    assert.match(String(await press({ ...report, posting: { state: 'due' } })), /lähtee itsestään/);
    assert.match(String(await press({ ...report, posting: { state: 'failed' } })), /Yritä/);
    assert.match(String(await press({ refused: 'no-role', needs: 'supervisor' })), /Vain esihenkilö/);
  });
});

describe('posting a report', () => {
  const binding = { channelId: '19:c', serviceUrl: 'https://smba', broken: undefined };
  const posting = (found: unknown, startThread: () => Promise<unknown>) =>
    createReports({
      county,
      bindings: { find: async () => found as never },
      teams: { startThread: startThread as never },
      tabLink: () => tabLink,
      log: () => undefined,
    }).post(report);

  it('goes to the supervisors’ channel, or waits for one', async () => {
    assert.equal(await posting(binding, async () => ({})), 'sent');
    assert.equal(await posting(undefined, async () => ({})), 'later');
    assert.equal(await posting({ ...binding, broken: 'deleted' }, async () => ({})), 'later');
  });

  it('tells what surely did not arrive from what may have', async () => {
    const failing = (kind: TeamsFailure['kind']) => async () => Promise.reject(new TeamsFailure({ kind }));
    assert.equal(await posting(binding, failing('throttled')), 'later');
    assert.equal(await posting(binding, failing('ambiguous')), 'unsure');
    assert.equal(await posting(binding, failing('refused')), 'failed');
    await assert.rejects(
      posting(binding, async () => Promise.reject(new Error('a fault of ours'))),
      /ours/,
    );
  });
});
