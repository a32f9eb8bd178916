/** The tab's page for recording contacts, as markup, and what its form sends. */
import assert from 'node:assert/strict';
import { languages } from '../../bot/domain/county.ts';
import { day, placeId, regionId, serviceId } from '../../bot/domain/names.ts';
import { placesOf, regionOfPlace } from '../../bot/domain/routing.ts';
import { faultsOf, type OtherContact } from '../../bot/domain/tally/other-contacts.ts';
import type { RecordingView } from '../../bot/domain/views/recording-views.ts';
import { recordingTextsFor } from '../../bot/words/tab/recording-texts.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import {
  asOf,
  firstContact,
  sentContact,
  whereOf,
  whyNotRecorded,
  withWhere,
} from '../../tab/src/recording/entry.ts';
import { askedSince, withColumn, withValue } from '../../tab/src/recording/mapping.ts';
import { textOf } from '../../tab/src/recording/reading-file.ts';
import { Recording } from '../../tab/src/recording/recording.tsx';
import { county, noon } from '../support/cases.ts';
import { draw, has, noServer, wordsOf } from '../support/draw.tsx';

type Language = (typeof languages)[number];

const places = placesOf(county).map(({ id, name }) => ({
  id,
  name,
  region: regionOfPlace(county, id) ?? '',
}));
const [place] = places;
assert.ok(place);
const view = (change: Partial<RecordingView> = {}): RecordingView => ({
  places,
  regions: county.regions,
  topics: county.topics,
  categories: county.categories,
  cares: county.cares,
  services: county.services,
  redirects: county.redirects,
  today: [],
  removedToday: [],
  mayImport: false,
  ...change,
});
const now = new Date('2026-11-23T22:30:00Z');
const contact = (change: Partial<OtherContact> = {}): OtherContact => ({
  ...asOf(firstContact(view()), now),
  place: placeId(place.id),
  ...change,
});
const page = (change: Partial<RecordingView> = {}, language: Language = 'fi') =>
  draw(
    <Recording
      view={view(change)}
      texts={tabTextsFor(language)}
      server={noServer}
      say={recordingTextsFor(language)}
      onChanged={async () => undefined}
    />,
  );

