/** Contacts recorded by hand and imported: what they count as, what is wrong with one, who may mend it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  careId,
  day,
  month,
  placeId,
  redirectId,
  regionId,
  serviceId,
  topicId,
} from '../../../bot/domain/names.ts';
import { type Mapping, monthsOf, readImport } from '../../../bot/domain/tally/contact-import.ts';
import { guessMapping } from '../../../bot/domain/tally/import-guess.ts';
import {
  type ContactFault,
  contactOfOther,
  type Entry,
  earliestByHand,
  faultsOf,
  lastOf,
  type OtherContact,
  refuseMending,
} from '../../../bot/domain/tally/other-contacts.ts';
import {
  ada,
  at,
  bo,
  county,
  eve,
  keskinen,
  koillinen,
  monday,
  noon,
  personOf,
} from '../../support/cases.ts';

const call: OtherContact = {
  channel: 'phone',
  day: monday,
  hour: 9,
  place: placeId('kuopio'),
  topic: topicId('guidance'),
  priority75: 'unknown',
  urgency: 'normal',
  outcomes: ['guidance'],
  services: [],
  redirects: [],
};

describe('a recorded contact', () => {
  it('counts as a contact of its day, hour and place’s region', () => {
    assert.deepEqual(contactOfOther(county, { ...call, role: ' Lähihoitaja ', unit: 'Osasto 3' }), {
      month: '2026-11',
      weekday: 'mon',
      hour: 9,
      channel: 'phone',
      region: keskinen,
      topic: 'guidance',
      urgency: 'normal',
      place: 'kuopio',
      priority75: 'unknown',
      role: 'Lähihoitaja',
      unit: 'Osasto 3',
      outcomes: ['guidance'],
      services: [],
      redirects: [],
      misdirected: false,
      withdrawn: false,
      reopened: false,
    });
  });

  it('is of the place’s region, whatever region was chosen', () => {
    const nilsia = { ...call, place: placeId('nilsia'), region: keskinen };
    assert.equal(contactOfOther(county, nilsia).region, koillinen);
  });

  const counted: readonly (readonly [string, Partial<OtherContact>, object])[] = [
    [
      'a grant by its service',
      { services: [serviceId('meals')] },
      { outcomes: ['guidance', 'grant'], services: ['meals'] },
    ],
    ['an assessment asked for at once', { outcomes: ['assessment'] }, { assessments: ['statutory-in-time'] }],
    [
      'an assessment with a target only',
      { outcomes: ['assessment'], priority75: 'no' },
      { assessments: ['target-in-time'] },
    ],
    ['a concern by its urgency', { outcomes: ['concern'], urgency: 'urgent' }, { concerns: ['urgent'] }],
    ['a redirect that is failure demand', { redirects: [redirectId('client-door')] }, { misdirected: true }],
    [
      'a redirect that is none',
      { redirects: [redirectId('kela')] },
      { misdirected: false, redirects: ['kela'] },
    ],
    ['a client whose own team answers', { care: careId('home-care') }, { misdirected: true }],
  ];
  for (const [what, more, expected] of counted) {
    it(`tells ${what}`, () => {
      const contact = contactOfOther(county, { ...call, ...more });
      assert.deepEqual({ ...contact, ...expected }, contact);
    });
  }

  const { place: _, ...nowhere } = call;
  const faulty: readonly (readonly [OtherContact, ContactFault['field'], ContactFault['fault']])[] = [
    [{ ...call, day: day('2026-11-24') }, 'day', 'future'],
    [{ ...call, day: day('1926-11-23') }, 'day', 'too-old'],
    [{ ...call, hour: 24 }, 'hour', 'unknown'],
    [{ ...call, hour: 8.5 }, 'hour', 'unknown'],
    [nowhere, 'region', 'missing'],
    [{ ...nowhere, region: regionId('atlantis') }, 'region', 'unknown'],
    [{ ...call, place: placeId('atlantis') }, 'place', 'unknown'],
    [{ ...call, topic: topicId('x') }, 'topic', 'unknown'],
    [{ ...call, care: careId('x') }, 'care', 'unknown'],
    [{ ...call, services: [serviceId('x')] }, 'services', 'unknown'],
    [{ ...call, outcomes: ['grant'] }, 'services', 'missing'],
    [{ ...call, outcomes: ['redirect'] }, 'redirects', 'missing'],
    [{ ...call, redirects: [redirectId('x')] }, 'redirects', 'unknown'],
    [{ ...call, role: 'x'.repeat(61) }, 'role', 'too-long'],
    [{ ...call, unit: 'Osasto, 040 123 4567' }, 'unit', 'identity'],
  ];
  for (const [one, field, fault] of faulty) {
    it(`is refused for ${field}: ${fault}`, () => {
      assert.deepEqual(faultsOf(county, one, monday), [{ field, fault }]);
    });
  }

  it('without faults is taken, with a place or with a region alone', () => {
    assert.deepEqual(faultsOf(county, call, monday), []);
    assert.deepEqual(faultsOf(county, { ...nowhere, region: keskinen }, monday), []);
  });

  it('typed by hand is of the last half year: a slip of the year is told, an import of old years is not', () => {
    const typed = (typedDay: string) =>
      faultsOf(county, { ...call, day: day(typedDay) }, monday, earliestByHand(monday));
    assert.deepEqual(typed('2026-05-24'), []);
    for (const old of ['2026-05-23', '2025-11-23'])
      assert.deepEqual(typed(old), [{ field: 'day', fault: 'too-old' }]);
    assert.deepEqual(faultsOf(county, { ...call, day: day('2016-05-23') }, monday), []);
  });

  it('leaves its choices to the next form, and nothing of the client', () => {
    const one = { ...call, care: careId('housing'), role: 'Lääkäri' };
    assert.deepEqual(lastOf(one), { channel: 'phone', topic: 'guidance', place: 'kuopio', role: 'Lääkäri' });
  });
});

describe('mending an entry', () => {
  const entry: Entry = { id: 'x', by: personOf(ada), at: noon, contact: call, contactId: 'c' };
  const table: readonly (readonly [string, Parameters<typeof refuseMending>, string | undefined])[] = [
    ['one’s own the same day', [entry, ada, { now: at('23:59') }], undefined],
    ['one’s own the next day', [entry, ada, { now: at('00:00', 1), reason: 'Virhe' }], 'day-has-passed'],
    ['a colleague’s', [entry, bo, { now: noon, reason: 'Virhe' }], 'not-yours'],
    ['by a supervisor with a reason', [entry, eve, { now: at('12:00', 9), reason: 'Virhe' }], undefined],
    ['by a supervisor without a reason', [entry, eve, { now: noon, reason: ' ' }], 'empty-text'],
  ];
  for (const [what, given, refused] of table) {
    it(`${what} is ${refused ?? 'allowed'}`, () => assert.equal(refuseMending(...given)?.refused, refused));
  }
});

describe('reading old statistics', () => {
  const heads = ['Aika', 'Kanava', 'Kunta', 'Asia', 'Tulos', 'Palvelu', 'Kuka'];
  const mapping: Mapping = {
    columns: {
      day: 'Aika',
      channel: 'Kanava',
      place: 'Kunta',
      topic: 'Asia',
      outcomes: 'Tulos',
      services: 'Palvelu',
      role: 'Kuka',
    },
    values: { topic: { Neuvo: 'guidance' }, outcomes: { 'Ei mitään': 'guidance' } },
    unless: { urgency: 'normal' },
  };
  const read = (...rows: readonly (readonly string[])[]) =>
    readImport(county, { heads, rows: rows.map((cells, n) => ({ line: n + 2, cells })) }, mapping, monday);
  const good = ['23.11.2026 klo 9.15', 'Puhelin', 'Kuopio', 'Neuvo', 'Ohjaus', '', 'Lähihoitaja'];
  const changed = (column: number, text: string) => good.with(column, text);

  it('makes a contact of a row, by the county’s names and the mapping’s', () => {
    const { contacts, faults, lacking } = read(good);
    assert.deepEqual([contacts, faults, lacking], [[{ ...call, role: 'Lähihoitaja' }], [], []]);
  });

  const taken: readonly (readonly [string, readonly string[], Partial<OtherContact>])[] = [
    ['a day as ISO', changed(0, '2026-11-23 09:15'), {}],
    ['a day with seconds', changed(0, '23.11.2026 9:15:30'), {}],
    ['a Swedish name in small letters', changed(1, 'telefon'), {}],
    ['a topic by its own name', changed(3, 'huoli-ilmoitus'), { topic: topicId('concern') }],
    ['several outcomes in one cell', changed(4, 'Ohjaus; PTA'), { outcomes: ['guidance', 'assessment'] }],
    ['a mapped value', changed(4, 'Ei mitään'), {}],
    ['a service', changed(5, 'Ateriapalvelu'), { services: [serviceId('meals')] }],
  ];
  for (const [what, row, expected] of taken) {
    it(`takes ${what}`, () => {
      assert.deepEqual(read(row).contacts, [{ ...call, role: 'Lähihoitaja', ...expected }]);
    });
  }

  it('takes a name whole that holds a comma of its own', () => {
    const redirects = county.redirects.find(({ name }) => name.fi.includes(','));
    assert.ok(redirects);
    const table = { heads: [...heads, 'Minne'], rows: [{ line: 2, cells: [...good, redirects.name.fi] }] };
    const { contacts } = readImport(
      county,
      table,
      { ...mapping, columns: { ...mapping.columns, redirects: 'Minne' } },
      monday,
    );
    assert.deepEqual(contacts[0]?.redirects, [redirects.id]);
  });

  const refused: readonly (readonly [readonly string[], object])[] = [
    [changed(0, '31.2.2026 9.00'), { field: 'day', fault: 'not-a-day', value: '31.2.2026 9.00' }],
    [changed(0, 'eilen'), { field: 'day', fault: 'not-a-day', value: 'eilen' }],
    [changed(0, '24.11.2026 9.00'), { field: 'day', fault: 'future', value: '24.11.2026 9.00' }],
    [changed(0, '23.11.2026'), { field: 'hour', fault: 'missing' }],
    [changed(1, 'Kirje'), { field: 'channel', fault: 'unknown', value: 'Kirje' }],
    [changed(1, ''), { field: 'channel', fault: 'missing' }],
    [changed(2, 'Atlantis'), { field: 'place', fault: 'unknown', value: 'Atlantis' }],
    [changed(2, ''), { field: 'region', fault: 'missing' }],
    [changed(3, 'Muu'), { field: 'topic', fault: 'unknown', value: 'Muu' }],
    [changed(4, 'Ohjaus; taika'), { field: 'outcomes', fault: 'unknown', value: 'taika' }],
    [changed(6, 'hoitaja 040 123 4567'), { field: 'role', fault: 'identity' }],
  ];
  for (const [row, fault] of refused) {
    it(`names the line and what is wrong: ${JSON.stringify(fault)}`, () => {
      const { contacts, faults } = read(good, row);
      assert.equal(contacts.length, 1);
      assert.deepEqual(faults, [{ line: 3, ...fault }]);
    });
  }

  const guesses: readonly (readonly [readonly string[], Mapping['columns']])[] = [
    [
      ['Vastausaika', '3. Asiakkaan kunta', 'Asia'],
      { day: 'Vastausaika', place: '3. Asiakkaan kunta', topic: 'Asia' },
    ],
    [['Paikka tai alue', 'Alue'], { place: 'Paikka tai alue', region: 'Alue' }],
    [['Datum', 'Klockan', 'Ärende'], { day: 'Datum', hour: 'Klockan', topic: 'Ärende' }],
    [['Nimi', 'Henkilötunnus', ''], {}],
  ];
  for (const [found, columns] of guesses) {
    it(`guesses ${JSON.stringify(columns)} from ${found.join(' | ')}`, () =>
      assert.deepEqual(guessMapping({ heads: found }).columns, columns));
  }

  it('asks once for the meaning of each value that nobody knows, the commonest first', () => {
    const long = 'x'.repeat(201);
    const { unknown } = read(
      changed(1, 'Kirje'),
      changed(5, 'Muu; Ateriapalvelu'),
      changed(5, 'Muu'),
      changed(2, long),
    );
    assert.deepEqual(unknown, [
      { field: 'services', value: 'Muu', count: 2 },
      { field: 'channel', value: 'Kirje', count: 1 },
    ]);
  });

  it('leaves out what is said to mean nothing, unless it is needed', () => {
    const values = { services: { Muu: '' }, channel: { Kirje: '' } };
    const table = { heads, rows: [{ line: 2, cells: changed(5, 'Muu').with(1, 'Puhelin') }] };
    const mapped = { ...mapping, values: { ...mapping.values, ...values } };
    assert.deepEqual(readImport(county, table, mapped, monday).contacts[0]?.services, []);
    const letter = { heads, rows: [{ line: 2, cells: changed(1, 'Kirje') }] };
    assert.deepEqual(readImport(county, letter, mapped, monday).faults, [
      { line: 2, field: 'channel', fault: 'missing', value: 'Kirje' },
    ]);
  });

  it('names the columns that the file lacks', () => {
    const { lacking } = readImport(
      county,
      { heads: ['Aika'], rows: [] },
      { ...mapping, columns: { day: 'Aika', topic: 'Aihe' } },
      monday,
    );
    assert.deepEqual(lacking, ['Aihe']);
  });

  it('counts the months, and takes each row or faults it, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom('Puhelin', 'Kuopio', 'Neuvo', '23.11.2026 9.00', '', 'Ohjaus'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 8 }), (rows) => {
        const { contacts, faults } = read(...rows);
        assert.equal(contacts.length + new Set(faults.map(({ line }) => line)).size, rows.length);
        assert.equal(
          monthsOf(contacts).reduce((sum, { count }) => sum + count, 0),
          contacts.length,
        );
      }),
    );
    const old = changed(0, '3.1.2025 10.00');
    assert.deepEqual(monthsOf(read(good, old, old).contacts), [
      { month: month('2025-01'), count: 2 },
      { month: month('2026-11'), count: 1 },
    ]);
  });
});
