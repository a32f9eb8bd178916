/** The fact that a case is counted as. */
import assert from 'node:assert/strict';
import type { Case } from '../../../bot/domain/case/case.ts';
import type { Command } from '../../../bot/domain/case/command.ts';
import { categoryId, type Moment, redirectId, regionId, topicId } from '../../../bot/domain/names.ts';
import { type Contact, changedContact, contactOf, countByRegion } from '../../../bot/domain/tally/tally.ts';
import {
  answer,
  answers,
  asker,
  assess,
  at,
  bo,
  caseAfter,
  caseIn,
  claim,
  close,
  concern,
  county,
  grant,
  lead,
  markRecorded,
  nurse,
  redirect,
  release,
  reply,
  transfer,
  waitingCase,
} from '../../support/cases.ts';

const contact = (one: Case) => contactOf(county, one);

describe('a contact', () => {
  it('tells of a new case what was asked, when and by which profession, and no more', () => {
    assert.deepEqual(contact(waitingCase()), {
      month: '2026-11',
      weekday: 'mon',
      hour: 9,
      channel: 'teams',
      region: 'keskinen',
      place: 'kuopio',
      topic: 'guidance',
      priority75: 'yes',
      urgency: 'normal',
      role: 'Sairaanhoitaja',
      unit: 'Kotihoito',
      outcomes: [],
      services: [],
      redirects: [],
      misdirected: false,
      withdrawn: false,
      reopened: false,
    });
  });

  describe('after a change', () => {
    const again = (former: Case, next: Case) => changedContact(county, former, next);

    it('is counted again when it tells something else', () => {
      const next = caseAfter(claim);
      assert.deepEqual(again(waitingCase(), next), contact(next));
    });

    it('stands as it was when it would tell the same, and when nothing was changed', () => {
      const said = caseAfter(reply);
      assert.notDeepEqual(said, waitingCase());
      assert.equal(again(waitingCase(), said), undefined);
      assert.equal(again(said, said), undefined);
    });

    it('is out of reach of a case that was cut off from it', () => {
      const { contactId: _, ...cutOff } = caseAfter(claim, answer);
      assert.equal(again(waitingCase(), cutOff as Case), undefined);
    });
  });

  it('names nobody and no case, and gives no exact time, whatever became of it', () => {
    const full = caseAfter(claim, answer, grant, assess, redirect, concern, markRecorded, close);
    const text = JSON.stringify(contact(full));
    for (const telling of [full.id, asker.name, asker.id, 'Ada', 'ada', ':00', ':01', full.question, 'ILM'])
      assert.ok(!text.includes(telling), telling);
  });

  it('belongs to the month on the county’s wall', () => {
    const midnight = waitingCase({ receivedAt: '2026-11-30T22:30:00.000Z' as Moment });
    assert.deepEqual([contact(midnight).month, contact(midnight).hour], ['2026-12', 0]);
  });

  const became: readonly (readonly [
    string,
    Case,
    { readonly [field in keyof Contact]?: Contact[field] | undefined },
  ])[] = [
    ['answered in time', lead(waitingCase(), claim, answer), { toClaim: 1, toAnswer: 2, promiseKept: true }],
    [
      'answered at the very last moment',
      lead(waitingCase({ answerBy: at('09:02') }), claim, answer),
      { toAnswer: 2, promiseKept: true },
    ],
    [
      'answered too late',
      lead(waitingCase({ answerBy: at('09:01') }), claim, answer),
      { toAnswer: 2, promiseKept: false },
    ],
    ['withdrawn', caseIn('withdrawn'), { withdrawn: true, outcomes: [] }],
    [
      'reopened',
      lead(caseIn('closed'), [nurse, { do: 'reopen' }]),
      { reopened: true, outcomes: ['guidance'] },
    ],
    [
      'granted twice',
      caseAfter(claim, grant, grant),
      { outcomes: ['grant'], services: ['meals', 'meals'] as unknown as Contact['services'] },
    ],
    [
      'sent on, to where it belonged from the first',
      caseAfter(claim, { do: 'redirect', to: redirectId('client-door') }),
      { misdirected: true, redirects: [redirectId('client-door')] },
    ],
    ['assessed in time', caseAfter(claim, assess), { assessments: ['statutory-in-time'] }],
    [
      'assessed too late',
      lead(waitingCase({ receivedAt: at('09:00', -14) }), claim, assess),
      { assessments: ['statutory-late'] },
    ],
    [
      'assessed for a client whom the law sets no clock for',
      caseAfter(claim, { ...assess, priority75: 'no' } as Command),
      { assessments: ['target-in-time'] },
    ],
    ['a concern not assessed', caseAfter(claim, concern), { concerns: ['unassessed'] }],
    [
      'two concerns',
      caseAfter(claim, { ...concern, assessed: 'urgent' } as Command, concern),
      { concerns: ['urgent', 'unassessed'] },
    ],
    ['neither assessed nor of concern', caseAfter(claim), { assessments: undefined, concerns: undefined }],
    ['sent on as it should be', caseAfter(claim, redirect), { misdirected: false }],
    ['sent past the client’s own team', waitingCase({ misdirected: true }), { misdirected: true }],
    [
      'answered from elsewhere',
      caseAfter([bo, { do: 'takeOver', reason: 'apuna' }], [bo, answer]),
      {
        region: regionId('keskinen'),
      },
    ],
    ['moved', caseAfter(transfer), { region: regionId('koillinen') }],
    [
      'about housing',
      waitingCase(
        {},
        { answers: { ...answers, topic: topicId('assessment'), category: categoryId('housing') } },
      ),
      { category: categoryId('housing') },
    ],
  ];
  for (const [what, one, expected] of became) {
    it(`${what} is counted so`, () => {
      const told = contact(one);
      for (const [field, value] of Object.entries(expected))
        assert.deepEqual(told[field as keyof Contact], value, field);
    });
  }

  it('measures claiming and answering in opening time, from the receiving to the first of each', () => {
    const evening = { ...caseAfter(claim, answer, release, claim), receivedAt: at('15:50', -3) } as Case;
    assert.deepEqual([contact(evening).toClaim, contact(evening).toAnswer], [10 + 61, 10 + 62]);
  });

  it('measures the first answer by the first promise, also after a reopening', () => {
    const late = lead(
      waitingCase({ urgency: 'urgent', answerBy: at('09:00', -3), receivedAt: at('08:00', -3) }),
      claim,
      answer,
      close,
      [nurse, { do: 'reopen' }],
    );
    assert.ok(late.firstAnsweredAt && late.firstAnsweredAt < late.answerBy);
    assert.equal(contact(late).promiseKept, false);
  });

  it('measures a reopened case by the promise it keeps, and works that out for one reopened before it was kept', () => {
    const { firstAnswerBy: kept, ...older } = lead(caseIn('closed'), [nurse, { do: 'reopen' }]);
    assert.ok(kept);
    const told = (firstAnswerBy: Moment) => contact({ ...older, firstAnswerBy } as Case).promiseKept;
    assert.deepEqual([told(kept), told(at('08:00', -9))], [true, false]);
    assert.equal(contact(older as Case).promiseKept, true);
  });

  it('counts a concern that was recorded and closed as answered by its closing', () => {
    const closed = lead(waitingCase(), claim, concern, markRecorded, close);
    assert.deepEqual([contact(closed).toAnswer, contact(closed).outcomes], [4, ['concern']]);
  });
});

describe('contacts by region', () => {
  it('are counted, each once', () => {
    const contacts = [waitingCase(), caseAfter(claim), caseAfter(transfer)].map(contact);
    assert.deepEqual(
      [...countByRegion(contacts)],
      [
        ['keskinen', 2],
        ['koillinen', 1],
      ],
    );
  });

  it('are none without contacts', () => assert.equal(countByRegion([]).size, 0));
});
