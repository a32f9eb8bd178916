import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advisorDialog } from '../../bot/cards/advisor/advisor-dialogs.ts';
import { channelCard } from '../../bot/cards/advisor/channel-card.ts';
import { nodesOf, pressesOf } from '../support/card-checks.ts';
import { caseAfter, claim, county, facts, firstId, grant, monday, waitingCase } from '../support/cases.ts';
import { othersWish as read } from '../support/presses.ts';

const ids = { caseId: '7KQ-4MXU', version: 4 };
const on = { id: firstId, seen: 4 };
const command = (wish: object) => ({ press: 'command', ...on, command: wish });

describe("an advisor's press", () => {
  const examples: [what: string, verb: string, data: object, expected: object][] = [
    ['a claim', 'claim', ids, command({ do: 'claim' })],
    ['sending the messages again', 'resend', ids, command({ do: 'resend' })],
    [
      'opening the answer',
      'answer',
      { ...ids, opens: 'dialog' },
      { press: 'dialog', dialog: 'answer', ...on },
    ],
    ['an answer', 'answer', { ...ids, text: ' Kyllä. ' }, command({ do: 'answer', text: 'Kyllä.' })],
    ['an empty answer, which the desk refuses', 'answer', ids, command({ do: 'answer', text: '' })],
    [
      'a question back',
      'askBack',
      { ...ids, text: 'Milloin?' },
      command({ do: 'askBack', text: 'Milloin?' }),
    ],
    ['a takeover', 'takeOver', { ...ids, reason: 'Loma' }, command({ do: 'takeOver', reason: 'Loma' })],
    [
      'a grant, its amount as text',
      'grant',
      { ...ids, service: 'meals', from: '2026-11-23', to: '2026-12-06', amount: '2', reference: 'P-1' },
      command({
        do: 'grant',
        service: 'meals',
        from: '2026-11-23',
        to: '2026-12-06',
        amount: 2,
        reference: 'P-1',
      }),
    ],
    [
      'an assessment whose age was not told',
      'assess',
      { ...ids, category: 'housing' },
      command({ do: 'assess', category: 'housing', priority75: 'unknown' }),
    ],
    [
      'an assessment with an appointment',
      'assess',
      { ...ids, category: 'housing', priority75: 'no', appointment: 'ti 1.12.' },
      command({ do: 'assess', category: 'housing', priority75: 'no', appointment: 'ti 1.12.' }),
    ],
    [
      'a redirection',
      'redirect',
      { ...ids, target: 'kela', note: 'Soita.' },
      command({ do: 'redirect', to: 'kela', note: 'Soita.' }),
    ],
    [
      'a transfer',
      'transfer',
      { ...ids, region: 'koillinen', reason: 'Nilsiä' },
      command({ do: 'transfer', region: 'koillinen', reason: 'Nilsiä' }),
    ],
    [
      'a report recorded',
      'markRecorded',
      { ...ids, reference: 'I-1', assessed: 'today' },
      command({ do: 'markRecorded', reference: 'I-1', assessed: 'today' }),
    ],
    [
      'a reference of the first outcome',
      'addReference',
      { ...ids, outcome: '0', reference: 'P-2' },
      command({ do: 'addReference', outcome: 0, reference: 'P-2' }),
    ],
    [
      'a case given to a colleague',
      'handOver',
      { ...ids, person: 'cia' },
      { press: 'handOver', ...on, to: 'cia' },
    ],
    [
      'a preview sent',
      'sendReply',
      { ...ids, text: 'Kyllä.' },
      { press: 'sendReply', ...on, text: 'Kyllä.' },
    ],
    [
      'a case given to nobody: none was chosen',
      'handOver',
      { ...ids, person: ' ' },
      { press: 'handOver', ...on, to: 'nobody' },
    ],
    [
      'all given to what can be no key',
      'handOverAll',
      { person: 'a/b' },
      { press: 'handOverAll', to: 'nobody' },
    ],
    ['asking to whom all go', 'handOverAll', { opens: 'dialog' }, { press: 'handOverAllDialog' }],
    ['all given to a colleague', 'handOverAll', { person: 'cia' }, { press: 'handOverAll', to: 'cia' }],
    ['a channel bound', 'bind', { target: 'keskinen' }, { press: 'bind', target: 'keskinen' }],
    [
      "the supervisors' channel unbound",
      'unbind',
      { target: 'supervisors' },
      { press: 'unbind', target: 'supervisors' },
    ],
    [
      "opening a person's roles",
      'editPerson',
      { person: 'bo', opens: 'dialog' },
      { press: 'editPersonDialog', person: 'bo' },
    ],
    [
      "a person's roles",
      'editPerson',
      { person: 'bo', regions: 'keskinen,pohjoinen', supervisor: 'true', remove: 'false' },
      {
        press: 'editPerson',
        person: 'bo',
        advisorIn: ['keskinen', 'pohjoinen'],
        supervisor: true,
        remove: false,
      },
    ],
    [
      "a person's roles, with those that stood there",
      'editPerson',
      { person: 'bo', seenRegions: 'keskinen', seenRoles: 'supervisor,updater' },
      {
        press: 'editPerson',
        person: 'bo',
        advisorIn: [],
        supervisor: false,
        remove: false,
        seen: { advisorIn: ['keskinen'], supervisor: true, updater: true },
      },
    ],
    [
      'members added',
      'addMembers',
      { region: 'keskinen', people: 'ada,cia' },
      { press: 'addMembers', region: 'keskinen', people: ['ada', 'cia'] },
    ],
  ];
  for (const [what, verb, data, expected] of examples) {
    it(`${what} is read`, () => assert.deepEqual(read(verb, data), expected));
  }

  it('brings a concern report with what is sealed apart from what may be shown', () => {
    const data = {
      ...ids,
      basis: 'consent',
      grounds: 'does-not-cope',
      danger: 'no',
      clientKnows: 'yes',
      observed: 'Ei syö.',
      clientName: 'Testi Testinen',
      assessed: 'urgent',
    };
    const press = read('reportConcern', data);
    assert.ok(press?.press === 'concern');
    assert.deepEqual(press.client, { name: 'Testi Testinen' });
    assert.equal(press.assessed, 'urgent');
    const { basis, grounds, danger, clientKnows, observed } = press.wish;
    assert.deepEqual({ basis, grounds, danger, clientKnows }, facts);
    assert.equal(observed, 'Ei syö.');
  });

  const strangers: [what: string, verb: unknown, data: unknown][] = [
    ['no verb', undefined, ids],
    ['a verb that is none', 'constructor', ids],
    ["upkeep's deed", 'purge', ids],
    ['no data', 'claim', undefined],
    ['a list', 'claim', [ids]],
    ['a case id whose check sign is wrong', 'claim', { ...ids, caseId: '7KQ-4MXZ' }],
    ['a version that is text', 'claim', { ...ids, version: '4' }],
    ['no version', 'answer', { caseId: ids.caseId, text: 'Kyllä.' }],
    ['roles of nobody', 'editPerson', { supervisor: 'true' }],
  ];
  for (const [what, verb, data] of strangers) {
    it(`with ${what} is none of ours`, () => assert.equal(read(verb, data), undefined));
  }

  it('never fails, whatever comes', () => {
    const verbs = [...examples.map(([, verb]) => verb), 'reportConcern', 'concern'];
    const data = fc.dictionary(
      fc.constantFrom(
        'caseId',
        'version',
        'text',
        'amount',
        'outcome',
        'person',
        'regions',
        'grounds',
        'target',
        'opens',
        '__proto__',
      ),
      fc.oneof(fc.anything(), fc.constant(ids.caseId), fc.constant(4)),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...verbs), fc.anything()),
        fc.oneof(data, fc.anything()),
        (verb, sent) => {
          read(verb, sent);
        },
      ),
    );
  });

  it('carries the version its presser saw and nothing else of the case', () => {
    const one = waitingCase();
    const presses = pressesOf(channelCard(one, county));
    assert.ok(presses.length > 3);
    for (const { data } of presses) {
      const { verb: _, msteams: __, opens: ___, ...rest } = data;
      assert.deepEqual(rest, { caseId: one.id, version: one.version });
    }
  });

  it("is read from every dialog's own inputs: each input has a meaning", () => {
    const filledIn: { readonly [input: string]: string } = {
      service: 'meals',
      from: '2026-11-23',
      to: '2026-11-24',
      amount: '37',
      reference: 'P-1',
      category: 'housing',
      priority75: 'yes',
      appointment: 'ti 1.12.',
      text: 'Kyllä',
      reason: 'Loma',
      region: 'koillinen',
      target: 'kela',
      note: 'Soita',
      assessed: 'today',
      outcome: '58',
      person: 'cia',
    };
    const dialogs = [
      'answer',
      'askBack',
      'takeOver',
      'grant',
      'assess',
      'redirect',
      'transfer',
      'handOver',
      'addReference',
      'markRecorded',
    ] as const;
    for (const name of dialogs) {
      const wish = { today: monday, open: true, colleagues: [{ id: 'cia', name: 'Cia' } as never] };
      const { card } = advisorDialog(name, caseAfter(claim, grant), county, 'fi', wish);
      const [press] = pressesOf(card);
      const inputs = nodesOf(card).flatMap(({ type, id }) =>
        String(type).startsWith('Input.') ? [String(id)] : [],
      );
      assert.ok(inputs.length > 0, `${name} asks for nothing`);
      const typed = Object.fromEntries(inputs.map((input) => [input, filledIn[input]]));
      const meant = JSON.stringify(read(press?.verb, { ...press?.data, ...typed }));
      for (const input of inputs)
        assert.ok(meant.includes(filledIn[input] ?? '?'), `${name} reads no ${input}: ${meant}`);
    }
  });
});
