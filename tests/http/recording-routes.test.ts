/** Recording and importing over HTTP, down to the tables: each role what it may, each fault by name. */
import assert from 'node:assert/strict';
import { createRecording } from '../../bot/desk/recording/recording.ts';
import { languages } from '../../bot/domain/county.ts';
import { day, month } from '../../bot/domain/names.ts';
import type { CsvTable } from '../../bot/domain/tally/contact-import.ts';
import { contactOfOther, type OtherContact } from '../../bot/domain/tally/other-contacts.ts';
import type { PreviewView, RecordedView, RecordingView } from '../../bot/domain/views/recording-views.ts';
import { importTemplate } from '../../bot/http/import-template.ts';
import { readCsv } from '../../bot/http/read-csv.ts';
import { recordingRoutes } from '../../bot/http/recording-routes.ts';
import { ada, at, bo, county, eve, noon, nurse } from '../support/cases.ts';
import { emptyStore, ownTables } from '../support/stores.ts';
import { openTab } from '../support/tab-over-http.ts';
import { createTableFaults } from '../support/table-faults.ts';

const people = [eve, ada, bo, nurse];
const november = month('2026-11');
const call = {
  channel: 'phone',
  day: '2026-11-23',
  hour: 9,
  place: 'kuopio',
  topic: 'guidance',
  priority75: 'unknown',
  urgency: 'normal',
  outcomes: ['guidance'],
  services: [],
  redirects: [],
};
const csv =
  'Aika;Kanava;Kunta;Asia\n20.11.2026 9.15;Puhelin;Kuopio;Neuvo\n1.10.2026 13.00;Sähköposti;Kaavi;Neuvo\n';
const mapping = {
  columns: { day: 'Aika', channel: 'Kanava', place: 'Kunta', topic: 'Asia' },
  values: { topic: { Neuvo: 'guidance' } },
  unless: {},
};

