/** Where a supervisor's press goes, and that nobody else's goes there. */
import assert from 'node:assert/strict';
import { type Verb, verbs } from '../../../bot/cards/verbs/verbs.ts';
import { keskinen } from '../../support/cases.ts';
import { routed, saidText } from '../../support/routing.ts';

const opens = { opens: 'dialog' };
const presses: readonly (readonly [what: string, verb: Verb, data: object, port: string])[] = [
  ['binds the channel', 'bind', { target: 'keskinen' }, 'staff.bind'],
  ['unbinds the channel', 'unbind', { target: 'keskinen' }, 'staff.unbind'],
  ["opens a person's roles", 'editPerson', { person: 'bo', ...opens }, 'staff.find'],
  ["saves a person's roles", 'editPerson', { person: 'bo' }, 'staff.find'],
  ['adds members', 'addMembers', { region: 'keskinen', people: 'ada' }, 'teams.members'],
  ['redraws the board', 'setupRefresh', {}, 'setupStore.boards'],
  ['opens the channels', 'setupChannels', opens, 'setup.channels'],
  ['chooses channels', 'setupChannels', { 'to-keskinen': 'k1' }, 'setup.chooseChannels'],
  ['opens the advisors', 'setupAdvisors', opens, 'setup.look'],
  ["shows a region's team", 'setupTeam', { region: 'keskinen' }, 'setup.candidates'],
  ['adds advisors', 'setupAdvisors', { of: 'keskinen', people: 'ada' }, 'setup.addAdvisors'],
  ['sends the tests', 'setupTest', { of: 'all' }, 'setup.sendTests'],
];

describe("a supervisor's press", () => {
  for (const [what, verb, data, port] of presses) {
    const way = 'opens' in data ? 'fetch' : 'dialog';
    it(`that ${what} goes to ${port}`, async () => {
      const roles = { supervisor: true };
      assert.equal((await routed(verb, data, { where: 'channel', way, roles })).port, port);
    });

    it(`that ${what} is refused to an advisor, who is told whom to ask`, async () => {
      const roles = { advisorIn: [keskinen] };
      const refused = await routed(verb, data, { where: 'channel', way, roles });
      assert.equal(saidText(refused), 'Tämän voi tehdä vain esihenkilö: Elina Esimies.');
      assert.deepEqual(refused.logged, [['info', 'pressed', { verb, kind: way }]]);
    });
  }

  it('that asks what to tell the askers is answered with a dialog, and refused to others', async () => {
    const telling = (supervisor: boolean) =>
      routed('setupTell', opens, { way: 'fetch', roles: { supervisor } });
    assert.equal((await telling(true)).said?.say, 'dialog');
    assert.match(saidText(await telling(false)), /vain esihenkilö/);
  });

  it('that posts a report again goes to the desk, which refuses in its own words', async () => {
    for (const supervisor of [true, false]) {
      const { port } = await routed('postReport', { month: '2026-10' }, { roles: { supervisor } });
      assert.equal(port, 'monthReports.postAgain');
    }
  });

  it('redraws the board even when Teams leaves its empty data out', async () => {
    const { port } = await routed('setupRefresh', undefined, { roles: { supervisor: true } });
    assert.equal(port, 'setupStore.boards');
  });

  it('stands here for every verb that only supervisors may press', () => {
    const theirs = Object.entries(verbs).flatMap(([verb, { who }]) => (who === 'supervisor' ? [verb] : []));
    const here = new Set<string>([...presses.map(([, verb]) => verb), 'setupTell', 'postReport']);
    assert.deepEqual(theirs.toSorted(), [...here].toSorted());
  });
});
