/** The line's opening hours over HTTP: who may change them, what is refused where, and that the whole line follows. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { personId } from '../../bot/domain/names.ts';
import type { HoursHistory, HoursView } from '../../bot/domain/views/hours-views.ts';
import type { StaffHistory } from '../../bot/domain/views/staff-views.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { county, keskinen, monday } from '../support/cases.ts';
import { inMinutes } from '../support/line.ts';
import { cardWords, openScene, type Scene } from '../support/scene.ts';

describe('the opening hours over HTTP', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
  });
  afterEach(() => scene?.town.stop());

  async function call(
    who: PersonDriver | undefined,
    method: string,
    path: string,
    body?: unknown,
    url = scene.town.url,
  ) {
    const response = await fetch(`${url}/api/tab${path}`, {
      method,
      ...(who && { headers: { authorization: `Bearer ${await who.tabToken()}` } }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  }
  const change = (body: object) => call(scene.supervisor, 'POST', '/hours/changes', body);
  const view = async () => (await call(scene.supervisor, 'GET', '/hours')).body as HoursView;
  const { week } = county.opening;

  const wish = { do: 'setException', seen: 0, day: '2026-12-07', hours: [], note: 'Koulutus' };
  const changed = async () => assert.equal((await change(wish)).status, 200);

  it('are changed by a supervisor and by nobody else', async () => {
    const people = [scene.emily, scene.advisor(keskinen), scene.guest, undefined, scene.supervisor];
    const statuses: number[] = [];
    for (const who of people) statuses.push((await call(who, 'POST', '/hours/changes', wish)).status);
    assert.deepEqual(statuses, [403, 403, 403, 401, 200]);
    const { seen, exceptions } = await view();
    assert.deepEqual([seen, exceptions], [1, [{ day: '2026-12-07', hours: [], note: 'Koulutus' }]]);
  });

  const bad: readonly (readonly [what: string, status: number, body: object, error: object])[] = [
    ['a wish that is none', 400, { do: 'open', seen: 1 }, { code: 'bad-input', fields: ['do'] }],
    [
      'a weekday that is missing',
      400,
      { do: 'setWeek', seen: 1, week: { ...week, sun: undefined } },
      { code: 'bad-input', fields: ['week.sun'] },
    ],
    [
      'a field too many',
      400,
      { do: 'confirm', seen: 1, by: 'somebody' },
      { code: 'bad-input', fields: [''] },
    ],
    [
      'hours that end before they begin',
      400,
      { do: 'setWeek', seen: 1, week: { ...week, fri: [{ from: '16:00', to: '08:00' }] } },
      { code: 'wrong-hours', field: 'hours', weekday: 'fri', n: 0, flaw: 'ends-before-it-begins' },
    ],
    [
      'a day that has passed',
      409,
      { do: 'setException', seen: 1, day: '2026-11-20', hours: [] },
      { code: 'day-has-passed', field: 'day', day: '2026-11-20' },
    ],
    [
      'an exception that is not there',
      404,
      { do: 'removeException', seen: 1, day: '2026-12-08' },
      { code: 'no-such-exception', day: '2026-12-08' },
    ],
    ['a version that is not there', 404, { do: 'restore', seen: 1, version: 7 }, { code: 'no-such-version' }],
  ];
  for (const [what, status, body, error] of bad)
    it(`answer ${what} with ${status}, naming the spot`, async () => {
      await changed();
      assert.deepEqual(await change(body), { status, body: { error } });
    });

  it('answer who comes later with the hours as they are', async () => {
    await changed();
    const { status, body } = await change({ do: 'confirm', seen: 0 });
    assert.equal(status, 409);
    assert.deepEqual(body, { error: { code: 'changed-since', now: await view() } });
  });

  it('are unconfirmed in the bot’s help until they are confirmed, and then no more', async () => {
    await changed();
    const help = async () => {
      await scene.niina.say('ohje');
      return cardWords(scene.niina);
    };
    assert.match(await help(), /Aukioloajat ovat alustavat/);
    assert.equal((await change({ do: 'confirm', seen: 1 })).status, 200);
    assert.doesNotMatch(await help(), /Aukioloajat ovat alustavat/);
  });

  it('close the line for who asks now, and leave the promises that were given', async () => {
    await scene.ask(scene.niina, 'Tarvitseeko asiakas Kuopiossa aterioita?', { place: 'kuopio' });
    const [before] = await scene.town.service.desk.casework.askedBy({
      id: personId(scene.niina.person.id),
      name: '',
    });
    assert.equal((await change({ do: 'setException', seen: 0, day: monday, hours: [] })).status, 200);
    await scene.ask(scene.sofia, 'Behöver en klient i Kuopio hjälp?', { place: 'kuopio' });
    const [later] = await scene.town.service.desk.casework.askedBy({
      id: personId(scene.sofia.person.id),
      name: '',
    });
    const [after] = await scene.town.service.desk.casework.askedBy({
      id: personId(scene.niina.person.id),
      name: '',
    });
    assert.ok(before && later);
    assert.equal(after?.answerBy, before.answerBy);
    assert.equal(before.answerBy.slice(0, 10), monday);
    assert.equal(later.answerBy.slice(0, 10), '2026-11-24');
    await scene.chatSays(scene.sofia, /stängd/);
  });

  it('come to another process within a minute, by its own upkeep', async () => {
    await changed();
    assert.equal((await change({ do: 'setException', seen: 1, day: monday, hours: [] })).status, 200);
    const second = await scene.town.another({ roundEvery: 20 });
    try {
      assert.deepEqual(
        second.desk.county.opening.exceptions.map(({ day }) => day),
        [monday, '2026-12-07'],
      );
      assert.equal((await change({ do: 'removeException', seen: 2, day: monday })).status, 200);
      scene.town.clock.set(inMinutes(scene.town.clock.now(), 1));
      while (second.desk.county.opening.exceptions.length > 1) await wait(20);
    } finally {
      await second.stop();
    }
  });

  it('are told with their history', async () => {
    await changed();
    const wishes = [
      { do: 'confirm', seen: 1 },
      { do: 'setException', seen: 2, day: monday, hours: [] },
      { do: 'removeException', seen: 3, day: monday },
    ];
    for (const one of wishes) assert.equal((await change(one)).status, 200);
    const { body } = await call(scene.supervisor, 'GET', '/hours/history');
    const { versions, more } = body as HoursHistory;
    assert.deepEqual(
      versions.map(({ n, by, changes }) => [n, by, changes.map(({ what }) => what)]),
      [
        [4, 'Elina Esimies', ['removed']],
        [3, 'Elina Esimies', ['added']],
        [2, 'Elina Esimies', ['confirmed']],
        [1, 'Elina Esimies', ['added']],
        [0, undefined, []],
      ],
    );
    assert.equal(more, false);
    const all = await call(scene.supervisor, 'GET', '/staff/history?month=2026-11');
    const { deeds } = all.body as StaffHistory;
    // all at the same still moment, in any order
    assert.equal(deeds.filter(({ did }) => did === 'setHours').length, 4);
  });
});