describe('recording a contact', () => {
  it('begins with what was chosen last, at no hour yet', () => {
    const last = {
      channel: 'email',
      topic: contact().topic,
      region: regionId('x'),
      unit: 'Osasto 3',
    } as const;
    const first = firstContact(view({ last }));
    assert.deepEqual([first.day, first.hour], [undefined, undefined]);
    assert.deepEqual([first.channel, first.unit, whereOf(first)], ['email', 'Osasto 3', 'region:x']);
  });

  describe('is of the day and hour on the county’s wall when it is sent', () => {
    const { TZ } = process.env;
    afterEach(() => {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    });
    const moments = [
      ['at midday', '2026-11-23T10:00:00Z', '2026-11-23', 12],
      ['a minute before midnight', '2026-11-23T21:59:59Z', '2026-11-23', 23],
      ['at midnight', '2026-11-23T22:00:00Z', '2026-11-24', 0],
      ['in the last minute of a month', '2026-11-30T21:59:59Z', '2026-11-30', 23],
      ['in the first minute of a month', '2026-11-30T22:00:00Z', '2026-12-01', 0],
      ['in the first minute of a summer month', '2026-07-31T21:00:00Z', '2026-08-01', 0],
      ['in the first minute of a year', '2026-12-31T22:00:00Z', '2027-01-01', 0],
      ['in the hour that autumn repeats', '2026-10-25T01:30:00Z', '2026-10-25', 3],
    ] as const;
    for (const zone of ['Europe/Helsinki', 'America/Los_Angeles', 'Pacific/Auckland'])
      for (const [when, moment, on, hour] of moments)
        it(`${when}, where the browser thinks it is in ${zone}`, () => {
          process.env['TZ'] = zone;
          const sent = asOf(firstContact(view()), new Date(moment));
          assert.deepEqual([sent.day, sent.hour], [on, hour]);
        });

    it('but for a time that was chosen', () => {
      const chosen = { ...firstContact(view()), day: day('2026-11-20'), hour: 9 };
      const sent = asOf(chosen, now);
      assert.deepEqual([sent.day, sent.hour], ['2026-11-20', 9]);
    });
  });

  it('is whole as soon as the place is known: the rules find no fault', () => {
    assert.deepEqual(faultsOf(county, sentContact(contact()), day('2026-11-24')), []);
    const nowhere = sentContact(asOf(withWhere(contact(), ''), now));
    assert.deepEqual(faultsOf(county, nowhere, day('2026-11-24')), [{ field: 'region', fault: 'missing' }]);
  });

  it('has a place or a region, never both', () => {
    const inRegion = withWhere(contact(), 'region:r');
    assert.deepEqual([inRegion.place, inRegion.region, whereOf(inRegion)], [undefined, 'r', 'region:r']);
    const inPlace = withWhere(inRegion, 'place:a:b');
    assert.deepEqual([inPlace.place, inPlace.region, whereOf(inPlace)], ['a:b', undefined, 'place:a:b']);
  });

  it('sends no service that was chosen before the grant was taken back, and no empty words', () => {
    const sent = sentContact(contact({ services: [serviceId('meals')], role: ' ', unit: ' Osasto 3 ' }));
    assert.deepEqual([sent.services, sent.unit, 'role' in sent], [[], 'Osasto 3', false]);
    const granted = contact({ outcomes: ['grant'], services: [serviceId('meals')] });
    assert.deepEqual(sentContact(granted).services, ['meals']);
  });

  it('tells each fault by the name of its field', () => {
    const faults = [
      { field: 'services', fault: 'missing' },
      { field: 'unit', fault: 'identity' },
    ];
    const undone = { state: 'failed', failure: 'bad-input', no: { code: 'faulty', faults } } as const;
    assert.deepEqual(whyNotRecorded(undone, recordingTextsFor('fi'), tabTextsFor('fi')), [
      'Täydennä: Myönnetyt palvelut.',
      'Poista henkilötieto: Yhteydenottajan yksikkö.',
    ]);
  });

  it('lists today’s own entries, the newest first, each to be corrected or deleted', () => {
    const entry = (id: string, at: string, change: Partial<OtherContact>) => ({
      id,
      by: 'Ada Aalto',
      at: noon.replace('T10', at) as typeof noon,
      contact: contact(change),
    });
    const today = [entry('a', 'T08', { channel: 'walk-in' }), entry('b', 'T09', {})];
    const markup = page({ today });
    const told = wordsOf(markup);
    assert.ok(told.indexOf('Puhelin ·') < told.indexOf('Paikan päällä ·'));
    assert.equal(markup.match(/aria-label="Korjaa kirjaus: /g)?.length, 2);
    assert.equal(markup.match(/aria-label="Poista kirjaus: /g)?.length, 2);
    has(wordsOf(page()), 'Ei vielä kirjauksia tänään.');
  });

  for (const language of languages) {
    it(`names every field, channel and outcome in ${language}`, () => {
      const say = recordingTextsFor(language);
      const { region: _, services: __, redirects: ___, day: ____, hour: _____, ...asked } = say.fields;
      const told = wordsOf(page({}, language));
      has(
        told,
        ...Object.values(asked),
        ...Object.values(say.when),
        ...Object.values(say.channel),
        ...Object.values(say.outcome),
      );
    });
  }
});

describe('a file of old statistics', () => {
  const text = 'Pvm;Sähköposti\n';
  const utf16 = Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, 'utf16le'))]);
  for (const [how, bytes] of [
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16 with a mark', utf16],
  ] as const) {
    it(`is read in ${how}`, () => assert.equal(textOf(new Uint8Array(bytes)), text));
  }

  it('keeps what has been said of a value in sight, where it was, until its column is another', () => {
    const [letter, fax] = [
      { field: 'channel', value: 'Kirje', count: 3 },
      { field: 'channel', value: 'Faksi', count: 2 },
    ] as const;
    const before = { columns: { channel: 'Kanava' }, values: {}, unless: {} };
    const said = withValue(before, letter, 'email');
    assert.deepEqual(askedSince([letter, fax], [fax], said), [letter, fax]);
    assert.deepEqual(askedSince([letter, fax], [letter, fax], withValue(said, letter, undefined)), [
      letter,
      fax,
    ]);
    const other = withColumn(said, 'channel', 'Muu');
    assert.deepEqual([other.columns, askedSince([letter, fax], [], other)], [{ channel: 'Muu' }, []]);
  });
});
