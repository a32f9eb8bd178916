/** The tab's pages of this moment and of settings, over HTTP: every route, every role, and what each is told. */
import assert from 'node:assert/strict';
import type { CaseId } from '../../bot/domain/names.ts';
import { caseId, personId, regionId } from '../../bot/domain/names.ts';
import type { NowView } from '../../bot/domain/views/now-views.ts';
import type {
  CaseAuditView,
  DutyView,
  FoundPeople,
  StaffHistory,
  StaffMember,
  StaffView,
} from '../../bot/domain/views/staff-views.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { grant, noon } from '../support/cases.ts';
import { openScene, type Scene } from '../support/scene.ts';

const pohjoinen = regionId('pohjoinen');
const keskinen = regionId('keskinen');

describe('the tab over HTTP', () => {
  let scene: Scene;
  let advisor: PersonDriver;
  let elsewhere: PersonDriver;
  /** Asked by Niina in Pohjoinen, granted and answered, but her card did not arrive. */
  let stuck: CaseId;

  const personOf = ({ person }: PersonDriver) => ({ id: personId(person.id), name: person.name });

  const open = async () => {
    scene = await openScene();
    advisor = scene.advisor(pohjoinen);
    elsewhere = scene.advisor(keskinen);
  };
  const openWithCases = async () => {
    await open();
    await scene.ask(scene.sofia, 'Behöver en klient i Kuopio hjälp?', { place: 'kuopio' });
    await scene.ask(scene.niina, 'Tarvitseeko asiakas Iisalmessa aterioita?');
    const { casework } = scene.town.service.desk;
    const [asked] = await casework.askedBy(personOf(scene.niina));
    stuck = asked?.id ?? caseId('');
    await casework.carryOut(personOf(advisor), stuck, { do: 'claim' });
    await casework.carryOut(personOf(advisor), stuck, grant);
    await scene.chatSays(scene.niina, /Ateriapalvelu/);
    scene.niina.block();
    await casework.carryOut(personOf(advisor), stuck, { do: 'answer', text: 'Kyllä.' });
    await scene.regionSays(pohjoinen, /[Ss]oita|ei mennyt perille|toimitettu/);
    await casework.carryOut(personOf(advisor), stuck, { do: 'close' });
    await scene.town.shown();
  };
  const close = () => scene.town.stop();

  type Call = { readonly method?: string; readonly body?: unknown; readonly tag?: string };
  async function call(who: PersonDriver | undefined, path: string, { method = 'GET', body, tag }: Call = {}) {
    const headers: Record<string, string> = {};
    if (who) headers['authorization'] = `Bearer ${await who.tabToken()}`;
    if (tag) headers['if-none-match'] = tag;
    return fetch(`${scene.town.url}/api/tab${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
  async function told<Value>(who: PersonDriver, path: string): Promise<Value> {
    const response = await call(who, path);
    assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
    return (await response.json()) as Value;
  }

  type Row = readonly [
    method: string,
    path: string,
    employee: number,
    advisor: number,
    supervisor: number,
    body?: unknown,
  ];
  const routes: readonly Row[] = [
    ['GET', '/me', 200, 200, 200],
    ['GET', '/summary', 200, 200, 200],
    ['GET', '/now', 403, 200, 200],
    ['POST', '/now/cases/7KQ4MXC/resend', 404, 404, 404],
    ['POST', '/now/cases/nonsense/resend', 404, 404, 404],
    ['GET', '/staff', 403, 403, 200],
    ['GET', '/staff/people?name=a', 403, 403, 200],
    ['GET', '/staff/people', 400, 400, 400],
    ['GET', `/staff/people?name=${'a'.repeat(101)}`, 400, 400, 400],
    ['GET', '/staff/history?month=2026-11', 403, 403, 200],
    ['GET', '/staff/history?month=2026-13', 400, 400, 400],
    ['PUT', '/staff/people/nobody', 400, 400, 400],
    ['PUT', '/staff/people/nobody/duty', 400, 400, 400],
    ['PUT', '/staff/people/00000000-0000-4000-8000-000000000000/duty', 403, 403, 404, {}],
    ['GET', '/me/duty', 403, 200, 403],
    ['PUT', '/me/duty', 400, 400, 400],
    ['PUT', '/me/duty', 403, 200, 403, {}],
    ['PUT', '/me/duty', 400, 400, 400, { lastDay: null }],
    ['PUT', '/me/duty', 400, 400, 400, { person: '00000000-0000-4000-8000-000000000000' }],
    ['DELETE', '/staff/bindings/atlantis', 403, 403, 404],
    ['GET', '/hours', 403, 403, 200],
    ['GET', '/hours/history', 403, 403, 200],
    ['GET', '/hours/history?before=0', 400, 400, 400],
    ['POST', '/hours/changes', 400, 400, 400],
    ['GET', '/staff/audit/7KQ4MXC', 404, 404, 404],
    ['GET', '/staff/audit/7KQ4MXC/csv', 404, 404, 404],
  ];
  describe('has routes, of which', () => {
    before(openWithCases);
    after(close);
    for (const [method, path, employee, onTheLine, supervisor, body] of routes) {
      const statuses = [employee, onTheLine, supervisor];
      const asked = `${method} ${path.slice(0, 60)} ${body === undefined ? '' : JSON.stringify(body)}`.trim();
      it(`${asked} answers employee, advisor, supervisor, guest, nobody with ${statuses} 403 401`, async () => {
        const people = [scene.emily, advisor, scene.supervisor, scene.guest, undefined];
        const seen: number[] = [];
        for (const who of people) seen.push((await call(who, path, { method, body })).status);
        assert.deepEqual(seen, [...statuses, 403, 401]);
      });
    }
  });

  describe('now', () => {
    beforeEach(openWithCases);
    afterEach(close);

    it('tells a supervisor of everything, an advisor of their own region', async () => {
      const all = await told<NowView>(scene.supervisor, '/now');
      assert.deepEqual(all.regions.length, scene.town.county.regions.length);
      assert.deepEqual(
        all.open.map(({ region, status, promised }) => [region, status, promised]),
        [['keskinen', 'waiting', 'later']],
      );
      assert.deepEqual(
        all.undelivered.map(({ id, asker, what }) => [id, asker, what.includes('asker-card')]),
        [[stuck, 'Niina Nurminen', true]],
      );
      assert.deepEqual(
        all.running.map(({ id, service, from, to }) => [id, service.fi, from, to]),
        [[stuck, 'Ateriapalvelu', '2026-11-23', '2026-12-06']],
      );
      const mine = await told<NowView>(advisor, '/now');
      assert.deepEqual([mine.open, mine.undelivered.length, mine.running.length], [[], 1, 1]);
      const other = await told<NowView>(elsewhere, '/now');
      assert.deepEqual([other.open.length, other.undelivered, other.running], [1, [], []]);
    });

    it('leads to the case’s thread', async () => {
      const { open } = await told<NowView>(scene.supervisor, '/now');
      assert.match(
        open[0]?.thread ?? '',
        /^https:\/\/teams\.microsoft\.com\/l\/message\/19%3Akeskinen%40thread\.tacv2\/\d+$/,
      );
    });

    it('holds no word of what was said', async () => {
      const text = await (await call(scene.supervisor, '/now')).text();
      for (const word of ['aterioita', 'Behöver', 'Kyllä.']) assert.ok(!text.includes(word), word);
    });

    it('is not sent again to who has it, until something has changed', async () => {
      const tag = (await call(scene.supervisor, '/now')).headers.get('etag') ?? '';
      scene.town.clock.set(noon);
      const same = await call(scene.supervisor, '/now', { tag });
      assert.deepEqual([same.status, await same.text()], [304, '']);
      await scene.askAgain(scene.sofia, 'En fråga till', { place: 'kuopio' });
      // others' readings are shared for a few seconds
      scene.town.clock.set('2026-11-23T10:00:06.000Z' as typeof noon);
      assert.equal((await call(scene.supervisor, '/now', { tag })).status, 200);
    });

    it('lets the region’s advisors and supervisors send again, and nobody else', async () => {
      const path = `/now/cases/${stuck}/resend`;
      for (const who of [scene.emily, elsewhere])
        assert.equal((await call(who, path, { method: 'POST' })).status, 403);
      assert.equal((await call(scene.supervisor, path, { method: 'POST' })).status, 200);
      await scene.town.shown();
      scene.niina.unblock();
      assert.equal((await call(advisor, path, { method: 'POST' })).status, 200);
      await scene.chatSays(scene.niina, /Kyllä\./);
      await scene.town.shown();
      scene.town.clock.set('2026-11-23T10:00:20.000Z' as typeof noon);
      assert.deepEqual((await told<NowView>(advisor, '/now')).undelivered, []);
    });

    it('still tells of what was granted when the case is closed, until the service ends', async () => {
      assert.equal((await told<NowView>(advisor, '/now')).running.length, 1);
      scene.town.clock.set('2026-12-07T10:00:00.000Z' as typeof noon);
      assert.deepEqual((await told<NowView>(advisor, '/now')).running, []);
      scene.town.clock.set('2026-11-23T10:01:00.000Z' as typeof noon);
    });
  });

  describe('settings', () => {
    beforeEach(open);
    afterEach(close);

    const member = async (name: string) =>
      (await told<StaffView>(scene.supervisor, '/staff')).members.find((one) => one.name === name);
    const none = { advisorIn: [], supervisor: false, updater: false };
    const put = (who: PersonDriver, whom: PersonDriver, roles: unknown, seen: unknown = none) =>
      call(who, `/staff/people/${whom.person.id}`, { method: 'PUT', body: { roles, seen } });

    it('names everybody with a role, and every channel, the missing ones too', async () => {
      const { members, bindings } = await told<StaffView>(scene.supervisor, '/staff');
      assert.equal(members.length, scene.town.town.advisors.length + 1);
      assert.ok(members.find(({ name }) => name === 'Elina Esimies')?.bySettings);
      assert.equal(bindings.length, scene.town.county.regions.length + 1);
      assert.ok(bindings.every(({ channel }) => channel?.boundBy === 'Elina Esimies'));
    });

    it('finds those whom the line has met, by a part of the name', async () => {
      const { people } = await told<FoundPeople>(scene.supervisor, '/staff/people?name=NIINA');
      assert.deepEqual(
        people.map(({ name, advisorIn }) => [name, advisorIn]),
        [['Niina Nurminen', []]],
      );
    });

    it('gives roles and takes them, as the very next request of that person feels', async () => {
      const roles = { advisorIn: ['keskinen'], supervisor: false, updater: true };
      assert.equal((await call(scene.niina, '/now')).status, 403);
      assert.equal((await put(scene.supervisor, scene.niina, roles)).status, 200);
      assert.equal((await call(scene.niina, '/now')).status, 200);
      const given = await member('Niina Nurminen');
      assert.deepEqual([given?.advisorIn, given?.updater], [['keskinen'], true]);
      assert.equal((await put(scene.supervisor, scene.niina, none, roles)).status, 200);
      assert.equal(await member('Niina Nurminen'), undefined);
      assert.equal((await call(scene.niina, '/now')).status, 403);
    });

    it('lets nobody but a supervisor give roles, least of all to themselves', async () => {
      const roles = { advisorIn: [], supervisor: true, updater: false };
      for (const who of [scene.emily, advisor, scene.guest])
        assert.equal((await put(who, who, roles)).status, 403);
    });

    const bad: readonly (readonly [what: string, status: number, body: unknown])[] = [
      ['a region that is none', 404, { advisorIn: ['atlantis'], supervisor: false, updater: false }],
      ['a role that is missing', 400, { advisorIn: [], supervisor: false }],
      ['a field too many', 400, { advisorIn: [], supervisor: false, updater: false, left: false }],
      ['no object', 400, 'supervisor'],
    ];
    for (const [what, status, body] of bad)
      it(`answers ${what} with ${status}`, async () => {
        assert.equal((await put(scene.supervisor, scene.niina, body)).status, status);
      });

    it('gives no role to a stranger to the line', async () => {
      const path = '/staff/people/00000000-0000-4000-8000-000000000000';
      const body = { roles: { ...none, supervisor: true }, seen: none };
      assert.equal((await call(scene.supervisor, path, { method: 'PUT', body })).status, 404);
    });

    it('unbinds a channel', async () => {
      const path = '/staff/bindings/keskinen';
      scene.town.clock.set('2026-11-23T10:02:00.000Z' as typeof noon);
      assert.equal((await call(scene.supervisor, path, { method: 'DELETE' })).status, 200);
      const { bindings } = await told<StaffView>(scene.supervisor, '/staff');
      assert.deepEqual(
        bindings.find((one) => one.for === 'keskinen'),
        { for: 'keskinen' },
      );
    });

    it('keeps the history of all this, the newest first', async () => {
      const roles = { ...none, updater: true };
      scene.town.clock.set('2026-11-23T10:00:30.000Z' as typeof noon);
      await put(scene.supervisor, scene.niina, roles);
      scene.town.clock.set('2026-11-23T10:01:00.000Z' as typeof noon);
      await put(scene.supervisor, scene.niina, none, roles);
      scene.town.clock.set('2026-11-23T10:02:00.000Z' as typeof noon);
      await call(scene.supervisor, '/staff/bindings/keskinen', { method: 'DELETE' });
      const { deeds } = await told<StaffHistory>(scene.supervisor, '/staff/history?month=2026-11');
      assert.deepEqual(
        deeds.slice(0, 3).map(({ by, did, about }) => [by, did, about]),
        [
          ['Elina Esimies', 'unbind', scene.town.county.regions.find(({ id }) => id === 'keskinen')?.name],
          ['Elina Esimies', 'setRoles', 'Niina Nurminen'],
          ['Elina Esimies', 'setRoles', 'Niina Nurminen'],
        ],
      );
    });

    it('tells the second of two supervisors that the roles changed meanwhile, and changes nothing', async () => {
      const [first, second] = [
        { ...none, updater: true },
        { ...none, advisorIn: ['keskinen'] },
      ];
      assert.equal((await put(scene.supervisor, scene.niina, first)).status, 200);
      // an answer that was lost on its way is asked for again
      assert.equal((await put(scene.supervisor, scene.niina, first)).status, 200);
      const late = await put(scene.supervisor, scene.niina, second);
      const { error } = (await late.json()) as { error: { code: string; theirs: StaffMember } };
      assert.deepEqual([late.status, error.code, error.theirs.updater], [409, 'changed-since', true]);
      assert.deepEqual((await member('Niina Nurminen'))?.advisorIn, []);
      assert.equal((await put(scene.supervisor, scene.niina, second, first)).status, 200);
      assert.deepEqual((await member('Niina Nurminen'))?.advisorIn, ['keskinen']);
      assert.equal((await put(scene.supervisor, scene.niina, none, second)).status, 200);
    });

    it('notices the other supervisor’s change in the very write, too', async () => {
      const { staff } = scene.town.service.desk;
      const [by, whom] = [personOf(scene.supervisor), personOf(scene.niina)];
      const both = await Promise.all(
        [pohjoinen, keskinen].map((region) =>
          staff.setRoles(by, whom, { advisorIn: [region], supervisor: false, updater: false }, none),
        ),
      );
      assert.deepEqual(both.map((one) => 'refused' in one && one.refused).toSorted(), [
        'changed-since',
        false,
      ]);
      await staff.removePerson(by, whom);
    });
  });

  describe('absences', () => {
    beforeEach(open);
    afterEach(close);

    const today = '2026-11-23';
    const putOwn = (who: PersonDriver, body: unknown) => call(who, '/me/duty', { method: 'PUT', body });
    const put = (who: PersonDriver, whom: PersonDriver, body: unknown) =>
      call(who, `/staff/people/${whom.person.id}/duty`, { method: 'PUT', body });
    const own = (who: PersonDriver) => told<DutyView>(who, '/me/duty');
    const listed = async (who: PersonDriver) =>
      (await told<StaffView>(scene.supervisor, '/staff')).members.find(({ id }) => id === who.person.id);
    const errorIn = async (response: Response) =>
      ((await response.json()) as { error: { code: string } & Record<string, unknown> }).error;

    it('are an advisor’s own to set and end, and the supervisor sees them', async () => {
      assert.deepEqual(await own(advisor), { today });
      const set = await putOwn(advisor, { lastDay: '2026-12-15' });
      assert.deepEqual([set.status, await set.json()], [200, { today, lastDayAway: '2026-12-15' }]);
      assert.equal((await listed(advisor))?.lastDayAway, '2026-12-15');
      assert.deepEqual(await own(elsewhere), { today });
      assert.equal((await putOwn(advisor, { seen: '2026-12-15' })).status, 200);
      assert.deepEqual(await own(advisor), { today });
      assert.equal((await listed(advisor))?.lastDayAway, undefined);
    });

    it('are any advisor’s for a supervisor, and nobody else’s for an advisor', async () => {
      assert.equal((await put(advisor, elsewhere, { lastDay: today })).status, 403);
      assert.equal((await put(advisor, advisor, { lastDay: today })).status, 403);
      assert.equal((await put(scene.supervisor, advisor, { lastDay: today })).status, 200);
      assert.deepEqual(await own(advisor), { today, lastDayAway: today });
    });

    it('leave roles as they are', async () => {
      assert.deepEqual((await listed(advisor))?.advisorIn, [pohjoinen]);
    });

    it('set by two are told to the second, who changes nothing', async () => {
      await put(scene.supervisor, advisor, { lastDay: today });
      const [first, second] = [{ lastDay: '2026-12-01', seen: today }, { seen: today }];
      assert.equal((await put(scene.supervisor, advisor, first)).status, 200);
      // an answer that was lost on its way is asked for again
      assert.equal((await put(scene.supervisor, advisor, first)).status, 200);
      const late = await putOwn(advisor, second);
      assert.deepEqual(
        [late.status, await errorIn(late)],
        [409, { code: 'changed-since', theirs: { today, lastDayAway: '2026-12-01' } }],
      );
      assert.equal((await own(advisor)).lastDayAway, '2026-12-01');
    });

    it('set by two at once are told to one of them in the very write', async () => {
      await put(scene.supervisor, advisor, { lastDay: '2026-12-01' });
      const wishes = ['2026-12-02', '2026-12-03'].map((lastDay) => ({ lastDay, seen: '2026-12-01' }));
      const answers = await Promise.all(wishes.map((wish) => put(scene.supervisor, advisor, wish)));
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
    });

    it('that have passed are nobody’s: neither told nor seen', async () => {
      await put(scene.supervisor, advisor, { lastDay: '2026-12-01' });
      const { lastDayAway = '' } = await own(advisor);
      scene.town.clock.set('2026-12-09T10:00:00.000Z' as typeof noon);
      assert.deepEqual(await own(advisor), { today: '2026-12-09' });
      assert.equal((await listed(advisor))?.lastDayAway, undefined);
      // seen before midnight by the person who left the page open
      const set = await putOwn(advisor, { lastDay: '2026-12-10', seen: lastDayAway });
      assert.equal(set.status, 200);
      assert.equal((await putOwn(advisor, { seen: '2026-12-10' })).status, 200);
      scene.town.clock.set('2026-11-23T10:03:00.000Z' as typeof noon);
    });

    const bad: readonly (readonly [lastDay: string, status: number, error: object])[] = [
      ['2026-11-22', 409, { code: 'day-has-passed' }],
      ['2026-02-30', 400, { code: 'not-a-day' }],
      ['', 400, { code: 'not-a-day' }],
      ['2036-01-01', 400, { code: 'day-too-far', last: '2028-11-23' }],
      ['1'.repeat(101), 400, { code: 'bad-input', fields: ['lastDay'] }],
    ];
    for (const [lastDay, status, error] of bad)
      it(`are refused until “${lastDay.slice(0, 12)}” with ${status}`, async () => {
        for (const response of [
          await putOwn(advisor, { lastDay }),
          await put(scene.supervisor, advisor, { lastDay }),
        ])
          assert.deepEqual([response.status, await errorIn(response)], [status, error]);
      });

    it('are not for those whom nothing rings', async () => {
      const response = await put(scene.supervisor, scene.supervisor, { lastDay: today });
      assert.deepEqual([response.status, (await errorIn(response)).code], [403, 'not-an-advisor']);
    });

    it('stand in the history, one’s own too; what is refused or changes nothing does not', async () => {
      const { name } = elsewhere.person;
      const deeds = async () => {
        const history = await told<StaffHistory>(scene.supervisor, '/staff/history?month=2026-11');
        const whose = history.deeds.filter(({ did, about }) => did === 'setLeave' && about === name);
        return whose.map(({ by }) => by);
      };
      assert.deepEqual([await own(elsewhere), await deeds()], [{ today }, []]);
      const wishes: readonly (readonly [by: PersonDriver, status: number, body: object])[] = [
        [elsewhere, 200, {}],
        [elsewhere, 200, { lastDay: '2026-12-20' }],
        [elsewhere, 200, { lastDay: '2026-12-20', seen: '2026-12-20' }],
        [elsewhere, 409, { lastDay: '2026-12-21' }],
        [scene.supervisor, 200, { seen: '2026-12-20' }],
        [scene.supervisor, 200, {}],
      ];
      for (const [by, status, body] of wishes)
        assert.equal(
          (await (by === elsewhere ? putOwn(by, body) : put(by, elsewhere, body))).status,
          status,
          JSON.stringify(body),
        );
      assert.deepEqual((await deeds()).toSorted(), ['Elina Esimies', name].toSorted());
    });
  });

  describe('the audit of a case', () => {
    beforeEach(openWithCases);
    afterEach(close);

    it('tells a supervisor who did what, and writes down that they looked', async () => {
      const first = await told<CaseAuditView>(scene.supervisor, `/staff/audit/${stuck}`);
      assert.deepEqual(
        first.entries.slice(0, 4).map(({ by, did }) => [by, did.fi]),
        [
          ['Niina Nurminen', 'kysyi'],
          [advisor.person.name, 'otti käsittelyyn'],
          [advisor.person.name, 'kirjasi myönnetyn palvelun'],
          [advisor.person.name, 'vastasi'],
        ],
      );
      const { entries } = await told<CaseAuditView>(scene.supervisor, `/staff/audit/${stuck}`);
      assert.deepEqual(
        [entries.length, entries.at(-1)?.by, entries.at(-1)?.did.sv],
        [first.entries.length + 1, 'Elina Esimies', 'tittade på vem som hanterat'],
      );
    });

    it('is a file for a spreadsheet, in the reader’s language', async () => {
      const response = await call(scene.supervisor, `/staff/audit/${stuck}/csv?language=en`);
      assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
      const spoken = `${stuck.slice(0, 3)}-${stuck.slice(3)}`;
      assert.ok(response.headers.get('content-disposition')?.endsWith(`handlers-${spoken}.csv`));
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
      const lines = new TextDecoder().decode(bytes).split('\r\n');
      assert.equal(lines[0], 'Time;Who;What they did;Grounds');
      assert.match(lines[1] ?? '', /^2026-11-23 12:00:00;Niina Nurminen;[^;]+;$/);
    });

    for (const who of ['advisor', 'employee'] as const)
      it(`is not for an ${who}`, async () => {
        const asks = who === 'advisor' ? advisor : scene.emily;
        assert.equal((await call(asks, `/staff/audit/${stuck}`)).status, 403);
        assert.equal((await call(asks, `/staff/audit/${stuck}/csv`)).status, 403);
      });
  });
});
