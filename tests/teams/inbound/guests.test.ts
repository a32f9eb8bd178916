import assert from 'node:assert/strict';
import type { RosterMember } from '../../../bot/teams/client/teams-client.ts';
import { TeamsFailure } from '../../../bot/teams/client/teams-failure.ts';
import { createGuestCheck, type Sender, senderOf, type Verdict } from '../../../bot/teams/inbound/guests.ts';

const tenantId = '99999999-2222-4333-8444-555555555555';
const other = '88888888-2222-4333-8444-555555555555';
const employee: RosterMember = { id: '29:a', personId: 'oid-a', principalName: 'a@county.example', tenantId };
const sender: Sender = {
  conversation: { serviceUrl: 'https://teams.example/', id: 'a:chat' },
  id: '29:a',
  personId: 'oid-a',
  tenantIds: [tenantId],
};

/** A roster that answers with `answers` in turn, the last one for ever. */
function roster(...answers: readonly (RosterMember | Error)[]) {
  let asked = 0;
  return {
    asked: () => asked,
    line: {
      member: async () => {
        const answer = answers[Math.min(asked++, answers.length - 1)];
        if (answer instanceof Error || !answer) throw answer;
        return answer;
      },
    },
  };
}

describe('who is let in', () => {
  const gone = new TeamsFailure({ kind: 'gone', status: 404 });
  const { principalName: _, ...nameless } = employee;
  const table: readonly (readonly [what: string, Partial<Sender>, RosterMember | Error, Verdict])[] = [
    ['an employee on the roster', {}, employee, 'employee'],
    [
      'an employee whose tenant is written in capitals',
      { tenantIds: [tenantId.toUpperCase()] },
      employee,
      'employee',
    ],
    ['an invited guest', {}, { ...employee, principalName: 'x_firm.example#EXT#@county.example' }, 'guest'],
    [
      'a guest written in small letters',
      {},
      { ...employee, principalName: 'x#ext#@county.example' },
      'guest',
    ],
    ['a sender of another tenant', { tenantIds: [other] }, employee, 'other-tenant'],
    [
      'a chat of ours that names another tenant as well',
      { tenantIds: [tenantId, other] },
      employee,
      'other-tenant',
    ],
    ['a member of a shared channel from outside', {}, { ...employee, tenantId: other }, 'other-tenant'],
    ['a bot by its id', { id: '28:bot' }, employee, 'bot'],
    ['a bot by its role', { role: 'bot' }, employee, 'bot'],
    ['a turn that names no tenant', { tenantIds: [] }, employee, 'in-doubt'],
    ['a roster that does not tell the principal name', {}, nameless, 'in-doubt'],
    ['a roster that answers for another person', {}, { ...employee, personId: 'oid-b' }, 'in-doubt'],
    ['somebody who is not on the roster', {}, gone, 'in-doubt'],
  ];
  for (const [what, changed, member, verdict] of table)
    it(`${what} → ${verdict}`, async () => {
      const check = createGuestCheck({ teams: roster(member).line, tenantId });
      assert.equal(await check({ ...sender, ...changed }), verdict);
    });

  it('a sender without an Entra object id → in-doubt', async () => {
    const { personId: __, ...unknown } = sender;
    assert.equal(await createGuestCheck({ teams: roster(employee).line, tenantId })(unknown), 'in-doubt');
  });

  it('asks the roster once for a person, also when many turns come at once', async () => {
    const { line, asked } = roster(employee);
    const check = createGuestCheck({ teams: line, tenantId });
    await Promise.all([check(sender), check(sender)]);
    await check(sender);
    assert.equal(asked(), 1);
  });

  it('asks again after a doubt, and after its time', async () => {
    let now = 0;
    const { line, asked } = roster(gone, employee);
    const check = createGuestCheck({ teams: line, tenantId, forMs: 1_000, now: () => now });
    assert.equal(await check(sender), 'in-doubt');
    assert.equal(await check(sender), 'employee');
    now = 1_001;
    await check(sender);
    assert.equal(asked(), 3);
  });

  it('remembers no more people than it may', async () => {
    const asked: string[] = [];
    const member = async (_: unknown, person: string) => {
      asked.push(person);
      return { ...employee, personId: person };
    };
    const check = createGuestCheck({ teams: { member }, tenantId, atMost: 2 });
    for (const person of ['p', 'q', 'p', 'r', 'q', 'p'])
      await check({ ...sender, id: person, personId: person });
    assert.deepEqual(asked, ['p', 'q', 'r', 'p']);
  });

  it('lets a breakage of our own be a breakage', async () => {
    await assert.rejects(
      createGuestCheck({ teams: roster(new TypeError('ours')).line, tenantId })(sender),
      TypeError,
    );
  });

  it('reads the sender from a turn', () => {
    const turn = {
      serviceUrl: 'https://teams.example/',
      conversation: { id: 'a:chat', tenantId, isGroup: false, conversationType: 'personal', name: '' },
      channelData: { tenant: { id: other } },
      from: { id: '29:a', name: 'A', aadObjectId: 'oid-a' },
    };
    assert.deepEqual(senderOf(turn), { ...sender, tenantIds: [tenantId, other] });
    assert.equal(senderOf({}), undefined);
  });
});
