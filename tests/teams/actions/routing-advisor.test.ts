/** Where an advisor's press goes. */
import assert from 'node:assert/strict';
import { firstId, keskinen } from '../../support/cases.ts';
import { routed, saidText } from '../../support/routing.ts';

const on = { caseId: firstId, version: 3 };
const opens = { opens: 'dialog' };
const atOnce = ['claim', 'release', 'close', 'reopenCase', 'callbackMade', 'resend'];
const inDialogs = ['answer', 'askBack', 'takeOver', 'grant', 'assess', 'redirect', 'transfer'];
const rarer = ['addReference', 'markRecorded'];
const shownOnly = ['showClient', 'copyText'];

describe("an advisor's press", () => {
  for (const verb of [...atOnce, ...inDialogs, ...rarer]) {
    it(`${verb} is carried out on the case, as the version its presser saw`, async () => {
      const { port, given } = await routed(verb, on, { where: 'channel', way: 'dialog' });
      assert.equal(port, 'casework.carryOut');
      const command = verb === 'reopenCase' ? 'reopen' : verb;
      const [, id, what, { seen }] = given as [
        unknown,
        string,
        { readonly do: string },
        { readonly seen: number },
      ];
      assert.deepEqual([id, what.do, seen], [firstId, command, 3]);
    });
  }

  for (const verb of [...inDialogs, ...rarer, ...shownOnly, 'reportConcern', 'handOver']) {
    it(`${verb} on a card looks the case up and opens its dialog`, async () => {
      const { port } = await routed(verb, { ...on, ...opens }, { where: 'channel', way: 'fetch' });
      assert.equal(port, 'casework.find');
    });
  }

  const others: readonly (readonly [what: string, verb: string, data: object, port: string])[] = [
    ['reports a concern', 'reportConcern', { ...on, observed: 'Ei syö.' }, 'casework.concern'],
    ['hands the case over', 'handOver', { ...on, person: 'cia' }, 'staff.find'],
    ['sends the preview', 'sendReply', { ...on, text: 'Kyllä.' }, 'casework.carryOut'],
    ['asks to whom all go', 'handOverAll', opens, 'casework.heldBy'],
    ['hands all over', 'handOverAll', { person: 'cia' }, 'staff.find'],
    ['opens the recording', 'record', opens, 'recording.form'],
    ['records', 'record', { key: 'k1', channel: 'phone' }, 'recording.record'],
    ['opens the draft of an instruction', 'toInstruction', { ...on, ...opens }, 'library.answerOf'],
    [
      'keeps the draft of an instruction',
      'toInstruction',
      { caseId: firstId, key: 'k1', title: 'Otsikko', text: 'Teksti', subject: 'criteria' },
      'library.fromAnswer',
    ],
    ['takes a test question', 'setupReceived', { of: 'keskinen', test: 'one' }, 'setup.receiveTest'],
  ];
  for (const [what, verb, data, port] of others) {
    it(`that ${what} goes to ${port}`, async () => {
      const way = 'opens' in data ? 'fetch' : 'dialog';
      const roles = { advisorIn: [keskinen] };
      assert.equal((await routed(verb, data, { where: 'channel', way, roles })).port, port);
    });
  }

  it('that hands over goes nowhere without a role: who works on the line is shown to those only who do', async () => {
    for (const data of [opens, { person: 'cia' }]) {
      const answered = await routed('handOverAll', data, { where: 'channel', way: 'dialog' });
      assert.match(saidText(answered), /Asioita siirtävät asiakasohjaajat.*Elina Esimies/);
    }
  });

  it('never goes anywhere when the dialog that sends it only shows', async () => {
    for (const verb of shownOnly) {
      const answered = await routed(verb, on, { where: 'channel', way: 'dialog' });
      assert.match(saidText(answered), /en enää tunne/, verb);
    }
  });

  it('is the same from a client that sends what a button falls back to', async () => {
    const { port, given } = await routed('claim', { ...on, verb: 'claim' }, { where: 'channel' });
    assert.equal(port, 'casework.carryOut');
    assert.deepEqual(given?.[2], { do: 'claim' });
  });
});