async function opened() {
  const tables = ownTables();
  const store = await emptyStore({ tables });
  let now = noon;
  const recording = createRecording({
    county,
    ...store,
    clock: { now: () => now },
    chance: { number: () => 0, id: () => crypto.randomUUID() },
    staff: { actor: async (person) => people.find(({ id }) => id === person.id) ?? { ...nurse, ...person } },
  });
  const tab = await openTab(recordingRoutes(recording), people);
  const setClock = (next: typeof noon) => {
    now = next;
  };
  return { ...tab, store, recording, setClock, tables };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const codeOf = (body: unknown) => (body as { error?: { code: string } }).error?.code;

describe('recording over HTTP', () => {
  let tab: Opened;
  beforeEach(async () => {
    tab = await opened();
  });
  afterEach(() => tab.close());

  const record = (person = ada, key = 'one', more = {}) =>
    tab.ask(person, 'PUT', `/recording/entries/${key}`, { ...call, ...more });
  const remove = (person: typeof ada, id: string, more = {}) =>
    tab.ask(person, 'POST', `/recording/entries/${id}/removal`, { seen: call, ...more });
  const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

  it('counts the contact once, remembers the choices, and lists it as today’s', async () => {
    await record();
    await record();
    assert.equal((await tab.store.cases.contacts(november)).length, 1);
    const { body } = await tab.ask(ada, 'GET', '/recording');
    const form = body as { last: object; today: { contact: object }[]; mayImport: boolean; places: object[] };
    assert.deepEqual(form.last, { channel: 'phone', topic: 'guidance', place: 'kuopio' });
    assert.deepEqual(
      form.today.map(({ contact }) => contact),
      [call],
    );
    assert.deepEqual([form.mayImport, form.places.length], [false, 22]);
    assert.deepEqual((await tab.store.people.find(ada.id))?.advisorIn, []);
  });

  it('keeps the roles of the person who records', async () => {
    await tab.store.people.change(ada.id, () => ada);
    await record();
    assert.deepEqual((await tab.store.people.find(ada.id))?.advisorIn, ada.advisorIn);
  });

  it('names the faults', async () => {
    const { status, body } = await record(ada, 'one', { place: 'atlantis', day: '2026-12-01' });
    assert.equal(status, 400);
    assert.deepEqual(body, {
      error: {
        code: 'faulty',
        faults: [
          { field: 'day', fault: 'future' },
          { field: 'place', fault: 'unknown' },
        ],
      },
    });
    assert.equal(codeOf((await record(ada, 'one', { channel: 'teams' })).body), 'bad-input');
  });

  it('takes no day of more than half a year ago, whether recorded or corrected', async () => {
    const tooOld = [{ field: 'day', fault: 'too-old' }];
    const faultsTold = ({ body }: { body: unknown }) =>
      (body as { error: { faults: object[] } }).error.faults;
    assert.deepEqual(faultsTold(await record(ada, 'one', { day: '2025-11-23' })), tooOld);
    const early = { ...call, day: '2026-05-24' };
    const id = idOf(await record(ada, 'two', early));
    // a week later that day could not be recorded any more, but what stands can be mended
    tab.setClock(at('09:00', 7));
    const correct = (contact: object) =>
      tab.ask(eve, 'POST', `/recording/entries/${id}/correction`, { seen: early, contact, reason: 'Tunti' });
    assert.deepEqual(faultsTold(await correct({ ...early, day: '2026-05-25' })), tooOld);
    assert.equal((await correct({ ...early, hour: 15 })).status, 200);
  });

  it('lets one mend one’s own the same day', async () => {
    const id = idOf(await record());
    const corrected = { seen: call, contact: { ...call, hour: 15 } };
    assert.equal((await tab.ask(ada, 'POST', `/recording/entries/${id}/correction`, corrected)).status, 200);
    assert.deepEqual(
      (await tab.store.cases.contacts(november)).map(({ hour }) => hour),
      [15],
    );
    const seen = corrected.contact;
    assert.equal((await remove(bo, id, { seen })).status, 403);
    assert.deepEqual((await remove(ada, id, { seen })).body, { removed: true });
    assert.deepEqual(await tab.store.cases.contacts(november), []);
    assert.equal((await remove(ada, id, { seen })).status, 404);
  });

  it('leaves later mending to a supervisor with a reason, which the audit keeps', async () => {
    const id = idOf(await record());
    tab.setClock(at('09:00', 1));
    assert.equal(codeOf((await remove(ada, id)).body), 'day-has-passed');
    assert.equal(codeOf((await remove(eve, id)).body), 'empty-text');
    const entries = await tab.ask(eve, 'GET', `/recording/months/2026-11?by=${ada.id}`);
    assert.equal((entries.body as { entries: object[] }).entries.length, 1);
    assert.equal((await remove(eve, id, { reason: 'Kahdesti' })).status, 200);
    assert.deepEqual(await tab.store.cases.contacts(november), []);
  });

  it('lists a month’s recorded contacts for supervisors, by region and by person, a part at a time', async () => {
    await record(ada, 'one', { day: '2026-11-02' });
    await record(ada, 'october', { day: '2026-10-30' });
    tab.setClock(at('13:00'));
    await record(bo, 'two', { place: 'iisalmi' });
    const listed = async (query = '', whose = '2026-11') => {
      const { body } = await tab.ask(eve, 'GET', `/recording/months/${whose}${query}`);
      const { entries, count, people: by, ...rest } = body as RecordedView;
      return {
        rest,
        told: entries.map(({ contact }) => contact.place),
        count,
        by: by.map(({ name }) => name),
      };
    };
    const both = ['Ada Aalto', 'Bo Björk'];
    assert.deepEqual(await listed(), {
      rest: { month: '2026-11', earliest: '2026-10', keptDays: county.purgeAfterDays, removed: [] },
      told: ['iisalmi', 'kuopio'],
      count: 2,
      by: both,
    });
    assert.deepEqual((await listed('?most=1')).told, ['iisalmi']);
    assert.equal((await listed('?most=1')).count, 2);
    assert.deepEqual((await listed('?region=keskinen')).told, ['kuopio']);
    const bos = await listed(`?by=${bo.id}`);
    assert.deepEqual([bos.told, bos.count, bos.by], [['iisalmi'], 1, both]);
    assert.deepEqual((await listed('', '2026-10')).by, ['Ada Aalto']);
    for (const bad of ['/2026-13', '/2026-11?most=0', '/2026-11?name=x'])
      assert.equal((await tab.ask(eve, 'GET', `/recording/months${bad}`)).status, 400, bad);
  });

  it('tells the second of two who mend the same entry what the first made of it, and lets them go on from there', async () => {
    const id = idOf(await record());
    const [theirs, mine] = [
      { ...call, hour: 15 },
      { ...call, topic: 'concern' },
    ];
    const correct = (person: typeof ada, seen: object, contact: object, reason = 'Väärä tunti') =>
      tab.ask(person, 'POST', `/recording/entries/${id}/correction`, { seen, contact, reason });
    assert.equal((await correct(ada, call, theirs)).status, 200);
    const { status, body } = await correct(eve, call, mine);
    assert.equal(status, 409);
    assert.deepEqual(body, { error: { code: 'changed-since', theirs } });
    assert.equal(codeOf((await remove(eve, id, { reason: 'Kahdesti' })).body), 'changed-since');
    // the same once more is no change of another's
    assert.equal((await correct(ada, call, theirs)).status, 200);
    const deeds = async () => (await tab.store.audit.ofMonth(november)).map(({ did }) => did);
    assert.deepEqual(await deeds(), ['correctRecorded', 'correctRecorded']);
    assert.equal((await correct(eve, theirs, mine)).status, 200);
    assert.equal((await remove(ada, id, { seen: mine })).status, 200);
  });

  it('lists what was deleted and can be brought back, to its recorder and to supervisors', async () => {
    const id = idOf(await record());
    await remove(ada, id);
    const { body: form } = await tab.ask(ada, 'GET', '/recording');
    const { today, removedToday } = form as RecordingView;
    assert.deepEqual([today.length, removedToday.map((one) => one.id)], [0, [id]]);
    const { body: months } = await tab.ask(eve, 'GET', '/recording/months/2026-11?region=keskinen');
    const { count, removed, people: by } = months as RecordedView;
    assert.deepEqual([count, removed.map((one) => one.id), by.length], [0, [id], 1]);
    const { body: elsewhere } = await tab.ask(eve, 'GET', '/recording/months/2026-11?region=pohjoinen');
    assert.deepEqual((elsewhere as RecordedView).removed, []);
    await tab.ask(ada, 'POST', `/recording/entries/${id}/restoration`, {});
    const { body: after } = await tab.ask(ada, 'GET', '/recording');
    assert.deepEqual((after as RecordingView).removedToday, []);
  });

  it('brings a deleted one back by the rule of deleting, once', async () => {
    const id = idOf(await record());
    const restore = (person: typeof ada, reason?: string) =>
      tab.ask(person, 'POST', `/recording/entries/${id}/restoration`, { ...(reason && { reason }) });
    await remove(ada, id);
    assert.equal((await restore(bo)).status, 403);
    assert.equal((await restore(ada)).status, 200);
    assert.equal((await restore(ada)).status, 200);
    assert.equal((await tab.store.cases.contacts(november)).length, 1);
    tab.setClock(at('09:00', 1));
    await remove(eve, id, { reason: 'Kahdesti' });
    assert.equal(codeOf((await restore(ada)).body), 'day-has-passed');
    assert.equal(codeOf((await restore(eve)).body), 'empty-text');
    tab.setClock(at('09:01', 1));
    assert.equal((await restore(eve, 'Erehdys')).status, 200);
    const deeds = await tab.store.audit.ofMonth(november);
    assert.deepEqual(deeds.map(({ did }) => did).slice(-2), ['deleteRecorded', 'restoreRecorded']);
    assert.equal((await tab.ask(eve, 'GET', '/recording/months/2026-11')).status, 200);
  });

  it('forgets who recorded after the county’s days', async () => {
    await record();
    tab.setClock(at('09:00', county.purgeAfterDays));
    assert.equal(await tab.recording.forgetEntries(), 0);
    tab.setClock(at('09:00', county.purgeAfterDays + 1));
    assert.equal(await tab.recording.forgetEntries(), 1);
    assert.equal((await tab.store.cases.contacts(november)).length, 1);
  });

  const file = { csv, mapping };
  const table: readonly (readonly [
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    body: unknown,
    statuses: readonly number[],
  ])[] = [
    ['GET', '/recording', undefined, [200, 200, 200, 403]],
    ['PUT', '/recording/entries/k', call, [200, 200, 200, 403]],
    ['POST', '/recording/entries/none/removal', { seen: call }, [404, 404, 404, 403]],
    ['POST', '/recording/entries/none/correction', { seen: call, contact: call }, [404, 404, 404, 403]],
    ['POST', '/recording/entries/none/restoration', {}, [404, 404, 404, 403]],
    ['GET', '/recording/months/2026-11', undefined, [200, 403, 403, 403]],
    ['GET', '/recording/imports', undefined, [200, 403, 403, 403]],
    ['POST', '/recording/imports/preview', file, [200, 403, 403, 403]],
    ['POST', '/recording/imports', file, [200, 403, 403, 403]],
    ['DELETE', '/recording/imports/none', {}, [404, 403, 403, 403]],
  ];
  for (const [method, path, body, statuses] of table) {
    it(`${method} ${path} is ${statuses.join(', ')}, and 401 without a token`, async () => {
      const heard: number[] = [];
      for (const person of people) heard.push((await tab.ask(person, method, path, body)).status);
      assert.deepEqual(heard, statuses);
      assert.equal((await tab.ask(undefined, method, path, body)).status, 401);
    });
  }
});

describe('importing over HTTP', () => {
  let tab: Opened;
  beforeEach(async () => {
    tab = await opened();
  });
  afterEach(() => tab.close());
  const contacts = async () => {
    const all = await Promise.all([november, month('2026-10')].map((one) => tab.store.cases.contacts(one)));
    return all.flat();
  };

  it('previews without keeping, keeps all, refuses the same again, and undoes it', async () => {
    const { body: seen } = await tab.ask(eve, 'POST', '/recording/imports/preview', { csv, mapping });
    assert.deepEqual(seen, {
      heads: ['Aika', 'Kanava', 'Kunta', 'Asia'],
      first: [
        ['20.11.2026 9.15', 'Puhelin', 'Kuopio', 'Neuvo'],
        ['1.10.2026 13.00', 'Sähköposti', 'Kaavi', 'Neuvo'],
      ],
      mapping,
      rows: 2,
      sound: 2,
      months: [
        { month: '2026-10', count: 1 },
        { month: '2026-11', count: 1 },
      ],
      faults: [],
      faulty: 0,
      unknown: [],
      lacking: [],
    });
    assert.deepEqual(await contacts(), []);
    const { body: kept } = await tab.ask(eve, 'POST', '/recording/imports', { csv, mapping });
    assert.deepEqual(
      (await contacts()).map(({ channel, region, hour }) => [channel, region, hour]),
      [
        ['phone', 'keskinen', 9],
        ['email', 'keskinen', 13],
      ],
    );
    const again = await tab.ask(eve, 'POST', '/recording/imports', { csv, mapping });
    assert.deepEqual([again.status, codeOf(again.body)], [409, 'imported-before']);
    const { id } = kept as { id: string };
    const undone = await tab.ask(eve, 'DELETE', `/recording/imports/${id}`);
    assert.equal((undone.body as { state: string }).state, 'undone');
    assert.deepEqual(await contacts(), []);
  });

  it('guesses the columns when none are named, and asks each unknown value once', async () => {
    const { status, body } = await tab.ask(eve, 'POST', '/recording/imports/preview', { csv });
    const seen = body as PreviewView;
    assert.equal(status, 200);
    assert.deepEqual(seen.mapping, { columns: mapping.columns, values: {}, unless: {} });
    assert.deepEqual([seen.faulty, seen.unknown], [2, [{ field: 'topic', value: 'Neuvo', count: 2 }]]);
  });

  for (const language of languages)
    it(`gives a template in ${language} whose own rows are sound and fill every column`, async () => {
      const form = (await tab.recording.form(eve)) as RecordingView;
      const { body } = importTemplate(form, language);
      const sent = { csv: new TextDecoder().decode(body as Uint8Array) };
      const heard = await tab.ask(eve, 'POST', '/recording/imports/preview', sent);
      const { faults, sound, mapping: guessed, heads } = heard.body as PreviewView;
      assert.deepEqual([faults, sound], [[], 2]);
      assert.equal(Object.keys(guessed.columns).length, heads.length);
    });

  it('gives the template to nobody but supervisors', async () => {
    const heard = await Promise.all(
      [ada, nurse].map((one) => tab.ask(one, 'GET', '/recording/imports/template')),
    );
    assert.deepEqual(
      heard.map(({ body }) => (body as { error: object }).error),
      [
        { code: 'no-role', needs: 'supervisor' },
        { code: 'no-role', needs: 'line' },
      ],
    );
  });

  it('keeps nothing when one row is faulty, and names its line', async () => {
    const bad = { csv: `${csv}1.10.2026 13.00;Kirje;Kaavi;Neuvo\n`, mapping };
    const { status, body } = await tab.ask(eve, 'POST', '/recording/imports', bad);
    const { error } = body as { error: { code: string; faults: object[]; faulty: number; sound: number } };
    assert.deepEqual([status, error.code, error.faulty, error.sound], [400, 'faulty-rows', 1, 2]);
    assert.deepEqual(error.faults, [{ line: 4, field: 'channel', fault: 'unknown', value: 'Kirje' }]);
    assert.deepEqual(await contacts(), []);
    assert.deepEqual((await tab.ask(eve, 'GET', '/recording/imports')).body, { imports: [] });
  });

  const bad: readonly (readonly [string, unknown, string])[] = [
    ['no file', { mapping }, 'bad-input'],
    ['no rows', { csv: 'Aika;Kanava\n', mapping }, 'no-rows'],
    ['a quote that never ends', { csv: 'Aika;Kanava\n1;"x', mapping }, 'not-csv'],
    [
      'a column that is not there',
      { csv, mapping: { ...mapping, columns: { ...mapping.columns, role: 'Rooli' } } },
      'faulty-rows',
    ],
    ['a field that is none', { csv, mapping: { ...mapping, columns: { name: 'Aika' } } }, 'bad-input'],
  ];
  for (const [what, body, code] of bad) {
    it(`says what is wrong with ${what}`, async () => {
      const { status, body: heard } = await tab.ask(eve, 'POST', '/recording/imports', body);
      assert.deepEqual([status, codeOf(heard)], [400, code]);
    });
  }

  it('undoes what was stopped half-way, once it is old enough', async () => {
    const faults = createTableFaults();
    const dying = await emptyStore({ tables: tab.tables, faults });
    const contact = { ...call, day: day('2026-11-20') } as unknown as OtherContact;
    const begun = { id: 'x'.repeat(32), by: { id: eve.id, name: eve.name }, at: noon };
    faults.strike('killAfter', 2);
    await assert.rejects(
      dying.records.importAll(begun, [{ contact, fact: contactOfOther(county, contact) }]),
    );
    assert.equal((await contacts()).length, 1);
    tab.setClock(at('12:29'));
    assert.equal(await tab.recording.sweepImports(), 0);
    tab.setClock(at('12:31'));
    assert.equal(await tab.recording.sweepImports(), 1);
    assert.deepEqual(await contacts(), []);
  });
});

describe('a CSV file', () => {
  const rows = [{ line: 2, cells: ['1', 'x;y'] }];
  for (const [what, text] of [
    ['with semicolons', 'a;b\n1;"x;y"\n'],
    ['with commas', 'a,b\n1,x;y\n'],
    ['with tabs', 'a\tb\n1\tx;y\n'],
    ['with a byte order mark and Windows’ line ends', '\uFEFFa;b\r\n1;"x;y"\r\n'],
    ['with empty lines at its end', 'a;b\n1;"x;y"\n\n;\n'],
  ] as const) {
    it(`is read ${what}`, () => assert.deepEqual(readCsv(text), { heads: ['a', 'b'], rows }));
  }

  it('has its rows numbered as a spreadsheet does, lines within a cell not counted', () => {
    const { rows: read } = readCsv('a;b\n1;"x\r\ny\n"\n2;z\n') as CsvTable;
    assert.deepEqual(
      read.map(({ line }) => line),
      [2, 3],
    );
  });

  it('may be empty', () => assert.deepEqual(readCsv(''), { heads: [], rows: [] }));
});
